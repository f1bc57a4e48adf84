"""The one place where it is decided how two figures stand to each other.

A pure function over sets, qualifiers and numbers in one unit: currencies, sums and copies only prepare its input. The
kinds are tried in a fixed order and the first that applies is the result (docs/comparison.md, One unit).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from factreport.figures.comparison import Kind, Side, Size
from factreport.figures.figure import Numeral, Qualifier
from factreport.figures.meaning import BOUNDS, DEFAULTS, LOWER_BOUNDS, UPPER_BOUNDS, Amount, Conventions, rounding_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from factreport.figures.exact import Fraction

_AGREE = frozenset({Kind.SAME, Kind.CONVERTED_EXACT})
_APART = frozenset({Kind.NEAR_MISS, Kind.CONFLICT, Kind.BOUNDS_DIFFER})


Inside: TypeAlias = tuple[bool, bool]
"""Whether all that a can mean lies in what b can mean, and the other way round."""


class Decision(Struct, frozen=True):
    """What the lattice decides; see the fields of the same names in `Comparison`."""

    kind: Kind
    qualifiers_differ: bool
    stronger: Side | None
    soft: bool
    far_from_limit: bool
    opposite_sides: bool
    gap: Fraction | None
    gap_share: Fraction | None
    size: Size
    scale_slip: int | None


def decide(
    a: Amount,
    b: Amount,
    *,
    converted_exactly: bool | None = None,
    inside: Inside | None = None,
    reference: Side | None = None,
    conventions: Conventions = DEFAULTS,
) -> Decision:
    """Decide how `a` stands to `b`, both in one unit.

    `converted_exactly` is None within one currency; across two it says whether the number of one, converted, rounds to
    the digits of the other, and `inside` says whose numbers lie within the other's at every rate. `reference` is the
    side whose number the gap is measured by; without one it is the smaller.
    """
    inside = inside or _inside(a, b)
    kind = kind_of(a, b, lambda: inside, converted_exactly=converted_exactly, conventions=conventions)
    gap = _numeral_gap(a, b) if kind is Kind.BOUNDS_DIFFER else a.sets.tight.gap(b.sets.tight)
    share = _share(gap, a, b, reference)
    far = kind is Kind.COMPATIBLE and is_far_from_limit(a, b, conventions)
    return Decision(
        kind=kind,
        qualifiers_differ=a.qualifier is not b.qualifier,
        stronger=None if kind in {Kind.NEAR_MISS, Kind.CONFLICT} else _stronger(inside),
        soft=kind in _APART and kind is not Kind.BOUNDS_DIFFER and (a.is_cancellable or b.is_cancellable),
        far_from_limit=far,
        opposite_sides=kind is Kind.CONFLICT and gap == 0 and not _is_bare(a) and not _is_bare(b),
        gap=gap,
        gap_share=share,
        size=_size(kind, share, a, b, conventions),
        scale_slip=scale_slip(a, b) if far or kind in _APART else None,
    )


def _inside(a: Amount, b: Amount) -> Inside:
    return a.sets.tight.is_subset(b.sets.tight), b.sets.tight.is_subset(a.sets.tight)


def kind_of(  # noqa: PLR0911
    a: Amount, b: Amount, inside: Callable[[], Inside], *, converted_exactly: bool | None, conventions: Conventions
) -> Kind:
    """Decide only the kind, which is all that is asked of most days; `inside` is called where it matters."""
    same_words = a.qualifier is b.qualifier
    meet = a.sets.tight.intersects(b.sets.tight)
    if converted_exactly and meet:
        return Kind.CONVERTED_EXACT
    alike = numerals_alike(a, b)
    if converted_exactly is not None and alike and meet:
        return Kind.CONVERTED_WITHIN_ROUNDING
    if converted_exactly is None and same_words and _values(a) == _values(b):
        return Kind.SAME
    if converted_exactly is None and same_words and alike:
        return Kind.SAME_WITHIN_ROUNDING
    are_limits = {a.qualifier, b.qualifier} <= LOWER_BOUNDS or {a.qualifier, b.qualifier} <= UPPER_BOUNDS
    # "Nearly £270,000" for £268,319 is no other word for one number: the one lies in what the other says.
    if alike and meet and (are_limits or _values(a) == _values(b) or not any(inside())):
        return Kind.QUALIFIER_DIFFERS
    if are_limits:
        return Kind.BOUNDS_DIFFER
    if meet:
        return Kind.SATISFIES if any(inside()) and not is_far_from_limit(a, b, conventions) else Kind.COMPATIBLE
    return Kind.NEAR_MISS if a.sets.loose.intersects(b.sets.loose) else Kind.CONFLICT


def numerals_alike(a: Amount, b: Amount) -> bool:
    """Tell whether the numbers, whatever their qualifying words, can be one number rounded twice; of ranges, both ends.

    A number is never like a range: "3 to 4 billion" does not print "3.5 billion" differently.
    """
    if (a.high is None) != (b.high is None):
        return False
    if a.high is None or b.high is None:
        return a.sets.rounding.intersects(b.sets.rounding)
    return _ends_alike(a.low, b.low, a.unit) and _ends_alike(a.high, b.high, a.unit)


def is_far_from_limit(a: Amount, b: Amount, conventions: Conventions = DEFAULTS) -> bool:
    """Tell whether one is a limit and the other's number so far from it that the limit says little."""
    return _is_far(a, b, conventions) or _is_far(b, a, conventions)


def scale_slip(a: Amount, b: Amount) -> int | None:
    """Give the power of ten by which b's number exceeds a's, if that is all that tells them apart; else None.

    A factor of ten counts only where two digits or more are the same: 5 and 50 may well be two numbers.
    """
    if a.high is not None or b.high is not None or a.low.value <= 0 or b.low.value <= 0:
        return None
    ratio = b.low.value / a.low.value
    power = _power_of_ten(ratio)
    if power is None or power == 0:
        return None
    return power if abs(power) >= 2 or _significant_digits(a.low.value) >= 2 else None


def _values(amount: Amount) -> tuple[Fraction, ...]:
    return tuple(numeral.value for numeral in amount.numerals)


def _ends_alike(a: Numeral, b: Numeral, unit: str) -> bool:
    return rounding_set(a, unit).intersects(rounding_set(b, unit))


def _is_bare(amount: Amount) -> bool:
    return amount.qualifier in {Qualifier.NONE, Qualifier.BETWEEN, Qualifier.ABOUT}


def _is_far(limit: Amount, other: Amount, conventions: Conventions) -> bool:
    if limit.qualifier not in BOUNDS or limit.low.value <= 0:
        return False
    nearest = min(other.numerals, key=lambda numeral: abs(numeral.value - limit.low.value))
    ratio = nearest.value / limit.low.value
    return ratio > conventions.far or ratio < 1 / conventions.far


def _stronger(inside: Inside) -> Side | None:
    a_inside, b_inside = inside
    if a_inside == b_inside:
        return None
    return "a" if a_inside else "b"


def _numeral_gap(a: Amount, b: Amount) -> Fraction:
    return abs(a.low.value - b.low.value)


def _share(gap: Fraction | None, a: Amount, b: Amount, reference: Side | None) -> Fraction | None:
    if gap is None or _have_two_signs(a, b):
        return None
    near_a, near_b = _nearest_ends(a, b)
    sizes = {"a": abs(near_a), "b": abs(near_b)}
    base = sizes[reference] if reference else min(sizes.values())
    return gap / base if base else None


def _have_two_signs(a: Amount, b: Amount) -> bool:
    return a.low.value.numerator * b.low.value.numerator < 0


def _nearest_ends(a: Amount, b: Amount) -> tuple[Fraction, Fraction]:
    if a.high is None and b.high is None:
        return a.low.value, b.low.value
    pairs = [(x.value, y.value) for x in a.numerals for y in b.numerals]
    return min(pairs, key=lambda pair: abs(pair[0] - pair[1]))


def _size(kind: Kind, share: Fraction | None, a: Amount, b: Amount, conventions: Conventions) -> Size:
    if kind in _AGREE:
        return Size.AGREE
    if kind not in _APART:
        return Size.MEET
    if kind is Kind.NEAR_MISS:
        return Size.SMALL
    if share is None or _have_two_signs(a, b) or share > conventions.severe:
        return Size.SEVERE
    return Size.SMALL if share < conventions.small else Size.MATERIAL


def _power_of_ten(ratio: Fraction) -> int | None:
    if ratio < 1:
        inverse = _power_of_ten(1 / ratio)
        return None if inverse is None else -inverse
    power = len(str(int(ratio))) - 1
    return power if ratio == 10**power else None


def _significant_digits(value: Fraction) -> int:
    """Count the digits from the first to the last that is not 0; a number that no decimals end counts as many."""
    digits = str(value.numerator * 10**30 // value.denominator)
    return len(digits.strip("0"))
