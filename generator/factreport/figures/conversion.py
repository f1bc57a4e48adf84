"""A conversion at one rate: exact, within rounding, explained by way of a third figure, or beyond the market."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factreport.figures.comparison import Kind, Pivot, Side, Size
from factreport.figures.decimals import rounds_to
from factreport.figures.exact import Fraction
from factreport.figures.interval import Interval
from factreport.figures.lattice import Decision, Inside, decide, kind_of
from factreport.figures.rates import EURO, RateUnknownError

if TYPE_CHECKING:
    from datetime import date

    from factreport.figures.meaning import Amount, Conventions
    from factreport.figures.rates import Fixing, Rates


class Quote(Struct, frozen=True):
    """The rate between two currencies on one day, or over several."""

    nominal: Fraction
    """Units of the second currency for one of the first."""
    interval: Interval
    """The same with the rounding of the published digits, and over all days."""


class Pair(Struct, frozen=True):
    """Two amounts in different currencies, with what the comparison of them depends on."""

    a: Amount
    b: Amount
    original: Side | None
    """The side that the other was converted from; None if not known."""
    also: tuple[Amount, ...]
    """Further printed figures for the same thing."""
    reference: Side | None
    conventions: Conventions

    @property
    def directions(self) -> tuple[Side, ...]:
        """The sides that may be the original."""
        return (self.original,) if self.original else ("a", "b")

    def ends(self, original: Side) -> tuple[Amount, Amount]:
        """Give the original and the target."""
        return (self.a, self.b) if original == "a" else (self.b, self.a)


@lru_cache(maxsize=4096)
def quote_on(rates: Rates, day: date, unit: str, other: str) -> tuple[Quote, tuple[Fixing, ...]]:
    """Give how many of `other` one `unit` was on a day, and the fixings behind it (the euro needs none).

    Raises `RateUnknownError` where there is no fixing to use.
    """
    start, end = rates.fixing(day, unit), rates.fixing(day, other)
    fixings = tuple(sorted(one for one in (start, end) if one.currency != EURO))
    return Quote(end.value / start.value, end.interval.quotient(start.interval)), fixings


def exact_direction(pair: Pair, rate: Fraction) -> Side | None:
    """Give the side whose number, as written, rounds at the other's last digit to the other's number; None if neither.

    `rate` is units of b's currency for one of a's. A tie rounds up (away from 0).
    """
    for side in pair.directions:
        original, target = pair.ends(side)
        if comes_out(original, target, rate if side == "a" else 1 / rate):
            return side
    return None


def comes_out(original: Amount, target: Amount, rate: Fraction) -> bool:
    """Tell whether the original's number at `rate` rounds to the digits of the target; of ranges, both ends."""
    if len(original.numerals) != len(target.numerals):
        return False
    ends = zip(original.numerals, target.numerals, strict=True)
    return all(rounds_to(one.value, rate, other.step, other.value) for one, other in ends)


def find_pivot(pair: Pair, rates: Rates, day: date) -> Pivot | None:
    """Give a further printed figure that the original converts to, and that converts to the digits of the target."""
    for side in pair.directions:
        original, target = pair.ends(side)
        for further in pair.also:
            found = _pivot_by_way_of(further, original, target, rates, day)
            if found is not None:
                return found
    return None


def decide_at(
    pair: Pair, quote: Quote, *, is_exact: bool, has_pivot: bool = False, is_reference: bool = True
) -> Decision:
    """Decide how the two stand at a rate.

    At a reference rate nothing is called a conflict that the market's rates, or a rounding on the way, may explain:
    that is a near miss.
    """
    decision = _lattice_at(pair, quote, quote.interval, is_exact=is_exact)
    if decision.kind is not Kind.CONFLICT or not is_reference:
        return decision
    widened = quote.interval.product(_guarded(pair.conventions))
    if has_pivot or _lattice_at(pair, quote, widened, is_exact=is_exact).kind is not Kind.CONFLICT:
        return replace(decision, kind=Kind.NEAR_MISS, size=Size.SMALL, opposite_sides=False)
    return replace(decision, scale_slip=_slip(pair, quote))


def kind_at(pair: Pair, quote: Quote, *, is_exact: bool, has_pivot: bool) -> Kind:
    """Give the kind that `decide_at` decides at a reference rate, and nothing else."""
    if is_exact and pair.a.sets.tight.product(quote.interval).intersects(pair.b.sets.tight):
        # As `kind_of` decides it first of all, without converting the rest.
        return Kind.CONVERTED_EXACT
    kind = _kind_at(pair, quote, quote.interval, is_exact=is_exact)
    if kind is not Kind.CONFLICT:
        return kind
    widened = quote.interval.product(_guarded(pair.conventions))
    if has_pivot or _kind_at(pair, quote, widened, is_exact=is_exact) is not Kind.CONFLICT:
        return Kind.NEAR_MISS
    return kind


@lru_cache(maxsize=16)
def _guarded(conventions: Conventions) -> Interval:
    return Interval(1 - conventions.rate_guard, 1 + conventions.rate_guard)


def nearest_rate(pair: Pair, rates: Interval) -> Fraction:
    """Give the rate among `rates` at which the numbers come nearest: so a gap has one share, seen from both sides."""
    low, high = rates.low, rates.high
    if low is None or high is None:
        raise ValueError("a rate has two ends")
    wanted = pair.b.low.value / pair.a.low.value if pair.a.low.value else low
    return min(max(wanted, low), high)


def _lattice_at(pair: Pair, quote: Quote, interval: Interval, *, is_exact: bool) -> Decision:
    converted = pair.a.converted(interval, quote.nominal, pair.b.unit)
    return decide(
        converted,
        pair.b,
        converted_exactly=is_exact,
        inside=_inside(pair, converted, interval),
        reference=pair.reference,
        conventions=pair.conventions,
    )


def _kind_at(pair: Pair, quote: Quote, interval: Interval, *, is_exact: bool) -> Kind:
    converted = pair.a.converted(interval, quote.nominal, pair.b.unit)
    inside = partial(_inside, pair, converted, interval)
    return kind_of(converted, pair.b, inside, converted_exactly=is_exact, conventions=pair.conventions)


def _inside(pair: Pair, converted: Amount, rates: Interval) -> Inside:
    """Tell whether all that a can mean lies in what b can mean at every rate, and the other way round."""
    a, b = pair.a.sets.tight, pair.b.sets.tight
    return converted.sets.tight.is_subset(b), b.quotient(rates).is_subset(a)


def _pivot_by_way_of(further: Amount, original: Amount, target: Amount, rates: Rates, day: date) -> Pivot | None:
    if len(further.units) > 1 or further.unit in {original.unit, target.unit} or further.high or target.high:
        return None
    try:
        there, first = quote_on(rates, day, original.unit, further.unit)
        onward, second = quote_on(rates, day, further.unit, target.unit)
    except RateUnknownError:
        return None
    fixings = tuple(sorted({*first, *second}))
    if any(fixing.day != day for fixing in fixings):
        return None
    if not original.sets.tight.product(there.interval).intersects(further.sets.tight):
        return None
    if not comes_out(further, target, onward.nominal):
        return None
    return Pivot(further.text, further.unit, onward.nominal, further.low.value * onward.nominal, fixings)


def _slip(pair: Pair, quote: Quote) -> int | None:
    """Give the thousands by which the two are apart, if that is all that is between them; as a power of ten."""
    converted = pair.a.sets.tight.product(quote.interval)
    powers = (
        power for power in (3, 6, 9, -3, -6, -9) if converted.scale(Fraction(10) ** power).intersects(pair.b.sets.tight)
    )
    return next(powers, None) if pair.a.sets.tight.is_bounded and pair.b.sets.tight.is_bounded else None
