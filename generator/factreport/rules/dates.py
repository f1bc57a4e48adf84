"""Two sources give different dates.

A date means as many days as its precision leaves open: "January 2025" is thirty-one days, and 19 January lies within
it. Only dates that share no day differ. "By 2025" is a deadline and "in 2025" a year of doing: the little word counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.language import mark
from factreport.model.value import DateValue
from factreport.rules.catalogue import Rule
from factreport.rules.pairs import finding, of_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.model.days import Days
    from factreport.rules.case import FigureCase
    from factreport.rules.finding import Finding

_PLAIN = frozenset({"", "in", "on", "for", "during"})


def find(case: FigureCase) -> Iterator[Finding]:
    """Give the pairs whose dates share no day, or do different things with it."""
    for pair in of_values(case, DateValue):
        first, second = pair.reference.value, pair.other.value
        if not isinstance(first, DateValue) or not isinstance(second, DateValue):
            continue
        if not _share_a_day(first.days, second.days):
            yield finding(pair, RULE.name, word=RULE.title, sentence=_("{A} says {a}, {B} says {b}."), differs=True)
        elif _does(first) != _does(second):
            yield finding(
                pair,
                RULE.name,
                word=_("Same date, different “{word}”").format(word=second.preposition or first.preposition),
                sentence=_("{A} says “{a}”, {B} says “{b}”: not the same thing."),
                differs=True,
            )


def _share_a_day(first: Days, second: Days) -> bool:
    starts_in_time = first.first is None or second.last is None or first.first <= second.last
    ends_in_time = second.first is None or first.last is None or second.first <= first.last
    return starts_in_time and ends_in_time


def _does(value: DateValue) -> str:
    word = value.preposition.casefold()
    return "" if word in _PLAIN else word


RULE = Rule("dates", 26, mark("Different dates"), find)
