"""One source says that a share rose, the other that it fell, by numbers that may well be the same.

A number alone hides this: "up 20%" and "down 20%" both print 20%. The words beside a percentage, or its minus sign, say
which way it went; where they say nothing, nothing is found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.language import mark
from factreport.rules.catalogue import Rule
from factreport.rules.direction_words import UP, direction, opposite
from factreport.rules.pairs import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import FigureCase
    from factreport.rules.finding import Finding


def find(case: FigureCase) -> Iterator[Finding]:
    """Give the pairs whose words lead in opposite directions, copies and what they credit included."""
    for pair in (*case.pairs, *case.copies):
        if opposite(pair):
            rising = _("{A} says that it went up ({a}), {B} that it went down ({b}).")
            falling = _("{A} says that it went down ({a}), {B} that it went up ({b}).")
            sentence = rising if direction(pair.reference) == UP else falling
            yield finding(pair, RULE.name, word=RULE.title, sentence=sentence, differs=True)


RULE = Rule("opposite-directions", 8, mark("One up, the other down"), find)
