"""Fixings by day and currency: the last earlier one, never one in between, and a reason where there is none."""

from __future__ import annotations

from datetime import date

import pytest

from factreport.figures.exact import Fraction, fraction_of
from factreport.figures.rate_table import Table
from factreport.figures.rates import Rates, RateUnknownError

FILE = """Date,USD,JPY,GONE,
2025-01-28,1.0400,161.25,N/A,
2025-01-24,1.05,163.5,N/A,
2025-01-23,1.0412,N/A,N/A,
2025-01-22,1.0443,163.2,N/A,
2025-01-21,1.0357,161.1,N/A,
2025-01-20,1.0316,160.93,7.4,
"""


@pytest.fixture
def rates() -> Rates:
    return Rates(Table(FILE.splitlines()))


def test_a_day_with_a_fixing_gives_its_own(rates: Rates) -> None:
    found = rates.fixing(date(2025, 1, 22), "USD")
    assert (found.day, found.value) == (date(2025, 1, 22), Fraction(10443, 10000))


def test_a_day_without_a_fixing_gives_the_last_one_before(rates: Rates) -> None:
    assert rates.fixing(date(2025, 1, 26), "USD").day == date(2025, 1, 24)
    assert rates.fixing(date(2025, 1, 23), "JPY").day == date(2025, 1, 22)


def test_final_zeros_that_the_file_drops_come_back(rates: Rates) -> None:
    found = rates.fixing(date(2025, 1, 24), "USD")
    assert found.digits == "1.0500"
    low, high = found.interval.low, found.interval.high
    assert (low, high) == (fraction_of("1.04995"), fraction_of("1.05005"))


def test_the_euro_is_exactly_one(rates: Rates) -> None:
    assert rates.fixing(date(2025, 1, 22), "EUR").interval.low == 1


@pytest.mark.parametrize(
    ("day", "currency", "reason"),
    [
        (date(2025, 1, 22), "TWD", "has no TWD"),
        (date(2025, 1, 19), "USD", "no exchange rate of USD for 19 January 2025"),
        (date(2025, 1, 29), "USD", "ends on 28 January 2025, before 29 January 2025"),
        (date.min, "USD", "no exchange rate of USD for 1 January 1"),
        (date.max, "USD", "ends on 28 January 2025, before 31 December 9999"),
        (date(2025, 1, 28), "GONE", "no exchange rate of GONE for 28 January 2025"),
    ],
)
def test_no_usable_fixing_is_said_with_the_reason(rates: Rates, day: date, currency: str, reason: str) -> None:
    with pytest.raises(RateUnknownError, match=reason):
        rates.fixing(day, currency)


def test_the_window_is_the_fixing_before_and_that_of_the_day(rates: Rates) -> None:
    window = rates.window(date(2025, 1, 23), "USD")
    assert [day.day for day in window.base] == [22, 23]
    assert [day.day for day in window.wide] == [20, 21, 22, 23, 24]


def test_the_window_of_a_day_without_a_fixing_has_one_day_for_a_base(rates: Rates) -> None:
    window = rates.window(date(2025, 1, 25), "USD", "EUR")
    assert [day.day for day in window.base] == [24]
    assert [day.day for day in window.wide] == [22, 23, 24, 28]


def test_a_window_holds_days_on_which_both_currencies_are_fixed(rates: Rates) -> None:
    assert [day.day for day in rates.window(date(2025, 1, 23), "USD", "JPY").base] == [22]


def test_an_open_span_takes_the_nearest_fixing_days(rates: Rates) -> None:
    after = rates.days_between(date(2025, 1, 21), None, 3, "USD")
    before = rates.days_between(None, date(2025, 1, 23), 2, "USD")
    within = rates.days_between(date(2025, 1, 22), date(2025, 1, 27), 5, "USD")
    assert [[day.day for day in days] for days in (after, before, within)] == [[21, 22, 23], [22, 23], [22, 23, 24]]
    assert rates.days_between(date(2025, 1, 25), date(2025, 1, 26), 5, "USD") == (date(2025, 1, 24),)


def test_imported_fixings_add_currencies_and_win_over_the_table(rates: Rates) -> None:
    day = date(2025, 1, 22)
    more = rates.with_fixings({(day, "TWD"): "34.15", (day, "USD"): "1.0500"}, source="Bank of Example")
    assert more.fixing(day, "TWD").source == "Bank of Example"
    assert more.fixing(day, "USD").digits == "1.0500"
    assert more.fixing(date(2025, 1, 21), "USD").digits == "1.0357"
    assert rates.fixing(day, "USD").digits == "1.0443", "the first object is as it was"


def test_days_can_be_the_first_and_the_last_that_there_are() -> None:
    pinned = Rates.from_fixings({(date.min, "TWD"): "34.15", (date.max, "TWD"): "34.2"})
    assert [pinned.window(day, "TWD").base for day in (date.min, date.max)] == [(date.min,), (date.max,)]


def test_what_was_used_is_enough_to_get_the_same_again(rates: Rates) -> None:
    asked = [(date(2025, 1, 26), "USD"), (date(2025, 1, 22), "JPY"), (date(2025, 1, 22), "EUR")]
    found = [rates.fixing(*one) for one in asked]
    pinned = Rates.from_fixings(rates.used())
    assert [pinned.fixing(*one) for one in asked] == found
    assert set(rates.used()) == {(date(2025, 1, 24), "USD"), (date(2025, 1, 22), "JPY")}


def test_the_shipped_table_has_the_published_digits() -> None:
    shipped = Rates.shipped()
    found = {name: shipped.fixing(date(2025, 1, 22), name).digits for name in ("USD", "GBP", "CNY")}
    assert found == {"USD": "1.0443", "GBP": "0.84466", "CNY": "7.5892"}
    assert shipped.fixing(date(2025, 1, 15), "USD").digits == "1.0300"
