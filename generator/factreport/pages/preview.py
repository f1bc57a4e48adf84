"""What editors see and readers never do: problems, each with a link to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import ngettext
from factreport.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factreport.model.place import Key
    from factreport.model.problem import Problem
    from factreport.pages.site import Site
    from factreport.report.records import ClaimReport

MOST_SHOWN = 100
"""Problems of one severity in a banner: on the home page of a large site there may be thousands."""


class Marked(Struct, frozen=True):
    """A problem and where readers of the preview find what it is about."""

    problem: Problem
    address: str
    """Address of the page with the id of the place; empty where no page shows it."""

    @property
    def anchor(self) -> str:
        """The id alone."""
        return self.address.partition("#")[2]


class ProblemGroup(Struct, frozen=True):
    """Problems of one severity, for the banner."""

    severity: Severity
    heading: str
    """With the number of all."""
    problems: tuple[Marked, ...]
    """The first of them."""
    more: int
    """So many are not shown."""


def grouped(marked: Sequence[Marked]) -> tuple[ProblemGroup, ...]:
    """Give problems by severity, the gravest first; severities without any are left out."""
    by_severity = {severity: tuple(m for m in marked if m.problem.severity is severity) for severity in Severity}
    return tuple(
        ProblemGroup(severity, _heading(severity, len(found)), found[:MOST_SHOWN], max(0, len(found) - MOST_SHOWN))
        for severity, found in sorted(by_severity.items(), reverse=True)
        if found
    )


def _heading(severity: Severity, number: int) -> str:
    one, many = {
        Severity.ERROR: ("{n} error", "{n} errors"),
        Severity.WARNING: ("{n} warning", "{n} warnings"),
        Severity.NOTICE: ("{n} notice", "{n} notices"),
    }[severity]
    return ngettext(one, many, number).format(n=number)


def claim_problems(report: ClaimReport) -> tuple[Marked, ...]:
    """Give each problem of a claim's file with the last thing before it in the file that has an id on the page."""
    if not report.problems:
        return ()
    lines = sorted((report.claim.place(*keys).line, anchor) for keys, anchor in _anchors(report))
    return tuple(
        Marked(problem, f"{report.address}#{_nearest(lines, problem.place.line)}") for problem in report.problems
    )


def page_problems(problems: Iterable[Problem], address: str) -> tuple[Marked, ...]:
    """Give problems of a file whose page marks no places."""
    return tuple(Marked(problem, address) for problem in problems)


def site_problems(site: Site) -> tuple[Marked, ...]:
    """Give the problems of all files, each with the page that its file makes, if it makes one."""
    report = site.report
    addresses = {one.path: one.address for one in report.cards}
    addresses |= {one.source.written.path: one.address for one in report.sources}
    addresses |= {one.path: one.address for one in report.story_cards}
    return tuple(Marked(problem, addresses.get(problem.place.path, "")) for problem in report.problems)


def site_errors(site: Site) -> tuple[Marked, ...]:
    """Give the errors of all files: a preview leaves out the records in which they are."""
    return tuple(one for one in site_problems(site) if one.problem.severity is Severity.ERROR)


def by_anchor(marked: Iterable[Marked]) -> Mapping[str, tuple[Problem, ...]]:
    """Gather problems by the id that they are shown at."""
    gathered: dict[str, tuple[Problem, ...]] = {}
    for entry in marked:
        gathered[entry.anchor] = (*gathered.get(entry.anchor, ()), entry.problem)
    return gathered


def _anchors(report: ClaimReport) -> Iterator[tuple[tuple[Key, ...], str]]:
    yield (), "claim"
    for name in ("verdict", "reporting", "answer", "checked"):
        yield (name,), "judgement"
    yield ("in_short",), "in-short"
    for figure in report.figures:
        yield ("figures", figure.figure.key), figure.anchor
    for citation in report.citations:
        if citation.citation.claim == report.claim.slug:
            yield citation.citation.keys, citation.anchor
    for name in ("updates", "corrections"):
        yield (name,), "history"


def _nearest(lines: list[tuple[int, str]], line: int) -> str:
    """Give the anchor of the last entry that begins on or before `line`; "claim" if there is none."""
    before = [anchor for start, anchor in lines if start <= line]
    return before[-1] if before else "claim"
