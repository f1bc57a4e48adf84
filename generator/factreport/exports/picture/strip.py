"""What the claim says and what sources print, on one line: the chart of the page in small, without an axis.

It is drawn only where it tells the reader something at a glance: some source's range lies apart from what the claim
says. Of the printed figures as many stand below in words as find room, the most telling first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.exports.picture.characters import as_drawn
from factreport.exports.picture.signs import dot
from factreport.exports.picture.typeface import Face, Type
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.picture.canvas import Canvas, Ink
    from factreport.figures.exact import Fraction
    from factreport.report.records import ClaimReport, FigureReport, Measure, Row

LABEL = Type(Face.INTERFACE, 25)
HEIGHT = 140
"""Pixels that a strip needs, its words above and below included."""
MOST_TIMES = 20
"""A largest figure more than so many times the smallest would leave the others as one blot: no strip then."""
PADDING = 16
"""The room at each end is the stretch between the outermost figures divided by this."""
BETWEEN = 28
"""Pixels kept free between two labels."""
FAINT = 3
"""Step of the ink in which a band is filled: what a figure can mean, behind what it prints."""


class Strip(Struct, frozen=True):
    """What is drawn, and the stretch of numbers that it stands on."""

    rows: tuple[tuple[Row, Measure], ...]
    """Reference first, then independent sources, then those who repeat others with a change."""
    claimed: Measure
    claimed_text: str
    low: Fraction
    high: Fraction

    def place(self, value: Fraction, width: int) -> int:
        """Give how many pixels from the left a value stands."""
        return round((value - self.low) / (self.high - self.low) * width)


def strip_of(report: ClaimReport) -> Strip | None:
    """Give the strip of the first figure that has one; None where there is none."""
    return next((strip for figure in report.figures if (strip := _strip(figure)) is not None), None)


def draw_strip(canvas: Canvas, strip: Strip, box: tuple[int, int, int], mark: Ink, claim: Ink) -> None:
    """Draw it; `box` is its left end, its width, and the height at which its line runs."""
    left, width, middle = box
    canvas.fill((left, middle, left + width, middle + 2), mark, FAINT)
    for _row, measure in reversed(strip.rows):
        _band(canvas, strip, measure, box, mark)
    for row, measure in reversed(strip.rows):
        for value in _value(measure):
            radius = 6 if row.copies else 10
            canvas.stamp(dot(radius), (left + strip.place(value, width) - radius, middle - radius + 1), mark)
    for value in _value(strip.claimed):
        _claim(canvas, strip.claimed_text, left + strip.place(value, width), box, claim)
    for text, x in _labels(strip, left, width):
        canvas.write(text, (x, middle + 50), LABEL, mark)


def _strip(figure: FigureReport) -> Strip | None:
    claimed = figure.claimed
    rows = [(row, row.measure) for row in figure.rows if row.measure is not None and (row.changed or not row.copies)]
    if not figure.chart_unit or claimed is None or not tuple(_value(claimed)):
        return None
    measures = (claimed, *(measure for _row, measure in rows))
    ends = [end for each in measures for end in (each.range.low, each.range.high) if end is not None]
    apart = any(not measure.range.intersects(claimed.range) for _row, measure in rows)
    if not apart or min(ends) <= 0 or max(ends) > MOST_TIMES * min(ends):
        return None
    rows.sort(key=lambda row: (not row[0].is_reference, bool(row[0].copies)))
    room = (max(ends) - min(ends)) / PADDING
    return Strip(tuple(rows), claimed, figure.figure.claimed_text, min(ends) - room, max(ends) + room)


def _value(measure: Measure) -> Iterator[Fraction]:
    """Give where the printed number stands, if it is one number."""
    if measure.value is not None and measure.value.low is not None and measure.value.high is not None:
        yield (measure.value.low + measure.value.high) / 2


def _band(canvas: Canvas, strip: Strip, measure: Measure, box: tuple[int, int, int], ink: Ink) -> None:
    left, width, middle = box
    first = 0 if measure.range.low is None else strip.place(measure.range.low, width)
    last = width if measure.range.high is None else strip.place(measure.range.high, width)
    canvas.fill((left + first, middle - 15, left + max(last, first + 3), middle + 17), ink, FAINT)
    for end, open_ in ((first, measure.range.low is None), (last, measure.range.high is None)):
        if not open_:
            canvas.fill((left + end, middle - 15, left + end + 2, middle + 17), ink)


def _claim(canvas: Canvas, figure: str, x: int, box: tuple[int, int, int], ink: Ink) -> None:
    left, width, middle = box
    for top in range(middle - 26, middle + 20, 10):
        canvas.fill((x - 1, top, x + 2, top + 6), ink)
    text = as_drawn(_("claim: {figure}").format(figure=figure))
    if text and LABEL.fits(text, width):
        canvas.write(text, (_centred(text, x, left, width), middle - 34), LABEL, ink)


def _labels(strip: Strip, left: int, width: int) -> Iterator[tuple[str, int]]:
    """Give printed figures and where they begin, each once, as far as they do not meet."""
    taken: list[tuple[int, int]] = []
    for row, measure in strip.rows:
        text = as_drawn(row.printed)
        ends = [*_value(measure)] or [end for end in (measure.range.low, measure.range.high) if end is not None]
        if not text or not ends or not LABEL.fits(text, width // 3):
            continue
        x = _centred(text, left + sum(strip.place(end, width) for end in ends) // len(ends), left, width)
        last = x + round(LABEL.width(text))
        if all(last + BETWEEN <= start or end + BETWEEN <= x for start, end in taken):
            taken.append((x, last))
            yield text, x


def _centred(text: str, x: int, left: int, width: int) -> int:
    room = round(LABEL.width(text))
    return max(left, min(x - room // 2, left + width - room))
