"""Degrees Celsius, Fahrenheit and kelvins: temperatures, and changes of temperature, which have no zero to shift.

40°C are 104°F, but a rise of 1.5°C is one of 2.7°F. Which of the two a figure is, its words say or leave open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from factreport.figures.decimals import exact_string
from factreport.figures.exact import Fraction
from factreport.figures.interval import Interval
from factreport.figures.phrases import words
from factreport.figures.ranges import changes_right_before
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.figures.figure import Figure
    from factreport.figures.meaning import Amount
    from factreport.figures.tokens import Tokens


class TemperatureScale(NamedTuple):
    """A scale of temperature, held against degrees Celsius."""

    degree: Fraction
    """What one of its degrees is, in degrees Celsius."""
    zero: Fraction
    """Where its zero lies, in degrees Celsius."""


SCALES = {
    "°C": TemperatureScale(Fraction(1), Fraction(0)),
    "°F": TemperatureScale(Fraction(5, 9), Fraction(-160, 9)),
    "K": TemperatureScale(Fraction(1), Fraction(-27315, 100)),
}
"""Exact by definition (BIPM SI Brochure, 2.3.1; NIST SP 811, B.8): t/°C = (t/°F - 32) x 5/9 = T/K - 273.15."""

_CHANGED = words("""
    warmer cooler hotter colder higher lower rise increase drop fall jump warming heating cooling difference swing
    limit target goal threshold
""")
"""After a figure, alone or past one word ("1.5C of warming"), words of a change; the last are of Paris's agreement."""
_BESIDE = words("above below over under")
_ZEROS = words("zero freezing 0")
_RISES = words("rise increase warming heating drop fall jump change difference swing cooling decrease decline")
_REACHES = words("to at reach reached reaches reaching hit hits hitting of")
_TREND = words("warming heating")
_LOOK_BACK = 6


def of_change(tokens: Tokens, lead: int, end: int) -> bool | None:
    """Return whether the words around degrees say that they are a change ("rose by 1.5C"); None where they don't say.

    `lead` is the index of the first token of the figure or of its hedge, `end` the one after its last.
    """
    lows = tokens.lows
    end += lows[end] == ")"
    after, next_after = lows[end], lows[end + 1]
    if after in _BESIDE:
        return None if next_after in _ZEROS else True
    if after in _CHANGED or (after in {"of", "global", "-"} and next_after in _CHANGED):
        return True
    if changes_right_before(tokens, lead) or (lows[lead - 1] == "of" and lows[lead - 2] in _RISES):
        return True
    if not _TREND.isdisjoint(lows[max(0, lead - _LOOK_BACK) : lead]):
        return True
    return False if lows[lead - 1] in _REACHES else None


def with_words_of(figure: Figure, printed: Iterable[Figure]) -> Figure:
    """Return an editor's figure with what the words say that print it: whether it is a change of temperature."""
    if figure.of_change is not None or not are_temperatures(*figure.units):
        return figure
    same = (one for one in printed if (one.numeral.value, one.units) == (figure.numeral.value, figure.units))
    return replace(figure, of_change=next((one.of_change for one in same), None))


def are_temperatures(*units: str) -> bool:
    """Tell whether all units are of temperature."""
    return all(unit in SCALES for unit in units)


def readings(a: Amount, b: Amount) -> tuple[bool, ...]:
    """Give as what two figures may both be read, the likelier first: False as temperatures, True as changes.

    Empty where the words of one say that it is a change, and those of the other that it is none.
    """
    said = {one.figure.of_change for one in (a, b) if one.figure} - {None}
    return tuple(way for way in (False, True) if said <= {way})


def in_scale(amount: Amount, unit: str, *, change: bool) -> Amount:
    """Give a figure in another scale; `change` says that it is one, so that the scales' zeros do not matter."""
    own, other = SCALES[amount.unit], SCALES[unit]
    factor = own.degree / other.degree
    offset = Fraction(0) if change else (own.zero - other.zero) / other.degree
    return amount.converted(Interval.point(factor), factor, unit, offset)


def line(unit: str, other: str, *, change: bool) -> str:
    """Give the sentence of the working: how one scale becomes the other."""
    own, target = SCALES[unit], SCALES[other]
    factor, offset = own.degree / target.degree, (own.zero - target.zero) / target.degree
    if change:
        message = _("a change of 1 {unit} is one of {factor} {other}")
    else:
        message = _("0 {unit} is {zero} {other}, and each {unit} more is {factor} {other} more")
    return message.format(unit=unit, other=other, factor=exact_string(factor), zero=exact_string(offset))
