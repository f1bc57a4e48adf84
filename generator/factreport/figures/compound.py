"""Amounts in two units, of which the smaller counts a part of the larger: "6ft 2in", "11 stone 4lb", "2h 30m"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures import units
from factreport.figures.exact import Fraction
from factreport.figures.numbers import read_number, skip_hyphen

if TYPE_CHECKING:
    from factreport.figures.printed_amount import PrintedAmount
    from factreport.figures.tokens import Tokens

_PARTS = {
    "ft": ("in", 12), "st": ("lb", 14), "lb": ("oz", 16), "h": ("min", 60), "min": ("s", 60), "yr": ("mo", 12),
}  # fmt: skip
"""The smaller unit and how many of it one of the larger is (NIST SP 811, B.6; 14 pounds to a stone)."""
_SHORT = {"m": "min", "in": "in", "s": "s", "h": "h"}
"""Letters that mean the smaller unit behind the larger, though they are other things by themselves."""
_ALWAYS_BARE = frozenset({"ft", "st", "lb"})
"""Units whose part may not stand behind "and": "weighs 5lb and 3oz of gold" is of two things."""


def with_part(tokens: Tokens, amount: PrintedAmount) -> PrintedAmount:
    """Return the amount with the smaller units that follow it added, in its own unit, to the last one's digit."""
    own = amount.unit.units[0] if amount.unit and not amount.unit.money else ""
    if own not in _PARTS or amount.scale != 1 or amount.number.step != 1 or amount.number.mantissa.denominator != 1:
        return amount
    unit, per_one = own, 1
    while unit in _PARTS and (part := _part(tokens, amount.end, unit)):
        unit, per_one = _PARTS[unit][0], per_one * _PARTS[unit][1]
        value = amount.number.mantissa + part[0] / per_one
        digits = len(str(int(value * per_one)))
        number = amount.number._replace(mantissa=value, step=Fraction(1, per_one), digits=digits, end=part[1])
        amount = amount._replace(number=number, end=part[1])
    return amount


def _part(tokens: Tokens, index: int, larger: str) -> tuple[Fraction, int] | None:
    """Return the number of the next smaller unit at the token, too few for one of the larger, and the index after."""
    unit, per_one = _PARTS[larger]
    number = read_number(tokens, index + (tokens.lows[index] == "and" and larger not in _ALWAYS_BARE))
    if number is None or not 0 < number.mantissa < per_one or number.step != 1 or number.digits is None:
        return None
    end = _after_unit(tokens, number.end, unit)
    return None if end is None else (number.mantissa, end)


def _after_unit(tokens: Tokens, index: int, unit: str) -> int | None:
    """Return the index after the unit that starts at the token, where it is this one."""
    at = skip_hyphen(tokens, index)
    if tokens.joined(index) and _SHORT.get(tokens.lows[at]) == unit:
        return at + 1
    found = units.spelled().after(tokens, at)
    return found[1] if found and found[0] == unit else None
