"""One figure as an editor writes it."""

from __future__ import annotations

import pytest

from factreport.figures.figure import Qualifier
from factreport.figures.statements import parse_statement


def test_a_statement_is_a_figure_with_its_conversions() -> None:
    figure, conversions = parse_statement("40 billion yuan (£4.4 billion; $5.50 billion)")
    assert figure.text == "40 billion yuan"
    assert [conversion.text for conversion in conversions] == ["£4.4 billion", "$5.50 billion"]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("approximately $6.8 billion", Qualifier.ABOUT),
        ("over $12 billion", Qualifier.OVER),
        ("between $4bn and $5bn", Qualifier.BETWEEN),
        ("60%", Qualifier.NONE),
        ("a third", Qualifier.NONE),
        ("10 GW or more", Qualifier.AT_LEAST),
        ("plus or minus 3 percentage points", Qualifier.NONE),
        ("±3 percentage points", Qualifier.NONE),
    ],
)
def test_figures_as_editors_write_them(text: str, qualifier: Qualifier) -> None:
    assert parse_statement(text)[0].qualifier is qualifier


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "No figure"),
        ("a lot", "No figure found in “a lot”"),
        ("5G", "No figure"),
        ("tens of thousands", "“tens of thousands” is no figure: it says no number."),
        ("dozens", "is no figure"),
        ("5 and 6 billion euros", "“5” and “6 billion euros”"),
        ("40 billion quatloos", "“quatloos”"),
        ("60% of AI chips", "“AI”"),
        ("£5m ($6m) in 2024", "“2024”"),
    ],
)
def test_what_is_not_one_figure_is_refused_with_a_sentence(text: str, part: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        parse_statement(text)
    assert part in str(refused.value)
