"""Reading a text as a fraction leaves Python's shared bytes alone, and gives what the standard library gives."""

from __future__ import annotations

import fractions
import subprocess
import sys

import pytest

from factreport.figures.exact import fraction_of


@pytest.mark.parametrize("text", ["0", "1", "9", "12", "2.5", "0.001", "1852/3600", "1/1000"])
def test_same_as_the_standard_library(text: str) -> None:
    assert fraction_of(text) == fractions.Fraction(text)


def test_a_text_of_one_character_changes_nothing_else() -> None:
    for digit in "0123456789":
        fraction_of(digit)
    assert bytes([0]).hex() == "00"


def test_the_program_starts_without_changing_anything_else() -> None:
    code = "import factreport.cli, factreport.mkdocs_plugin, sys; sys.stdout.write(bytes([0]).hex())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "00"
