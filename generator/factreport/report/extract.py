"""Take from a claim's report what other pages show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import ngettext
from factreport.report.alike import group
from factreport.report.cards import (
    ClaimCard,
    Difference,
    DifferenceSide,
    Extract,
    Quotation,
    Result,
    SearchWords,
    SourceStatement,
    StoryCard,
)
from factreport.rules.finding import State
from factreport.rules.order import order_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.model.claim import ClaimFigure
    from factreport.model.source import Source
    from factreport.report.records import ClaimReport, FindingGroup, Row, StoryReport
    from factreport.rules.finding import Finding, Side


def extract(report: ClaimReport, sources: Mapping[str, Source]) -> Extract:
    """Give what other pages show of a claim; `sources` are those of the site, by slug."""
    return Extract(
        card=claim_card(report),
        differences=tuple(_differences(report, sources)),
        statements=tuple(_statement(report, figure.figure, row) for figure in report.figures for row in figure.rows),
        quotations=tuple(_quotations(report)),
        corrections=report.claim.corrections,
    )


def claim_card(report: ClaimReport) -> ClaimCard:
    """Give a claim as lists show it."""
    claim = report.claim
    states = [finding.state for finding in report.findings]
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
        differences=sum(finding.differs for finding in report.findings),
        open=states.count(State.OPEN),
        explained=states.count(State.EXPLAINED),
        words=SearchWords(
            in_short=claim.in_short,
            labels=tuple(_labels(report).values()),
            printed=tuple(dict.fromkeys(row.printed for row in rows if row.stated)),
            publishers=tuple(sorted({citation.source.publisher for citation in report.citations})),
        ),
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


def _differences(report: ClaimReport, sources: Mapping[str, Source]) -> Iterator[Difference]:
    labels = _labels(report)
    for found in group((finding for finding in report.findings if finding.differs), sources):
        first = found.first
        yield Difference(
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
            same_origin=first.same_origin,
            sides=tuple(_sides(found, sources)),
            topics=report.claim.topics,
            order=order_key(first),
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
    return sources[side.source].name if side.source in sources else side.source


def _statement(report: ClaimReport, figure: ClaimFigure, row: Row) -> SourceStatement:
    citation = row.citation.citation
    return SourceStatement(
        source=row.citation.source.slug,
        claim=report.claim.slug,
        title=report.claim.claim,
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


def _quotations(report: ClaimReport) -> Iterator[Quotation]:
    for one in report.citations:
        if one.citation.claim == report.claim.slug and one.citation.quote is not None:
            yield Quotation(one.source.slug, one.proof.is_verified_quotation)
