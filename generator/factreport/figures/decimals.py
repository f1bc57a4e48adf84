"""Decimals: how many a number needs, rounding to them, and writing numbers with them, for readers and for machines."""

from __future__ import annotations

from factreport.figures.exact import Fraction
from factreport.language import decimal_mark, group_mark

MOST_DECIMALS = 12
"""Shown at most where no number of decimals would be enough."""


def decimals_of(step: Fraction, scale: Fraction | int = 1, finer: int = 1) -> int:
    """Give the decimals of a place: the fewest at which the last is worth no more than `step` over `scale * finer`."""
    decimals, reach, wanted = 0, step.numerator * scale.denominator, step.denominator * scale.numerator * finer
    while reach < wanted and decimals < MOST_DECIMALS:
        decimals, reach = decimals + 1, reach * 10
    return decimals


def decimals_to_end(value: Fraction) -> int:
    """Give the decimals with which `value` ends, or more than are ever shown where it doesn't."""
    power, under = 1, value.denominator
    for decimals in range(MOST_DECIMALS + 1):
        if power % under == 0:
            return decimals
        power *= 10
    return MOST_DECIMALS + 1


def decimals_to_explain(value: Fraction, step: Fraction) -> int:
    """Give the fewest decimals, finer than `step`, at which `value` is no seeming tie and rounds as it does exactly."""
    steps = value / step
    if steps.denominator == 1:
        return decimals_of(step)
    least = next(k for k in range(MOST_DECIMALS) if step.denominator < step.numerator * 10**k)
    exact = _nearest(abs(steps.numerator), steps.denominator)
    for decimals in range(least, MOST_DECIMALS):
        over, power = abs(value.numerator) * 10**decimals, 10**decimals
        shown = _nearest(over, value.denominator)
        shown_over, shown_under = shown * step.denominator, power * step.numerator
        is_tie = shown_over % shown_under * 2 == shown_under and shown * value.denominator != over
        if not is_tie and _nearest(shown_over, shown_under) == exact:
            return decimals
    return MOST_DECIMALS


def _nearest(over: int, under: int) -> int:
    """Give the whole number nearest to a quotient that is not below 0, of two the larger."""
    return (2 * over + under) // (2 * under)


def round_half_up(value: Fraction, step: Fraction) -> Fraction:
    """Give the multiple of `step` nearest to `value`, of two the one farther from 0 (ISO 80000-1, annex B, rule B)."""
    over, under = 2 * abs(value.numerator) * step.denominator, value.denominator * step.numerator
    count = (over + under) // (2 * under)
    return Fraction((-count if value.numerator < 0 else count) * step.numerator, step.denominator)


def rounds_to(value: Fraction, factor: Fraction, step: Fraction, wanted: Fraction) -> bool:
    """Tell whether `value` times `factor` rounds to `wanted` at `step`, as `round_half_up` rounds; in whole numbers."""
    over = value.numerator * factor.numerator
    under = value.denominator * factor.denominator * step.numerator
    count = (2 * abs(over) * step.denominator + under) // (2 * under)
    rounded = (-count if over < 0 else count) * step.numerator
    return rounded * wanted.denominator == wanted.numerator * step.denominator


def decimal_string(value: Fraction, decimals: int) -> str:
    """Give `value` rounded to so many decimals, as the site's language writes numbers ("4,452.5")."""
    sign, whole, part = _digits(value, decimals)
    return f"{sign}{whole:,}".replace(",", group_mark()) + (f"{decimal_mark()}{part}" if part else "")


def _digits(value: Fraction, decimals: int) -> tuple[str, int, str]:
    """Give sign, whole number and decimals of `value` rounded to so many."""
    # As `round_half_up` at 1/10**decimals, counted in units of that.
    (over, under), power = value.as_integer_ratio(), 10**decimals
    count = (2 * abs(over) * power + under) // (2 * under)
    whole, part = divmod(count, power)
    return "-" if count and over < 0 else "", whole, f"{part:0{decimals}}" if decimals else ""


def exact_string(value: Fraction | None) -> str | None:
    """Give `value` for machines: in decimals if they end, else as a ratio ("12.5", "100/3"); None for no end."""
    if value is None:
        return None
    decimals = _all_decimals(value)
    if decimals is None:
        return str(value)
    sign, whole, part = _digits(value, decimals)
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def ends_in_decimals(value: Fraction) -> bool:
    """Tell whether the decimals of a number end."""
    return _all_decimals(value) is not None


def _all_decimals(value: Fraction) -> int | None:
    """Give the number of decimals with which `value` ends, however many; None where it does not."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def is_power_of_ten(value: Fraction) -> bool:
    """Tell whether `value` is 1, 10, 100... or 0.1, 0.01..."""
    over, under = value.as_integer_ratio()
    return 1 in {over, under} and str(over * under).rstrip("0") == "1"
