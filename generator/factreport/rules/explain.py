"""Editors' explanations put to the findings that they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factreport.model.claim import Cause
from factreport.rules.finding import FindingState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.model.claim import Citation, Claim, Explanation
    from factreport.model.content import Content
    from factreport.rules.finding import Finding, Side


def explain(findings: Iterable[Finding], content: Content) -> tuple[Finding, ...]:
    """Give the findings with their state and the explanation that an editor gave, by name or beside a statement."""
    return tuple(_explained(finding, content) for finding in findings)


_NEVER_EXPLAINED = frozenset({"same", "not-stated"})


def can_be_explained(finding: Finding) -> bool:
    """Whether a reason given for it is shown to readers."""
    return finding.rule not in _NEVER_EXPLAINED


def _explained(finding: Finding, content: Content) -> Finding:
    explanation = _explanation(finding, content.claim_by_slug)
    if explanation is None and not finding.differs and finding.state is FindingState.SETTLED:
        return finding
    if not finding.differs:
        return replace(finding, explanation=explanation, state=FindingState.SETTLED)
    is_open = explanation is None or explanation.cause is Cause.UNKNOWN
    return replace(finding, explanation=explanation, state=FindingState.OPEN if is_open else FindingState.EXPLAINED)


def _explanation(finding: Finding, claims: Mapping[str, Claim]) -> Explanation | None:
    """Find the reason given by name; else the first one beside a side other than the reference."""
    if not can_be_explained(finding):
        return None
    named = claims[finding.figure.claim].explanations if finding.figure.claim in claims else ()
    for explanation in named:
        if explanation.finding == finding.name:
            return explanation
    for side in explaining_sides(finding):
        citation = _citation(claims, side.claim, side.citation)
        if citation is not None and citation.why is not None:
            return citation.why
    return None


def explaining_sides(finding: Finding) -> tuple[Side, ...]:
    """Give the sides beside which a reason for it can stand.

    Not the reference: its reason would pass for one of every source that differs from it, whoever comes later.
    """
    within_one = len({side.source for side in finding.sides}) == 1
    return finding.sides if within_one else finding.sides[1:]


def _citation(claims: Mapping[str, Claim], claim: str, identity: str) -> Citation | None:
    if claim not in claims:
        return None
    return next((one for one in claims[claim].citations if one.identity == identity), None)
