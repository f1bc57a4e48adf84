"""Cells for what the report holds: ends of ranges, days, lists."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from factreport.exports.tables.table import Column, Kind
from factreport.figures.decimals import exact_string

if TYPE_CHECKING:
    from factreport.exports.tables.table import Cells
    from factreport.figures.exact import Fraction
    from factreport.figures.interval import Interval
    from factreport.model.days import Days
    from factreport.report.records import Measure

DATE_UNIT = "date"
"""The unit of measures that count days since the year 1 began."""


def range_columns(prefix: str, about: str) -> tuple[Column, ...]:
    """Give the four columns of a range: two ends, and whether each itself is left out."""
    return (
        Column(f"{prefix}low", Kind.BOUND, f"{about}: lower end; missing where there is none.", optional=True),
        Column(f"{prefix}high", Kind.BOUND, f"{about}: upper end; missing where there is none.", optional=True),
        Column(f"{prefix}low_open", Kind.BOOLEAN, f"{about}: whether the lower end itself is left out.", optional=True),
        Column(
            f"{prefix}high_open", Kind.BOOLEAN, f"{about}: whether the upper end itself is left out.", optional=True
        ),
    )


def range_cells(prefix: str, measure: Measure | None, interval: Interval | None) -> Cells:
    """Give the cells of a range in the unit of `measure`; all missing where there is none."""
    if measure is None or interval is None or interval.is_empty:
        return {f"{prefix}{end}": None for end in ("low", "high", "low_open", "high_open")}
    return {
        f"{prefix}low": bound(interval.low, measure.unit),
        f"{prefix}high": bound(interval.high, measure.unit),
        f"{prefix}low_open": interval.low_open,
        f"{prefix}high_open": interval.high_open,
    }


@lru_cache(maxsize=8192)
def bound(value: Fraction | None, unit: str) -> str | None:
    """Give an end of a range as it is written; None for no end."""
    if value is not None and unit == DATE_UNIT:
        return date.fromordinal(int(value)).isoformat()
    return exact_string(value)


def days_columns(prefix: str, about: str) -> tuple[Column, ...]:
    """Give the three columns of days that may be known only in part."""
    return (
        Column(prefix, Kind.TEXT, f"{about}, as written ('2025-01-21', '2025-01', 'on or after 2025-01-20')."),
        Column(
            f"{prefix}_first", Kind.DATE, f"{about}: earliest possible day; missing where not known.", optional=True
        ),
        Column(f"{prefix}_last", Kind.DATE, f"{about}: latest possible day; missing where not known.", optional=True),
    )


def days_cells(prefix: str, days: Days) -> Cells:
    """Give the cells of days."""
    return {prefix: days.text, f"{prefix}_first": day(days.first), f"{prefix}_last": day(days.last)}


def day(value: date | None) -> str | None:
    """Give a day as it is written; None for none."""
    return value.isoformat() if value else None
