"""Dates by what is known of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factreport.figures.comparison import Kind
from factreport.figures.dates_compare import Span, common_span, compare_dates

START = date(2025, 1, 1)
DAYS = st.integers(0, 9).map(lambda n: START + timedelta(days=n))
SPANS = st.tuples(DAYS, DAYS).map(sorted).map(lambda ends: Span(*ends))
JANUARY = Span(START, date(2025, 1, 31))
THE_21ST = Span(date(2025, 1, 21), date(2025, 1, 21))


def days(span: Span) -> set[date]:
    return {
        day
        for day in (START + timedelta(days=n) for n in range(12))
        if (span.first or START) <= day <= (span.last or day)
    }


@given(SPANS, SPANS)
def test_the_result_is_that_of_the_days(a: Span, b: Span) -> None:
    found = compare_dates(a, b)
    both = days(a) & days(b)
    expected = (
        Kind.SAME
        if days(a) == days(b)
        else Kind.CONFLICT
        if not both
        else Kind.SATISFIES
        if both in (days(a), days(b))
        else Kind.COMPATIBLE
    )
    assert found.kind is expected
    assert compare_dates(b, a).kind is expected
    near = min(abs((x - y).days) for x in days(a) for y in days(b))
    assert found.days_apart == near
    common = common_span([a, b])
    assert (days(common) if common else set()) == both


@pytest.mark.parametrize(
    ("a", "b", "kind", "stronger"),
    [
        (JANUARY, THE_21ST, Kind.SATISFIES, "b"),
        (Span(date(2025, 1, 20), None), THE_21ST, Kind.SATISFIES, "b"),
        (Span(date(2025, 1, 20), None), JANUARY, Kind.COMPATIBLE, None),
        (Span(None, date(2025, 1, 20)), THE_21ST, Kind.CONFLICT, None),
        (Span(None, None), THE_21ST, Kind.NOT_STATED, None),
        (None, THE_21ST, Kind.NOT_STATED, None),
    ],
)
def test_dates_with_open_ends(a: Span | None, b: Span, kind: Kind, stronger: str | None) -> None:
    found = compare_dates(a, b)
    assert (found.kind, found.stronger) == (kind, stronger)


def test_the_days_are_written_out() -> None:
    found = compare_dates(JANUARY, Span(date(2025, 2, 1), None))
    assert found.working == ("1 January 2025 to 31 January 2025", "on or after 1 February 2025", "1 day apart")
