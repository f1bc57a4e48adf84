"""The numbers are the same, the words that limit them are not.

"Over $12 billion" leaves out 12 billion itself, "$12 billion" is 12 billion, and "about $12 billion" can be a little
less. A dropped "over" or "about" makes a number look firmer than its origin made it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.comparison import Kind
from factreport.language import gettext as _
from factreport.language import mark
from factreport.model.value import Quantity
from factreport.rules import quantities
from factreport.rules.catalogue import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import FigureCase, Pair
    from factreport.rules.finding import Finding

_CONVERTED = {Kind.CONVERTED_EXACT, Kind.CONVERTED_WITHIN_ROUNDING}


def find(case: FigureCase) -> Iterator[Finding]:
    """Give the pairs whose numbers agree and whose qualifying words do not, conversions included."""
    for pair in case.pairs:
        if _applies(pair):
            yield quantities.compared(
                pair, RULE.name, word=_word(pair), sentence=_("{A} prints “{a}”, {B} “{b}”."), differs=True
            )


def _applies(pair: Pair) -> bool:
    comparison = pair.comparison
    if comparison is None:
        return False
    return comparison.kind is Kind.QUALIFIER_DIFFERS or (comparison.kind in _CONVERTED and comparison.qualifiers_differ)


def _word(pair: Pair) -> str:
    """Name the qualifying word, taken from the reference where it has one."""
    for stated in (pair.reference, pair.other):
        if isinstance(stated.value, Quantity) and stated.value.figure.qualifier_text:
            return _("Same number, different “{word}”").format(word=stated.value.figure.qualifier_text)
    return RULE.title


RULE = Rule(str(Kind.QUALIFIER_DIFFERS), 40, mark("Same number, different word"), find)
