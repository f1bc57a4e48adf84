"""The time for which a figure is told: "$500 a month", "1.2m barrels per day", "£40,000 annually".

It is no part of the unit, and most figures leave it to their text. Where both of two figures say it and say it
differently, they are no figures for one thing: £500 a month is £6,000 a year, and 4,000 a day is not 4,000 a week.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factreport.figures.phrases import words
from factreport.figures.tokens import WORD
from factreport.figures.unit_factors import FACTORS, factor_between
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.figures.exact import Fraction
    from factreport.figures.figure import Figure
    from factreport.figures.meaning import Amount
    from factreport.figures.tokens import Tokens

_TIMES = {"second": "s", "minute": "min", "hour": "h", "day": "d", "week": "wk", "month": "mo", "year": "yr"}
_ADVERBS = {"hourly": "h", "daily": "d", "weekly": "wk", "monthly": "mo", "annually": "yr", "yearly": "yr"}
_BEFORE_TIMES = words("a an per each every /")
_OF_THE_PAST = words("ago earlier before after later previously prior old")
"""After "a year", what makes it a time that went by ("from 1,500 a day earlier")."""
_NO_NOUNS = words("""
    and or in to from by for than as that which who while with at on is are was were will would have has had but if
    after before when until over under about ago earlier later
""")
_NOUNS_AT_MOST = 3
"""Words between a figure and its time ("4,000 people a day", "1 million barrels of oil a day")."""
_ABBREVIATED = {
    "bpd": "d", "d": "d", "boepd": "d", "mbpd": "d", "mmbpd": "d", "mbd": "d", "kbpd": "d", "kboed": "d",
    "mmscfd": "d", "day": "d", "mtpa": "yr", "bcma": "yr",
}  # fmt: skip
"""By the last word of a unit of volume or mass, the time that it holds."""
_WITH_TIMES = frozenset({"bbl", "boe", "Mt", "m3", "ft3"})


def time_after(tokens: Tokens, index: int, unit: str) -> str:
    """Return the unit of time that the figure is told for that ends before the token; empty for none."""
    if unit in _WITH_TIMES and tokens.lows[index - 1] in _ABBREVIATED:
        return _ABBREVIATED[tokens.lows[index - 1]]
    for at in range(index, index + _NOUNS_AT_MOST + 1):
        low = tokens.lows[at]
        if low in _BEFORE_TIMES:
            return _named(tokens, at)
        if low in _ADVERBS:
            return _ADVERBS[low]
        if tokens.kinds[at] != WORD or low in _NO_NOUNS:
            return ""
    return ""


def _named(tokens: Tokens, index: int) -> str:
    if tokens.lows[index + 1] == "annum":
        return "yr"
    return "" if tokens.lows[index + 2] in _OF_THE_PAST else _TIMES.get(tokens.lows[index + 1], "")


def with_time_of(figure: Figure, printed: Iterable[Figure]) -> Figure:
    """Return an editor's figure with the time for which the words tell it that print it."""
    same = (one for one in printed if (one.numeral.value, one.units) == (figure.numeral.value, figure.units))
    per = "" if figure.per else next((one.per for one in same), "")
    return replace(figure, per=per) if per else figure


def are_for_two_times(a: Amount, b: Amount) -> bool:
    """Tell whether both figures say for what time they are, and say it differently."""
    times = [one.figure.per if one.figure else "" for one in (a, b)]
    return all(times) and times[0] != times[1]


def factor_of_times(a: Amount, b: Amount) -> Fraction | None:
    """Give by what `a` is multiplied to be for the time of `b`, in one unit; None where nobody can say.

    A year has twelve months, but a working day has no fixed hours, nor a week of pay its days; growth compounds.
    """
    own, other = _time(a), _time(b)
    factor = factor_between(other, own)
    shares = FACTORS.get(a.unit, ("",))[0] in {"share", "points"}
    is_calendar = FACTORS[own][0] == "calendar"
    if a.unit != b.unit or shares or factor is None or not (is_calendar or a.unit in FACTORS):
        return None
    return factor


def times_line(a: Amount, b: Amount, factor: Fraction) -> str:
    """Give the sentence of the working: how much a month is in a year."""
    own, other = _time(a), _time(b)
    if factor < 1:
        own, other, factor = other, own, 1 / factor
    return _("1 {time} is {factor} {other}").format(time=_phrase(own), factor=factor, other=_phrase(other))


def times_reason(a: Amount, b: Amount) -> str:
    """Give the reason for which figures of two times are not compared."""
    return _("One is so much {time}, the other so much {other}.").format(
        time=_phrase(_time(a)), other=_phrase(_time(b))
    )


def _time(amount: Amount) -> str:
    return amount.figure.per if amount.figure else ""


def _phrase(unit: str) -> str:
    return {
        "s": _("a second"),
        "min": _("a minute"),
        "h": _("an hour"),
        "d": _("a day"),
        "wk": _("a week"),
        "mo": _("a month"),
        "yr": _("a year"),
    }[unit]
