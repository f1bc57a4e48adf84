"""The digits differ, but rounding one number can give both.

"5.5 billion" can be anything from 5.45 to 5.55 billion, and "5.50 billion" anything from 5.495 to 5.505.
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
        case, Kind.SAME_WITHIN_ROUNDING, word=RULE.title, sentence=_("{a} and {b} can be one number."), differs=False
    )


RULE = Rule(str(Kind.SAME_WITHIN_ROUNDING), 90, mark("Same, rounded differently"), find)
