"""The two figures count in units that cannot be turned into each other, or the exchange rate of the day is not known.

A figure is never compared one to one across currencies for want of a rate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.compare import COUNT
from factreport.figures.comparison import Kind
from factreport.figures.wording import is_currency
from factreport.language import gettext as _
from factreport.language import mark
from factreport.rules import quantities
from factreport.rules.catalogue import Rule
from factreport.rules.pairs import of_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import FigureCase, Pair
    from factreport.rules.finding import Finding


def find(case: FigureCase) -> Iterator[Finding]:
    """Give the pairs that the engine compares so."""
    for pair in of_kind(case, Kind.INCOMPARABLE):
        is_swapped = _is_swapped(pair)
        yield quantities.compared(
            pair,
            RULE.name,
            word=_("Same number, other unit") if is_swapped else RULE.title,
            sentence=_("{A} prints “{a}”, {B} “{b}”: there is no common measure."),
            differs=is_swapped,
        )


def _is_swapped(pair: Pair) -> bool:
    """Tell whether one number has two units that measure different things: one of the two is probably a slip.

    A number without a unit may well mean the other's, and currencies without a rate may both be right.
    """
    if pair.figures is None:
        return False
    first, second = pair.figures
    units = {*first.units, *second.units}
    if COUNT in units or any(map(is_currency, units)):
        return False
    return (first.numeral.value, first.upper) == (second.numeral.value, second.upper)


RULE = Rule(str(Kind.INCOMPARABLE), 110, mark("Cannot be compared"), find)
