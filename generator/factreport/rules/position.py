"""One source asserts the point, the other denies it.

A source that says nothing is shown as silent and contradicts nobody. A source that says both contradicts itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.language import mark
from factreport.model.value import Position, Stance
from factreport.rules.catalogue import Rule
from factreport.rules.pairs import finding, of_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import FigureCase, Pair
    from factreport.rules.finding import Finding


def find(case: FigureCase) -> Iterator[Finding]:
    """Give the pairs in which the two sources take opposite positions, or one takes both."""
    for pair in of_values(case, Position):
        stances = _stances(pair)
        if Stance.SILENT in stances or stances[0] is stances[1]:
            continue
        yield finding(pair, RULE.name, word=RULE.title, sentence=_sentence(*stances), differs=True)


def _stances(pair: Pair) -> tuple[Stance, Stance]:
    first, second = pair.reference.value, pair.other.value
    if not isinstance(first, Position) or not isinstance(second, Position):
        return Stance.SILENT, Stance.SILENT
    return first.stance, second.stance


def _sentence(first: Stance, second: Stance) -> str:
    if second is Stance.BOTH:
        return _("{B} says both; {A} does not.")
    if first is Stance.BOTH:
        return _("{A} says both; {B} does not.")
    if first is Stance.ASSERTS:
        return _("{A} says it, {B} says the opposite.")
    return _("{B} says it, {A} says the opposite.")


RULE = Rule("position", 12, mark("They say opposite things"), find)
