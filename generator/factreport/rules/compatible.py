"""There are numbers that fit both statements, and others that fit only one.

A limit that lies far from the number it is compared with says little: then the page says so.
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
        case, Kind.COMPATIBLE, word=RULE.title, sentence=_("Some amounts fit both “{a}” and “{b}”."), differs=False
    )


RULE = Rule(str(Kind.COMPATIBLE), 50, mark("Both can be true"), find)
