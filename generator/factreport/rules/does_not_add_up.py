"""The source's own figures do not fit together.

No rounding makes the parts give the printed total, or the shares a hundred per cent.
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
    if case.outcome.state is RelationState.FAILS:
        yield related(case, RULE, _("{A}: {working}."), differs=True)


RULE = Rule("does-not-add-up", 14, mark("The parts do not add up"), find_related=find)
