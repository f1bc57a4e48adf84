"""Sources: what each states on all claims, how its figures fared, whom it repeats and who repeats it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factreport.report.records import SourceReport
from factreport.rules.finding import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.model.source import Source
    from factreport.report.cards import Extract, Quotation, SourceStatement


@dataclass(slots=True)
class _Cited:
    """What claims take from one source."""

    statements: list[SourceStatement] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)


def source_reports(
    content: Content, extracts: Iterable[Extract], problems: Mapping[str, tuple[Problem, ...]]
) -> tuple[SourceReport, ...]:
    """Give the sources by publisher, then slug; `problems` are by file."""
    cited: dict[str, _Cited] = {source.slug: _Cited() for source in content.sources}
    for one in extracts:
        for statement in one.statements:
            cited[statement.source].statements.append(statement)
        for quotation in one.quotations:
            cited[quotation.source].quotations.append(quotation)
    repeated = _copied_by(content)
    ordered = sorted(content.sources, key=lambda source: (source.name.casefold(), source.slug))
    return tuple(
        _source_report(
            source,
            content,
            cited[source.slug],
            repeated.get(source.slug, ()),
            problems.get(source.written.path, ()),
        )
        for source in ordered
    )


def _source_report(
    source: Source,
    content: Content,
    cited: _Cited,
    repeated: Sequence[tuple[Source, bool]],
    problems: tuple[Problem, ...],
) -> SourceReport:
    states = [_worst_state(one) for one in cited.statements if one.stated]
    return SourceReport(
        source=source,
        statements=tuple(cited.statements),
        agree=states.count(State.SETTLED),
        explained=states.count(State.EXPLAINED),
        open=states.count(State.OPEN),
        copies=_copies(source, content),
        copied_by=tuple(repeated),
        verified=sum(quotation.verified for quotation in cited.quotations),
        quotations=len(cited.quotations),
        problems=problems,
    )


def _worst_state(statement: SourceStatement) -> State:
    states = {result.state for result in statement.results if result.differs}
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
