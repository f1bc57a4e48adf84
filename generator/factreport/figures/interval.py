"""Sets of exact numbers between two ends, each end included, left out, or absent.

Names and meaning of the relations follow IEEE Std 1788-2015 (set-based intervals); the ends here are rationals, so
nothing is rounded. Longer than other modules: the ends are nobody else's business, and every operation decides anew
which of them are included.
"""

from __future__ import annotations

from typing import Self

from msgspec import Struct
from msgspec.structs import force_setattr

from factreport.figures.exact import Fraction

ZERO = Fraction(0)
_Corner = tuple[Fraction | None, bool]


def _holds_some(low: Fraction | None, high: Fraction | None, *, is_open: bool) -> bool:
    """Tell whether a number lies between two ends; `is_open` says that one of the two is left out."""
    if low is None or high is None:
        return True
    return low < high or (low == high and not is_open)


class Interval(Struct, frozen=True):
    """All rationals from `low` to `high`. Intervals with the same numbers are equal; there is one empty one."""

    low: Fraction | None
    """Lower end; None where there is none."""
    high: Fraction | None
    """Upper end; None where there is none."""
    low_open: bool = False
    """Whether `low` itself is left out; always so where there is none."""
    high_open: bool = False
    """Whether `high` itself is left out; always so where there is none."""

    def __post_init__(self) -> None:
        low, high = self.low, self.high
        if low is None or high is None:
            force_setattr(self, "low_open", self.low_open or low is None)
            force_setattr(self, "high_open", self.high_open or high is None)
        if not _holds_some(low, high, is_open=self.low_open or self.high_open):
            for name, value in (("low", ZERO), ("high", ZERO), ("low_open", True), ("high_open", True)):
                force_setattr(self, name, value)

    @classmethod
    def point(cls, value: Fraction) -> Self:
        """Give the set of one number."""
        return cls(value, value)

    @property
    def is_empty(self) -> bool:
        """Whether it holds no number."""
        return self.low_open and self.low is not None and self.high is not None and not self.low and not self.high

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are there (so of the empty interval)."""
        return self.low is not None and self.high is not None

    def contains(self, value: Fraction) -> bool:
        """Tell whether `value` is one of its numbers."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below

    def is_subset(self, other: Interval) -> bool:
        """Tell whether each of its numbers lies in `other`; true of the empty interval."""
        if self.is_empty or other.is_empty:
            return self.is_empty
        return _starts_within(self, other) and _ends_within(self, other)

    def intersects(self, other: Interval) -> bool:
        """Tell whether the two have a number in common."""
        if self.is_empty or other.is_empty:
            return False
        low, low_open = _inner_low(self, other)
        high, high_open = _inner_high(self, other)
        return _holds_some(low, high, is_open=low_open or high_open)

    def precedes(self, other: Interval) -> bool:
        """Tell whether no number of `other` is below one of its own (they may share an end)."""
        if self.is_empty or other.is_empty:
            return True
        return self.high is not None and other.low is not None and self.high <= other.low

    def intersection(self, other: Interval) -> Interval:
        """Give the numbers in both."""
        if self.is_empty or other.is_empty:
            return EMPTY
        low, low_open = _inner_low(self, other)
        high, high_open = _inner_high(self, other)
        return Interval(low, high, low_open, high_open)

    def hull(self, other: Interval) -> Interval:
        """Give the smallest interval that holds both."""
        if self.is_empty or other.is_empty:
            return other if self.is_empty else self
        low, low_open = _outer_low(self, other)
        high, high_open = _outer_high(self, other)
        return Interval(low, high, low_open, high_open)

    def gap(self, other: Interval) -> Fraction | None:
        """Give the distance between the nearest ends: 0 where they meet or touch, None where one is empty."""
        if self.is_empty or other.is_empty:
            return None
        if self.high is not None and other.low is not None and self.high < other.low:
            return other.low - self.high
        if other.high is not None and self.low is not None and other.high < self.low:
            return self.low - other.high
        return ZERO

    def negated(self) -> Interval:
        """Give the numbers with their signs changed."""
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def sum(self, other: Interval) -> Interval:
        """Give all sums of a number of this and a number of `other`."""
        if self.is_empty or other.is_empty:
            return EMPTY
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def difference(self, other: Interval) -> Interval:
        """Give all differences, a number of this minus a number of `other`."""
        return self.sum(other.negated())

    def product(self, other: Interval) -> Interval:
        """Give all products of a number of this and a number of `other`."""
        if self._is_positive and other._is_positive:
            return self._product_above_zero(other)
        if self.is_empty or other.is_empty:
            return EMPTY
        corners = [_corner_product(a, b) for a in _corners(self) for b in _corners(other)]
        low = min(corners, key=_product_low_order)
        high = max(corners, key=_product_high_order)
        return Interval(
            None if isinstance(low[0], float) else low[0],
            None if isinstance(high[0], float) else high[0],
            low[1],
            high[1],
        )

    @property
    def _is_positive(self) -> bool:
        return self.low is not None and self.low > 0

    def _product_above_zero(self, other: Interval) -> Interval:
        """Give the product the short way: above 0 low ends make the low end, and high ends the high one."""
        low = None if self.low is None or other.low is None else self.low * other.low
        high = None if self.high is None or other.high is None else self.high * other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def quotient(self, other: Interval) -> Interval:
        """Give the hull of all quotients; dividing by 0 is left out, so division by {0} alone is empty."""
        if self.is_empty or other.is_empty:
            return EMPTY
        if other._is_positive:
            return self.product(_reciprocal(other))
        if other == ORIGIN:
            return EMPTY
        below = self.product(_reciprocal(other.intersection(BELOW_ZERO)))
        above = self.product(_reciprocal(other.intersection(ABOVE_ZERO)))
        return below.hull(above)

    def scale(self, factor: Fraction) -> Interval:
        """Give its numbers multiplied by `factor`."""
        return self.product(Interval.point(factor))


EMPTY = Interval(ZERO, ZERO, low_open=True, high_open=True)
ORIGIN = Interval(ZERO, ZERO)
ABOVE_ZERO = Interval(ZERO, None, low_open=True)
BELOW_ZERO = Interval(None, ZERO, high_open=True)
AT_LEAST_ZERO = Interval(ZERO, None)

_INFINITY = float("inf")
"""Only compared with, never calculated with: `min` and `max` need a stand-in for an end that is not there."""


def _inner_low(a: Interval, b: Interval) -> _Corner:
    """Give the higher of two low ends, of equal ones that which is left out."""
    if a.low is None or b.low is None:
        return (b.low, b.low_open) if a.low is None else (a.low, a.low_open)
    if a.low == b.low:
        return a.low, a.low_open or b.low_open
    return (a.low, a.low_open) if a.low > b.low else (b.low, b.low_open)


def _inner_high(a: Interval, b: Interval) -> _Corner:
    """Give the lower of two high ends, of equal ones that which is left out."""
    if a.high is None or b.high is None:
        return (b.high, b.high_open) if a.high is None else (a.high, a.high_open)
    if a.high == b.high:
        return a.high, a.high_open or b.high_open
    return (a.high, a.high_open) if a.high < b.high else (b.high, b.high_open)


def _outer_low(a: Interval, b: Interval) -> _Corner:
    """Give the lower of two low ends, of equal ones that which is included."""
    if a.low is None or b.low is None:
        return None, True
    if a.low == b.low:
        return a.low, a.low_open and b.low_open
    return (a.low, a.low_open) if a.low < b.low else (b.low, b.low_open)


def _outer_high(a: Interval, b: Interval) -> _Corner:
    """Give the higher of two high ends, of equal ones that which is included."""
    if a.high is None or b.high is None:
        return None, True
    if a.high == b.high:
        return a.high, a.high_open and b.high_open
    return (a.high, a.high_open) if a.high > b.high else (b.high, b.high_open)


def _starts_within(a: Interval, b: Interval) -> bool:
    if a.low is None or b.low is None:
        return b.low is None
    return a.low > b.low or (a.low == b.low and (a.low_open or not b.low_open))


def _ends_within(a: Interval, b: Interval) -> bool:
    if a.high is None or b.high is None:
        return b.high is None
    return a.high < b.high or (a.high == b.high and (a.high_open or not b.high_open))


def _corners(interval: Interval) -> tuple[tuple[Fraction | float, bool], tuple[Fraction | float, bool]]:
    low = -_INFINITY if interval.low is None else interval.low
    high = _INFINITY if interval.high is None else interval.high
    return (low, interval.low_open), (high, interval.high_open)


def _corner_product(
    a: tuple[Fraction | float, bool], b: tuple[Fraction | float, bool]
) -> tuple[Fraction | float, bool]:
    """Give the product of two ends, and whether it is left out: 0 is reached as soon as one factor reaches it."""
    if a[0] == 0 or b[0] == 0:
        reached = (a[0] == 0 and not a[1]) or (b[0] == 0 and not b[1])
        return ZERO, not reached
    if isinstance(a[0], float) or isinstance(b[0], float):
        return (_INFINITY if (a[0] > 0) == (b[0] > 0) else -_INFINITY), True
    return a[0] * b[0], a[1] or b[1]


def _product_low_order(corner: tuple[Fraction | float, bool]) -> tuple[Fraction | float, bool]:
    return corner


def _product_high_order(corner: tuple[Fraction | float, bool]) -> tuple[Fraction | float, bool]:
    return corner[0], not corner[1]


def _reciprocal(interval: Interval) -> Interval:
    """Give the reciprocals of an interval that lies wholly above or wholly below 0."""
    if interval.is_empty:
        return EMPTY
    low, high = interval.low, interval.high
    new_low = None if high == 0 else ZERO if high is None else 1 / high
    new_high = None if low == 0 else ZERO if low is None else 1 / low
    return Interval(new_low, new_high, interval.high_open, interval.low_open)
