"""Dates and times as ISO 8601 writes them, with as much of the day as they tell."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factreport.claimreview.json_text import Json

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?",
    re.ASCII,
)


def days_of(value: Json) -> tuple[date, date] | None:
    """Give the first and the last possible day, both included; None where it is no date.

    `2025-01-21`, `2025-01`, `2025` and a day with a time (`2025-01-21T08:30:00Z`) are dates; the day is that written,
    whatever the time zone.
    """
    match = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    year, month, day, clock = match.group("year", "month", "day", "clock")
    try:
        if clock:
            time.fromisoformat(clock)
        first = date(int(year), int(month or 1), int(day or 1))
        last = first if day else date(first.year, int(month or 12), monthrange(first.year, int(month or 12))[1])
    except ValueError:
        return None
    return first, last


def is_before(earlier: Json, later: Json) -> bool:
    """Tell whether one date is certainly before another; no where either is none."""
    first, second = days_of(earlier), days_of(later)
    return first is not None and second is not None and first[1] < second[0]
