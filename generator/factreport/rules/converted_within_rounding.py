"""Converted at the reference rates around the day of publication, the two can be one amount with rounding.

The working shows the rates, their dates and the nearest rounding.
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
        Kind.CONVERTED_WITHIN_ROUNDING,
        word=RULE.title,
        sentence=_("“{a}” and “{b}” are one amount, after rounding, at the exchange rates of those days."),
        differs=False,
    )


RULE = Rule(str(Kind.CONVERTED_WITHIN_ROUNDING), 70, mark("Same amount after rounding"), find)
