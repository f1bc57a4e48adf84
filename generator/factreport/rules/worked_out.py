"""A number that we worked out from a source's own figures and that the source does not print.

It is ours, not the source's, and shown so. Products and quotients keep everything that the printed figures can mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.relations import RelationState
from factreport.figures.wording import style_of, write_explained
from factreport.language import gettext as _
from factreport.language import isolated, mark
from factreport.rules.catalogue import Rule
from factreport.rules.finding import Finding
from factreport.rules.pairs import side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import RelationCase


def find(case: RelationCase) -> Iterator[Finding]:
    """Give what was worked out where there is nothing to hold it against."""
    if case.outcome.state is not RelationState.NOT_STATED or case.outcome.computed is None:
        return
    sentence = _("From {A}’s figures: {working}.")
    yield related(case, RULE, sentence, differs=False)


def related(case: RelationCase, rule: Rule, sentence: str, *, differs: bool) -> Finding:
    """Give what `rule` finds in a relation; `sentence` has places for the source {A} and the {working}."""
    outcome = case.outcome
    text = sentence.format(A=isolated(case.source.name), working=_working(case))
    return Finding(
        name=case.name(rule.name),
        rule=rule.name,
        figure=case.relation.reference,
        sides=tuple(side(one) for one in case.stated),
        word=rule.title,
        sentence=text,
        size=outcome.comparison.size if outcome.comparison else None,
        working=outcome.working,
        notes=outcome.notes,
        differs=differs,
        same_origin=True,
        comparison=outcome.comparison,
    )


def _working(case: RelationCase) -> str:
    """Give the sum and what it makes, and the printed total where there is one."""
    computed = case.outcome.computed
    if computed is None:
        return ""
    amount = write_explained(computed.low.value, computed.low.step, style_of(computed))
    line = f"{computed.text} = {amount}"
    if case.against is None:
        return line
    return _("{line}; printed: {total}").format(line=line, total=case.against.printed)


RULE = Rule("worked-out", 94, mark("Worked out by us"), find_related=find)
