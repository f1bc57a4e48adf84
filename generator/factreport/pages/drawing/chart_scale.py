"""Which scale a chart's rows ask for: days, linear, logarithmic, or linear with one figure beyond the edge."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from factreport.figures.exact import Fraction
from factreport.pages.drawing.amounts import DAY
from factreport.pages.drawing.chart_row import Shape
from factreport.pages.drawing.scale import linear_scale, logarithmic_scale, needs_logarithm, time_scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factreport.pages.drawing.chart_row import ChartRow
    from factreport.pages.drawing.scale import Scale

OUTLIER_SPANS = 3
"""A figure further than so many spans from the rest would squeeze them into one blot."""
ROOM_TO_FADE = Fraction(15, 100)
"""Share of the span kept free beyond a limit, so that its fading band can be seen."""


def scale_for(rows: Sequence[ChartRow], claimed: tuple[Fraction, ...], unit: str) -> Scale:
    """Give the scale that holds the rows and what the claim says; at least one of them must have a number."""
    values = _extremes(rows, claimed)
    if unit == DAY:
        return time_scale([*values, *_room(rows, values)])
    if needs_logarithm(values):
        return logarithmic_scale([*values, *_room_in_multiples(rows)])
    outlier = _outlier(rows, claimed)
    kept = [row for row in rows if row is not outlier]
    values = _extremes(kept, claimed)
    return linear_scale([*values, *_room(kept, values)], whole=unit == "count")


def _extremes(rows: Sequence[ChartRow], claimed: tuple[Fraction, ...]) -> tuple[Fraction, Fraction]:
    """Give the least and the greatest number."""
    lows = [row.lowest for row in rows if row.lowest is not None]
    highs = [row.highest for row in rows if row.highest is not None]
    return min([*lows, *claimed]), max([*highs, *claimed])


def _room(rows: Sequence[ChartRow], values: Sequence[Fraction]) -> list[Fraction]:
    if all(row.limit is None for row in rows):
        return []
    room = (max(values) - min(values) or abs(values[0]) / 5) * ROOM_TO_FADE
    return [
        limit + (room if row.shape is Shape.LOWER else -room)
        for row in rows
        if (limit := row.limit) is not None and (limit >= room or limit < 0 or row.shape is Shape.LOWER)
    ]


def _room_in_multiples(rows: Sequence[ChartRow]) -> list[Fraction]:
    factor = {Shape.LOWER: Fraction(3, 2), Shape.UPPER: Fraction(2, 3)}
    return [row.limit * factor[row.shape] for row in rows if row.limit is not None]


def _outlier(rows: Sequence[ChartRow], claimed: tuple[Fraction, ...]) -> ChartRow | None:
    """Give the one row that lies beyond three spans of the others; what the claim says is never cut off."""
    spans = [(row, row.lowest, row.highest) for row in rows if row.lowest is not None and row.highest is not None]
    if not spans:
        return None
    # Only the row that begins highest can lie above all others, and only the one that ends lowest below them.
    highest = max(spans, key=itemgetter(1))[0]
    lowest = min(spans, key=itemgetter(2))[0]
    for row, start, end in spans:
        if row.limit is not None or not (row is highest or row is lowest):
            continue
        others = [span for span in spans if span[0] is not row]
        if len({_number(other) for other, _start, _end in others} | set(claimed)) < 2:
            continue
        low, high = _extremes([other for other, _start, _end in others], claimed)
        if max(start - high, low - end) > OUTLIER_SPANS * (high - low):
            return row
    return None


def _number(row: ChartRow) -> Fraction:
    return row.middle if row.middle is not None else row.ends[0]
