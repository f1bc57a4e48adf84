"""Signs that are of one country by convention alone: an outlet's bare "$" may mean its own dollar."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from factreport.figures import currencies
from factreport.figures.numbers import ABBREVIATIONS, LETTERS, NUMBER_WORDS, PLURAL_SCALES, SCALES
from factreport.figures.phrases import words

if TYPE_CHECKING:
    from factreport.figures.figure import Figure

_PART = re.compile(r"[^\W\d_]+|[$＄£￡₨¢]")
_NO_CURRENCY = frozenset(SCALES) | set(PLURAL_SCALES) | set(ABBREVIATIONS) | set(LETTERS) | NUMBER_WORDS | words("""
    a and to or l half quarter point hundred
""")  # fmt: skip
_WORDS = {
    "USD": words("dollar dollars buck bucks cent cents c ¢"),
    "GBP": words("pound pounds quid pence penny p"),
    "INR": words("rs re rupee rupees paise paisa"),
}
"""By the currency for which they stand by convention, the words that name no country."""
_SIGNS = {"USD": words("$ ＄"), "GBP": words("£ ￡"), "INR": words("₨")}
_NOUNS = {"USD": "Dollar", "GBP": "Pound", "INR": "Rupee"}


def may_mean(figure: Figure) -> frozenset[str]:
    """Return the units that a printed figure may mean: its candidates, and of a bare sign all that print it so.

    "$5m" may be of Australia, Mexico or Taiwan, "5 million dollars" of Australia or Taiwan; "US$5m" is what it is.
    """
    own = frozenset(figure.units)
    if len(own) > 1 or figure.unit not in _WORDS:
        return own
    said = {part.lower() for part in _PART.findall(figure.text)} - _NO_CURRENCY
    signs, named = _SIGNS[figure.unit], _WORDS[figure.unit]
    if not said or not said <= signs | named:
        return own
    return own | (_of_noun(figure.unit) if said & named else _of_noun(figure.unit) | _of_sign(figure.unit))


@cache
def _of_noun(unit: str) -> frozenset[str]:
    """Return the currencies that are called by the same noun, by their names in CLDR ("Australian Dollar")."""
    names = Locale("en").currencies
    return frozenset(code for code in currencies.codes_in_use() if _NOUNS[unit] in names.get(code, "").split())


@cache
def _of_sign(unit: str) -> frozenset[str]:
    """Return the currencies that are written with the same sign."""
    table = {"USD": currencies.DOLLARS, "GBP": currencies.SIGN_LETTERS["£"]}.get(unit, {})
    return frozenset(code for codes in table.values() for code in codes.split("|"))
