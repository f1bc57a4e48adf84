"""One amount, or two that belong together: a range, or the two ends of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures import names, traps
from factreport.figures.amounts import read_amount
from factreport.figures.exact import Fraction
from factreport.figures.numbers import HYPHENS, NOUGHTS, Number
from factreport.figures.phrases import words
from factreport.figures.printed_amount import ONE, PrintedAmount, Unit, is_unit_of_one
from factreport.figures.qualifiers import qualifier_before
from factreport.figures.ranges import (
    DASHES,
    TOO_FAR_APART,
    changes_right_before,
    in_lakhs,
    in_metres,
    is_change,
    lend,
    moves_by_one_to_another,
    scale_in_words,
)
from factreport.figures.shares import read_share
from factreport.figures.tokens import NUMBER, WORD
from factreport.figures.unit_after import with_unit
from factreport.figures.unit_factors import factor_between

if TYPE_CHECKING:
    from factreport.figures.tokens import Tokens

FOLDS = {
    f"{word}fold": number
    for word, number in {
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "twenty": 20, "hundred": 100, "thousand": 1000,
    }.items()
}  # fmt: skip
"""Multiples that are one word ("threefold")."""

NOTHING = NOUGHTS | {"nil"}
_NOT_BEFORE_ZERO = words("net near ground sub below above absolute") | HYPHENS
_HARMED = words("casualties fatalities killed injured dead wounded incidents accidents infections")

_HEDGES_INSIDE = words("about around nearly almost roughly approximately over perhaps maybe even as")


class Reading(Struct, frozen=True):
    """One amount, or two that make a range, before its qualifier is known."""

    low: PrintedAmount
    high: PrintedAmount | None
    end: int
    """Index after its last token."""
    lead: int
    """Index of the first token of the words that make it a range ("between"), else of the amount."""

    @property
    def first(self) -> int:
        """Index of the first token of the amount that is printed first: of "$16-$15 million", the higher."""
        return self.low.first if self.high is None else min(self.low.first, self.high.first)


Readings = tuple[Reading, ...]


def read_joined(tokens: Tokens, index: int) -> Readings | None:
    """Return the figure that starts at the token, or the two of a change; None where there is none."""
    low = _amount(tokens, index)
    if low is None:
        return None
    joined = _second(tokens, low)
    if joined is not None:
        return joined
    if names.is_named(tokens, low):
        return None
    if _is_one(low) and not is_unit_of_one(low):
        return None
    return (Reading(low, None, low.end, index),)


def _amount(tokens: Tokens, index: int) -> PrintedAmount | None:
    low = tokens.lows[index]
    if low in NOTHING and (nothing := _nothing(tokens, index)):
        return nothing
    if low in FOLDS:
        number = Number(Fraction(FOLDS[low]), ONE, len(str(FOLDS[low]).rstrip("0")), index + 1, is_words=True)
        return PrintedAmount(index, index + 1, number, unit=Unit(("x",)))
    if tokens.kinds[index] in {NUMBER, WORD}:
        share = read_share(tokens, index)
        if share is not None or low == "half":
            return share
    return _as_share(tokens, read_amount(tokens, index))


def _as_share(tokens: Tokens, amount: PrintedAmount | None) -> PrintedAmount | None:
    """Return "3/4" before "of" as the share that it is in words ("three quarters of voters")."""
    part = amount and amount.bare and amount.number.digits is None and amount.number.mantissa < 1
    if not amount or not part or tokens.lows[amount.end] != "of" or tokens.lows[amount.end + 1] in {"a", "an"}:
        return amount
    number = amount.number._replace(mantissa=amount.number.mantissa * 100, step=amount.number.step * 100)
    return amount._replace(number=number, unit=Unit(("%",)))


def _nothing(tokens: Tokens, index: int) -> PrintedAmount | None:
    """Read "zero" before what it counts, or all by itself; "net zero" and "zero tolerance" are no figures."""
    following = tokens.lows[index + 1]
    counts = following in traps.PEOPLE_AND_THINGS or following in _HARMED or following.startswith("per")
    if tokens.count > 1 and (not counts or tokens.lows[index - 1] in _NOT_BEFORE_ZERO):
        return None
    number = Number(Fraction(0), ONE, 1, index + 1, is_words=True)
    return with_unit(tokens, PrintedAmount(index, index + 1, number))


def _is_one(amount: PrintedAmount) -> bool:
    return amount.number.is_words and amount.value == 1 and amount.scale == 1


def _second(tokens: Tokens, low: PrintedAmount) -> Readings | None:
    """Return the range, or the change, that the amount begins; None where it stands alone."""
    joiner = tokens.lows[low.end]
    if joiner in DASHES:
        return _dashed(tokens, low)
    read = {"to": _to, "through": _to, "and": _and, "or": _or, "from": _from, "x": _by, "×": _by}.get(joiner)
    if read is None:
        return None
    high = _following(tokens, low.end + 1)
    return read(tokens, *in_metres(tokens, low, in_lakhs(tokens, low, high))) if high else None


def _following(tokens: Tokens, index: int) -> PrintedAmount | None:
    """Return the amount at the token, past a hedge of its own ("between 3 and about 5"), if it is no date or name."""
    if tokens.lows[index] in _HEDGES_INSIDE:
        index += 1
    if tokens.kinds[index] == NUMBER and traps.skip_trap(tokens, index) is not None:
        return None
    amount = _amount(tokens, index)
    return None if amount is None or _is_one(amount) else amount


def _lead(tokens: Tokens, low: PrintedAmount) -> tuple[str, int]:
    """Return the word before the amount and its hedge, and the index of the first token of the hedge."""
    hedge = None if tokens.lows[low.first - 1] in {"between", "from", "to"} else qualifier_before(tokens, low.first)
    lead = hedge[1] if hedge else low.first
    return tokens.lows[lead - 1], lead


def _and(tokens: Tokens, low: PrintedAmount, high: PrintedAmount) -> Readings | None:
    word, lead = _lead(tokens, low)
    return _range(tokens, low, high, lead - 1, to_high=True) if word in {"between", "betweeen"} else None


def _from(tokens: Tokens, low: PrintedAmount, high: PrintedAmount) -> Readings | None:
    """Read "to 4 from 5 per cent", where the first borrows the unit of the second."""
    return _change(tokens, low, high) if tokens.lows[low.first - 1] == "to" and low.bare else None


def _by(tokens: Tokens, low: PrintedAmount, high: PrintedAmount) -> Readings | None:
    """Read "30 x 40 metres", where the first borrows the unit of the second."""
    is_length = high.unit is not None and factor_between(high.unit.units[0], "m") is not None
    return _change(tokens, low, high) if low.bare and is_length else None


def _to(tokens: Tokens, low: PrintedAmount, high: PrintedAmount) -> Readings | None:
    """Read "3 to 4 per cent", "from $4 to $5bn" and, after a word of change, the two ends apart."""
    word, lead = _lead(tokens, low)
    if word == "from":
        if is_change(tokens, lead - 1):
            return _change(tokens, low, high)
        return _range(tokens, low, high, lead - 1, to_high=low.prefixed) or _change(tokens, low, high)
    whole = low.unit is not None and high.unit is not None and (low.scale == high.scale or low.scale != 1)
    # "Rose 0.5 to 51.2" has its unit in the index; "rose 3 to 5" may well be a range.
    apart = low.bare and high.bare and high.value > low.value * TOO_FAR_APART
    moved = (whole or apart) and changes_right_before(tokens, lead)
    if moved or moves_by_one_to_another(tokens, lead, low, high):
        return None
    if low.bare and high.bare and names.names_something(tokens, low):
        return None
    reading = _change if _is_tally(low, high) else _as_range
    return reading(tokens, low, high)


def _as_range(tokens: Tokens, low: PrintedAmount, high: PrintedAmount) -> Readings | None:
    return _range(tokens, low, high, low.first, to_high=low.prefixed)


def _is_tally(low: PrintedAmount, high: PrintedAmount) -> bool:
    """Whether two shares of one vote stand here, the greater first ("leads 48 to 46 per cent")."""
    share = high.unit is not None and not high.unit.money and high.unit.units == ("%",)
    return share and low.bare and not low.number.grouped and 100 >= low.value > high.value >= 0


def _or(tokens: Tokens, low: PrintedAmount, high: PrintedAmount) -> Readings | None:
    """Read "three or four years", neighbouring numbers, as a range, and "25 or 50 basis points" as two figures."""
    if not low.bare or high.prefixed or low.number.step != 1 or high.number.digits is None:
        return None
    first = low.number.mantissa
    scale = scale_in_words(high.number.mantissa, first) if high.number.scaled else ONE
    second = high.number.mantissa / scale
    if second <= first or names.names_something(tokens, low._replace(end=high.end)):
        return None
    tens = first % 10 == 0 and second % 10 == 0
    if (
        second.denominator == 1
        and (high.number.scaled or high.number.step == 1)
        and second - first == (10 if tens else 1)
    ):
        return _range(tokens, low, high, low.first, to_high=False)
    return None if high.bare or _is_one(low) else _change(tokens, low, high)


def _dashed(tokens: Tokens, low: PrintedAmount) -> Readings | None:
    """Read "4-5", "$4bn–$5bn", "8- to 16-metre"; a dash with spaces around needs the units on one side to be enough."""
    at = low.end + 1
    suspended = tokens.lows[at] == "to"
    if suspended:
        at += 2 if tokens.raws[at + 1] in DASHES else 1
    high = read_amount(tokens, at)
    if high is None:
        return None
    high = in_lakhs(tokens, low, high)
    if not suspended and _is_pause(tokens, low, high, at):
        return None
    low, high = in_metres(tokens, low, high)
    if low.bare and (low.number.is_words != high.number.is_words or (high.bare and _is_pair(tokens, low, high))):
        return None
    return _range(tokens, low, high, low.first, to_high=True)


def _is_pause(tokens: Tokens, low: PrintedAmount, high: PrintedAmount, at: int) -> bool:
    """Whether the dash has spaces around and sets off a remark."""
    if tokens.joined(at):
        return False
    return tokens.raws[low.end] == "—" or (
        low.unit is not None and high.unit is None and not _shares_currency(tokens, low, high)
    )


def _shares_currency(tokens: Tokens, low: PrintedAmount, high: PrintedAmount) -> bool:
    """Whether the currency before the first is the second's too: that has a scale and counts nothing ("$5 – 6m")."""
    return (
        low.prefixed
        and high.scale != 1
        and low.scale in {1, high.scale}
        and tokens.lows[high.end] not in traps.PEOPLE_AND_THINGS
    )


def _is_pair(tokens: Tokens, low: PrintedAmount, high: PrintedAmount) -> bool:
    """Whether two bare numbers with a dash are a name or a score."""
    return high.value < low.value or names.names_something(tokens, low._replace(end=high.end))


def _range(tokens: Tokens, low: PrintedAmount, high: PrintedAmount, lead: int, *, to_high: bool) -> Readings | None:
    ends = lend(low, high, to_high=to_high)
    if ends and ends[0].value > ends[1].value and _may_be_reversed(low, *ends):
        ends = (ends[1], ends[0])
    if ends is None or ends[0].value >= ends[1].value or _are_years(tokens, *ends):
        return None
    return (Reading(ends[0], ends[1], high.end, lead),)


def _may_be_reversed(printed: PrintedAmount, first: PrintedAmount, second: PrintedAmount) -> bool:
    """Whether the end printed first may be the larger: below zero, or where it took the scale of the second."""
    return (first.negative and second.negative) or (printed.scale == 1 and first.scale != 1)


def _are_years(tokens: Tokens, low: PrintedAmount, high: PrintedAmount) -> bool:
    years = traps.is_year(tokens.raws[low.first]) and traps.is_year(tokens.raws[high.end - 1])
    return years and low.bare and high.bare


def _change(tokens: Tokens, low: PrintedAmount, high: PrintedAmount) -> Readings | None:
    """Return both ends of a change, the first with the unit and scale of the second where it has none."""
    ends = lend(low, high, to_high=False) if low.unit is None or low.scale == 1 else None
    first = ends[0] if ends else low
    if (first.bare and names.names_something(tokens, low)) or (high.bare and names.names_something(tokens, high)):
        return None
    return Reading(first, None, low.end, low.first), Reading(high, None, high.end, high.first)
