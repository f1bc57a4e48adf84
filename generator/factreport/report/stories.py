"""Stories: their claims, sources, news and who copied whom among all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.report.links import links_of
from factreport.report.news import story_news
from factreport.report.origins import provenance
from factreport.report.records import StoryReport
from factreport.rules.order import order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factreport.evidence.origins import Origins
    from factreport.model.content import Content
    from factreport.model.news import Story
    from factreport.model.problem import Problem
    from factreport.model.source import Source
    from factreport.report.records import ClaimReport


def story_reports(
    content: Content, claims: Sequence[ClaimReport], origins: Origins, problems: Sequence[Problem]
) -> tuple[StoryReport, ...]:
    """Give the stories by slug."""
    return tuple(_story_report(story, content, claims, origins, problems) for story in content.stories)


def _story_report(
    story: Story,
    content: Content,
    claims: Sequence[ClaimReport],
    origins: Origins,
    problems: Sequence[Problem],
) -> StoryReport:
    members = _in_reading_order(story, [report for report in claims if report.claim.slug in _members(story, claims)])
    cited = {one.source.slug: one.source for report in members for one in report.citations}
    sources = tuple(sorted(cited.values(), key=_age))
    changed = frozenset(
        row.citation.source.slug
        for report in members
        for figure in report.figures
        for row in figure.rows
        if row.changed
    )
    citations = [one.citation for report in members for one in report.citations]
    links = links_of(content, citations, changed)
    return StoryReport(
        story=story,
        claims=members,
        sources=sources,
        provenance=provenance(citations, links, origins, content.source_by_slug),
        news=story_news(story, sources),
        findings=order(finding for report in members for finding in report.findings),
        problems=tuple(problem for problem in problems if problem.place.path == story.written.path),
    )


def _members(story: Story, claims: Sequence[ClaimReport]) -> set[str]:
    return {*story.claims, *(report.claim.slug for report in claims if report.claim.story == story.slug)}


def _in_reading_order(story: Story, members: list[ClaimReport]) -> tuple[ClaimReport, ...]:
    places = {slug: place for place, slug in enumerate(story.claims)}
    return tuple(sorted(members, key=lambda report: (places.get(report.claim.slug, len(places)), report.claim.slug)))


def _age(source: Source) -> tuple[str, str]:
    day = source.published.first or source.published.last
    return (day.isoformat() if day else "9999", source.slug)
