"""The marks of one row of an interval chart, around a middle line at 0; ends and shapes in pixels, places on the scale.

Forms and sizes are those of the site's design: a value stands on the range that its printing allows, never alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.exact import Fraction
from factreport.pages.drawing.backdrop import NARROW
from factreport.pages.drawing.chart_row import Shape
from factreport.pages.drawing.markup import classes, element, join, svg_line

if TYPE_CHECKING:
    from markupsafe import Markup

    from factreport.figures.interval import Interval
    from factreport.pages.drawing.across import Across
    from factreport.pages.drawing.chart_row import ChartRow
    from factreport.pages.drawing.scale import Scale

HEIGHT = 28
"""Pixels of a strip; a page may stretch it, the marks stay in its middle."""
LEFT, RIGHT = Fraction(0), Fraction(1)
FADE_STEPS = 3


class Strip(Struct, frozen=True):
    """Draws rows on one scale."""

    scale: Scale
    across: Across

    def marks(self, row: ChartRow) -> Markup:
        """Give all marks of a row."""
        if row.shape is Shape.SILENT:
            return self._line(LEFT, RIGHT, "silent")
        if row.shape is Shape.APART:
            return self.across.at(LEFT, element("rect", class_="apart", x=3, y=-4, width=8, height=8))
        if row.range is None:
            return join()
        edge = self._edge(row)
        if edge is not None:
            return self._outlier(edge, row.label)
        return join(*self._spread(row, row.range), *self._values(row))

    def _edge(self, row: ChartRow) -> Fraction | None:
        """Give the edge beyond which the whole row lies; None if some of it is on the scale."""
        if row.lowest is None or row.highest is None or row.limit is not None:
            return None
        if row.lowest > self.scale.high:
            return RIGHT
        return LEFT if row.highest < self.scale.low else None

    def _outlier(self, edge: Fraction, label: str) -> Markup:
        away, anchor = (-16, "end") if edge == RIGHT else (16, "start")
        text = element("text", label, class_="outlier-label", x=away, y="0.35em", text_anchor=anchor)
        return join(self._arrow(edge, "outlier"), self.across.at(edge, text))

    def _spread(self, row: ChartRow, interval: Interval) -> list[Markup]:
        """Give what shows how far the statement reaches."""
        if row.limit is not None:
            return self._limit(row, row.limit)
        if row.shape is Shape.RANGE:
            return [*self._hairline(row), self._whisker(interval, "whisker", 5)]
        marks = [*self._hairline(row), *self._band(row, interval)]
        if row.confidence is not None:
            marks.append(self._whisker(row.confidence, "confidence", 4))
        return marks

    def _values(self, row: ChartRow) -> list[Markup]:
        """Give the dots: the source's own conversions, the printed number, and what replaced it."""
        marks = [element("circle", class_="own", cx=self._x(value), cy=0, r="2.5") for value in row.own]
        middle = row.middle
        if middle is None:
            return marks
        if row.shape is Shape.DERIVED:
            marks.append(
                self.across.at(self.scale.place(middle), element("path", class_="diamond", d="M0-7 7 0 0 7-7 0z"))
            )
            return marks
        kind = classes(
            "dot", "hollow" if row.converted else "", "copied" if row.copy else "", "old" if row.replaced else ""
        )
        radius = "3.5" if row.copy else "5.5"
        marks.append(element("circle", class_=kind, cx=self._x(middle), cy=0, r=radius))
        if row.replaced:
            marks.extend(self._replacement(middle, row.replacement))
        return marks

    def _replacement(self, old: Fraction, new: Fraction | None) -> list[Markup]:
        slash = self.across.at(self.scale.place(old), element("path", class_="slash", d="M-7 7 7-7"))
        if new is None:
            return [slash]
        start, end = self.scale.place(old), self.scale.place(new)
        head = "M-6-4 0 0-6 4" if end > start else "M6-4 0 0 6 4"
        return [
            slash,
            self._line(start, end, "moved"),
            self.across.at(end, element("path", class_="moved", d=head)),
        ]

    def _band(self, row: ChartRow, interval: Interval) -> list[Markup]:
        """Give the band, 18 pixels high, and never less than 2 pixels wide."""
        left, right = self._ends(interval)
        if right - left < NARROW:
            middle = self.across.x((left + right) / 2)
            kind = classes("sliver", "copied" if row.copy else "")
            return [svg_line(kind, middle, middle, -9, 9)]
        kind = classes("band", "hedged" if row.hedged else "", "copied" if row.copy else "")
        band = element(
            "rect", class_=kind, x=self.across.x(left), y=-9, width=self.across.width(right - left), height=18
        )
        return [band]

    def _hairline(self, row: ChartRow) -> list[Markup]:
        if row.outer is None or row.outer == row.range:
            return []
        return [self._line(*self._ends(row.outer), "hairline")]

    def _whisker(self, interval: Interval, kind: str, reach: int) -> Markup:
        left, right = self._ends(interval)
        caps = [svg_line(kind, self.across.x(end), self.across.x(end), -reach, reach) for end in (left, right)]
        return join(self._line(left, right, kind), *caps)

    def _limit(self, row: ChartRow, limit: Fraction) -> list[Markup]:
        """Give a bracket at the limit and a band that fades towards the edge, where an arrow head says "and beyond"."""
        start = self.scale.place(limit)
        lower = row.shape is Shape.LOWER
        reach = (RIGHT - start if lower else start) / FADE_STEPS
        fades = [
            element(
                "rect",
                class_=f"fade fade-{step + 1}",
                x=self.across.x(start + reach * step if lower else start - reach * (step + 1)),
                y=-9,
                width=self.across.width(reach),
                height=18,
            )
            for step in range(FADE_STEPS)
            if reach
        ]
        marks = [*fades, self.across.at(start, _bracket(open_=_is_open(row, lower=lower), lower=lower))]
        if row.soft_limit is not None:
            soft = self._x(row.soft_limit)
            marks.append(svg_line("soft", soft, soft, -5, 5))
        return [*marks, self._arrow(RIGHT if lower else LEFT, "beyond")]

    def _arrow(self, edge: Fraction, kind: str) -> Markup:
        path = "M-9-5-2 0-9 5" if edge == RIGHT else "M9-5 2 0 9 5"
        return self.across.at(edge, element("path", class_=kind, d=path))

    def _line(self, left: Fraction, right: Fraction, kind: str) -> Markup:
        return svg_line(kind, self.across.x(left), self.across.x(right), 0, 0)

    def _ends(self, interval: Interval) -> tuple[Fraction, Fraction]:
        left = LEFT if interval.low is None else self.scale.place(interval.low)
        right = RIGHT if interval.high is None else self.scale.place(interval.high)
        return left, right

    def _x(self, value: Fraction) -> str:
        return self.across.x(self.scale.place(value))


def _is_open(row: ChartRow, *, lower: bool) -> bool:
    if row.range is None:
        return False
    return row.range.low_open if lower else row.range.high_open


def _bracket(*, open_: bool, lower: bool) -> Markup:
    """Give a round bracket where the number itself is left out, a square one where it is included."""
    toward = 1 if lower else -1
    shape = "M{out}-10Q{back} 0 {out} 10" if open_ else "M{out}-10H0V10H{out}"
    return element("path", class_="bracket", d=shape.format(out=5 * toward, back=-3 * toward))
