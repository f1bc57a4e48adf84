"""Amounts, ranges, rates and days as readers see them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from tests.figures.cases import load

from factreport.figures.decimals import MOST_DECIMALS, decimal_string, decimals_to_explain, exact_string, round_half_up
from factreport.figures.exact import Fraction, fraction_of
from factreport.figures.figure import Figure, Numeral, Qualifier
from factreport.figures.interval import Interval
from factreport.figures.meaning import amount_of
from factreport.figures.rates import Fixing
from factreport.figures.read import read_figures
from factreport.figures.wording import (
    MINUS,
    Style,
    style_of,
    write_amount,
    write_days,
    write_explained,
    write_range,
    write_rate,
    write_source,
)

BILLION = Fraction(10**9)
POUNDS = Style("£", "bn", BILLION)
VALUES = st.fractions(-1000, 1000, max_denominator=100_000)


def printed(text: str, value: str, step: str, unit: str) -> Style:
    numeral = Numeral(fraction_of(value), fraction_of(step), None)
    return style_of(amount_of(Figure(numeral, None, (unit,), Qualifier.NONE, text, 0, len(text))))


@pytest.mark.parametrize(
    ("value", "step", "shown"),
    [
        ("4.4519", "0.1", "£4.452bn"),
        ("4.4486", "0.1", "£4.449bn"),
        ("4.483", "0.1", "£4.48bn"),
        ("4.45", "0.1", "£4.45bn"),
        ("4.4499999", "0.1", "£4.4499999bn"),
        ("9.9", "0.1", "£9.9bn"),
        ("12.1255", "1", "£12.1bn"),
    ],
)
def test_an_amount_has_the_digits_that_explain_its_rounding(value: str, step: str, shown: str) -> None:
    assert write_explained(fraction_of(value) * BILLION, fraction_of(step) * BILLION, POUNDS) == shown


@given(VALUES, st.sampled_from([Fraction(1), Fraction(1, 10), Fraction(1, 100), Fraction(10), Fraction(1000)]))
def test_what_is_shown_rounds_as_what_is_meant(value: Fraction, step: Fraction) -> None:
    shown = fraction_of(decimal_string(value, decimals_to_explain(value, step)).replace(",", ""))
    assert round_half_up(shown, step) == round_half_up(value, step)


STEPS = st.sampled_from([Fraction(1), Fraction(1, 10), Fraction(1, 1000), Fraction(10), Fraction(5), Fraction(3, 7)])


def plain_decimals(value: Fraction, step: Fraction) -> int:
    """Give what `decimals_to_explain` gives for a value that is no multiple of the step, word for word in fractions."""
    least = next(decimals for decimals in range(MOST_DECIMALS) if Fraction(1, 10**decimals) < step)
    for decimals in range(least, MOST_DECIMALS):
        shown = round_half_up(value, Fraction(1, 10**decimals))
        is_tie = (shown / step).denominator == 2 and shown != value
        if not is_tie and round_half_up(shown / step, Fraction(1)) == round_half_up(value / step, Fraction(1)):
            return decimals
    return MOST_DECIMALS


@given(VALUES | st.decimals(-50, 50, places=4).map(Fraction), STEPS)
@example(fraction_of("4.4499999999999"), fraction_of("0.1"))
def test_decimals_are_those_of_the_plain_way(value: Fraction, step: Fraction) -> None:
    assume((value / step).denominator != 1)
    assert decimals_to_explain(value, step) == plain_decimals(value, step)


@given(VALUES, STEPS, st.sampled_from([Fraction(1), Fraction(1000), Fraction(1, 100)]))
def test_an_end_is_rounded_to_the_outside_and_by_less_than_a_step(
    value: Fraction, step: Fraction, scale: Fraction
) -> None:
    style = Style("", "", scale)
    low, high = (
        fraction_of(write_range(interval, style, step).split()[at].replace(",", "").replace(MINUS, "-")) * scale
        for interval, at in ((Interval(value, None), 0), (Interval(None, value), 0))
    )
    assert low <= value <= high
    assert high - low < max(step, scale)


NOTATIONS = [
    *("€16,5 million", "$16,0 million", "€7,25", "7,5%", "€0,75bn", "€1.234,56", "€1.234.567", "€16 500", "£1,000.50"),
    *("37.970 Euro", "€500.000", "125.000 kr", "€12.500-15.000", "€18.750 per share", "€1.789 per litre"),
    *("CHF 1’250’000", "1'000'000 kronor", "Rp 12.500", "IDR 12.500.000", "Rs 1,00,000", "Rs 1,50,000 crore"),
    *("1·5 million", "50p", "5¢", "50.5 cents", "3½ million", "€1,5-2,5 million", "−£4.4bn", "twelve million", "$0.5"),
]
READ = [*NOTATIONS, *(case.text for half in ("labelled", "tuning") for case in load(half))]


@pytest.mark.parametrize("text", READ)
def test_an_amount_written_in_the_style_of_a_figure_reads_back(text: str) -> None:
    for figure in read_figures(text):
        amount = amount_of(figure)
        style = style_of(amount)
        numeral = amount.low if figure.upper is None else figure.upper
        written = write_amount(abs(numeral.value), style, MOST_DECIMALS)
        read_back = [abs(one.numeral.value) for one in read_figures(written)]
        # A third has no last decimal.
        assert any(abs(one - abs(numeral.value)) < style.scale / 10**MOST_DECIMALS for one in read_back), written


@given(VALUES)
def test_an_exact_string_reads_back(value: Fraction) -> None:
    assert fraction_of(exact_string(value) or "") == value


@pytest.mark.parametrize(
    ("style", "value", "shown"),
    [
        (printed("£4.4bn", "4400000000", "100000000", "GBP"), 4_452_000_000, "£4.452bn"),
        (printed("40 billion yuan", "40000000000", "1000000000", "CNY"), 39_533_000_000, "39.533 billion yuan"),
        (printed("$5.50 billion", "5500000000", "10000000", "USD"), 5_501_000_000, "$5.501 billion"),
        (printed("1,500 MW", "1500", "100", "MW"), 1450, "1,450.000 MW"),
        (printed("60p", "3/5", "1/100", "GBP"), Fraction(61, 100), "61.000p"),
        (printed("twelve billion dollars", "12000000000", "1000000000", "USD"), 12_300_000_000, "$12.300 billion"),
        (printed("half", "50", "5", "%"), 51, "51.000%"),
    ],
)
def test_an_amount_is_written_as_the_figure_beside_it(style: Style, value: Fraction, shown: str) -> None:
    assert write_amount(Fraction(value), style, 3) == shown


def test_a_range_is_rounded_outwards() -> None:
    third = Interval(Fraction(4) + Fraction(1, 3), Fraction(4) + Fraction(2, 3))
    assert write_range(third, Style("", "", Fraction(1)), Fraction(1, 10)) == "4.333 to 4.667"
    assert write_range(Interval(Fraction(12), None, low_open=True), Style("$", "bn", Fraction(1)), Fraction(1)) == (
        "more than $12bn"
    )


def test_a_rate_is_given_the_way_round_in_which_it_is_more_than_one() -> None:
    yuan, pound = fraction_of("7.5892"), fraction_of("0.84466")
    assert (
        write_rate(yuan / pound, "CNY", "GBP") == write_rate(pound / yuan, "GBP", "CNY") == "8.9849 yuan to the pound"
    )


def test_days_and_sources_in_words() -> None:
    days = [date(2025, 1, 24), date(2025, 1, 20), date(2025, 2, 3)]
    assert write_days(days) == "20 and 24 January 2025; 3 February 2025"
    assert write_days(date(2025, 1, day) for day in range(1, 30)) == "29 days from 1 January 2025 to 29 January 2025"
    fixings = [Fixing(date(2025, 1, 22), "CNY", "7.5892"), Fixing(date(2025, 1, 22), "GBP", "0.84466")]
    assert write_source(fixings) == "ECB, 22 January 2025"


def test_what_is_worked_out_from_a_chinese_print_is_in_the_site_s_words() -> None:
    (figure,) = read_figures("约400亿元人民币")
    amount = amount_of(figure)
    assert write_amount(amount.low.value, style_of(amount), 0) == "40 billion yuan"
