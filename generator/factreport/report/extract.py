"""Take from a claim's report what other pages show of it."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from factreport.language import ngettext
from factreport.report.alike import group
from factreport.report.cards import (
    CitedSource,
    ClaimCard,
    Details,
    Difference,
    DifferenceSide,
    Extract,
    ListedDifference,
    Result,
    SearchWords,
    SourceStatement,
    StoryCard,
)
from factreport.rules.finding import FindingState
from factreport.rules.order import order_key, worst_state

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.model.claim import ClaimFigure
    from factreport.model.source import Source
    from factreport.report.records import ClaimReport, FindingGroup, Row, StoryReport
    from factreport.rules.finding import Finding, Side


def extract(report: ClaimReport, sources: Mapping[str, Source]) -> tuple[Extract, Details]:
    """Give what other pages need and show of a claim; `sources` are those of the site, by slug."""
    groups = group((finding for finding in report.findings if finding.differs), sources)
    labels = _labels(report)
    statements = _statements(report)
    kept = Extract(
        card=claim_card(report),
        # What is withdrawn is nobody's to explain any more.
        differences=tuple(
            _listed(report, place, found.first) for place, found in enumerate(() if report.claim.retired else groups)
        ),
        cited=tuple(_cited(report, statements)),
        corrections=report.claim.corrections,
    )
    details = Details(
        differences=tuple(_difference(report, found, labels, sources) for found in groups),
        statements=statements,
        words=_words(report, labels),
    )
    return kept, details


def claim_card(report: ClaimReport) -> ClaimCard:
    """Give a claim as lists show it."""
    claim = report.claim
    findings = () if claim.retired else report.findings
    states = [finding.state for finding in findings]
    rows = [row for figure in report.figures for row in figure.rows]
    return ClaimCard(
        slug=claim.slug,
        path=claim.written.path,
        claim=claim.claim,
        verbatim=claim.verbatim,
        claimant=claim.claimant,
        claimant_url=claim.claimant_url,
        claimed=claim.claimed,
        verdict=report.verdict,
        answer=claim.answer,
        checked=claim.checked,
        modified=report.modified,
        retired=claim.retired is not None,
        former_slugs=claim.former_slugs,
        topics=claim.topics,
        story=report.story.slug if report.story else "",
        sources=tuple(dict.fromkeys(row.citation.source.slug for row in rows)),
        count=report.provenance.count.sentence,
        reports=report.provenance.count.reports,
        differences=sum(finding.differs for finding in findings),
        open=states.count(FindingState.OPEN),
        explained=states.count(FindingState.EXPLAINED),
    )


def story_card(report: StoryReport) -> StoryCard:
    """Give a story as lists show it."""
    story = report.story
    return StoryCard(
        slug=story.slug,
        path=story.written.path,
        title=story.title,
        summary=story.summary,
        happened=story.happened,
        topics=story.topics,
        claims=tuple(claim.claim.slug for claim in report.claims),
        count=report.provenance.count.sentence,
        publishers=tuple(sorted({source.publisher for source in report.sources})),
    )


def _labels(report: ClaimReport) -> dict[str, str]:
    figures = {str(one.figure.reference): one.figure.label for one in report.figures}
    return figures | {str(one.relation.reference): one.relation.label for one in report.relations}


def _listed(report: ClaimReport, place: int, first: Finding) -> ListedDifference:
    state, bars, apart, rank, figure, name = order_key(first)
    try:
        nearly = float(apart)
    except OverflowError:
        # What is kept is JSON, which has no infinity.
        nearly = -sys.float_info.max
    order = state, bars, nearly, rank, figure, name
    return ListedDifference(report.claim.slug, place, first.size, first.state, order)


def _difference(
    report: ClaimReport, found: FindingGroup, labels: Mapping[str, str], sources: Mapping[str, Source]
) -> Difference:
    first = found.first
    return Difference(
        claim=report.claim.slug,
        title=report.claim.claim,
        anchor=first.anchor,
        label=labels.get(str(first.figure), ""),
        word=first.word,
        sentence=found.sentence,
        apart=first.apart,
        size=first.size,
        state=first.state,
        cause=first.explanation.cause if first.explanation else None,
        same_origin=found.same_origin,
        sides=tuple(_sides(found, sources)),
    )


def _sides(found: FindingGroup, sources: Mapping[str, Source]) -> Iterator[DifferenceSide]:
    """Give who prints what; of several sources that print the same, the first with the number of the others."""
    *firsts, last = found.first.sides
    yield from (DifferenceSide(_name(side, sources), side.printed) for side in firsts)
    others = len(found.sources) - 1
    name = _name(last, sources)
    if others and not found.first.is_within:
        name = ngettext("{source} and {n} other", "{source} and {n} others", others).format(source=name, n=others)
    yield DifferenceSide(name, last.printed)


def _name(side: Side, sources: Mapping[str, Source]) -> str:
    return sources[side.source].name


def _statements(report: ClaimReport) -> dict[str, tuple[SourceStatement, ...]]:
    found: dict[str, list[SourceStatement]] = {}
    for figure in report.figures:
        for row in figure.rows:
            found.setdefault(row.citation.source.slug, []).append(_statement(report, figure.figure, row))
    return {slug: tuple(statements) for slug, statements in found.items()}


def _statement(report: ClaimReport, figure: ClaimFigure, row: Row) -> SourceStatement:
    citation = row.citation.citation
    return SourceStatement(
        claim=report.claim.slug,
        anchor=row.anchor,
        label=figure.label,
        printed=row.printed,
        stated=row.stated,
        quote=citation.quote,
        part=citation.part,
        locator=citation.locator,
        proof=row.citation.proof,
        results=tuple(_result(finding) for finding in row.findings),
    )


def _result(finding: Finding) -> Result:
    return Result(finding.word, finding.sentence, finding.size, finding.state, finding.differs)


def _cited(report: ClaimReport, statements: Mapping[str, tuple[SourceStatement, ...]]) -> Iterator[CitedSource]:
    """Count what a claim takes from each source; a source may be quoted only, with no row in a table."""
    own = (one for one in report.citations if one.citation.claim == report.claim.slug)
    quotations = [one for one in own if one.citation.quote is not None]
    quoted = Counter(one.source.slug for one in quotations)
    verified = Counter(one.source.slug for one in quotations if one.proof.is_verified_quotation)
    for slug in dict.fromkeys((*statements, *quoted)):
        found = statements.get(slug, ())
        states = [worst_state(result.state for result in one.results if result.differs) for one in found if one.stated]
        yield CitedSource(
            source=slug,
            statements=len(found),
            stated=len(states),
            agree=states.count(FindingState.SETTLED),
            explained=states.count(FindingState.EXPLAINED),
            open=states.count(FindingState.OPEN),
            quotations=quoted[slug],
            verified=verified[slug],
        )


def _words(report: ClaimReport, labels: Mapping[str, str]) -> SearchWords:
    rows = (row for figure in report.figures for row in figure.rows)
    return SearchWords(
        in_short=report.claim.in_short,
        labels=tuple(labels.values()),
        printed=tuple(dict.fromkeys(row.printed for row in rows if row.stated)),
        publishers=tuple(sorted({citation.source.publisher for citation in report.citations})),
    )
