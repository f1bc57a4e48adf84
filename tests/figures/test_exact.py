"""Compiled fractions, held against those of the standard library, which every page could be made with."""

from __future__ import annotations

import fractions
import math
import operator
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factreport.building.drawer import packed, unpacked
from factreport.figures.exact import Fraction, fraction_of

if TYPE_CHECKING:
    from decimal import Decimal

NUMBERS = st.fractions() | st.integers(-(10**15), 10**15).map(fractions.Fraction)
Operation = Callable[[Any, Any], Any]
OPERATIONS = (operator.add, operator.sub, operator.mul, operator.lt, operator.le, operator.eq)


def ours(number: fractions.Fraction) -> Fraction:
    return Fraction(number.numerator, number.denominator)


@given(NUMBERS, NUMBERS, st.sampled_from(OPERATIONS))
def test_operations_give_the_same(a: fractions.Fraction, b: fractions.Fraction, operation: Operation) -> None:
    assert operation(ours(a), ours(b)) == operation(a, b)


@given(NUMBERS, NUMBERS)
def test_divisions_give_the_same(a: fractions.Fraction, b: fractions.Fraction) -> None:
    assume(b)
    assert ours(a) / ours(b) == a / b
    assert (ours(a) // ours(b), ours(a) % ours(b)) == (a // b, a % b)


@given(NUMBERS)
def test_what_one_number_tells_is_the_same(number: fractions.Fraction) -> None:
    for tell in (str, repr, hash, bool, float, int, abs, round, math.floor, math.ceil, operator.neg):
        assert tell(ours(number)) == tell(number)
    assert ours(number).as_integer_ratio() == number.as_integer_ratio()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_printed_digits_give_the_same(printed: Decimal) -> None:
    assert Fraction(printed) == fractions.Fraction(printed)
    assert fraction_of(str(printed)) == fractions.Fraction(str(printed))


@given(NUMBERS)
def test_a_packed_number_comes_back(number: fractions.Fraction) -> None:
    assert unpacked(packed(ours(number))) == number


def test_nothing_is_divided_by_nothing() -> None:
    with pytest.raises(ZeroDivisionError):
        Fraction(1) / Fraction(0)


@pytest.mark.parametrize("text", ["0", "1", "9", "12", "2.5", "0.001", "1852/3600", "1/1000"])
def test_same_as_the_standard_library(text: str) -> None:
    assert fraction_of(text) == fractions.Fraction(text)


def test_a_text_of_one_character_changes_nothing_else() -> None:
    for digit in "0123456789":
        fraction_of(digit)
    assert bytes([0]).hex() == "00"


def test_the_program_starts_without_changing_anything_else() -> None:
    code = "import factreport.cli.commands, factreport.mkdocs_plugin, sys; sys.stdout.write(bytes([0]).hex())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "00"
