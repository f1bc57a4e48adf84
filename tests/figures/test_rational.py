"""Arithmetic in whole numbers, held against the operators of fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factreport.figures.rational import difference, half, order, product, quotient, reciprocal, total

FRACTIONS = st.fractions() | st.integers(-(10**15), 10**15).map(Fraction)


@given(FRACTIONS, FRACTIONS)
def test_product_is_that_of_the_operator(a: Fraction, b: Fraction) -> None:
    assert product(a, b) == a * b


@given(FRACTIONS, FRACTIONS)
def test_total_and_difference_are_those_of_the_operators(a: Fraction, b: Fraction) -> None:
    assert total(a, b) == a + b
    assert difference(a, b) == a - b
    assert half(a) == a / 2


@given(FRACTIONS, FRACTIONS)
def test_quotient_is_that_of_the_operator(a: Fraction, b: Fraction) -> None:
    assume(b != 0)
    assert quotient(a, b) == a / b
    assert reciprocal(b) == 1 / b


@given(FRACTIONS, FRACTIONS)
def test_order_tells_which_is_larger(a: Fraction, b: Fraction) -> None:
    side = order(a, b)
    assert (side < 0, side == 0, side > 0) == (a < b, a == b, a > b)


def test_nothing_is_divided_by_nothing() -> None:
    with pytest.raises(ZeroDivisionError):
        quotient(Fraction(1), Fraction(0))
    with pytest.raises(ZeroDivisionError):
        reciprocal(Fraction(0))
