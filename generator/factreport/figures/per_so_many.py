"""Rates of so many in a round number: "12.5 per 100,000 people", "22 deaths per 1,000", "422 parts per million".

Each is a share with a unit of its own, by the round number, so that its digits mean what they were printed for; units
of shares are joined by exact factors, per cent among them ("1 per 1,000" is 0.1%).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures import currencies, units
from factreport.figures.numbers import LETTERS, SCALES, read_number
from factreport.figures.phrases import words
from factreport.figures.printed_amount import Unit
from factreport.figures.tokens import NUMBER, WORD

if TYPE_CHECKING:
    from factreport.figures.printed_amount import PrintedAmount
    from factreport.figures.tokens import Tokens

RATES = {
    10**2: "per 100", 10**3: "per 1,000", 10**4: "per 10,000", 10**5: "per 100,000", 10**6: "per million",
    10**7: "per 10 million", 10**8: "per 100 million", 10**9: "per billion", 10**12: "per trillion",
}  # fmt: skip
"""The unit of a rate by what it is per."""
RATE_UNITS = frozenset(RATES.values())

_SIGNS = {"‰": 10**3, "permille": 10**3, "ppm": 10**6, "ppb": 10**9}
_NOUNS_AT_MOST = 4
"""Words between the number and "per" ("1,200 new coronavirus cases per 100,000")."""
_NO_NOUNS = words("and or of in to from at by for on the than as a an per while but with after before")
"""Words at which what the number counts is over: what follows is a rate of something else."""


def rate_after(tokens: Tokens, index: int, amount: PrintedAmount) -> tuple[Unit, int] | None:
    """Return the unit of a rate after a number without unit or scale, and the index after it; None for no rate."""
    sign = _SIGNS.get(tokens.lows[index])
    if sign:
        return Unit((RATES[sign],)), index + 1
    if not amount.bare:
        return None
    for at in range(index, index + _NOUNS_AT_MOST + 1):
        if tokens.lows[at] == "per":
            return _per(tokens, at + 1)
        if tokens.kinds[at] != WORD or tokens.lows[at] in _NO_NOUNS:
            return None
    return None


def _per(tokens: Tokens, index: int) -> tuple[Unit, int] | None:
    whole, end = _round_number(tokens, index)
    if whole not in RATES or units.unit_at(tokens, end) or currencies.names().after(tokens, end):
        return None
    return Unit((RATES[whole],)), end


def _round_number(tokens: Tokens, index: int) -> tuple[int, int]:
    """Return the whole number at the token, with its scale, and the index after it; 0 for none."""
    if tokens.lows[index] in SCALES:
        return SCALES[tokens.lows[index]], index + 1
    number = read_number(tokens, index)
    if number is None or number.mantissa.denominator != 1:
        return 0, index
    scale, end = SCALES.get(tokens.lows[number.end], 1), number.end
    if tokens.joined(end) and tokens.kinds[index] == NUMBER:
        scale = LETTERS.get(tokens.lows[end], scale)
    return int(number.mantissa) * scale, end + (scale > 1)
