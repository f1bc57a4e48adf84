"""Both statements give the same number in the same unit with the same kind of qualifying word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.comparison import Kind
from factreport.language import gettext as _
from factreport.language import mark
from factreport.rules import quantities
from factreport.rules.catalogue import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import FigureCase
    from factreport.rules.finding import Finding


def find(case: FigureCase) -> Iterator[Finding]:
    """Give the pairs that the engine compares so."""
    return quantities.findings(case, Kind.SAME, word=RULE.title, sentence=_("Both print {a}."), differs=False)


RULE = Rule(str(Kind.SAME), 100, mark("Same figure"), find)
