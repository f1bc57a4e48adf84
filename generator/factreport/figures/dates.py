"""Dates that a text prints, each as the days it can mean: "January 2025" is the first to the last of that month."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.calendar_words import CAPITAL_ONLY, MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable


class Precision(StrEnum):
    """How exactly a date is printed."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"


class PrintedDate(Struct, frozen=True):
    """A date as far as its words go."""

    first: date
    """First day it can mean."""
    last: date
    """Last day it can mean, included; `first` again for a day."""
    precision: Precision
    text: str
    """The characters of the date as printed."""
    start: int
    """First code point of `text` in the text that was read."""
    end: int
    """Code point after the last of `text`."""


_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def read_dates(text: str, *, year: int | None = None) -> tuple[PrintedDate, ...]:
    """Return the dates of a text that name their year, in order of appearance.

    `year` is the year of days and months printed without one ("19 January"); without it they are left out. Numeric
    dates are read only year first (2025-01-19): of 3/4/2025, nobody can say whether it is in March or in April. A day
    that the calendar does not have is left out.
    """
    found: list[PrintedDate] = []
    if not any(char.isdigit() for char in text):
        return ()
    taken = 0
    for match in _DATE.finditer(text):
        printed = _printed(match, year) if match.start() >= taken else None
        if printed is not None:
            found.append(printed)
            taken = printed.end
    return tuple(found)


def _iso(match: re.Match[str], _default: int | None) -> tuple[date, date, Precision] | None:
    return _one_day(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))


def _day_month(match: re.Match[str], default: int | None) -> tuple[date, date, Precision] | None:
    year = match["dm_year"] or default
    month = _month(match["dm_month"])
    return _one_day(int(year), month, int(match["dm_day"])) if year and month else None


def _month_day(match: re.Match[str], default: int | None) -> tuple[date, date, Precision] | None:
    year = match["md_year"] or default
    month = _month(match["md_month"])
    return _one_day(int(year), month, int(match["md_day"])) if year and month else None


def _month_year(match: re.Match[str], _default: int | None) -> tuple[date, date, Precision] | None:
    month = _month(match["my_month"])
    return _months(int(match["my_year"]), month, 1, Precision.MONTH) if month else None


def _quarter(match: re.Match[str], _default: int | None) -> tuple[date, date, Precision] | None:
    number = match["q_number"] or match["q_before"] or _NUMBERS.get((match["q_nth"] or "").lower())
    year = match["q_year"] or match["q_year_after"] or match["q_year_nth"]
    return _months(_full(year), 3 * int(number) - 2, 3, Precision.QUARTER) if number else None


def _half(match: re.Match[str], _default: int | None) -> tuple[date, date, Precision] | None:
    number = match["h_number"] or _NUMBERS.get((match["h_nth"] or "").lower())
    year = match["h_year"] or match["h_year_nth"]
    return _months(_full(year), 6 * int(number) - 5, 6, Precision.HALF) if number else None


def _decade(match: re.Match[str], _default: int | None) -> tuple[date, date, Precision] | None:
    year = int(match["decade"])
    return date(year, 1, 1), date(year + 9, 12, 31), Precision.DECADE


def _year(match: re.Match[str], _default: int | None) -> tuple[date, date, Precision] | None:
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31), Precision.YEAR


_Y = r"(?:1[5-9]\d\d|2[01]\d\d)(?!\d|[,.]\d|%)"
_M = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_D = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
_NTH = "(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_S = r"\s{1,2}"
# A set with characters beyond Latin-1 takes four times as long to compile, so these stand beside the sets.
_FREE = r"(?<!€)(?<![\w$£¥.,:/-])"
_WORD_FREE = r"(?<!€)(?<![\w$£¥.,:/])"
_JOINT = r"(?:’|[\s'-]?)"

_FORMS: dict[str, tuple[str, Callable[[re.Match[str], int | None], tuple[date, date, Precision] | None]]] = {
    "iso": (rf"{_FREE}(?P<iso_year>{_Y})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?![\d-])", _iso),
    "day_month": (
        (
            rf"{_FREE}(?P<dm_day>{_D})(?:st|nd|rd|th)?(?:{_S}of)?(?:{_S}|-)(?P<dm_month>{_M})"
            rf"(?:,?(?:{_S}|-)(?P<dm_year>{_Y}))?"
        ),
        _day_month,
    ),
    "month_day": (
        rf"{_WORD_FREE}(?P<md_month>{_M}){_S}(?P<md_day>{_D})(?:st|nd|rd|th)?(?:,?{_S}(?P<md_year>{_Y}))?(?![\d.,]\d)",
        _month_day,
    ),
    "month_year": (rf"{_WORD_FREE}(?P<my_month>{_M})(?:,?{_S}|-|{_S}of{_S})(?P<my_year>{_Y})", _month_year),
    "quarter": (
        (
            rf"{_FREE}(?:Q(?P<q_number>[1-4]){_JOINT}(?P<q_year>(?:FY)?(?:{_Y}|\d\d(?!\d)))"
            rf"|(?P<q_before>[1-4])Q(?:’|[\s']?)(?P<q_year_after>{_Y}|\d\d(?!\d))"
            rf"|(?P<q_nth>{_NTH}){_S}quarter{_S}(?:of{_S})?(?P<q_year_nth>{_Y}))"
        ),
        _quarter,
    ),
    "half": (
        (
            rf"{_FREE}(?:H(?P<h_number>[12]){_JOINT}(?P<h_year>{_Y}|\d\d(?!\d))"
            rf"|(?P<h_nth>first|second){_S}half{_S}of{_S}(?P<h_year_nth>{_Y}))"
        ),
        _half,
    ),
    "decade": (rf"{_FREE}(?P<decade>(?:1[5-9]|2[01])\d0)['’]?s\b", _decade),
    "year": (rf"{_FREE}(?P<year>{_Y})(?!’)(?![\w'-])", _year),
}
_DATE = re.compile("|".join(f"(?P<form_{name}>{form})" for name, (form, _read) in _FORMS.items()), re.IGNORECASE)


def _printed(match: re.Match[str], default: int | None) -> PrintedDate | None:
    for name, (_form, read) in _FORMS.items():
        if match[f"form_{name}"] is not None:
            days = read(match, default)
            break
    else:
        return None
    if days is None or (name == "year" and not _reads_as_year(match)):
        return None
    text = match.group()
    return PrintedDate(*days, text, match.start(), match.end())


def _reads_as_year(match: re.Match[str]) -> bool:
    """Whether four digits stand where a year does: after a word of time, or with no unit or noun of a count after."""
    after = match.string[match.end() : match.end() + 24].lstrip().lower()
    return not after.startswith(_COUNTED)


_COUNTED = (
    "people", "workers", "jobs", "employees", "staff", "homes", "km", "mw", "tonnes", "metres", "miles", "percent",
    "per cent", "million", "billion", "yuan", "euros", "dollars", "pounds", "yen", "soldiers", "troops", "students",
    "gmt", "bst", "hours",
)  # fmt: skip


def _month(name: str) -> int | None:
    """Return the number of the month; a word that means something else needs its capital."""
    word = name.rstrip(".")
    if word.lower() in CAPITAL_ONLY and not word[0].isupper():
        return None
    return MONTHS[word.lower()]


def _full(year: str) -> int:
    digits = year.upper().removeprefix("FY")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _one_day(year: int, month: int, day: int) -> tuple[date, date, Precision] | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found, Precision.DAY


def _months(year: int, month: int, count: int, precision: Precision) -> tuple[date, date, Precision]:
    after = month + count
    end = date(year + (after > 12), after - 12 if after > 12 else after, 1) - timedelta(days=1)
    return date(year, month, 1), end, precision
