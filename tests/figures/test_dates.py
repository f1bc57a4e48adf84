"""Dates that a text prints, with the days that each can mean."""

from __future__ import annotations

from datetime import date

import pytest

from factreport.figures.dates import Precision, read_dates


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("founded on 19 January 2012.", "2012-01-19", "2012-01-19", Precision.DAY),
        ("on Jan. 19, 2012, it", "2012-01-19", "2012-01-19", Precision.DAY),
        ("by 2025-06-30", "2025-06-30", "2025-06-30", Precision.DAY),
        ("in February 2024", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("mid-December 2024", "2024-12-01", "2024-12-31", Precision.MONTH),
        ("for Q4 2024", "2024-10-01", "2024-12-31", Precision.QUARTER),
        ("the third quarter of 2024", "2024-07-01", "2024-09-30", Precision.QUARTER),
        ("in H2 2025", "2025-07-01", "2025-12-31", Precision.HALF),
        ("in 2025", "2025-01-01", "2025-12-31", Precision.YEAR),
        ("the 1980s", "1980-01-01", "1989-12-31", Precision.DECADE),
    ],
)
def test_a_date_spans_the_days_it_can_mean(text: str, first: str, last: str, precision: Precision) -> None:
    (printed,) = read_dates(text)
    assert (str(printed.first), str(printed.last), printed.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "text", ["on 19 January", "on 03/04/2025", "$2024", "2,024 people", "2000 people", "31 June 2024", "may 2024x"]
)
def test_no_year_no_date(text: str) -> None:
    assert read_dates(text) == ()


def test_a_given_year_completes_a_day() -> None:
    (printed,) = read_dates("on 19 January", year=2025)
    assert printed.first == printed.last == date(2025, 1, 19)
