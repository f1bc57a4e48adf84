"""A source names another as where it has the figure from, and prints something else.

Copies are not evidence, but they change what their readers are told. This rule looks at a source and the one that it
credits directly; what differs from the source that all are compared with is listed for itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factreport.figures.comparison import Kind
from factreport.figures.figure import Qualifier
from factreport.language import gettext as _
from factreport.language import mark
from factreport.model.value import Meaning, Wording
from factreport.rules.catalogue import Rule
from factreport.rules.direction_words import opposite
from factreport.rules.pairs import finding, is_verbatim
from factreport.rules.printed import says_the_same
from factreport.rules.quantities import pair_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.figures.comparison import Comparison
    from factreport.rules.case import FigureCase, Pair
    from factreport.rules.finding import Finding

COPY = "a"
"""Side of the copy in the comparison of a pair."""
CONVERTED = {Kind.CONVERTED_EXACT, Kind.CONVERTED_WITHIN_ROUNDING}
_CHANGED = {Kind.CONFLICT, Kind.NEAR_MISS, Kind.BOUNDS_DIFFER, Kind.QUALIFIER_DIFFERS, Kind.COMPATIBLE}


def find(case: FigureCase) -> Iterator[Finding]:
    """Give the copies that differ from the source they credit."""
    for pair in case.copies:
        if not changed(pair) or opposite(pair):
            continue
        found = finding(pair, RULE.name, word=RULE.title, sentence=_sentence(pair), differs=True)
        comparison = pair.comparison
        yield replace(
            found,
            notes=(),
            size=comparison.size if comparison else None,
            apart=pair_apart(pair),
            working=comparison.working if comparison else (),
            comparison=comparison,
        )


def _sentence(pair: Pair) -> str:
    if is_verbatim(pair):
        return _("{B} credits {A} but prints “{b}”, not “{a}”.")
    return _("{B} credits {A} but changes it. {A}: {said_a}. {B}: {said_b}.")


def changed(pair: Pair) -> bool:
    """Tell whether the copy says something else than what it credits, beyond rounding, conversion and other words.

    What an editor has judged of a wording is about the figure's reference: both mean the same as that, or one does.
    """
    if opposite(pair):
        return True
    if pair.comparison is not None:
        return _number_changed(pair, pair.comparison)
    credited, copied = pair.reference.value, pair.other.value
    if isinstance(credited, Wording) and isinstance(copied, Wording) and copied.meaning is Meaning.SAME:
        return credited.meaning is Meaning.OTHER
    return pair.other.says and pair.reference.says and not says_the_same(credited, copied)


def _number_changed(pair: Pair, comparison: Comparison) -> bool:
    """Tell whether a copy's number is another than the one that it credits.

    A copy cannot know more than its source: "$20 billion" fits "more than $12 billion", and is no copy of it.
    """
    if comparison.kind is Kind.SATISFIES:
        return comparison.stronger == COPY
    return comparison.kind in _CHANGED or (comparison.kind in CONVERTED and _words_changed(pair, comparison))


def _words_changed(pair: Pair, comparison: Comparison) -> bool:
    """Tell whether a conversion leaves out a qualifying word, or has another; adding "about" is honest."""
    if not comparison.qualifiers_differ or pair.figures is None:
        return False
    credited, copied = pair.figures
    return (credited.qualifier, copied.qualifier) != (Qualifier.NONE, Qualifier.ABOUT)


RULE = Rule("copy-changed", 34, mark("Changed in repetition"), find)
