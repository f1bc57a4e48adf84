"""Editors' explanations that readers do not get to see: their finding is gone, or has another reason."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.rules.explain import can_be_explained, explaining_sides
from factreport.rules.problem_kinds import STALE_EXPLANATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factreport.model.claim import Citation, Claim
    from factreport.model.content import Content
    from factreport.model.place import Place
    from factreport.model.problem import Problem
    from factreport.rules.finding import Finding


def stale(findings: Iterable[Finding], content: Content) -> tuple[Problem, ...]:
    """Give a problem for each explanation that is shown with no finding."""
    by_claim: dict[str, list[Finding]] = {}
    by_citation: dict[tuple[str, str], list[Finding]] = {}
    for finding in filter(can_be_explained, findings):
        by_claim.setdefault(finding.figure.claim, []).append(finding)
        for cited in {(side.claim, side.citation) for side in finding.sides}:
            by_citation.setdefault(cited, []).append(finding)
    problems: list[Problem] = []
    for claim in content.claims:
        problems += _stale_names(claim, {finding.name for finding in by_claim.get(claim.slug, ())})
        for citation in filter(_has_reason, claim.citations):
            problems += _stale_why(claim, citation, by_citation.get((claim.slug, citation.identity), ()), content)
    return tuple(problems)


def _has_reason(citation: Citation) -> bool:
    return citation.why is not None


def _stale_names(claim: Claim, names: set[str]) -> list[Problem]:
    problems = []
    for explanation in claim.explanations:
        name = explanation.finding
        if name is None or name in names:
            continue
        close = next(iter(get_close_matches(name, sorted(names), 1)), "")
        message = _("No finding of this claim is called “{name}”; the figures changed, or the name is misspelt.")
        hint = _("The nearest one is “{close}”.").format(close=close) if close else _("Remove the explanation.")
        problems.append(STALE_EXPLANATION.at(claim.place(*explanation.keys), message.format(name=name), hint))
    return problems


def _stale_why(claim: Claim, citation: Citation, findings: Sequence[Finding], content: Content) -> list[Problem]:
    """Give a problem if the reason beside a citation is that of none of the findings about it."""
    if any(finding.explanation is citation.why for finding in findings):
        return []
    beside = [one for one in findings if (claim.slug, citation.identity) in _explained_beside(one)]
    if beside:
        words = _another_reason(beside[0], claim, content)
    elif findings:
        words = _beside_the_reference(findings[0])
    elif citation.statements:
        message = _("This reason explains nothing: the statements beside it differ from no other.")
        words = message, _("Remove `why`, or move it to the citation whose statement differs.")
    else:
        message = _("This reason explains nothing: the citation states no figure that could differ from others.")
        words = message, _("Say with `figure` what it is cited for, or write a remark as `note`.")
    return [STALE_EXPLANATION.at(claim.place(*citation.keys, "why"), *words)]


def _explained_beside(finding: Finding) -> set[tuple[str, str]]:
    return {(side.claim, side.citation) for side in explaining_sides(finding)}


def _another_reason(finding: Finding, claim: Claim, content: Content) -> tuple[str, str]:
    message = _("This reason is not shown: “{finding}” has another one, on line {line}.")
    hint = _("Keep one of the two, or put both into one.")
    place = _place_of_reason(finding, content)
    if place.path != claim.written.path:
        message = _("This reason is not shown: “{finding}” has another one, in {path} on line {line}.")
    return message.format(finding=finding.name, path=place.path, line=place.line), hint


def _place_of_reason(finding: Finding, content: Content) -> Place:
    for slug in {finding.figure.claim, *(side.claim for side in finding.sides)}:
        claim = content.claim_by_slug[slug]
        for reason in (*claim.explanations, *(one.why for one in claim.citations)):
            if reason is not None and reason is finding.explanation:
                return claim.place(*reason.keys)
    raise LookupError(finding.name)


def _beside_the_reference(finding: Finding) -> tuple[str, str]:
    message = _("This reason explains nothing: it stands beside the statement that the others are compared with.")
    hint = _("Move `why` to the citation that differs from it, or name the finding “{finding}” in `explanations`.")
    return message, hint.format(finding=finding.name)
