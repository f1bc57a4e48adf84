"""A row of an interval chart: its shape, its numbers and its words."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from factreport.figures.exact import Fraction
    from factreport.figures.interval import Interval


class Shape(StrEnum):
    """How a row's statement is drawn."""

    NUMBER = "number"
    """A dot on its band."""
    RANGE = "range"
    """A whisker with end caps."""
    SPAN = "span"
    """A band without a dot: a month, "early March"."""
    LOWER = "lower"
    """A limit from below, fading to the right."""
    UPPER = "upper"
    """A limit from above, fading to the left."""
    DERIVED = "derived"
    """A hollow diamond: worked out by us."""
    SILENT = "silent"
    """A dotted line right across: no figure stated."""
    APART = "apart"
    """A muted square off the scale: counts something else."""


class ChartRow(Struct, frozen=True, dict=True):
    """One row of an interval chart."""

    name: str
    """Who states it."""
    text: str
    """What is stated, what it can mean, and what kind of statement it is, in words."""
    shape: Shape
    anchor: str = ""
    """The id of the row of the figures table that says more; empty for none."""
    label: str = ""
    """The printed figure alone, for the edge of the scale where the row lies beyond it."""
    value: Interval | None = None
    """The printed number; of a converted one, lowest to highest."""
    range: Interval | None = None
    """What it means if rounded to nearest; for limits, the limit."""
    outer: Interval | None = None
    """What it can mean at most."""
    hedged: bool = False
    """Whether the source itself says "about", "nearly"..."""
    converted: bool = False
    copy: bool = False
    """Whether it repeats another source, declared or inferred."""
    independent: bool = True
    """Whether it rests on nothing but its own source."""
    replaced: bool = False
    """Whether the source has withdrawn or corrected it."""
    replacement: Fraction | None = None
    """The value that took its place."""
    own: tuple[Fraction, ...] = ()
    """The source's own conversions into the chart's unit."""
    soft_limit: Fraction | None = None
    """Beyond this a limit says little: "over 12" suggests not far over."""
    confidence: Interval | None = None
    """A confidence interval that the source publishes."""

    @cached_property
    def ends(self) -> tuple[Fraction, ...]:
        """All numbers that the scale has to hold for this row."""
        limit = self.limit
        if limit is not None:
            return (limit, *(() if self.soft_limit is None else (self.soft_limit,)))
        intervals = (self.value, self.range, self.outer, self.confidence)
        ends = [end for each in intervals if each is not None for end in (each.low, each.high) if end is not None]
        return (*ends, *self.own, *(() if self.replacement is None else (self.replacement,)))

    @cached_property
    def lowest(self) -> Fraction | None:
        """The least of `ends`; None for a row without numbers."""
        return min(self.ends, default=None)

    @cached_property
    def highest(self) -> Fraction | None:
        """The greatest of `ends`; None for a row without numbers."""
        return max(self.ends, default=None)

    @cached_property
    def middle(self) -> Fraction | None:
        """Where the dot stands: the printed number, or the middle of what it converts to; None for no dot."""
        if self.value is None or self.value.low is None or self.value.high is None:
            return None
        return (self.value.low + self.value.high) / 2

    @property
    def limit(self) -> Fraction | None:
        """The number that a limit names."""
        if self.range is None:
            return None
        return self.range.low if self.shape is Shape.LOWER else self.range.high if self.shape is Shape.UPPER else None
