"""Every number that one statement can mean also fits the other.

So a limit is kept, or the narrower of two statements lies inside the wider one.
"""

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
    return quantities.findings(
        case, Kind.SATISFIES, word=RULE.title, sentence=_("“{b}” and “{a}”; one lies within the other."), differs=False
    )


RULE = Rule(str(Kind.SATISFIES), 60, mark("Fits the other figure"), find)
