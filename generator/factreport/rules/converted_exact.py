"""Converted at a reference rate around the day of publication, one figure rounds to exactly the digits of the other.

The reference rates are those of the European Central Bank, or the rate that the source prints itself.
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
        case,
        Kind.CONVERTED_EXACT,
        word=RULE.title,
        sentence=_("At the exchange rate of those days, “{a}” is “{b}”."),
        differs=False,
    )


RULE = Rule(str(Kind.CONVERTED_EXACT), 80, mark("Same amount, other currency"), find)
