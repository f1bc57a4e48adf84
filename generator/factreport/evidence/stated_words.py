"""Whether the dates, names and wordings that an editor states are in the words cited for them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factreport.evidence.omission import find_terms
from factreport.evidence.quotation import Match, find_quotation
from factreport.model.value import DateValue, Names, Reply, Responses, Wording
from factreport.reading.days import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.model.claim import Statement
    from factreport.model.days import Days

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_AND = r"(?:\s?[-–]\s?|, | to | and | or )"
"""Between days of one month."""
_MOST_DAYS = 9
"""Of one month in a row, before the one that is wanted and behind it."""
_PRECISION = re.compile(r"\d{4}(-\d{2})?(-\d{2})?")


def missing_names(value: Names | Responses, texts: Iterable[str]) -> tuple[str, ...]:
    """Give the names that stand in none of `texts`, whatever their capitals; a party not mentioned need not."""
    names = value.names if isinstance(value, Names) else _parties(value)
    present = {found.term for text in texts for found in find_terms(text, names)}
    return tuple(name for name in names if name not in present)


def _parties(value: Responses) -> tuple[str, ...]:
    return tuple(party for party, reply in value.replies if reply is not Reply.NOT_MENTIONED)


def has_wording(value: Wording, text: str) -> bool:
    """Tell whether the stated words stand in `text`, typography aside."""
    return _stands(text, value.words)


def has_date(statement: Statement, value: DateValue, text: str) -> bool:
    """Tell whether `text` prints the date: in the editor's words, or as year, month name and day.

    A date that the editor wrote in figures (2025-01-19) may lack its year in the text ("19 January").
    """
    if _stands(text, statement.text or value.days.text):
        return True
    for printed in find_dates(text):
        if (printed.days.first, printed.days.last) == (value.days.first, value.days.last):
            return value.preposition in {"", printed.preposition}
    if value.preposition and not find_terms(text, (value.preposition,)):
        return False
    return _prints(value.days, text)


def _prints(days: Days, text: str) -> bool:
    if not _PRECISION.fullmatch(days.text) or days.first is None:
        return False
    year, *finer = days.text.split("-")
    if not finer:
        return bool(find_terms(text, (year,)))
    day = days.first.day if len(finer) > 1 else None
    return any(
        (found["year"] or found["year_after"]) in {None, year}
        for found in _printed_as(days.first.month, day).finditer(text)
    )


@cache
def _printed_as(month: int, day: int | None) -> re.Pattern[str]:
    """Give what prints a month, as a name and with the year behind it if there is one; with a day, beside that.

    A verb is no month ("may", "march"), and no other number is the day ("January 19-21" has the 19th and the 21st).
    """
    name = _MONTHS[month - 1]
    spellings = (name, name[:3], name[:4])
    names = rf"(?:{'|'.join((*spellings, *map(str.upper, spellings)))})\b\.?"
    wanted = _DAY if day is None else rf"{day}(?:st|nd|rd|th)?"
    days = rf"(?:{_DAY}{_AND}){{,{_MOST_DAYS}}}{wanted}(?:{_AND}{_DAY}){{,{_MOST_DAYS}}}(?!\d)"
    after = rf" (?:the )?{days}" if day else rf"(?: {days})?"
    year = r"(?:,? (?P<{}>\d{{4}})\b)?"
    first = rf"(?<!\d){days}(?: of)? {names}{year.format('year_after')}"
    return re.compile(rf"{first}|\b{names}{after}{year.format('year')}")


def _stands(text: str, words: str) -> bool:
    found = find_quotation(text, words)
    return isinstance(found, Match) or found.occurrences > 0
