"""Sums, shares and implied rates, on the figures that outlets printed of one budget in January 2025."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factreport.figures.arithmetic import NotComputableError, add, divide, growth, multiply, share_of, subtract
from factreport.figures.comparison import Kind
from factreport.figures.exact import Fraction, fraction_of
from factreport.figures.exchange import Exchange
from factreport.figures.figure import Figure, Numeral, Qualifier
from factreport.figures.interval import Interval
from factreport.figures.meaning import Amount, amount_of
from factreport.figures.rates import Rates
from factreport.figures.read import read_figures
from factreport.figures.relations import RelationOutcome, RelationState, check_shares, check_total, implied_rate
from factreport.figures.stated_rate import parse_rate

if TYPE_CHECKING:
    from collections.abc import Sequence

BILLION = 10**9
UNDATED = Exchange(Rates.shipped(), first=date(2025, 1, 20))
TUESDAY = Exchange(
    Rates.shipped(), date(2025, 1, 21), date(2025, 1, 21), stated=(parse_rate("7.2712 yuan per dollar"),)
)


def amount(text: str) -> Amount:
    (figure,) = read_figures(text)
    return amount_of(figure)


def summed(parts: Sequence[str], printed: str, exchange: Exchange | None = None) -> RelationOutcome:
    return check_total(add([amount(part) for part in parts]), amount(printed), exchange=exchange)


@pytest.mark.parametrize(
    ("parts", "printed", "state"),
    [
        (["$5.5 billion", "approximately $6.8 billion"], "over $12 billion", RelationState.HOLDS),
        (["$5.5 billion", "$6.8 billion"], "over $12 billion", RelationState.HOLDS),
        (["$5.5 billion", "$6.8 billion"], "$12 billion", RelationState.HOLDS),
        (["$5.5 billion", "$6.8 billion"], "$12.3 billion", RelationState.HOLDS),
        (["$5.5 billion", "$6.8 billion"], "$12.4 billion", RelationState.POSSIBLE),
        (["$5.5 billion", "$6.8 billion"], "$12.6 billion", RelationState.FAILS),
        (["$5.5 billion", "$6.8 billion"], "over $12.4 billion", RelationState.POSSIBLE),
        (["$5.5 billion", "$6.8 billion"], "over $13 billion", RelationState.FAILS),
        (["$5.5 billion", "$6.8 billion"], "over $20 billion", RelationState.FAILS),
        (["over $5 billion", "over $6 billion"], "over $10 billion", RelationState.HOLDS),
        (["over $5 billion", "over $6 billion"], "over $12 billion", RelationState.POSSIBLE),
        (["over $5 billion", "over $6 billion"], "$10 billion", RelationState.FAILS),
        (["7 ships", "6 ships"], "13 ships", RelationState.HOLDS),
        (["7 ships", "6 ships"], "14 ships", RelationState.FAILS),
    ],
)
def test_parts_and_a_total(parts: list[str], printed: str, state: RelationState) -> None:
    assert summed(parts, printed).state is state


def test_pounds_against_a_limit_in_dollars_hold_and_keep_the_dropped_word() -> None:
    found = summed(["£4.4bn", "£5.5bn"], "over $12 billion", UNDATED)
    assert found.state is RelationState.HOLDS
    assert found.comparison is not None
    assert found.comparison.kind is Kind.CONVERTED_EXACT
    assert found.comparison.qualifiers_differ
    assert found.working[0] == "£4.4bn + £5.5bn = £9.9bn"
    assert "£4.4bn + £5.5bn at 1.2364 dollars to the pound (ECB, 22 January 2025) is $12.2 billion" in "".join(
        found.working
    )


def test_what_is_missing_or_not_in_one_unit_is_not_stated() -> None:
    with pytest.raises(NotComputableError, match="different units"):
        summed(["$5.5 billion", "£5.5bn"], "$12 billion")
    assert summed(["£4.4bn", "£5.5bn"], "over $12 billion").state is RelationState.NOT_STATED
    assert check_total(amount("$5.5 billion"), None).state is RelationState.NOT_STATED


@pytest.mark.parametrize(
    ("shares", "is_complete", "state"),
    [
        (["60%", "40%"], True, RelationState.HOLDS),
        (["about 60%", "40 per cent"], True, RelationState.HOLDS),
        (["33%", "33%", "33%"], True, RelationState.HOLDS),
        (["60%", "42%"], True, RelationState.FAILS),
        (["60%", "42%"], False, RelationState.FAILS),
        (["60%"], False, RelationState.NOT_STATED),
        (["60%"], True, RelationState.FAILS),
        (["60%", "at least 30%"], False, RelationState.POSSIBLE),
    ],
)
def test_shares_of_a_hundred(shares: list[str], is_complete: bool, state: RelationState) -> None:  # noqa: FBT001
    assert check_shares([amount(share) for share in shares], is_complete=is_complete).state is state


def test_a_share_that_is_not_stated_is_no_mistake() -> None:
    assert check_shares([amount("60%"), None], is_complete=True).state is RelationState.NOT_STATED
    assert check_shares([amount("60%"), amount("45%"), None], is_complete=True).state is RelationState.FAILS


@pytest.mark.parametrize(
    ("a", "b", "unit", "low", "high"),
    [
        ("40 billion yuan", "£4.4bn", "CNY", "8.876", "9.311"),
        ("£5.5bn", "approximately $6.8 billion", "USD", "1.207", "1.267"),
        ("40 billion yuan", "$5.50 billion", "CNY", "7.175", "7.371"),
    ],
)
def test_implied_rates_fit_the_market(a: str, b: str, unit: str, low: str, high: str) -> None:
    found = implied_rate(amount(a), amount(b), UNDATED)
    assert found.unit == unit
    assert found.fits_market is RelationState.HOLDS
    assert f"({low} to {high})" in found.working[0]
    assert found.working[-1].startswith("the market's was ")


def test_the_printed_rate_lies_in_what_both_outlets_imply() -> None:
    in_tenths, in_hundredths = (
        implied_rate(amount("40 billion yuan"), amount(text), TUESDAY) for text in ("$5.5bn", "$5.50 billion")
    )
    printed = TUESDAY.stated[0].between("USD", "CNY")
    assert printed is not None
    common = in_tenths.tight.intersection(in_hundredths.tight).intersection(printed.interval)
    assert common == printed.interval
    assert common.contains(fraction_of("7.2712"))


def test_a_rate_that_no_market_had_fails() -> None:
    assert implied_rate(amount("40 billion yuan"), amount("$4.5bn"), TUESDAY).fits_market is RelationState.FAILS


def test_the_two_things_printed_as_five_and_a_half_are_not_one() -> None:
    """£5.5bn overseas is not $5.5bn for China, though the digits are the same."""
    found = check_total(amount("£5.5bn"), amount("$5.5bn"), exchange=UNDATED)
    assert found.state is RelationState.FAILS
    assert found.comparison is not None
    assert "swapped currency sign" in " ".join(found.notes)


def test_sixty_per_cent_of_forty_billion() -> None:
    found = share_of(amount("60%"), amount("40 billion yuan"))
    assert found.low.value == 24 * BILLION
    assert found.unit == "CNY"
    assert found.sets.tight == Interval(
        fraction_of("0.595") * Fraction(39_500_000_000), fraction_of("0.605") * 40_500_000_000, high_open=True
    )


def test_points_and_growth_of_one_change_differ() -> None:
    before, after = amount("4.00%"), amount("5.00%")
    change, rise = subtract(after, before), growth(before, after)
    assert change.low.value == 1
    assert rise.low.value == 25
    assert (change.unit, rise.unit) == ("pp", "%")
    assert rise.sets.tight.contains(Fraction(25))


def test_what_cannot_be_worked_out_is_said_in_words() -> None:
    with pytest.raises(ValueError, match="different units"):
        add([amount("$5"), amount("£5")])
    with pytest.raises(ValueError, match="nothing can be divided"):
        divide(amount("$5"), amount("0%"), "USD")
    with pytest.raises(ValueError, match="is not a share"):
        share_of(amount("$5"), amount("$5"))


STEPS = st.sampled_from([Fraction(1), Fraction(1, 10)])
NUMBERS = st.builds(
    lambda n, step: amount_of(
        Figure(Numeral(n * step, step, None), None, ("GW",), Qualifier.NONE, f"{n * step} GW", 0, 1)
    ),
    st.integers(5, 60),
    STEPS,
)
PLACES = st.integers(0, 99).map(lambda n: Fraction(n, 100))


def inside(amount: Amount, place: Fraction) -> Fraction:
    low, high = amount.sets.tight.low, amount.sets.tight.high
    assert low is not None
    assert high is not None
    return low + (high - low) * place


@given(NUMBERS, NUMBERS, PLACES, PLACES)
def test_results_hold_whatever_the_figures_can_mean(a: Amount, b: Amount, p: Fraction, q: Fraction) -> None:
    x, y = inside(a, p), inside(b, q)
    assert add([a, b]).sets.tight.contains(x + y)
    assert subtract(a, b).sets.tight.contains(x - y)
    assert multiply(a, b, "").sets.tight.contains(x * y)
    assert y == 0 or divide(a, b, "").sets.tight.contains(x / y)
    assert y == 0 or growth(b, a).sets.tight.contains(100 * (x / y - 1))


@given(NUMBERS, NUMBERS)
def test_a_sum_taken_apart_again_holds_the_start(a: Amount, b: Amount) -> None:
    assert a.sets.tight.is_subset(subtract(add([a, b]), b).sets.tight.hull(a.sets.tight))
    assert subtract(add([a, b]), b).sets.tight.contains(a.low.value)
    assert check_total(add([a, b]), add([b, a])).state is RelationState.HOLDS


@pytest.mark.parametrize(
    ("parts", "total", "working"),
    [
        (("£4.4bn", "£5.5bn"), "£9.9bn", "£4.4bn + £5.5bn = £9.9bn"),
        (("$4.4 billion", "$5.5 billion"), "$9.9 billion", "$4.4 billion + $5.5 billion = $9.9 billion"),
    ],
)
def test_a_sum_is_written_as_its_parts_are(parts: tuple[str, ...], total: str, working: str) -> None:
    found = summed(parts, total)
    assert found.working[0] == working
