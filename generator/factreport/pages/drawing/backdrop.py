"""What runs behind all rows of a chart: tick lines, where all independent sources meet, and what the claim says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.exact import Fraction
from factreport.language import gettext as _
from factreport.model.value import Quantity
from factreport.pages.drawing.markup import classes, element, join, svg_line

if TYPE_CHECKING:
    from markupsafe import Markup

    from factreport.figures.interval import Interval
    from factreport.pages.drawing.across import Across
    from factreport.pages.drawing.scale import Scale
    from factreport.report.records import FigureReport, Measure

NARROW = Fraction(7, 1000)
"""Share of a strip that may be less than 2 pixels on a phone: a narrower column is drawn as a line."""
CHARACTER = Fraction(1, 80)
"""Half the width of a character on the narrowest strip: labels that would reach over an edge are set inwards."""


class Claimed(Struct, frozen=True):
    """What the claim says, on the chart's scale."""

    text: str
    """As the claim prints it."""
    value: Fraction | None
    """Where its line stands; None for ranges and limits, which are columns."""
    range: Interval

    @property
    def is_range(self) -> bool:
        """Whether it is drawn as a column."""
        return self.value is None

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """The numbers that the scale has to hold."""
        if self.value is not None:
            return (self.value,)
        return tuple(end for end in (self.range.low, self.range.high) if end is not None)


def claimed_of(figure: FigureReport, measure: Measure | None) -> Claimed | None:
    """Give what the claim says for a figure; None where it states none."""
    if measure is None:
        return None
    value = measure.value
    point = None if value is None or value.low is None or value.high is None else (value.low + value.high) / 2
    return Claimed(_claimed_text(figure), point, measure.range)


def hatching(name: str) -> Markup:
    """Give the pattern of a claimed column; strips of the same chart use it by its id."""
    line = element("path", class_="hatch-line", d="M-1 1 1-1M0 8 8 0M7 9 9 7")
    pattern = element("pattern", line, id=f"hatch-{name}", width=8, height=8, patternUnits="userSpaceOnUse")
    return element("defs", pattern)


class Backdrop(Struct, frozen=True):
    """Draws what rows share; `name` tells the chart's pattern from those of other charts."""

    scale: Scale
    across: Across
    claimed: Claimed | None
    overlap: Interval | None
    name: str

    def columns(self, *, top: str = "0", height: str = "100%") -> Markup:
        """Give the columns: where all independent sources meet, and a claimed range."""
        columns = [] if self.overlap is None else [self._column(self.overlap, "overlap", top, height)]
        if self.claimed is not None and self.claimed.is_range:
            columns.append(self._column(self.claimed.range, "claimed-range", top, height))
        return join(*columns)

    def lines(self, *, top: str = "0", bottom: str = "100%") -> Markup:
        """Give a thin line at each tick and the line of what the claim says."""
        lines = [self._line(self.across.x(self.scale.place(tick)), "grid", top, bottom) for tick in self.scale.ticks]
        if self.claimed is not None and self.claimed.value is not None:
            lines.append(self._line(self.across.x(self.scale.place(self.claimed.value)), "claimed", top, bottom))
        return join(*lines)

    def tick_labels(self, labels: tuple[str, ...], y: str) -> Markup:
        """Give the labels of the ticks; those of class `tick-spare` are left out where there is little room."""
        kept = _kept(labels)
        return join(
            *(
                self._label(
                    tick, label, classes("tick", "" if index in kept else "tick-spare"), y, len(label) * CHARACTER
                )
                for index, (tick, label) in enumerate(zip(self.scale.ticks, labels, strict=True))
            )
        )

    def flag(self, y: str) -> Markup:
        """Give the words at the head of the claim's line or column."""
        if self.claimed is None:
            return join()
        ends = [self.scale.place(end) for end in self.claimed.ends]
        place = sum(ends, Fraction(0)) / len(ends) if ends else Fraction(1, 2)
        label = _("claim: {figure}").format(figure=self.claimed.text)
        value = self.scale.low + place * (self.scale.high - self.scale.low)
        if self.scale.logarithmic and self.claimed.value is not None:
            value = self.claimed.value
        return self._label(value, label, "flag", y, Fraction(1, 3))

    def _column(self, interval: Interval, kind: str, top: str, height: str) -> Markup:
        left = Fraction(0) if interval.low is None else self.scale.place(interval.low)
        right = Fraction(1) if interval.high is None else self.scale.place(interval.high)
        if right - left < NARROW:
            return self._line(self.across.x((left + right) / 2), f"{kind}-line", top, _bottom(top, height))
        fill = f"url(#hatch-{self.name})" if kind == "claimed-range" else None
        return element(
            "rect",
            class_=None if fill else kind,
            x=self.across.x(left),
            y=top,
            width=self.across.width(right - left),
            height=height,
            fill=fill,
        )

    def _line(self, x: str, kind: str, top: str, bottom: str) -> Markup:
        return svg_line(kind, x, x, top, bottom)

    def _label(self, value: Fraction, label: str, kind: str, y: str, near: Fraction) -> Markup:
        place = self.scale.place(value)
        anchor = "start" if place < near else "end" if place > 1 - near else "middle"
        return element("text", label, class_=kind, x=self.across.x(place), y=y, text_anchor=anchor)


def _bottom(top: str, height: str) -> str:
    return height if height.endswith("%") else str(int(top) + int(height))


def _kept(labels: tuple[str, ...]) -> set[int]:
    """Give the ticks that keep their label on a narrow screen: every second, or all of up to four short ones."""
    if len(labels) <= 4 and max(map(len, labels), default=0) <= 6:
        return set(range(len(labels)))
    return set(range(0, len(labels), 3 if len(labels) == 4 else 2))


def _claimed_text(figure: FigureReport) -> str:
    claimed = figure.figure.claimed
    if isinstance(claimed, Quantity):
        return claimed.figure.said
    return figure.figure.claimed_text
