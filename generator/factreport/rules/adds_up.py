"""The source's own figures fit together.

Parts make the printed total, or shares make a hundred per cent, within what the rounding of each part allows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.relations import RelationState
from factreport.language import gettext as _
from factreport.language import mark
from factreport.rules.catalogue import Rule
from factreport.rules.worked_out import related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import RelationCase
    from factreport.rules.finding import Finding


def find(case: RelationCase) -> Iterator[Finding]:
    """Give the relation, where this is how it stands."""
    if case.outcome.state is RelationState.HOLDS:
        yield related(case, RULE, _("{A}: {working}."), differs=False)


RULE = Rule("adds-up", 92, mark("The parts add up"), find_related=find)
