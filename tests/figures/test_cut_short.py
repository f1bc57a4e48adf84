"""What stands right behind a figure and looks as if it belonged to it."""

from __future__ import annotations

import pytest
from tests.figures.cases import load

from factreport.figures.cut_short import taken_for_its_part
from factreport.figures.read import read_figures


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("over $16 bilion", "bilion"),
        ("$16 milion in all", "milion"),
        ("$16 millon", "millon"),
        ("$16 milllion", "milllion"),
        ("$16 mililon", "mililon"),
        ("$16 thousnad", "thousnad"),
        ("€16 mille", "mille"),
        ("€16 mila", "mila"),
        ("$16-milion", "milion"),
        ("$1O million", "O"),
        ("$16,000,00", ",000,00"),
    ],
)
def test_a_scale_that_is_no_word_and_digits_that_touch_belong_to_it(text: str, more: str) -> None:
    (figure,) = read_figures(text)
    assert taken_for_its_part(text, figure.end) == more


@pytest.mark.parametrize(
    "text",
    [
        *("$16 million", "$16 million.", "$16bn-plus", "$16, 5 of them red", "$16-a-share", "$16m/£12m"),
        *("$16 bullion coins", "a $16 mission", "16 militia men", "$16's worth", "40 billion yuan ($5.5 billion)"),
        *("3.5-mile", "A$29.9 millions", "€5.", "Rs 5cr.", "16 million Britons", "5 minions", "10.5p."),
    ],
)  # fmt: skip
def test_other_words_do_not(text: str) -> None:
    assert {taken_for_its_part(text, figure.end) for figure in read_figures(text)} == {""}


@pytest.mark.parametrize("half", ["labelled", "tuning", "untouched"])
def test_nothing_printed_is_doubted(half: str) -> None:
    doubted = [
        case.text
        for case in load(half)
        if any(taken_for_its_part(case.text, figure.end) for figure in read_figures(case.text))
    ]
    assert doubted == []
