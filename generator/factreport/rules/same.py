"""Both statements give the same number in the same unit with the same kind of qualifying word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.comparison import Kind
from factreport.language import gettext as _
from factreport.language import mark
from factreport.rules import quantities
from factreport.rules.catalogue import Rule
from factreport.rules.direction_words import opposite
from factreport.rules.pairs import of_kind
from factreport.rules.printed import print_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import FigureCase, Pair
    from factreport.rules.finding import Finding


def find(case: FigureCase) -> Iterator[Finding]:
    """Give the pairs that the engine compares so."""
    for pair in of_kind(case, Kind.SAME):
        if opposite(pair):
            continue
        sentence = _("Both print {a}.") if _prints_the_same(pair) else _("{A} prints “{a}”, {B} “{b}”: the same.")
        yield quantities.compared(pair, RULE.name, word=RULE.title, sentence=sentence, differs=False)


def _prints_the_same(pair: Pair) -> bool:
    """Tell whether two figures differ in spelling at most; "a fifth" and "20%" differ in more, and so do two units."""
    if pair.figures is None or print_key(pair.reference.value) != print_key(pair.other.value):
        return False
    in_digits = {any(map(str.isdigit, figure.text)) for figure in pair.figures}
    return len(in_digits) == 1


RULE = Rule(str(Kind.SAME), 100, mark("Same figure"), find)
