"""Both give a limit in the same direction, and the limits are not the same number.

"Over 12" and "over 20" can both be true of 25. They still tell readers different things, so this is never agreement.
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
        case, Kind.BOUNDS_DIFFER, word=RULE.title, sentence=_("{A} says “{a}”, {B} “{b}”."), differs=True
    )


RULE = Rule(str(Kind.BOUNDS_DIFFER), 30, mark("Different limits"), find)
