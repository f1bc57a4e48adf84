"""Sources: what each states on all claims, how its figures fared, whom it repeats and who repeats it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.report.records import SourceReport, SourceStatement
from factreport.rules.finding import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.model.source import Source
    from factreport.report.records import CitationReport, ClaimReport, Row


def source_reports(
    content: Content, claims: Sequence[ClaimReport], problems: Sequence[Problem]
) -> tuple[SourceReport, ...]:
    """Give the sources by publisher, then slug."""
    stated: dict[str, list[SourceStatement]] = {}
    cited: dict[str, dict[tuple[str, str], CitationReport]] = {}
    for report in claims:
        for figure in report.figures:
            for row in figure.rows:
                stated.setdefault(row.citation.source.slug, []).append(
                    SourceStatement(report.claim, figure.figure, row)
                )
        for one in report.citations:
            cited.setdefault(one.source.slug, {})[(one.citation.claim, one.citation.identity)] = one
    repeated = _copied_by(content)
    ordered = sorted(content.sources, key=lambda source: (source.name.casefold(), source.slug))
    return tuple(
        _source_report(
            source, content, tuple(stated.get(source.slug, ())), cited.get(source.slug, {}), repeated, problems
        )
        for source in ordered
    )


def _source_report(
    source: Source,
    content: Content,
    stated: tuple[SourceStatement, ...],
    cited: dict[tuple[str, str], CitationReport],
    repeated: dict[str, list[tuple[Source, bool]]],
    problems: Sequence[Problem],
) -> SourceReport:
    states = [_worst_state(one.row) for one in stated if one.row.stated]
    proofs = [one.proof for one in cited.values() if one.citation.quote is not None]
    return SourceReport(
        source=source,
        statements=stated,
        agree=states.count(State.SETTLED),
        explained=states.count(State.EXPLAINED),
        open=states.count(State.OPEN),
        copies=_copies(source, content),
        copied_by=tuple(repeated.get(source.slug, ())),
        verified=sum(proof.is_verified_quotation for proof in proofs),
        quotations=len(proofs),
        problems=tuple(problem for problem in problems if problem.place.path == source.written.path),
    )


def _worst_state(row: Row) -> State:
    states = {finding.state for finding in row.findings if finding.differs}
    for state in (State.OPEN, State.EXPLAINED):
        if state in states:
            return state
    return State.SETTLED


def _copies(source: Source, content: Content) -> tuple[tuple[Source, bool], ...]:
    links = [(slug, False) for slug in source.credits] + [(slug, True) for slug in source.probably_used]
    return tuple((content.source_by_slug[slug], inferred) for slug, inferred in links if slug in content.source_by_slug)


def _copied_by(content: Content) -> dict[str, list[tuple[Source, bool]]]:
    repeated: dict[str, list[tuple[Source, bool]]] = {}
    for source in content.sources:
        for other, inferred in _copies(source, content):
            repeated.setdefault(other.slug, []).append((source, inferred))
    return repeated
