"""Editors' explanations put to the findings that they are about; what is left over is stale."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factreport.language import gettext as _
from factreport.model.claim import Cause
from factreport.rules.finding import State
from factreport.rules.problem_kinds import STALE_EXPLANATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.model.claim import Citation, Claim, Explanation
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.rules.finding import Finding, Side


def explain(findings: Iterable[Finding], content: Content) -> tuple[Finding, ...]:
    """Give the findings with their state and the explanation that an editor gave, by name or beside a statement."""
    return tuple(_explained(finding, content) for finding in findings)


def stale(findings: tuple[Finding, ...], content: Content) -> tuple[Problem, ...]:
    """Give a problem for each explanation whose finding is gone."""
    by_claim: dict[str, list[Finding]] = {}
    touched: set[tuple[str, str]] = set()
    for finding in findings:
        by_claim.setdefault(finding.figure.claim, []).append(finding)
        if finding.rule not in _NEVER_EXPLAINED:
            touched.update((side.claim, side.citation) for side in _explaining_sides(finding))
    problems = []
    for claim in content.claims:
        problems += _stale_names(claim, {finding.name for finding in by_claim.get(claim.slug, ())})
        problems += [
            _stale_why(claim, one) for one in claim.citations if one.why and (one.claim, one.identity) not in touched
        ]
    return tuple(problems)


_NEVER_EXPLAINED = frozenset({"same", "not-stated"})


def _explained(finding: Finding, content: Content) -> Finding:
    explanation = _explanation(finding, content.claim_by_slug)
    if explanation is None and not finding.differs and finding.state is State.SETTLED:
        return finding
    if not finding.differs:
        return replace(finding, explanation=explanation, state=State.SETTLED)
    is_open = explanation is None or explanation.cause is Cause.UNKNOWN
    return replace(finding, explanation=explanation, state=State.OPEN if is_open else State.EXPLAINED)


def _explanation(finding: Finding, claims: Mapping[str, Claim]) -> Explanation | None:
    """Find the reason given by name; else the one beside a side other than the reference, the last first."""
    if finding.rule in _NEVER_EXPLAINED:
        return None
    named = claims[finding.figure.claim].explanations if finding.figure.claim in claims else ()
    for explanation in named:
        if explanation.finding == finding.name:
            return explanation
    for side in _explaining_sides(finding):
        citation = _citation(claims, side.claim, side.citation)
        if citation is not None and citation.why is not None:
            return citation.why
    return None


def _explaining_sides(finding: Finding) -> tuple[Side, ...]:
    within_one = len({side.source for side in finding.sides}) == 1
    return finding.sides if within_one else finding.sides[1:]


def _citation(claims: Mapping[str, Claim], claim: str, identity: str) -> Citation | None:
    if claim not in claims:
        return None
    return next((one for one in claims[claim].citations if one.identity == identity), None)


def _stale_names(claim: Claim, names: set[str]) -> list[Problem]:
    problems = []
    for explanation in claim.explanations:
        name = explanation.finding
        if name is None or name in names:
            continue
        close = next(iter(get_close_matches(name, sorted(names), 1)), "")
        problems.append(
            STALE_EXPLANATION.at(
                claim.place(*explanation.keys),
                _("No finding of this claim is called '{name}'; the figures changed, or the name is misspelt.").format(
                    name=name
                ),
                _("The nearest one is '{close}'.").format(close=close) if close else _("Remove the explanation."),
            )
        )
    return problems


def _stale_why(claim: Claim, citation: Citation) -> Problem:
    return STALE_EXPLANATION.at(
        claim.place(*citation.keys, "why"),
        _("This reason explains nothing: the statements beside it differ from no other."),
        _("Remove `why`, or move it to the citation whose statement differs."),
    )
