"""The editor's figure in the quotation, and qualifiers that a quotation cuts off."""

from __future__ import annotations

import pytest

from factreport.figures.quoted import Quoted, check_quoted, cut_qualifier
from factreport.figures.read import read_figures
from factreport.figures.statements import parse_statement

QUOTATION = "nearly $5.5 billion, 40 billion yuan, ¥3bn and between 4% and 5%"


@pytest.mark.parametrize(
    ("editor", "result"),
    [
        ("nearly $5.5 billion", Quoted.FOUND),
        ("nearly $5,500 million", Quoted.DIGITS_ADDED),
        ("between 4% and 5%", Quoted.FOUND),
        ("$5.5 billion", Quoted.QUALIFIER_DIFFERS),
        ("over $5.5 billion", Quoted.QUALIFIER_DIFFERS),
        ("40 million yuan", Quoted.SCALE_DIFFERS),
        ("40.0 billion yuan", Quoted.DIGITS_ADDED),
        ("nearly $5.50 billion", Quoted.DIGITS_ADDED),
        ("40 billion yen", Quoted.UNIT_DIFFERS),
        ("3 billion yen", Quoted.UNIT_DIFFERS),
        ("$5.4 billion", Quoted.NOT_IN_QUOTATION),
        ("4%", Quoted.NOT_IN_QUOTATION),
        ("between 4% and 6%", Quoted.NOT_IN_QUOTATION),
    ],
)
def test_only_the_same_figure_is_found(editor: str, result: Quoted) -> None:
    assert check_quoted(parse_statement(editor)[0], read_figures(QUOTATION)) is result


@pytest.mark.parametrize(
    ("editor", "quotation", "result"),
    [
        ("A$5m", "a $5m deal", Quoted.FOUND),
        ("NZ$5 million", "5 million dollars", Quoted.FOUND),
        ("MX$5-6 million", "$5 to $6 million", Quoted.FOUND),
        ("5 million Egyptian pounds", "£5 million", Quoted.FOUND),
        ("5 million Pakistani rupees", "Rs 5m", Quoted.FOUND),
        ("5 million yen", "¥5m", Quoted.FOUND),
        ("A$50m", "$5m", Quoted.SCALE_DIFFERS),
        ("A$5m", "US$5m", Quoted.UNIT_DIFFERS),
        ("A$5m", "NZ$5m", Quoted.UNIT_DIFFERS),
        ("A$5m", "$5m CAD", Quoted.UNIT_DIFFERS),
        ("A$5m", "5 million US dollars", Quoted.UNIT_DIFFERS),
        ("MX$5m", "5 million dollars", Quoted.UNIT_DIFFERS),
        ("$5m", "A$5m", Quoted.UNIT_DIFFERS),
        ("£5m", "$5m", Quoted.UNIT_DIFFERS),
        ("5 million Pakistani rupees", "₹5m", Quoted.UNIT_DIFFERS),
    ],
)
def test_an_editor_may_say_whose_currency_a_bare_sign_is(editor: str, quotation: str, result: Quoted) -> None:
    assert check_quoted(parse_statement(editor)[0], read_figures(quotation)) is result


def test_nothing_is_found_in_a_quotation_without_figures() -> None:
    assert check_quoted(parse_statement("$5m")[0], ()) is Quoted.NOT_IN_QUOTATION


@pytest.mark.parametrize(
    ("quotation", "cut"),
    [
        ("$12 billion", "more than"),
        ("than $12 billion", "more than"),
        ("worth more than $12 billion", None),
        ("$5m", "or more"),
        ("$5m or more", None),
        ("3% of sales", None),
        ("$9 mark", "below the"),
        ("20-plus years", None),
    ],
)
def test_a_qualifier_outside_the_quotation_is_named(quotation: str, cut: str | None) -> None:
    text = (
        "It is worth more than $12 billion, pays $5m or more and lost 3% of sales; below the $9 mark, in 20-plus "
        "years, it has 30-plus shops."
    )
    start = text.index(quotation)
    assert cut_qualifier(text, start, start + len(quotation)) == cut
