"""What editors see and readers never do: problems, each at its place on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factreport.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.model.claim import Claim
    from factreport.model.place import Key
    from factreport.model.problem import Problem
    from factreport.report.records import ClaimReport


@dataclass(frozen=True, slots=True)
class Marked:
    """A problem and the id on its page that it is about."""

    problem: Problem
    anchor: str


def marked_problems(report: ClaimReport) -> tuple[Marked, ...]:
    """Give each problem of a claim's file with the nearest thing before it in the file that has an id on the page."""
    lines = (
        sorted((report.claim.place(*keys).line, anchor) for keys, anchor in _anchors(report)) if report.problems else []
    )
    return tuple(Marked(problem, _nearest(lines, problem.place.line)) for problem in report.problems)


def by_anchor(marked: Iterable[Marked]) -> Mapping[str, tuple[Problem, ...]]:
    """Gather problems by the id that they are shown at."""
    gathered: dict[str, tuple[Problem, ...]] = {}
    for entry in marked:
        gathered[entry.anchor] = (*gathered.get(entry.anchor, ()), entry.problem)
    return gathered


def severity_counts(problems: Iterable[Problem]) -> Mapping[Severity, int]:
    """Count problems, the gravest first; severities without any are left out."""
    counts = dict.fromkeys(sorted(Severity, reverse=True), 0)
    for problem in problems:
        counts[problem.severity] += 1
    return {severity: number for severity, number in counts.items() if number}


def _anchors(report: ClaimReport) -> Iterable[tuple[tuple[Key, ...], str]]:
    claim: Claim = report.claim
    yield (), "claim"
    for name in ("verdict", "reporting", "answer", "checked"):
        yield (name,), "judgement"
    yield ("in_short",), "in-short"
    for figure in report.figures:
        yield ("figures", figure.figure.key), figure.anchor
    for citation in report.citations:
        if citation.citation.claim == claim.slug:
            yield citation.citation.keys, citation.anchor
    for name in ("updates", "corrections"):
        yield (name,), "history"


def _nearest(lines: list[tuple[int, str]], line: int) -> str:
    """Give the anchor of the last entry that begins on or before `line`; "claim" if there is none."""
    before = [anchor for start, anchor in lines if start <= line]
    return before[-1] if before else "claim"
