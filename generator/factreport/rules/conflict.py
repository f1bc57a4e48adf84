"""No way of rounding and no looseness of wording lets both numbers be one.

Even with rounding up, rounding down and the widest reading of "about", the two share no number. At least one of the two
is wrong, or they count different things.
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
        case, Kind.CONFLICT, word=RULE.title, sentence=_("No rounding joins {a} and {b}."), differs=True
    )


RULE = Rule(str(Kind.CONFLICT), 10, mark("Cannot both be right"), find)
