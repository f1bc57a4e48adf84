"""The report put together: claims, then everything that gathers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.report.alike import group
from factreport.report.claims import claim_reports
from factreport.report.gatherings import claimants, topics
from factreport.report.records import LogEntry, Report, Summary
from factreport.report.sources import source_reports
from factreport.report.stories import story_reports
from factreport.rules.catalogue import all_rules
from factreport.rules.finding import State
from factreport.rules.order import order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factreport.evidence.examine import Evidence
    from factreport.figures.meaning import Settings
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.report.records import ClaimReport, SourceReport
    from factreport.rules.finding import Finding
    from factreport.rules.judge import Judgement


def build_report(
    content: Content,
    evidence: Evidence,
    judgement: Judgement,
    problems: tuple[Problem, ...],
    settings: Settings,
) -> Report:
    """Give everything the site says. `problems` are those of all rooms, sorted by place."""
    claims = claim_reports(content, evidence, judgement, problems, settings)
    sources = source_reports(content, claims, problems)
    findings = order(finding for claim in claims for finding in claim.findings)
    return Report(
        content=content,
        claims=claims,
        sources=sources,
        stories=story_reports(content, claims, evidence.origins, problems),
        topics=topics(claims, dict(content.scale.topic_names)),
        claimants=claimants(claims),
        findings=findings,
        alike=group((one for one in findings if one.differs), content.source_by_slug),
        rules=all_rules(),
        log=_log(claims),
        problems=problems,
        summary=_summary(content, claims, sources, findings),
    )


def _log(claims: Sequence[ClaimReport]) -> tuple[LogEntry, ...]:
    entries = [LogEntry(report, correction) for report in claims for correction in report.claim.corrections]
    return tuple(sorted(entries, key=lambda entry: (-entry.correction.date.toordinal(), entry.claim.claim.slug)))


def _summary(
    content: Content, claims: Sequence[ClaimReport], sources: Sequence[SourceReport], findings: Sequence[Finding]
) -> Summary:
    return Summary(
        claims=len(claims),
        sources=len(sources),
        stories=len(content.stories),
        quotations=sum(source.quotations for source in sources),
        verified=sum(source.verified for source in sources),
        open=sum(finding.state is State.OPEN for finding in findings),
        explained=sum(finding.state is State.EXPLAINED for finding in findings),
    )
