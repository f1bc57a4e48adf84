"""Claims: their citations numbered, figures and relations with their findings, and who copied whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.report.alike import group
from factreport.report.figures import FigureDesk
from factreport.report.links import links_of
from factreport.report.news import claim_news
from factreport.report.origins import provenance
from factreport.report.records import CitationReport, ClaimReport, RelationReport
from factreport.report.signs import signs_by_claim
from factreport.rules.order import order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from factreport.evidence.examine import Evidence
    from factreport.figures.meaning import Conventions
    from factreport.model.claim import Citation, Claim, FigureReference, Relation
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.report.records import FigureReport
    from factreport.rules.case import Stated
    from factreport.rules.finding import Finding
    from factreport.rules.judge import Judgement


def claim_reports(
    content: Content,
    evidence: Evidence,
    judgement: Judgement,
    problems: Mapping[str, tuple[Problem, ...]],
    conventions: Conventions,
) -> tuple[ClaimReport, ...]:
    """Give the claims, those checked last first, of one day those with most reports; `problems` are by file."""
    names = {source.slug: source.name for source in content.sources}
    desk = _Desk(content, evidence, judgement, conventions, signs_by_claim(content, evidence.origins), names)
    reports = [desk.claim_report(claim, problems.get(claim.written.path, ())) for claim in content.claims]
    return tuple(sorted(reports, key=_in_order))


def newest_and_most_told(checked: date, reports: int, slug: str) -> tuple[int, int, str]:
    """Give by what claims are sorted, of the day of the check, the number of reports and the slug."""
    return (-checked.toordinal(), -reports, slug)


class _Desk(Struct, frozen=True):
    """Everything that all claims of a site share."""

    content: Content
    evidence: Evidence
    judgement: Judgement
    conventions: Conventions
    signs: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]

    def claim_report(self, claim: Claim, problems: tuple[Problem, ...]) -> ClaimReport:
        citations = self._citations(claim)
        figures = self._figures(claim, citations)
        relations = tuple(self._relation(relation) for relation in claim.relations)
        sources = {one.source.slug: one.source for one in citations}
        changed = frozenset(row.citation.source.slug for figure in figures for row in figure.rows if row.changed)
        links = links_of(self.content, (one.citation for one in citations), changed)
        story = self.content.story_by_slug.get(claim.story or "")
        found = [finding for figure in figures for finding in figure.findings]
        found += [finding for relation in relations for finding in relation.findings]
        findings = order(found)
        return ClaimReport(
            claim=claim,
            verdict=self.content.scale.verdict(claim.verdict),
            reporting=self.content.scale.report(claim.reporting) if claim.reporting else None,
            story=story,
            first_seen=self.content.source_by_slug.get(claim.first_seen or ""),
            citations=citations,
            figures=figures,
            relations=relations,
            findings=findings,
            alike=group(findings, self.content.source_by_slug),
            signs=self.signs.get(claim.slug, ()),
            provenance=provenance(
                (one.citation for one in citations), links, self.evidence.origins, self.content.source_by_slug
            ),
            news=claim_news(claim, story, sources.values()),
            problems=problems,
            modified=_modified(claim),
            names=self.names,
        )

    def _citations(self, claim: Claim) -> tuple[CitationReport, ...]:
        """Give the claim's own citations first, then those of other claims that state its figures, numbered from 1."""
        elsewhere = [
            one.citation
            for source in (*self._cases(claim), *self._related(claim))
            for one in source
            if one.citation.claim != claim.slug
        ]
        unique: dict[tuple[str, str], Citation] = {}
        for citation in (*claim.citations, *elsewhere):
            unique.setdefault((citation.claim, citation.identity), citation)
        return tuple(
            CitationReport(
                number,
                citation,
                self.content.source_by_slug[citation.source],
                self.evidence.proofs[(citation.claim, citation.identity)],
            )
            for number, citation in enumerate(unique.values(), start=1)
        )

    def _cases(self, claim: Claim) -> Iterable[tuple[Stated, ...]]:
        return (self.judgement.cases[figure.reference].stated for figure in claim.figures)

    def _related(self, claim: Claim) -> Iterable[tuple[Stated, ...]]:
        for relation in claim.relations:
            for case in self.judgement.relations[relation.reference]:
                yield case.stated

    def _figures(self, claim: Claim, citations: tuple[CitationReport, ...]) -> tuple[FigureReport, ...]:
        cited = {(one.citation.claim, one.citation.identity): one for one in citations}
        desk = FigureDesk(cited, self.content, self.evidence.origins, self.conventions)
        cases = self.judgement.cases
        return tuple(desk.report(cases[one.reference], self._findings(one.reference)) for one in claim.figures)

    def _relation(self, relation: Relation) -> RelationReport:
        findings = self._findings(relation.reference)
        alike = group(findings, self.content.source_by_slug)
        return RelationReport(relation, findings, _relation_summary(findings), alike)

    def _findings(self, reference: FigureReference) -> tuple[Finding, ...]:
        return self.judgement.findings.get(reference, ())


def _in_order(report: ClaimReport) -> tuple[int, int, str]:
    return newest_and_most_told(report.claim.checked, report.provenance.count.reports, report.claim.slug)


def _relation_summary(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return _("No source gives all the figures that this needs")
    off = sum(finding.differs for finding in findings)
    if not off and len(findings) == 2:
        return _("It works out for both sources that give all figures")
    if not off:
        return ngettext(
            "It works out for the one source that gives all figures",
            "It works out for all {n} sources that give all figures",
            len(findings),
        ).format(n=len(findings))
    return ngettext(
        "It does not work out for {n} of {all} sources", "It does not work out for {n} of {all} sources", off
    ).format(n=off, all=len(findings))


def _modified(claim: Claim) -> date:
    days = [claim.checked, *(one.date for one in claim.corrections)]
    return max([*days, claim.retired.date] if claim.retired else days)
