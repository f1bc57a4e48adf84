"""Fractions in words: "a third of", "more than half", "one in five", "half a billion", "a quarter of a million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.exact import Fraction
from factreport.figures.numbers import (
    DENOMINATORS,
    HYPHENS,
    PLURAL_DENOMINATORS,
    SCALES,
    UNITS,
    Number,
    read_number,
    skip_hyphen,
)
from factreport.figures.phrases import words
from factreport.figures.printed_amount import SHARES, PrintedAmount, Unit
from factreport.figures.qualifiers import qualifier_before
from factreport.figures.tokens import NUMBER
from factreport.figures.traps import is_year
from factreport.figures.unit_after import with_unit
from factreport.figures.units import spelled

if TYPE_CHECKING:
    from factreport.figures.tokens import Tokens

_DETERMINERS = words("the its their his her our my your this that these those all of")
_NOT_BEFORE_HALF = words("""
    first second latter other final top bottom each either opening previous last next early late
""")
_NOT_A_PART = words("""
    century day night time year term party person round title win place season straight consecutive week month
    point hour generation world class country reading wave attempt quarter party-style finalist finals final seed
    row set base
""")
"""Nouns after "a third" or "a fifth" that make it an ordinal."""

_ONE = frozenset({"a", "an", "one"})
_MOVES = words("""
    cut cuts rise rises hike hikes increase increases reduction reductions move moves raise decrease drop easing
    tightening lowering
""")
"""Nouns of interest rates, of which a "half-point" is half a percentage point; elsewhere it is of a match."""

_OF_MANY = words("say are were have believe think want support oppose back expect favour favor agree disagree fear")
"""Verbs in the plural, which make "a third" a share ("a third say no") and not the third of three."""

_ENDS_A_SHARE = words("""
    of to in from since over this last compared on as and or but by , . ; : ) ? ! – — than more less fewer higher
    lower were was is are had have said say will would who that which cheaper bigger smaller larger at with for
    after before between
""") | {""}


def read_share(tokens: Tokens, index: int) -> PrintedAmount | None:
    """Return the share or part in words that starts at the token, or None."""
    low = tokens.lows[index]
    if tokens.lows[index + 2] == "and" and low in _ONE:
        return _one_and_a_half(tokens, index) or _numerator_and_part(tokens, index)
    if low in _POINT_PARTS and (point := _part_of_a_point(tokens, index)):
        return point
    if low == "half":
        return _half(tokens, index)
    return _ratio_in(tokens, index) or _numerator_and_part(tokens, index)


def _percent(index: int, end: int, part: Fraction) -> PrintedAmount:
    value = part * 100
    return PrintedAmount(
        index, end, Number(value, value / 10, None, end, is_words=True, scaled=True), unit=Unit(("%",))
    )


def _half(tokens: Tokens, index: int) -> PrintedAmount | None:
    lows = tokens.lows
    if lows[index - 1] in _NOT_BEFORE_HALF or (tokens.raws[index - 1] in HYPHENS and tokens.joined(index)):
        return None
    scaled = _part_of_scale(tokens, index, index + 1, Fraction(1, 2))
    if scaled:
        return scaled
    after = lows[index + 1]
    if tokens.raws[index + 1] in HYPHENS:
        return None
    if after in _DETERMINERS or after in _OF_MANY:
        return _percent(index, index + 1, Fraction(1, 2))
    if (lows[index - 1] == "by" and after in _ENDS_A_SHARE) or qualifier_before(tokens, index, ("%",)):
        return _percent(index, index + 1, Fraction(1, 2)) if after not in {"a", "an"} else None
    if lows[index - 1] == "one" and after == "of":
        return _percent(index, index + 1, Fraction(1, 2))
    return None


_POINT_PARTS = frozenset({"half", "quarter", "a", "one", "three"})


def _part_of_a_point(tokens: Tokens, index: int) -> PrintedAmount | None:
    """Read "quarter point", "half-point cut", "three-quarter-percentage-point"."""
    lows = tokens.lows
    if lows[index - 1] in _NOT_BEFORE_HALF or (tokens.raws[index - 1] in HYPHENS and tokens.joined(index)):
        return None
    at = index if lows[index] in {"half", "quarter"} else skip_hyphen(tokens, index + 1)
    bottom = {"half": 2, "quarter": 4}.get(lows[at])
    point = skip_hyphen(tokens, at + 1)
    named = lows[point] == "percentage"
    if named:
        point = skip_hyphen(tokens, point + 1)
    if bottom is None or lows[point] != "point" or (bottom == 2 and not named and lows[point + 1] not in _MOVES):
        return None
    part = Fraction(3 if lows[index] == "three" else 1, bottom)
    if part > 1:
        return None
    return PrintedAmount(index, point + 1, _of_one(part, point + 1), unit=Unit(("pp",)))


def _one_and_a_half(tokens: Tokens, index: int) -> PrintedAmount | None:
    """Read "a year and a half", "an hour and a half", but not "a year and a half-century"."""
    lows, end = tokens.lows, index + 5
    unit = spelled().after(tokens, index + 1)
    if lows[index + 3 : end] != ["a", "half"] or (tokens.joined(end) and tokens.raws[end] in HYPHENS):
        return None
    if unit is None or unit[1] != index + 2:
        return None
    number = Number(Fraction(3, 2), Fraction(1, 10), 2, end, is_words=True)
    return PrintedAmount(index, end, number, unit=Unit((unit[0],)))


def _of_one(part: Fraction, end: int) -> Number:
    """Return a part in words as a number: a half and tenths have one digit, others are as vague as fractions are."""
    exact = part.denominator in {2, 10}
    return Number(part, Fraction(1, 10) if exact else part / 10, 1 if exact else None, end, is_words=True)


def _part_of_scale(tokens: Tokens, first: int, index: int, part: Fraction) -> PrintedAmount | None:
    """Read "half a billion", "a quarter of a million", "half a percentage point", "half an hour"."""
    lows = tokens.lows
    at = index
    while lows[at] in {"a", "an", "of", "-", "one", "1"} and at < index + 5:
        at += 1
    number = _of_one(part, at)
    if lows[at] in SCALES and lows[at] != "hundred":
        amount = PrintedAmount(first, at + 1, number, scale=Fraction(SCALES[lows[at]]))
        return with_unit(tokens, amount)
    if at == index or lows[at - 1] not in {"a", "an", "one", "1"}:
        return None
    amount = with_unit(tokens, PrintedAmount(first, at, number))
    if amount.unit is None or amount.unit.units[0] == "x" or amount.unit.money:
        return None
    # "Half of one day" is told of a day; of one per cent, it is a number.
    return amount if lows[at - 1] in {"a", "an"} or amount.unit.units[0] in SHARES else None


def _ratio_in(tokens: Tokens, index: int) -> PrintedAmount | None:
    """Read "one in five", "nine out of ten", "7 in 10"."""
    lows = tokens.lows
    top = _small(tokens, index)
    if top is None:
        return None
    if lows[index + 1] == "in":
        at, out = index + 2, False
    elif lows[index + 1] == "out" and lows[index + 2] == "of":
        at, out = index + 3, True
    elif lows[index + 1] == "-" and lows[index + 2] == "in" and lows[index + 3] == "-":
        at, out = index + 4, True
    else:
        return None
    if lows[at] == "every":
        at += 1
    bottom, end = _whole(tokens, at)
    if bottom is None or not 0 < top < bottom or not _is_usual(top, bottom, out=out) or lows[at - 1] == "a":
        return None
    if is_year(tokens.raws[at]) and end == at + 1:
        return None
    tail = with_unit(tokens, PrintedAmount(at, end, Number(Fraction(bottom), Fraction(1), 1, end, is_words=False)))
    if tail.unit is not None or tokens.raws[end] in {"-", "/", ":"}:
        return None
    return _percent(index, end, Fraction(top, bottom))


_USUAL = frozenset(
    {3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 200, 500} | {10**power for power in range(2, 10)}
)
"""Wholes of which a share is told ("three in twenty")."""


def _is_usual(top: int, bottom: int, *, out: bool) -> bool:
    """Whether people tell shares so: one of any number from two, others of a round one ("350 in 100,000")."""
    if top == 1:
        return bottom > 1
    return (bottom in _USUAL and (top < 100 or bottom >= 1000)) or (out and bottom < 10)


def _small(tokens: Tokens, index: int) -> int | None:
    """Return the whole number below a million at the token, in digits or one word."""
    if tokens.kinds[index] == NUMBER:
        digits = tokens.raws[index].replace(",", "")
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 6 else None
    return UNITS.get(tokens.lows[index])


def _whole(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """Return the whole number at the token, scale words included, and the index after it."""
    number = read_number(tokens, index)
    if number is None or number.digits is None or number.step != 1 or tokens.lows[index] == "a":
        scaled = number is not None and number.scaled and tokens.lows[index] != "a"
        return (int(number.mantissa), number.end) if number and scaled else (None, index)
    scale = SCALES.get(tokens.lows[number.end], 1)
    return int(number.mantissa) * scale, number.end + (scale > 1)


def _numerator_and_part(tokens: Tokens, index: int) -> PrintedAmount | None:
    """Read "a third of", "two-thirds", "three quarters of", "a quarter of a million"."""
    lows = tokens.lows
    top = 1 if lows[index] in {"a", "an", "one"} else UNITS.get(lows[index], 0)
    hyphen = tokens.raws[index + 1] in HYPHENS
    at = index + 2 if hyphen else index + 1
    bottom = DENOMINATORS.get(lows[at]) if top == 1 else PLURAL_DENOMINATORS.get(lows[at])
    if not top or not bottom or top >= bottom or (bottom == 2 and lows[index] != "one"):
        return None
    scaled = _part_of_scale(tokens, index, at + 1, Fraction(top, bottom)) if lows[at + 1] in {"of", "-"} else None
    if scaled:
        return scaled
    if not _is_share(tokens, index, at, top):
        return None
    return _percent(index, at + 1, Fraction(top, bottom))


def _is_share(tokens: Tokens, index: int, at: int, top: int) -> bool:
    """Whether "a third", "two quarters" is a share here and not an ordinal or a stretch of the year."""
    lows = tokens.lows
    after, quarter = lows[at + 1], lows[at].startswith("quarter")
    if after == "of" or (after in {"the", "its", "their"} and top > 1):
        return not (quarter and lows[at + 2].isdigit() and len(lows[at + 2]) == 4)
    if tokens.raws[at + 1] in HYPHENS or after in _NOT_A_PART:
        return False
    if after in _OF_MANY:
        return True
    hyphen = at == index + 2
    if top > 1:
        return not quarter or hyphen
    if hyphen:
        return not quarter or lows[index] == "one"
    limited = lows[index - 1] == "by" or qualifier_before(tokens, index, ("%",)) is not None or lows[index] == "one"
    return limited and after in _ENDS_A_SHARE
