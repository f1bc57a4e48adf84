"""What a printed figure can mean: the numbers it stands for, read strictly and read generously.

The table of sets is in docs/comparison.md (What the words mean). A reader of "$5.5 billion" may take it for 5.45 to
5.55 (rounded to nearest), and at the very most for 5.4 to 5.6 (cut off, rounded up, or rounded twice).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.exact import Fraction
from factreport.figures.figure import Numeral, Qualifier
from factreport.figures.interval import AT_LEAST_ZERO, ZERO, Interval

if TYPE_CHECKING:
    from factreport.figures.figure import Figure

LOWER_BOUNDS = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
UPPER_BOUNDS = frozenset({Qualifier.UNDER, Qualifier.AT_MOST})
BOUNDS = LOWER_BOUNDS | UPPER_BOUNDS
SIGNED_UNITS = frozenset({"%", "pp", "bp", "°C", "°F"})
"""Units whose numbers may be below 0 without a written sign: "growth under 5%" may be a fall."""
CANCELLABLE = ("up to", "as much as", "as many as")
"""Upper bounds that people let pass when broken (McNabb and others, SuB 20), unlike "at most" and "no more than"."""


class Conventions(Struct, frozen=True):
    """How words and gaps are read where no standard says: they can be changed, and are printed where they decide."""

    about: Fraction = Fraction(1, 20)
    """How far "about" reaches at most on either side, and "nearly" below, as a share of the number."""
    nearly: Fraction = Fraction(1, 10)
    """How far below its number "nearly" reaches at the very most, as a share of it."""
    rate_guard: Fraction = Fraction(1, 100)
    """How far the market's dealing rates may lie from the reference rate before a conversion is called wrong."""
    small: Fraction = Fraction(1, 20)
    """A gap below this share of the reference figure is small."""
    severe: Fraction = Fraction(1, 4)
    """A gap above this share of the reference figure is severe."""
    far: Fraction = Fraction(2)
    """A number more than this many times a limit, or less than one part in this many, is far from it."""
    open_days: int = 5
    """Business days looked at where only the first or the last day of a publication is known."""

    def __hash__(self) -> int:
        # Shares are slow to hash, and there are never many of them.
        return hash(self.open_days)


DEFAULTS = Conventions()


class Sets(Struct, frozen=True):
    """The numbers that a figure can stand for. `rounding` lies in `loose` for a bare number; `tight` always does."""

    tight: Interval
    """If the writer rounded to nearest and meant the qualifying word."""
    loose: Interval
    """With cutting off, rounding up, double rounding and a loose hedge."""
    rounding: Interval
    """What rounds to the digits, whatever the qualifying word; of a range, what rounds to anything from end to end."""

    def scaled(self, rate: Interval) -> Sets:
        """Give the sets with every number multiplied by every factor in `rate`."""
        tight = self.tight.product(rate)
        rounding = tight if self.rounding is self.tight else self.rounding.product(rate)
        return Sets(tight, self.loose.product(rate), rounding)

    def moved(self, offset: Fraction) -> Sets:
        """Give the sets with `offset` added to every number."""
        by = Interval.point(offset)
        return Sets(self.tight.sum(by), self.loose.sum(by), self.rounding.sum(by))


class Amount(Struct, frozen=True):
    """One side of a comparison: a printed figure with its sets, or one worked out from others."""

    units: tuple[str, ...]
    """Candidate units, sorted."""
    qualifier: Qualifier
    low: Numeral
    """The number; of a range, its lower end."""
    high: Numeral | None
    """Upper end of a range; None unless the qualifier is `between`."""
    sets: Sets
    text: str
    """As printed with its qualifying words, or how it was worked out."""
    is_cancellable: bool = False
    """Whether it is a limit of the kind that people let pass when broken ("up to")."""
    figure: Figure | None = None
    """The printed figure, without its place; None where it was worked out."""

    def __hash__(self) -> int:
        return hash((self.text, self.units, self.low))

    @property
    def unit(self) -> str:
        """The unit, candidates joined by `|`."""
        return "|".join(self.units)

    @property
    def numerals(self) -> tuple[Numeral, ...]:
        """The number, or both ends of a range."""
        return (self.low,) if self.high is None else (self.low, self.high)

    def converted(self, rate: Interval, nominal: Fraction, unit: str, offset: Fraction = ZERO) -> Amount:
        """Give it in another unit: the sets times all of `rate`, the number times `nominal`, and `offset` added."""
        sets = self.sets.scaled(rate)
        return Amount(
            units=(unit,),
            qualifier=self.qualifier,
            low=_scaled(self.low, nominal, offset),
            high=_scaled(self.high, nominal, offset) if self.high else None,
            sets=sets.moved(offset) if offset else sets,
            text=self.text,
            is_cancellable=self.is_cancellable,
            figure=self.figure,
        )


def _scaled(numeral: Numeral, factor: Fraction, offset: Fraction) -> Numeral:
    value = numeral.value * factor
    return Numeral(value + offset if offset else value, numeral.step * factor, numeral.digits)


@lru_cache(maxsize=4096)
def amount_of(figure: Figure, conventions: Conventions = DEFAULTS) -> Amount:
    """Give a printed figure with its sets, as one side of a comparison."""
    return _amount_of(figure.anywhere, conventions)


@lru_cache(maxsize=4096)
def _amount_of(figure: Figure, conventions: Conventions) -> Amount:
    cancellable = figure.qualifier is Qualifier.AT_MOST and figure.qualifier_text.lower().startswith(CANCELLABLE)
    return Amount(
        units=figure.units,
        qualifier=figure.qualifier,
        low=figure.numeral,
        high=figure.upper,
        sets=sets_of(figure, conventions),
        text=figure.said,
        is_cancellable=cancellable,
        figure=figure,
    )


def sets_of(figure: Figure, conventions: Conventions = DEFAULTS) -> Sets:
    """Give the sets of a figure, in base units of its unit.

    Money, counts and sizes have no numbers below 0 unless a sign is written. A count below 1,000 without a hedge is
    that one integer.
    """
    return _sets(figure.numeral, figure.upper, figure.unit, figure.qualifier, conventions)


@lru_cache(maxsize=4096)
def _sets(low: Numeral, upper: Numeral | None, unit: str, qualifier: Qualifier, conventions: Conventions) -> Sets:
    rounding, sign = rounding_set(low, unit), low.value.numerator
    if upper is not None:
        rounding = rounding.hull(rounding_set(upper, unit))
    if qualifier is Qualifier.BETWEEN:
        high = upper or low
        tight, loose = Interval(low.value, high.value), _loose_range(low, high, unit)
    elif sign < 0 and qualifier not in BOUNDS:
        positive = Numeral(-low.value, low.step, low.digits)
        tight, loose = (one.negated() for one in _plain(positive, qualifier, unit, conventions))
    else:
        tight, loose = _plain(low, qualifier, unit, conventions)
    if tight == rounding:
        # One set and not two equal ones, so that it is converted once.
        tight = rounding
    may_be_negative = unit in SIGNED_UNITS or sign < 0
    if may_be_negative or (sign == 0 and qualifier in UPPER_BOUNDS):
        return Sets(tight, loose, rounding)
    return Sets(_not_below_zero(tight), _not_below_zero(loose), _not_below_zero(rounding))


def _not_below_zero(interval: Interval) -> Interval:
    is_above = interval.low is not None and interval.low.numerator >= 0
    return interval if is_above else interval.intersection(AT_LEAST_ZERO)


def rounding_set(numeral: Numeral, unit: str) -> Interval:
    """Give the numbers that round to `numeral` at its step, ties away from 0; of a count below 1,000, itself."""
    value, reach = numeral.value, numeral.step / 2
    if is_exact_count(numeral, unit):
        return Interval.point(value)
    ends = value - reach, value + reach
    return Interval(*ends, low_open=True) if value.numerator < 0 else Interval(*ends, high_open=True)


def is_exact_count(numeral: Numeral, unit: str) -> bool:
    """Tell whether the number counts things one by one: thirteen ships are not fourteen."""
    return unit == "count" and numeral.step == 1 and numeral.value.denominator == 1 and abs(numeral.value) < 1000


def _plain(numeral: Numeral, qualifier: Qualifier, unit: str, conventions: Conventions) -> tuple[Interval, Interval]:
    """Give the tight and the loose set of one number; a number below 0 only with a bound."""
    value, step = numeral.value, numeral.step
    match qualifier:
        case Qualifier.OVER | Qualifier.AT_LEAST:
            bound = Interval(value, None, low_open=qualifier is Qualifier.OVER)
            return bound, bound
        case Qualifier.UNDER | Qualifier.AT_MOST:
            bound = Interval(None, value, high_open=qualifier is Qualifier.UNDER)
            return bound, bound
        case Qualifier.ABOUT:
            near = _reach_of_about(numeral, unit)
            far = max(near, conventions.about * value)
            return Interval(value - near, value + near, True, True), Interval(value - far, value + far)  # noqa: FBT003
        case Qualifier.NEARLY:
            near = max(step, conventions.about * value)
            far = max(near, conventions.nearly * value)
            return Interval(value - near, value, high_open=True), Interval(value - far, value, high_open=True)
        case _ if is_exact_count(numeral, unit):
            return Interval.point(value), Interval.point(value)
        case _:
            loose = Interval(value - step, value + step, low_open=True, high_open=True)
            return rounding_set(numeral, unit), loose


def _reach_of_about(numeral: Numeral, unit: str) -> Fraction:
    """Give how far "about" reaches by the digits: one last place, but half the number at most.

    A count below 1,000 is otherwise itself to the last digit; with a hedge it is rounded to its zeros (around 200 can
    be 150 to 250, about 45 only 44 to 46).
    """
    step = numeral.step
    if is_exact_count(numeral, unit) and numeral.value:
        while (numeral.value / (step * 10)).denominator == 1:
            step *= 10
        step = max(numeral.step, step / 2)
    return min(step, numeral.value / 2) if numeral.value else step


def _loose_range(low: Numeral, high: Numeral, unit: str) -> Interval:
    below = 0 if is_exact_count(low, unit) else low.step / 2
    above = 0 if is_exact_count(high, unit) else high.step / 2
    return Interval(low.value - below, high.value + above)
