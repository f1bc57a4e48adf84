"""What printed figures can mean, on the scale of their chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.compare import factor_line
from factreport.figures.exact import Fraction
from factreport.figures.figure import Qualifier
from factreport.figures.interval import Interval
from factreport.figures.meaning import amount_of
from factreport.figures.temperatures import are_temperatures, in_scale
from factreport.figures.unit_factors import factor_between
from factreport.model.value import DateValue, Quantity
from factreport.report.records import Measure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.figures.figure import Figure
    from factreport.figures.meaning import Conventions
    from factreport.model.claim import ClaimFigure
    from factreport.model.value import Value
    from factreport.report.records import Row
    from factreport.rules.case import Pair, Stated

_LIMITS = frozenset({Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.UNDER, Qualifier.AT_MOST, Qualifier.BETWEEN})


def measure(one: Stated, pair: Pair | None, unit: str, conventions: Conventions) -> Measure | None:
    """Give what a statement can mean in `unit`; None where it is no quantity or cannot be brought to that unit."""
    if isinstance(one.value, DateValue):
        return _date_measure(one.value)
    if not isinstance(one.value, Quantity) or not unit:
        return None
    for figure in one.value.meant:
        # A sign of several currencies is taken for that of the chart, as it is in the comparison.
        if unit in figure.units:
            return _plain(figure, unit, conventions)
    figure = one.value.figure
    if are_temperatures(figure.unit, unit):
        return _in_degrees(figure, pair, unit, conventions)
    factor = factor_between(figure.unit, unit)
    return _converted(figure, pair, unit) if factor is None else _by_factor(figure, factor, unit, conventions)


def claimed_measure(figure: ClaimFigure, unit: str, conventions: Conventions) -> Measure | None:
    """Give what the claim itself says, in the unit of the chart."""
    value: Value | None = figure.claimed
    if isinstance(value, DateValue):
        return _date_measure(value)
    if isinstance(value, Quantity) and value.figure.units == (unit,):
        return _plain(value.figure, unit, conventions)
    return None


def own_measure(value: Value | None, conventions: Conventions) -> Measure | None:
    """Give what a number or a date can mean in its own unit ("CNY|JPY" where that is open); None for anything else."""
    if isinstance(value, DateValue):
        return _date_measure(value) or _date_limit(value)
    return _plain(value.figure, value.figure.unit, conventions) if isinstance(value, Quantity) else None


def overlap(rows: Iterable[Row]) -> Interval | None:
    """Give where the ranges of all independent origins meet; None for fewer than two origins or no meeting."""
    own = [row for row in rows if row.stated and row.origins == (row.citation.source.slug,)]
    ranges = [row.measure.range for row in own if row.measure]
    if len(ranges) < 2:
        return None
    common = ranges[0]
    for one in ranges[1:]:
        common = common.intersection(one)
    return None if common.is_empty else common


def _plain(figure: Figure, unit: str, conventions: Conventions) -> Measure:
    sets = amount_of(figure, conventions).sets
    point = None if figure.qualifier in _LIMITS else Interval.point(figure.numeral.value)
    return Measure(unit, point, sets.tight, sets.loose)


def _converted(figure: Figure, pair: Pair | None, unit: str) -> Measure | None:
    comparison = pair.placed if pair else None
    if comparison is None or comparison.a_in_b is None or comparison.rate is None:
        return None
    point = None if figure.qualifier in _LIMITS else comparison.rate.scale(figure.numeral.value)
    sets = comparison.a_in_b
    return Measure(unit, point, sets.tight, sets.loose, converted=True, working=comparison.working)


def _in_degrees(figure: Figure, pair: Pair | None, unit: str, conventions: Conventions) -> Measure | None:
    """Give what degrees of one scale can mean in another, as the comparison with the reference took them."""
    comparison = pair.comparison if pair else None
    if comparison is None or comparison.a_in_b is None:
        return None
    sets, amount = comparison.a_in_b, amount_of(figure, conventions)
    converted = (in_scale(amount, unit, change=change) for change in (False, True))
    placed = next((one for one in converted if one.sets == sets), None)
    if placed is None:
        return None
    point = None if figure.qualifier in _LIMITS else Interval.point(placed.low.value)
    return Measure(unit, point, sets.tight, sets.loose, converted=True, working=comparison.working)


def _by_factor(figure: Figure, factor: Fraction, unit: str, conventions: Conventions) -> Measure:
    """Give what a figure can mean in another unit of its kind."""
    amount = amount_of(figure, conventions).converted(Interval.point(factor), factor, unit)
    point = None if figure.qualifier in _LIMITS else Interval.point(amount.low.value)
    line = factor_line(factor, figure.unit, unit)
    return Measure(unit, point, amount.sets.tight, amount.sets.loose, converted=True, working=(line,))


def _date_measure(value: DateValue) -> Measure | None:
    """Measure dates in days since the year 1 began (as `date.toordinal` counts), both ends included."""
    first, last = value.days.first, value.days.last
    if first is None or last is None:
        return None
    span = Interval(Fraction(first.toordinal()), Fraction(last.toordinal()))
    return Measure("date", span if first == last else None, span, span)


def _date_limit(value: DateValue) -> Measure | None:
    """Measure days that only one side bounds."""
    if not value.days.is_known:
        return None
    first, last = value.days.first, value.days.last
    limit = Interval(Fraction(first.toordinal()) if first else None, Fraction(last.toordinal()) if last else None)
    return Measure("date", None, limit, limit)
