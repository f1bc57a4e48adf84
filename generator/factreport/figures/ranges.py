"""Two amounts that make one range, or a change from one to the other, and what the first borrows from the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.exact import Fraction
from factreport.figures.numbers import HYPHENS, SCALES
from factreport.figures.phrases import words
from factreport.figures.printed_amount import ONE, PrintedAmount, Unit
from factreport.figures.unit_factors import factor_between

if TYPE_CHECKING:
    from factreport.figures.numbers import Number
    from factreport.figures.tokens import Tokens

DASHES = HYPHENS | frozenset("–—−~")

_CHANGE = words("""
    rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing growth climb climbs
    climbed climbing drop drops dropped dropping jump jumps jumped jumping increase increases increased increasing
    decrease decreases decreased decreasing decline declines declined declining surge surges surged surging soar
    soars soared soaring slip slips slipped slipping slump slumps slumped slumping slide slides slid sliding
    plunge plunges plunged plunging tumble tumbles tumbled tumbling shrink shrinks shrank shrunk shrinking swell
    swells swelled swollen swelling expand expands expanded expanding widen widens widened widening narrow narrows
    narrowed narrowing cut cuts cutting raise raises raised raising lower lowers lowered lowering lift lifts
    lifted lifting upgrade upgraded downgrade downgraded revise revised revises revision move moves moved moving
    went go goes going reduce reduces reduced reducing reduction boost boosts boosted boosting improve improves
    improved improving improvement advance advances advanced advancing gain gains gained gaining ease eases eased
    easing edge edges edged edging dip dips dipped dipping creep creeps crept creeping push pushed pushes pushing
    bring brings brought take takes took taking taken up down trim trims trimmed trimming scale scaled change
    changes changed changing accelerate accelerates accelerated accelerating acceleration slow slows slowed
    slowing quicken quickened rebound rebounded recover recovered leap leaps leapt leaped leaping rocket rocketed
    balloon ballooned double doubled doubling triple tripled halve halved sink sinks sank sunk sinking shift
    shifted switch switched deepen deepened strengthen strengthened weaken weakened worsen worsened contract
    contracted ramp ramped hike hiked hikes hiking slash slashed slashes slashing extend extended extends spike
    spiked dwindle dwindled bumped bump turn turned swing swung escalate escalated skyrocketed mushroomed multiply
    multiplied downgrading upgrading drive drove driven nudge nudged tick ticked crashed crash collapse collapsed
    retreat retreated bounced inched evolve evolved evolves
""")
_SPREAD = words("""
    range ranges ranged ranging vary varies varied varying anywhere span spans spanned spanning run runs priced
    prices
""")
_CLAUSE_ENDS = frozenset(".;:()") | {""}
_LOOK_BACK = 12
"""Words before "from" among which a verb of change is sought; a longer clause has another subject by then."""
TOO_FAR_APART = 5
"""Times one end of a range that the other may be where only its numbers can tell; farther apart, each says its own."""

BY_AT_MOST = 3
"""Times the first number that the second may be and still end a range after "by" ("fell by 10 to 30")."""


def is_change(tokens: Tokens, index: int) -> bool:
    """Whether the words before the token tell of a change ("rose from") and not of a spread ("ranges from")."""
    for at in range(index - 1, max(index - _LOOK_BACK, 0) - 1, -1):
        low = tokens.lows[at]
        if low in _SPREAD:
            return False
        if low in _CHANGE:
            return True
        if low in _CLAUSE_ENDS:
            return False
    return False


def changes_right_before(tokens: Tokens, index: int) -> bool:
    """Whether a verb of change, or "by", touches the token ("rose $2bn to $5bn")."""
    return tokens.lows[index - 1] in _CHANGE or tokens.lows[index - 1] == "by"


def moves_by_one_to_another(tokens: Tokens, lead: int, low: PrintedAmount, high: PrintedAmount) -> bool:
    """Whether "cut by 300 to 2,700" tells a change and where it ended: "by" and a verb, and ends far apart."""
    if tokens.lows[lead - 1] != "by" or low.unit is not None or high.unit is not None:
        return False
    return high.value > BY_AT_MOST * low.value and is_change(tokens, lead - 1)


def in_metres(tokens: Tokens, low: PrintedAmount, high: PrintedAmount) -> tuple[PrintedAmount, PrintedAmount]:
    """Return both ends, with "m" for metres beside a length, not for millions ("60cm-1.1m", "400m-500m away")."""
    if _is_length(low) and _ends_in_m(tokens, high):
        return low, high._replace(scale=ONE, unit=Unit(("m",)))
    if _is_length(high) and _ends_in_m(tokens, low):
        return low._replace(scale=ONE, unit=Unit(("m",))), high
    return low, high


def in_lakhs(tokens: Tokens, low: PrintedAmount, high: PrintedAmount) -> PrintedAmount:
    """Return the second, with "L" for lakhs after an amount in rupees, not for litres ("Rs 5-10L", "Rs 5L-10 L")."""
    if not low.prefixed or low.unit is None or "INR" not in low.unit.units:
        return high
    touches = high.unit is not None and high.unit.units == ("l",) and tokens.raws[high.end - 1] == "L"
    apart = high.bare and tokens.raws[high.end] == "L" and tokens.raws[high.end + 1] != "&"
    if not touches and not apart:
        return high
    return high._replace(scale=Fraction(SCALES["lakh"]), unit=None, end=high.end + apart)


def _is_length(amount: PrintedAmount) -> bool:
    return amount.unit is not None and factor_between(amount.unit.units[0], "m") is not None


def _ends_in_m(tokens: Tokens, amount: PrintedAmount) -> bool:
    return amount.unit is None and tokens.raws[amount.end - 1] == "m"


def lend(low: PrintedAmount, high: PrintedAmount, *, to_high: bool) -> tuple[PrintedAmount, PrintedAmount] | None:
    """Return the two ends with the unit and scale that one of them has for both, or None where they do not fit.

    `to_high`: whether the second may borrow the unit of the first ("$4-5bn", but not "rose 5% to 300").
    """
    low, high = _lend_scale(low, high)
    if low.unit is None and high.unit is not None:
        low = low._replace(unit=high.unit)
    elif high.unit is None and low.unit is not None:
        if not to_high:
            return None
        high = high._replace(unit=low.unit)
        if high.scale == 1 and low.scale != 1 and high.bare is False and high.number.mantissa > low.number.mantissa:
            high = high._replace(scale=low.scale)
    return _in_one_unit(low, high)


def _in_one_unit(low: PrintedAmount, high: PrintedAmount) -> tuple[PrintedAmount, PrintedAmount] | None:
    if low.unit is None or high.unit is None or low.unit.units == high.unit.units:
        return low, high
    if low.unit.money and high.unit.money:
        shared = tuple(sorted(set(low.unit.units) & set(high.unit.units)))
        if not shared:
            return None
        return low._replace(unit=low.unit._replace(units=shared)), high._replace(unit=high.unit._replace(units=shared))
    factor = factor_between(high.unit.units[0], low.unit.units[0])
    if factor is None:
        return None
    return low, high._replace(unit=Unit(low.unit.units, factor))


def _lend_scale(low: PrintedAmount, high: PrintedAmount) -> tuple[PrintedAmount, PrintedAmount]:
    # "800,000 to 1.2 million" says its thousands itself; "5,000-6,000 crore" sets both ends alike.
    if low.scale != 1 or low.number.scaled or (low.number.grouped and not high.number.grouped):
        return low, high
    scale, mantissa = high.scale, high.number.mantissa
    if _leaves_out_thousands(low.number, high.number):
        scale, mantissa = scale * 1000, mantissa / 1000
    elif high.number.scaled and scale == 1:
        scale = scale_in_words(high.number.mantissa, low.number.mantissa)
        mantissa = high.number.mantissa / scale
    money_first = low.unit is not None and low.unit.money and not low.prefixed
    # "$16-$15 million" are millions both, in the wrong order; "500 to 1 million" is not.
    too_large = low.number.mantissa > TOO_FAR_APART * mantissa
    if scale == 1 or too_large or money_first or (low.unit is not None and not low.unit.money):
        return low, high
    return low._replace(scale=scale), high


def _leaves_out_thousands(low: Number, high: Number) -> bool:
    """Whether the lower end of "50-60,000" is in thousands; "1 to 10,000" and "500-1,000" say what they mean."""
    if low.is_words or low.grouped or low.step != 1 or not high.grouped:
        return False
    thousands = high.mantissa / 1000
    most = 5 * low.mantissa if low.mantissa > 1 else Fraction(2)
    return thousands.denominator == 1 and low.mantissa < thousands <= most


def scale_in_words(value: Fraction, low: Fraction) -> Fraction:
    """Return the scale that a number in words lends to the lower one: "two to three hundred thousand" are hundreds."""
    for power in (12, 9, 6, 3, 2):
        if value >= 10**power:
            scale = Fraction(10**power)
            hundreds = value / scale / 100
            return scale * 100 if hundreds.denominator == 1 and low < hundreds < 10 else scale
    return ONE
