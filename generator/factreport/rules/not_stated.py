"""The source was read whole, searched, and says nothing of the figure.

Silence is only reported where we read everything; of a source read in part we can't say what is missing. Silence is no
difference, but it shows what readers of that source were not told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.comparison import Kind
from factreport.language import gettext as _
from factreport.language import isolated, mark
from factreport.rules.catalogue import Rule
from factreport.rules.finding import Finding
from factreport.rules.pairs import side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import FigureCase


def find(case: FigureCase) -> Iterator[Finding]:
    """Give the sources that were read whole and state nothing."""
    for stated in case.silent:
        yield Finding(
            name=f"{case.figure.key}/{stated.name}/{RULE.name}",
            rule=RULE.name,
            figure=case.figure.reference,
            sides=(side(stated),),
            word=RULE.title,
            sentence=_("We read all of {A}; it says nothing about this.").format(A=isolated(stated.source.name)),
            differs=False,
        )


RULE = Rule(str(Kind.NOT_STATED), 120, mark("Says nothing about this"), find)
