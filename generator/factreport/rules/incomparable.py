"""The two figures count in units that cannot be turned into each other, or the exchange rate of the day is not known.

A figure is never compared one to one across currencies for want of a rate.
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
        Kind.INCOMPARABLE,
        word=RULE.title,
        sentence=_("{A} prints “{a}”, {B} “{b}”: there is no common measure."),
        differs=False,
    )


RULE = Rule(str(Kind.INCOMPARABLE), 110, mark("Cannot be compared"), find)
