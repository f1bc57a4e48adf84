"""Days as editors write them: one day, a month, a year, a bound, a span, or `unknown`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from msgspec import Struct

from factreport.figures.dates import read_dates
from factreport.language import gettext as _
from factreport.model.days import UNKNOWN_DAYS, Days
from factreport.reading.day_hints import day_hint, days_hint

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LESS = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_AFTER = re.compile(r"on or after (\S+)")
_BEFORE = re.compile(r"on or before (\S+)")
_SPAN = re.compile(r"(\S+) to (\S+)")
_MONTHS_OF_A_YEAR = 12
_LONGEST = 12
"""More characters than any of these words has, with the space behind it."""
_PREPOSITION = re.compile(r"\b(in|by|before|after|since|until|from|on)\s+$", re.IGNORECASE)


class DateInSentence(Struct, frozen=True):
    """A date as it stands in a sentence."""

    days: Days
    preposition: str
    """The word before it ("in", "by"), in lower case; empty where there is none."""


class NotADateError(ValueError):
    """The text is no date; the message and the hint are for editors."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def parse_day(text: str) -> date:
    """Give the day written `2025-01-21`; NotADateError for anything else."""
    found = _DAY.fullmatch(text)
    if not found:
        raise NotADateError(_("not a day."), day_hint(text))
    return _day_of(int(found[1]), int(found[2]), int(found[3]))


def parse_days(text: str) -> Days:
    """Give the days that `text` allows, both ends included; NotADateError where it is not in one of the forms.

    Forms: `2025-01-21`, `2025-01`, `2025`, `on or after 2025-01-20`, `on or before 2025-01-20`,
    `2025-01-20 to 2025-01-24`, `unknown`.
    """
    if text == UNKNOWN_DAYS.text:
        return UNKNOWN_DAYS
    if found := _AFTER.fullmatch(text):
        return Days(_period(found[1])[0], None, text)
    if found := _BEFORE.fullmatch(text):
        return Days(None, _period(found[1])[1], text)
    if found := _SPAN.fullmatch(text):
        return _span(_period(found[1])[0], _period(found[2])[1], text)
    return Days(*_period(text), text)


def find_dates(text: str) -> list[DateInSentence]:
    """Give the dates that a sentence prints with their year, in its order; days that no calendar has left out."""
    found = []
    for printed in read_dates(text):
        before = _PREPOSITION.search(text, max(0, printed.start - _LONGEST), printed.start)
        days = Days(printed.first, printed.last, printed.text)
        found.append(DateInSentence(days, before[1].lower() if before else ""))
    return found


def _span(first: date, last: date, text: str) -> Days:
    if last < first:
        raise NotADateError(_("its end is before its beginning."), _("Write the earlier day first."))
    return Days(first, last, text)


def _period(text: str) -> tuple[date, date]:
    """Give first and last day of a day, a month or a year."""
    if _DAY.fullmatch(text):
        day = parse_day(text)
        return day, day
    found = _LESS.fullmatch(text)
    if not found:
        raise NotADateError(_("not a date."), days_hint(text))
    year = int(found[1])
    if not found[2]:
        return _day_of(year, 1, 1), _day_of(year, 12, 31)
    first = _day_of(year, int(found[2]), 1)
    return first, first.replace(day=monthrange(year, first.month)[1])


def _day_of(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADateError(_why_not(year, month), _day_there_is(year, day, month)) from None


def _day_there_is(year: int, month: int, day: int) -> str:
    """Give a hint with the day that was meant where month and day stand the other way round."""
    try:
        meant = date(year, month, day)
    except ValueError:
        return _("Look the day up in the source again.")
    return _("Did you mean {date}? The month comes before the day.").format(date=meant)


def _why_not(year: int, month: int) -> str:
    if not 1 <= month <= _MONTHS_OF_A_YEAR:
        return _("there is no month {month}.").format(month=month)
    if year < 1:
        return _("there is no year {year}.").format(year=year)
    days = monthrange(year, month)[1]
    return _("the month {month} has {days} days.").format(month=f"{year:04}-{month:02}", days=days)
