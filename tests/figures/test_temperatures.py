"""Degrees of two scales: temperatures, changes of temperature, and what the words leave open."""

from __future__ import annotations

import pytest

from factreport.figures.compare import compare
from factreport.figures.comparison import Kind
from factreport.figures.read import read_figures


def kind(text: str, other: str = "") -> Kind:
    """Compare the two figures of a text, or of two texts."""
    a, b = (*read_figures(text), *read_figures(other))
    found, mirrored = compare(a, b), compare(b, a)
    assert mirrored.kind is found.kind
    return found.kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mercury reached 40C (104F).", Kind.SAME),
        ("It was 38.5°C (101°F) in the shade.", Kind.SAME_WITHIN_ROUNDING),
        ("It was minus 40C (minus 40F).", Kind.SAME),
        ("It reached 40C (72F).", Kind.CONFLICT),
        ("It has warmed by 1.5C (2.7F).", Kind.SAME),
        ("A rise of 2C (35.6F) is feared.", Kind.CONFLICT),
        ("Hold warming to 1.5C (34.7F).", Kind.CONFLICT),
        ("It is 1.2C (2.2F) above pre-industrial levels.", Kind.SAME_WITHIN_ROUNDING),
        ("It rose 3C (5.4F).", Kind.SAME),
        ("It is 3C (5.4F) warmer.", Kind.SAME),
        ("It rose to 30C (86F).", Kind.SAME),
        ("Between 20C and 30C (68F to 86F).", Kind.SAME),
        ("It is 2C (35.6F) above pre-industrial levels.", Kind.CONFLICT),
        ("It was 5C (41F) or below zero.", Kind.SAME),
    ],
)
def test_a_conversion_in_brackets_is_checked_as_what_the_words_make_of_it(text: str, expected: Kind) -> None:
    assert kind(text) is expected


def test_where_no_words_say_which_the_way_that_fits_is_taken_and_told() -> None:
    a, b = read_figures("1.5C (2.7F)")
    found = compare(a, b)
    assert found.kind is Kind.SAME
    assert "changes of temperature" in " ".join(found.notes)
    assert not compare(*read_figures("40C (104F)")).notes


def test_a_temperature_and_a_change_are_not_compared() -> None:
    found = compare(*read_figures("It rose by 3C."), *read_figures("It reached 86F."))
    assert found.kind is Kind.INCOMPARABLE


def test_kelvins_are_compared_with_degrees() -> None:
    assert kind("It reached 300 kelvin.", "It reached 26.85C.") is Kind.SAME
