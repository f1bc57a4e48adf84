"""What statements of a figure mean on its chart, dates with their "before" or "since" among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.exact import Fraction
from factreport.figures.interval import Interval
from factreport.model.claim import FigureKind
from factreport.model.value import DateValue
from factreport.pages.drawing.amounts import DAY
from factreport.report.records import Measure

if TYPE_CHECKING:
    from factreport.model.value import Value
    from factreport.report.records import FigureReport, Row

BEFORE = {"before": True, "by": False, "until": False}
"""Prepositions that make a date an upper limit, and whether the day itself is left out."""
SINCE = {"after": True, "since": False, "from": False}
"""Prepositions that make a date a lower limit, and whether the day itself is left out."""


def measure_of(row: Row) -> Measure | None:
    """Give what a row can mean on the chart's scale; None where it states nothing that can be compared."""
    if not row.stated:
        return None
    return date_measure(row.statement.value) or row.measure


def date_measure(value: Value | None) -> Measure | None:
    """Give a date in days, as `date.toordinal` counts, with its "before" or "since"; None for what is no known date."""
    if not isinstance(value, DateValue) or not value.days.is_known:
        return None
    first = None if value.days.first is None else Fraction(value.days.first.toordinal())
    last = None if value.days.last is None else Fraction(value.days.last.toordinal())
    span = Interval(first, last)
    if value.preposition in BEFORE:
        excluded = BEFORE[value.preposition]
        span = Interval(None, first if excluded else last, high_open=excluded)
    elif value.preposition in SINCE:
        excluded = SINCE[value.preposition]
        span = Interval(last if excluded else first, None, low_open=excluded)
    return Measure(DAY, span if span.is_bounded and span.low == span.high else None, span, span)


def chart_unit(figure: FigureReport) -> str:
    """Give the unit of the figure's chart; empty where there is nothing to draw."""
    return DAY if figure.figure.kind is FigureKind.DATE else figure.chart_unit


def claimed_measure(figure: FigureReport) -> Measure | None:
    """Give what the claim says, as a measure."""
    return date_measure(figure.figure.claimed) or figure.claimed
