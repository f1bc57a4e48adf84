"""Ages after "aged", "ages" or "the age of", which say of whom other figures are and are figures only by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.amounts import read_amount
from factreport.figures.joined import Reading
from factreport.figures.phrases import words
from factreport.figures.printed_amount import Unit
from factreport.figures.qualifiers import qualifier_before
from factreport.figures.ranges import DASHES, lend
from factreport.figures.tokens import WORD
from factreport.figures.unit_factors import factor_between

if TYPE_CHECKING:
    from factreport.figures.printed_amount import PrintedAmount
    from factreport.figures.tokens import Tokens

AGE_WORDS = words("aged age ages")
_YEARS = Unit(("yr",))
_SPANS = DASHES | {"to", "through", "and"}
_OLDEST = 130
"""Years; a larger number after "age" is none."""


_GO_ON = words("and were was are who from died have had")
"""Words after a further age of a list ("aged 20 and 30 were"); before others, a number counts them."""


def read_ages(tokens: Tokens, index: int) -> list[Reading]:
    """Return the age at the token, and those listed after it ("aged 20, 30 and 40"); empty where there is none."""
    first = read_age(tokens, index)
    ages = [first] if first else []
    while ages and (further := _listed(tokens, ages[-1].end)):
        ages.append(further)
    return ages


def _listed(tokens: Tokens, index: int) -> Reading | None:
    if tokens.lows[index] not in {",", "and"}:
        return None
    at = index + 2 if tokens.lows[index + 1] == "and" else index + 1
    age = read_amount(tokens, at)
    if age is None or not age.bare or not _is_age(age):
        return None
    goes_on = tokens.kinds[age.end] != WORD or tokens.lows[age.end] in _GO_ON
    return Reading(_in_years(age), None, age.end, at) if goes_on else None


def read_age(tokens: Tokens, index: int) -> Reading | None:
    """Return the age, or the range of ages, that starts at the token, in years unless it names a unit; else None."""
    lead = _lead(tokens, index)
    age = read_amount(tokens, index) if lead is not None else None
    if age is None or lead is None or not _is_age(age):
        return None
    return _range(tokens, age, lead) or Reading(_in_years(age), None, age.end, lead)


def _lead(tokens: Tokens, index: int) -> int | None:
    """Return where "age" and the words between it and the number begin, "aged" left out; None where there is none."""
    lows = tokens.lows
    before = index - 1 if lows[index - 1] == "between" else index
    if lows[before - 1] in AGE_WORDS:
        return before
    if lows[before - 1] == "of" and lows[before - 2] in AGE_WORDS:
        at = before - 3 if lows[before - 3] == "the" else before - 2
        return at - 1 if lows[at - 1] == "between" else at
    limit = qualifier_before(tokens, index, _YEARS.units)
    return index if limit and lows[limit[1] - 1] in AGE_WORDS else None


def _is_age(age: PrintedAmount) -> bool:
    if age.bare:
        return age.value <= _OLDEST
    return age.unit is not None and _is_time(age.unit.units[0])


def _is_time(unit: str) -> bool:
    return factor_between(unit, "yr") is not None or factor_between(unit, "d") is not None


def _range(tokens: Tokens, low: PrintedAmount, lead: int) -> Reading | None:
    joiner = tokens.lows[low.end]
    if joiner not in _SPANS or (joiner == "and" and "between" not in tokens.lows[lead : low.first]):
        return None
    high = read_amount(tokens, low.end + 1)
    if high is None or not _is_age(high):
        return None
    ends = lend(low, high, to_high=True)
    if ends is None or ends[0].value >= ends[1].value:
        return None
    return Reading(_in_years(ends[0]), _in_years(ends[1]), high.end, lead)


def _in_years(age: PrintedAmount) -> PrintedAmount:
    return age._replace(unit=_YEARS) if age.unit is None else age
