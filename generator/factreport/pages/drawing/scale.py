"""Scales of charts: which stretch of numbers or days is shown, where its ticks stand, and where a value falls.

Ends and steps are exact rationals. Linear ticks, four to six, stand on 1-2-5 steps; those of days on calendar steps.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext
from functools import cached_property, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.exact import Fraction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PADDING = Fraction(6, 100)
"""Share of the shown span that is added on each side."""
LOGARITHMIC_FROM = 20
"""A largest value more than this many times the smallest asks for a logarithmic scale."""
CALENDAR_STEPS = (1, 2, 5, 10, 15)
"""Days between ticks; beyond these, ticks stand on the first of a month."""
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)
FIRST_DAY, LAST_DAY = Fraction(date.min.toordinal()), Fraction(date.max.toordinal())
LEFT, RIGHT = Fraction(0), Fraction(1)
STEPS_KEPT = 256
"""Powers of ten for which steps are kept."""
LOG_DIGITS = 20
"""Digits of the logarithms: far finer than a pixel, and the same on every machine."""


class Scale(Struct, frozen=True, dict=True):
    """A stretch of numbers, or of days counted as `date.toordinal` does."""

    low: Fraction
    """What stands at the left edge; above 0 on a logarithmic scale."""
    high: Fraction
    """What stands at the right edge, more than `low`."""
    ticks: tuple[Fraction, ...]
    """Ascending, within the ends."""
    logarithmic: bool = False

    @cached_property
    def _places(self) -> dict[Fraction, Fraction]:
        """Places worked out before: a page and a file show the same ones, most of them more than once."""
        return {}

    @cached_property
    def _length(self) -> Fraction:
        return self.high - self.low

    def place(self, value: Fraction) -> Fraction:
        """Give where a value falls: 0 at the left edge, 1 at the right; what is beyond an edge falls on it."""
        place = self._places.get(value)
        if place is None:
            place = self._places[value] = self._share(value)
        return place

    def _share(self, value: Fraction) -> Fraction:
        if self.logarithmic:
            return _log_share(min(max(value, self.low), self.high), self.low, self.high)
        share = (value - self.low) / self._length
        return LEFT if share.numerator < 0 else RIGHT if share.numerator > share.denominator else share


def linear_scale(values: Iterable[Fraction], *, whole: bool = False) -> Scale:
    """Give the narrowest scale with four to six ticks that holds all values with room; `whole`: ticks on integers."""
    low, high = _padded(values, least=Fraction(4 if whole else 0))
    options = [
        (floor_low, ceiling_high, step)
        for step in _steps_near(high - low)
        if not whole or step >= 1
        for floor_low, ceiling_high in _outward(low, high, step, whole=whole)
        if 4 <= _times(ceiling_high, step) - _times_up(floor_low, step) + 1 <= 6
    ]
    low, high, step = min(options, key=lambda option: (option[1] - option[0], option[2]))
    return Scale(low, high, _multiples(low, high, step))


def logarithmic_scale(values: Iterable[Fraction]) -> Scale:
    """Give a logarithmic scale that holds all values, which must be above 0, with two to six ticks on 1-2-5 numbers."""
    shown = sorted(values)
    low = _one_two_five_below(shown[0] * Fraction(9, 10))
    high = 1 / _one_two_five_below(1 / (shown[-1] * Fraction(11, 10)))
    powers = range(power_of_ten(low), power_of_ten(high) + 1)
    for figures in ((1, 2, 5), (1, 3), (1,)):
        ticks = _within(low, high, (Fraction(10) ** power * figure for power in powers for figure in figures))
        if len(ticks) <= 6:
            return Scale(low, high, ticks, logarithmic=True)
    return Scale(low, high, ticks[:: -(-len(ticks) // 6)], logarithmic=True)


def time_scale(values: Iterable[Fraction]) -> Scale:
    """Give a scale of days with two to six ticks: days, else firsts of months."""
    low, high = _padded(values, least=Fraction(2))
    low, high = max(Fraction(low.__floor__()), FIRST_DAY), min(Fraction(high.__ceil__()), LAST_DAY)
    for step in CALENDAR_STEPS:
        if high - low <= 7 * step and len(ticks := _within(low, high, _days_every(low, high, step))) <= 6:
            return Scale(low, high, ticks)
    for months in MONTH_STEPS:
        if high - low <= 7 * 31 * months and len(ticks := _within(low, high, _months_every(low, high, months))) <= 6:
            return Scale(low, high, ticks)
    return Scale(low, high, (low, high))


def needs_logarithm(values: Sequence[Fraction]) -> bool:
    """Tell whether the largest value is so many times the smallest that a linear scale would show one blot."""
    return min(values) > 0 and max(values) > LOGARITHMIC_FROM * min(values)


def power_of_ten(value: Fraction) -> int:
    """Give the largest n with 10**n not above `value`, which must be above 0."""
    power = len(str(value.numerator)) - len(str(value.denominator))
    return power if Fraction(10) ** power <= value else power - 1


def _padded(values: Iterable[Fraction], least: Fraction = LEFT) -> tuple[Fraction, Fraction]:
    shown = list(values)
    low, high = min(shown), max(shown)
    span = max(high - low, least) or abs(low) / 5 or Fraction(1)
    spare = (span - (high - low)) / 2
    padded_low, padded_high = low - spare - span * PADDING, high + spare + span * PADDING
    return (Fraction(0) if padded_low < 0 <= low else padded_low), padded_high


def _outward(low: Fraction, high: Fraction, step: Fraction, *, whole: bool) -> Iterable[tuple[Fraction, Fraction]]:
    """Give pairs of ends rounded outwards, to the step or to a fifth of it."""
    finer = step if whole and step < 5 else step / 5
    return product({_floor(low, step), _floor(low, finer)}, {_ceiling(high, step), _ceiling(high, finer)})


def _steps_near(span: Fraction) -> list[Fraction]:
    """Give the steps that can have four to six multiples on a span that is lengthened by up to a step on each side."""
    return [step for step, seven in _steps(power_of_ten(span)) if step <= span < seven]


@lru_cache(STEPS_KEPT)
def _steps(power: int) -> tuple[tuple[Fraction, Fraction], ...]:
    """Give 1-2-5 steps up to that power of ten, each with seven times itself."""
    powers = [Fraction(10) ** (power + shift) for shift in (-2, -1, 0)]
    return tuple((each * figure, 7 * each * figure) for each in powers for figure in (1, 2, 5))


def _times(value: Fraction, step: Fraction) -> int:
    """Give how many whole steps reach to a value, not beyond it; in whole numbers, which are quicker."""
    return value.numerator * step.denominator // (value.denominator * step.numerator)


def _times_up(value: Fraction, step: Fraction) -> int:
    """Give how many whole steps reach a value or go beyond it."""
    return -(-value.numerator * step.denominator // (value.denominator * step.numerator))


def _floor(value: Fraction, step: Fraction) -> Fraction:
    return _times(value, step) * step


def _ceiling(value: Fraction, step: Fraction) -> Fraction:
    return _times_up(value, step) * step


def _multiples(low: Fraction, high: Fraction, step: Fraction) -> tuple[Fraction, ...]:
    return tuple(step * n for n in range(_times_up(low, step), _times(high, step) + 1))


def _within(low: Fraction, high: Fraction, values: Iterable[Fraction]) -> tuple[Fraction, ...]:
    return tuple(sorted({value for value in values if low <= value <= high}))


def _one_two_five_below(value: Fraction) -> Fraction:
    power = Fraction(10) ** power_of_ten(value)
    return max(power * figure for figure in (1, 2, 5) if power * figure <= value)


def _log_share(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    with localcontext() as context:
        context.prec = LOG_DIGITS
        logs = [(Decimal(each.numerator) / Decimal(each.denominator)).ln() for each in (low, value, high)]
        return Fraction((logs[1] - logs[0]) / (logs[2] - logs[0]))


def _days_every(low: Fraction, high: Fraction, step: int) -> Iterable[Fraction]:
    """Count on within each month (1, 6, 11... for 5), so that ticks stand on days people name; skip a lone last day."""
    for ordinal in range(int(low), int(high) + 1):
        day = date.fromordinal(ordinal).day
        if step == 1 or ((day - 1) % step == 0 and day + step // 2 <= 31):
            yield Fraction(ordinal)


def _months_every(low: Fraction, high: Fraction, months: int) -> Iterable[Fraction]:
    first, last = date.fromordinal(int(low)), date.fromordinal(int(high))
    for month in range(first.year * 12 // months * months, (last.year + 1) * 12, months):
        if 12 <= month < 12 * 10_000:
            yield Fraction(date(month // 12, month % 12 + 1, 1).toordinal())
