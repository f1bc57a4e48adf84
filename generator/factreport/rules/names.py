"""Two sources name different people, companies or things.

Compared as sets, whatever their order: each side lists what the other leaves out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.language import mark
from factreport.model.value import Names
from factreport.rules.catalogue import Rule
from factreport.rules.pairs import finding, listed, of_values
from factreport.rules.printed import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import FigureCase, Pair
    from factreport.rules.finding import Finding


def find(case: FigureCase) -> Iterator[Finding]:
    """Give the pairs that do not name the same."""
    for pair in of_values(case, Names):
        sentence = _sentence(pair)
        if sentence:
            yield finding(pair, RULE.name, word=RULE.title, sentence=sentence, differs=True)


def _sentence(pair: Pair) -> str:
    only_reference, only_other = (
        _only(pair.reference.value, pair.other.value),
        _only(pair.other.value, pair.reference.value),
    )
    if only_reference and only_other:
        words = _("{{A}} names {names}, {{B}} {others}.")
        return words.format(names=listed(only_reference), others=listed(only_other))
    if only_reference:
        return _("{{A}} names {names}, {{B}} does not.").format(names=listed(only_reference))
    return _("{{B}} names {names}, {{A}} does not.").format(names=listed(only_other)) if only_other else ""


def _only(these: object, those: object) -> tuple[str, ...]:
    """Give the names of the first that the second lacks, in the first's order, whatever their case and spaces."""
    if not isinstance(these, Names) or not isinstance(those, Names):
        return ()
    known = set(map(name_key, those.names))
    return tuple(name for name in these.names if name_key(name) not in known)


RULE = Rule("names", 22, mark("Different names"), find)
