"""Compare dates that are known as precisely as they were printed: a day, a month, a quarter, or only one end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.comparison import Kind, Side
from factreport.figures.wording import write_day
from factreport.language import gettext as _
from factreport.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence


class Span(Struct, frozen=True):
    """The days that a printed date can be ("January 2025": 1 to 31 January); a day has both ends the same."""

    first: date | None
    """Included; None where nothing bounds it."""
    last: date | None
    """Included, not before `first`; None where nothing bounds it."""


class DateComparison(Struct, frozen=True):
    """How two dates stand to each other: `same`, `satisfies` (one within the other), `compatible`, or `conflict`."""

    kind: Kind
    stronger: Side | None
    """The more precise one, where it lies within the other."""
    days_apart: int
    """Days between the nearest ends; 0 where they meet."""
    working: tuple[str, ...]


def compare_dates(a: Span | None, b: Span | None) -> DateComparison:
    """Compare two printed dates; None, or a span without ends, is a date that is not stated."""
    if a is None or b is None or not _is_known(a) or not _is_known(b):
        return DateComparison(Kind.NOT_STATED, None, 0, ())
    lines = (write_span(a), write_span(b))
    if (a.first, a.last) == (b.first, b.last):
        return DateComparison(Kind.SAME, None, 0, lines)
    apart = _days_apart(a, b)
    if apart:
        message = ngettext("{days} day apart", "{days} days apart", apart)
        return DateComparison(Kind.CONFLICT, None, apart, (*lines, message.format(days=apart)))
    if _is_within(a, b) or _is_within(b, a):
        return DateComparison(Kind.SATISFIES, "a" if _is_within(a, b) else "b", 0, lines)
    return DateComparison(Kind.COMPATIBLE, None, 0, lines)


def common_span(spans: Sequence[Span]) -> Span | None:
    """Give the days that fit all of the dates, or None if no day does (or there are no dates)."""
    if not spans:
        return None
    first, last = max(_start(one) for one in spans), min(_end(one) for one in spans)
    if first > last:
        return None
    return Span(None if first == date.min else first, None if last == date.max else last)


def write_span(span: Span) -> str:
    """Give the days of a span in words ("1 January 2025 to 31 January 2025", "on or after 20 January 2025")."""
    if span.first is not None and span.first == span.last:
        return write_day(span.first)
    if span.first is not None and span.last is not None:
        return _("{first} to {last}").format(first=write_day(span.first), last=write_day(span.last))
    if span.first is not None:
        return _("on or after {day}").format(day=write_day(span.first))
    return _("on or before {day}").format(day=write_day(span.last)) if span.last else _("on a day not known")


def _is_known(span: Span) -> bool:
    return span.first is not None or span.last is not None


def _start(span: Span) -> date:
    return span.first or date.min


def _end(span: Span) -> date:
    return span.last or date.max


def _days_apart(a: Span, b: Span) -> int:
    return max((_start(b) - _end(a)).days, (_start(a) - _end(b)).days, 0)


def _is_within(a: Span, b: Span) -> bool:
    return _start(b) <= _start(a) and _end(a) <= _end(b)
