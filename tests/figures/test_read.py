"""What the reader gives beside values: places, steps, conversions, ranges and changes."""

from __future__ import annotations

import pytest

from factreport.figures.cut_short import taken_for_its_part
from factreport.figures.east_asian import _AFTER_OF, _BEFORE_OF
from factreport.figures.exact import Fraction
from factreport.figures.figure import BEHIND, Qualifier
from factreport.figures.read import read_figures


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("40 billion yuan", 10**9),
        ("$5.5 billion", 10**8),
        ("$5.50 billion", 10**7),
        ("60%", 1),
        ("4.50%", Fraction(1, 100)),
        ("150,000 people", 10_000),
        ("1,000 people", 100),
        ("1,250 people", 10),
        ("1,257 people", 1),
        ("twelve billion dollars", 10**9),
        ("half a billion dollars", 10**8),
        ("three hundred and twenty million dollars", 10**7),
        ("a third of it", Fraction(10, 3)),
        ("45p", Fraction(1, 100)),
        ("12 people", 1),
    ],
)
def test_step_is_the_place_of_the_last_significant_digit(text: str, step: Fraction) -> None:
    (figure,) = read_figures(text)
    assert figure.numeral.step == step


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("37.970 Euro", "37970"),
        ("ab €37.970", "37970"),
        ("500.000 kr", "500000"),
        ("R$ 12.500", "12500"),
        ("€16.250 a year", "16250"),
        ("€18.750 per share", "18.75"),
        ("€1.789", "1.789"),
        ("€12.500 million", "12500000"),
        ("$12.125", "12.125"),
        ("10.125%", "10.125"),
        ("Rp 1.500", "1500"),
    ],
)
def test_a_full_stop_before_three_digits_marks_thousands_where_the_currency_says_so(text: str, value: str) -> None:
    (figure,) = read_figures(text)
    assert figure.numeral.value == Fraction(value)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("It is worth more than $12 billion or so.", "$12 billion"),
        ("a price of US$4–5bn today", "US$4–5bn"),
        ("between 3 and 4 million euros", "3 and 4 million euros"),
        ("growth of minus 0.4 per cent", "minus 0.4 per cent"),
        ("🙂 £870m", "£870m"),
    ],
)
def test_text_holds_the_unit_and_not_the_qualifier(text: str, printed: str) -> None:
    (figure,) = read_figures(text)
    assert figure.text == printed
    assert text[figure.start : figure.end] == printed


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("40 billion yuan (£4.4 billion)", [None, 0]),
        ("40 billion yuan (about £4.4 billion)", [None, 0]),
        ("€4m, or £3.4m, was lost", [None, 0]),
        ("a fine of £12 million (€14.2 million; $15.1 million)", [None, 10, 10]),
        ("5 miles (8 km)", [None, 0]),
        ("profit of $4bn (up 12% from $3.6bn)", [None, None, None]),
        ("£3m in 2023, then €4m", [None, None]),
        ("$4bn and £3bn", [None, None]),
    ],
)
def test_conversion_points_to_the_figure_that_it_restates(text: str, origins: list[int | None]) -> None:
    assert [figure.conversion_of for figure in read_figures(text)] == origins


def test_conversion_does_not_take_the_qualifier_of_its_original() -> None:
    original, conversion = read_figures("more than 40 billion yuan ($5.5 billion)")
    assert (original.qualifier, conversion.qualifier) == (Qualifier.OVER, Qualifier.NONE)


def test_change_is_two_figures_that_share_scale_and_unit() -> None:
    before, after = read_figures("Output rose from 3 to 5 million tonnes.")
    assert [before.value, after.value] == [3_000_000, 5_000_000]
    assert before.units == after.units == ("t",)


def test_range_is_in_the_unit_of_its_low_end() -> None:
    (figure,) = read_figures("a plant of 500MW to 1.2GW")
    assert figure.units == ("MW",)
    assert figure.upper is not None
    assert [figure.numeral.value, figure.upper.value, figure.upper.step] == [500, 1200, 100]


# Negative controls: the mistakes that a fact-check is there to find must not read the same.
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("$12bn", "£12bn"),
        ("$12bn", "$12m"),
        ("$12bn", "$12tn"),
        ("$12bn", "$21bn"),
        ("over $12bn", "$12bn"),
        ("over $12bn", "under $12bn"),
        ("up to $12bn", "at least $12bn"),
        ("$5.50bn", "$5.5bn"),
        ("40 billion yuan", "40 billion yen"),
        ("5%", "5 percentage points"),
        ("-5%", "5%"),
        ("A$5m", "C$5m"),
        ("1.5GW", "1.5GWh"),
        ("¥5bn", "CN¥5bn"),
    ],
)
def test_what_differs_in_print_differs_as_a_figure(right: str, wrong: str) -> None:
    (a,), (b,) = read_figures(right), read_figures(wrong)
    assert (a.numeral, a.units, a.qualifier) != (b.numeral, b.units, b.qualifier)


@pytest.mark.parametrize("text", ["$16-$15 million", "16 to 15 million tonnes", "-5 to -10%"])
def test_a_range_printed_the_other_way_round_is_where_both_its_ends_are(text: str) -> None:
    (figure,) = read_figures(text)
    assert (figure.text, figure.qualifier_text) == (text, "")
    assert figure.upper is not None
    assert figure.numeral.value < figure.upper.value


@pytest.mark.parametrize("text", ["45-year-old", "45 years old", "12- to 15-year-olds", "5-day-old"])
def test_old_belongs_to_an_age_so_that_titles_print_it_whole(text: str) -> None:
    (figure,) = read_figures(f"A {text} was seen.")
    assert figure.text == text


@pytest.mark.parametrize("text", ["sub-2%", "$1.2tn-plus", "$10bn or more", "2,000+", "over 5%", "12"])
def test_qualifying_words_are_said_where_they_are_printed(text: str) -> None:
    (figure,) = read_figures(f"It has {text}.")
    assert figure.said == text


@pytest.mark.parametrize("text", ["约400亿元", "100億円以上", "5.5억 달러 이상", "超过1.2万亿元", "60％左右"])
def test_what_is_said_in_chinese_japanese_and_korean_has_its_qualifier_where_it_stood(text: str) -> None:
    (figure,) = read_figures(text)
    assert figure.said.replace(" ", "") == text.replace(" ", "")
    assert figure.qualifier is not Qualifier.NONE


def test_the_next_word_is_no_part_of_a_figure_where_words_have_no_spaces() -> None:
    text = "投资400亿元用于采购芯片"
    (figure,) = read_figures(text)
    assert taken_for_its_part(text, figure.end) == ""
    assert taken_for_its_part("400亿", 3) == "亿"


def test_words_behind_a_figure_are_known_as_such() -> None:
    assert set(_AFTER_OF) - set(_BEFORE_OF) == BEHIND
