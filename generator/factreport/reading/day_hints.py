"""What to write for a date that is written otherwise than here."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factreport.figures.calendar_words import MONTHS
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

_NEARLY_A_DAY = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_BY_NUMBERS = re.compile(r"([0-9]{1,2})[-/.] ?([0-9]{1,2})[-/.] ?([0-9]{4})")
_IN_WORDS = re.compile(r"(?:([0-9]{1,2})\s+)?([A-Za-z]{3,9})\.?(?:\s+([0-9]{1,2}),)?\s+([0-9]{4})")
_DATE = r"([0-9]{4}(?:-[0-9]{2}){0,2})"
_BETWEEN = re.compile(
    rf"(?:from |between )?{_DATE}\s*(?:[-/\u2010-\u2015\u2212]|\.\.+|\u2026|until|till|through|and|to)\s*{_DATE}",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"(?:ca?\.?|circa|about|around|approx\.?|approximately|probably|~|\u2248)\s*{_DATE}|{_DATE}\s*\?", re.IGNORECASE
)
_ONE_DAY = timedelta(days=1)
_BOUNDS: dict[str, Callable[[date], str]] = {
    "after": lambda day: f"on or after {day + _ONE_DAY}",
    "since": lambda day: f"on or after {day}",
    "from": lambda day: f"on or after {day}",
    "before": lambda day: f"on or before {day - _ONE_DAY}",
    "until": lambda day: f"on or before {day}",
    "by": lambda day: f"on or before {day}",
}
_BOUND = re.compile(rf"({'|'.join(_BOUNDS)}) ([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})", re.IGNORECASE)


def day_hint(text: str) -> str:
    """Give what to write where one day is wanted."""
    return _either(text) or _written(_suggestion(text))


def days_hint(text: str) -> str:
    """Give what to write where as much as is known of a day is wanted."""
    if _ABOUT.fullmatch(text):
        return _("Write what is certain: a year (2025), a month (2025-01) or a span (2025-01-20 to 2025-02-10).")
    return _either(text) or _written(_bound(text) or _span(text) or _suggestion(text))


def _either(text: str) -> str | None:
    """Give both days that "3/4/2026" can mean, or the one that there is."""
    if not (found := _BY_NUMBERS.fullmatch(text)):
        return None
    first, second, year = int(found[1]), int(found[2]), found[3]
    days = [f"{year}-{month:02}-{day:02}" for day, month in ((first, second), (second, first)) if _is_day(month, day)]
    if first == second or len(days) < 2:
        return _("Write {date}.").format(date=days[0]) if days else None
    return _("Write {date} or {other}, whichever is meant.").format(date=days[0], other=days[1])


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _written(suggestion: str | None) -> str:
    if suggestion:
        return _("Write {date}.").format(date=suggestion)
    return _("A day is written year-month-day: 2025-01-21.")


def _bound(text: str) -> str | None:
    found = _BOUND.fullmatch(text)
    try:
        return _BOUNDS[found[1].lower()](date.fromisoformat(found[2])) if found else None
    except (ValueError, OverflowError):
        return None


def _span(text: str) -> str | None:
    found = _BETWEEN.fullmatch(text)
    return f"{found[1]} to {found[2]}" if found and found[1] <= found[2] else None


def _suggestion(text: str) -> str | None:
    """Give the form we take, where the text can mean one day only ("21 January 2025", not "1/2/2025")."""
    if found := _NEARLY_A_DAY.fullmatch(text):
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    if not (found := _IN_WORDS.fullmatch(text)):
        return None
    month = MONTHS.get(found[2].lower())
    day = found[1] or found[3]
    if month is None:
        return None
    return f"{found[4]}-{month:02}-{int(day):02}" if day else f"{found[4]}-{month:02}"
