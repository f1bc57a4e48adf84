"""Amounts worked out from printed figures: sums, differences, products, quotients, growth, with all that they can mean.

Each figure is used once in an expression, so interval arithmetic gives exactly the results that are possible
(docs/comparison.md, Arithmetic).
"""

from __future__ import annotations

from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factreport.figures.exact import Fraction
from factreport.figures.figure import Numeral, Qualifier
from factreport.figures.interval import Interval
from factreport.figures.meaning import LOWER_BOUNDS, UPPER_BOUNDS, Amount, Sets
from factreport.figures.wording import MINUS
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TIMES = "\N{MULTIPLICATION SIGN}"
PERCENT = "%"
POINTS = "pp"


class NotComputableError(ValueError):
    """Printed figures cannot be worked with in this way; the reason is a sentence for readers."""


def add(parts: Sequence[Amount]) -> Amount:
    """Give the sum of one amount or more, all in one unit; its last digit is as coarse as the coarsest part's.

    Raises `NotComputableError` for no parts, or for parts in different units.
    """
    if not parts:
        raise NotComputableError(_("A sum needs at least one part."))
    unit = _shared_unit(parts)
    total = reduce(lambda a, b: _combine(a, b, unit, Interval.sum, Fraction.__add__), parts)
    return replace(total, text=" + ".join(part.text for part in parts))


def subtract(a: Amount, b: Amount) -> Amount:
    """Give a minus b; of two shares in percentage points.

    Raises `NotComputableError` for different units.
    """
    unit = _shared_unit((a, b))
    turned = replace(b, qualifier=_turned(b.qualifier), low=b.high or b.low, high=b.low if b.high else None)
    found = _combine(a, turned, POINTS if unit == PERCENT else unit, Interval.difference, Fraction.__sub__)
    return replace(found, text=f"{a.text} {MINUS} {b.text}")


def share_of(share: Amount, whole: Amount) -> Amount:
    """Give a share (in per cent) of an amount, in the unit of the amount.

    Raises `NotComputableError` where `share` is not in per cent, or either may be below 0.
    """
    if share.unit != PERCENT:
        raise NotComputableError(_("“{text}” is not a share in per cent.").format(text=share.text))
    return replace(
        multiply(scaled(share, Fraction(1, 100), ""), whole, whole.unit),
        text=f"{_factor(share.text)} {TIMES} {_factor(whole.text)}",
    )


def multiply(a: Amount, b: Amount, unit: str) -> Amount:
    """Give the product of two amounts that are not below 0, in the unit that the caller knows it has."""
    _require_not_negative(a, b)
    product = _combine(a, b, unit, Interval.product, Fraction.__mul__)
    return _with_own_step(replace(product, text=f"{_factor(a.text)} {TIMES} {_factor(b.text)}"))


def divide(a: Amount, b: Amount, unit: str) -> Amount:
    """Give a divided by b, in the unit that the caller knows it has.

    Raises `NotComputableError` where b is 0, or either may be below 0.
    """
    _require_not_negative(a, b)
    if any(numeral.value == 0 for numeral in b.numerals):
        raise NotComputableError(_("“{text}” is nothing, and nothing can be divided by it.").format(text=b.text))
    turned = replace(b, qualifier=_turned(b.qualifier), low=b.high or b.low, high=b.low if b.high else None)
    quotient = _combine(a, turned, unit, Interval.quotient, Fraction.__truediv__)
    return _with_own_step(replace(quotient, text=f"{_factor(a.text)} / {_divisor(b.text)}"))


def growth(before: Amount, after: Amount) -> Amount:
    """Give by how many per cent `after` exceeds `before`; below 0 for a fall."""
    _shared_unit((before, after))
    ratio = scaled(divide(after, before, PERCENT), Fraction(100), PERCENT)
    hundred = Numeral(Fraction(100), ratio.low.step, None)
    everything = Interval.point(hundred.value)
    whole = Amount((PERCENT,), Qualifier.NONE, hundred, None, Sets(everything, everything, everything), "100%")
    found = _combine(ratio, whole, PERCENT, Interval.difference, Fraction.__sub__)
    return replace(found, text=f"{_factor(after.text)} / {_divisor(before.text)} {MINUS} 1")


def scaled(amount: Amount, factor: Fraction, unit: str) -> Amount:
    """Give an amount times an exact number greater than 0, in another unit."""
    return amount.converted(Interval.point(factor), factor, unit)


def _factor(text: str) -> str:
    """Put a sum in brackets, so that it can be multiplied."""
    return f"({text})" if any(f" {sign} " in text for sign in ("+", MINUS)) else text


def _divisor(text: str) -> str:
    """Put whatever was worked out in brackets, so that one can divide by it."""
    return f"({text})" if any(f" {sign} " in text for sign in ("+", MINUS, TIMES, "/")) else text


def _combine(
    a: Amount,
    b: Amount,
    unit: str,
    join: Callable[[Interval, Interval], Interval],
    calculate: Callable[[Fraction, Fraction], Fraction],
) -> Amount:
    """Join two amounts set by set and number by number; of ranges, low end with low end and high with high."""
    sets = Sets(
        join(a.sets.tight, b.sets.tight), join(a.sets.loose, b.sets.loose), join(a.sets.rounding, b.sets.rounding)
    )
    qualifier = _joined(a.qualifier, b.qualifier)
    step = max(a.low.step, b.low.step)
    low = Numeral(calculate(a.low.value, b.low.value), step, None)
    high = None
    if qualifier is Qualifier.BETWEEN:
        high = Numeral(calculate((a.high or a.low).value, (b.high or b.low).value), step, None)
    return Amount((unit,), qualifier, low, high, sets, "")


def _joined(a: Qualifier, b: Qualifier) -> Qualifier:
    """Give the qualifier of a sum: limits in one direction stay one, limits in both leave nothing firm but "about"."""
    both = {a, b} - {Qualifier.NONE}
    if len(both) <= 1:
        return next(iter(both), Qualifier.NONE)
    limits = both & (LOWER_BOUNDS | UPPER_BOUNDS)
    if limits <= LOWER_BOUNDS and limits:
        return Qualifier.OVER if Qualifier.OVER in limits else Qualifier.AT_LEAST
    if limits <= UPPER_BOUNDS and limits:
        return Qualifier.UNDER if Qualifier.UNDER in limits else Qualifier.AT_MOST
    return Qualifier.ABOUT


def _turned(qualifier: Qualifier) -> Qualifier:
    """Give what a qualifier becomes for a number taken away or divided by: the less of it, the more is left."""
    return {
        Qualifier.OVER: Qualifier.UNDER,
        Qualifier.UNDER: Qualifier.OVER,
        Qualifier.AT_LEAST: Qualifier.AT_MOST,
        Qualifier.AT_MOST: Qualifier.AT_LEAST,
        Qualifier.NEARLY: Qualifier.ABOUT,
    }.get(qualifier, qualifier)


def _with_own_step(amount: Amount) -> Amount:
    """Give a product or quotient the width of what its figures round to as the place of its last digit."""
    ends = amount.sets.rounding
    if ends.low is None or ends.high is None or ends.low == ends.high:
        return amount
    low, high = (n and replace(n, step=ends.high - ends.low) for n in (amount.low, amount.high))
    return replace(amount, low=low or amount.low, high=high)


def _shared_unit(parts: Sequence[Amount]) -> str:
    for one, other in pairwise(parts):
        if one.units != other.units:
            message = _("“{one}” and “{other}” are in different units.")
            raise NotComputableError(message.format(one=one.text, other=other.text))
    return parts[0].unit


def _require_not_negative(*amounts: Amount) -> None:
    for amount in amounts:
        if any(numeral.value < 0 for numeral in amount.numerals):
            raise NotComputableError(_("“{text}” is below 0.").format(text=amount.text))
