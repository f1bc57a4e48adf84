"""Rounded to the nearest digit the two share no number; looser rounding or a nearby rate joins them.

Often one of them was cut off instead of rounded, rounded twice, or converted at the rate of another day.
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
        Kind.NEAR_MISS,
        word=RULE.title,
        sentence=_("{A} prints “{a}”, {B} “{b}”: they meet only with looser rounding."),
        differs=True,
    )


RULE = Rule(str(Kind.NEAR_MISS), 20, mark("Just misses"), find)
