"""What figures can mean where the table alone does not say: signs, zero, counts, and the project's own conventions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from factreport.figures.compare import compare
from factreport.figures.comparison import Kind, Size
from factreport.figures.exact import Fraction, fraction_of
from factreport.figures.exchange import Exchange
from factreport.figures.interval import Interval
from factreport.figures.meaning import DEFAULTS, Sets, amount_of, sets_of
from factreport.figures.rates import Rates
from factreport.figures.read import read_figures
from factreport.figures.unit_factors import factor_between

if TYPE_CHECKING:
    from factreport.figures.figure import Figure


def figure(text: str) -> Figure:
    (found,) = read_figures(text)
    return found


def sets(text: str) -> Sets:
    return sets_of(figure(text))


def test_money_is_not_below_nothing_and_growth_may_be() -> None:
    assert sets("under $5bn").tight == Interval(Fraction(0), Fraction(5 * 10**9), high_open=True)
    assert sets("under 5%").tight == Interval(None, Fraction(5), high_open=True)
    assert sets("$1").loose.low == 0


def test_a_written_sign_turns_the_sets_round() -> None:
    assert sets("-5%").tight == Interval(Fraction(-11, 2), Fraction(-9, 2), low_open=True)
    assert sets("-5%").tight == sets("5%").tight.negated()


def test_a_count_is_itself_unless_hedged_or_large() -> None:
    assert sets("14 ships").loose == Interval(Fraction(14), Fraction(14))
    assert sets("about 14 ships").loose.contains(Fraction(13))
    assert sets("14,000 ships").tight.contains(Fraction(13_600))
    assert sets("14 GW").tight.contains(fraction_of("13.6"))


def test_final_zeros_of_a_decimal_narrow_what_it_can_mean() -> None:
    assert sets("$5.50 billion").tight.is_subset(sets("$5.5 billion").tight)
    assert not sets("$5.5 billion").tight.is_subset(sets("$5.50 billion").tight)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("over $12 billion", "over $12 billion"),
        ("$10 billion or more", "$10 billion or more"),
        ("between 3% and 4%", "between 3% and 4%"),
    ],
)
def test_qualifying_words_stand_where_they_were_said(text: str, shown: str) -> None:
    assert amount_of(figure(text)).text == shown


def test_how_far_about_reaches_is_the_project_s_to_say() -> None:
    a, b = figure("about $680 million"), figure("$740 million")
    assert compare(a, b).kind is Kind.CONFLICT
    wide = compare(a, b, conventions=replace(DEFAULTS, about=Fraction(1, 10)))
    assert wide.kind is Kind.NEAR_MISS
    assert "within 10% of the number" in " ".join(wide.notes)


def test_how_far_dealing_rates_reach_is_the_project_s_to_say() -> None:
    a, b = figure("$100.00"), figure("€99.00")
    exchange = Exchange(Rates.shipped(), date(2025, 1, 21), date(2025, 1, 21), original="a")
    assert compare(a, b, exchange=exchange).kind is Kind.CONFLICT
    wide = compare(a, b, exchange=exchange, conventions=replace(DEFAULTS, rate_guard=Fraction(3, 100)))
    assert wide.kind is Kind.NEAR_MISS
    assert "up to 3% away" in " ".join(wide.notes)


def test_sizes_begin_where_the_project_says() -> None:
    a, b = figure("£4.4bn"), figure("£4.8bn")
    assert compare(a, b).size is Size.MATERIAL
    assert compare(a, b, conventions=replace(DEFAULTS, small=Fraction(1, 10))).size is Size.SMALL
    assert compare(a, b, conventions=replace(DEFAULTS, severe=Fraction(6, 100))).size is Size.SEVERE


def test_the_reference_is_what_a_gap_is_measured_by() -> None:
    a, b = figure("$2.1bn"), figure("$4.8bn")
    shares = [compare(a, b, reference=side).gap_share for side in (None, "a", "b")]
    assert shares == [Fraction(26, 21), Fraction(26, 21), Fraction(26, 48)]


@pytest.mark.parametrize(
    ("a", "b", "factor"),
    [
        ("1 GW", "1 MW", "1000"),
        ("1 mile", "1 km", "1.609344"),
        ("1 tonne", "1 kg", "1000"),
        ("1 hectare", "1 square metre", "10000"),
        ("1 year", "1 month", "12"),
        ("1 month", "1 day", None),
        ("1 percentage point", "1 basis point", "100"),
        ("1%", "1 percentage point", None),
        ("1 GW", "1 GWh", None),
        ("1 acre-foot", "1 cubic metre", "1233.48183754752"),
        ("1 barrel of oil", "1 litre", "158.987294928"),
        ("1 cubic yard", "1 cubic metre", "0.764554857984"),
        ("1 gigalitre", "1 cubic metre", "1000000"),
        ("1 imperial gallon", "1 litre", "4.54609"),
        ("1 ounce of gold", "1 gram", "31.1034768"),
        ("1 psi", "1 pascal", "44482216152605/6451600000"),
        ("1 nautical mile", "1 km", "1.852"),
        ("1 gallon", "1 litre", None),
        ("1 horsepower", "1 kW", None),
        ("1 per 1,000", "1%", "1/10"),
        ("1 per 100,000", "1 per million", "10"),
        ("1 per 100,000", "1 percentage point", None),
    ],
)
def test_units_are_joined_by_exact_factors_or_not_at_all(a: str, b: str, factor: str | None) -> None:
    found = factor_between(figure(a).unit, figure(b).unit)
    assert found == (None if factor is None else fraction_of(factor))


@pytest.mark.parametrize("share", [0, 5, 10, 20, 100])
@pytest.mark.parametrize("text", ["about $13 million", "nearly $13 million", "$13 million", "over $13 million"])
def test_what_a_figure_means_lies_in_what_it_means_at_the_widest(text: str, share: int) -> None:
    found = sets_of(figure(text), replace(DEFAULTS, about=Fraction(share, 100)))
    assert found.tight.is_subset(found.loose)
