"""Stories: their claims, sources, news and who copied whom among all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.report.links import links_of
from factreport.report.news import story_news
from factreport.report.origins import provenance
from factreport.report.records import StoryReport
from factreport.rules.order import order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factreport.evidence.origins import Origins
    from factreport.model.content import Content
    from factreport.model.news import Story
    from factreport.model.problem import Problem
    from factreport.model.source import Source
    from factreport.report.origins import Links
    from factreport.report.records import ClaimReport


def story_reports(
    content: Content,
    claims: Sequence[ClaimReport],
    origins: Origins,
    problems: Mapping[str, tuple[Problem, ...]],
) -> tuple[StoryReport, ...]:
    """Give the stories by slug; `problems` are by file."""
    members = _members(content.stories, claims)
    return tuple(
        _story_report(story, content, members[story.slug], origins, problems.get(story.written.path, ()))
        for story in content.stories
    )


def _story_report(
    story: Story,
    content: Content,
    members: tuple[ClaimReport, ...],
    origins: Origins,
    problems: tuple[Problem, ...],
) -> StoryReport:
    cited = {one.source.slug: one.source for report in members for one in report.citations}
    changed = frozenset(
        row.citation.source.slug
        for report in members
        for figure in report.figures
        for row in figure.rows
        if row.changed
    )
    citations = [one.citation for report in members for one in report.citations]
    links = links_of(content, citations, changed)
    sources = _by_date(cited.values(), links)
    return StoryReport(
        story=story,
        claims=members,
        sources=sources,
        provenance=provenance(citations, links, origins, content.source_by_slug),
        news=story_news(story, sources),
        findings=order(finding for report in members for finding in report.findings),
        problems=problems,
    )


def _members(stories: Iterable[Story], claims: Sequence[ClaimReport]) -> dict[str, tuple[ClaimReport, ...]]:
    """Give the claims of each story: those that it lists, in its order, then those that name it, by slug."""
    by_slug = {report.claim.slug: report for report in claims}
    naming: dict[str, list[str]] = {}
    for slug in sorted(by_slug):
        naming.setdefault(by_slug[slug].claim.story or "", []).append(slug)
    return {
        story.slug: tuple(
            by_slug[slug] for slug in dict.fromkeys((*story.claims, *naming.get(story.slug, ()))) if slug in by_slug
        )
        for story in stories
    }


def _by_date(sources: Iterable[Source], links: Links) -> tuple[Source, ...]:
    """Put sources in order of date, undated last; of one date those that repeat no other come first."""

    def key(source: Source) -> tuple[object, ...]:
        repeats = bool(links.declared[source.slug] or links.inferred[source.slug])
        return (source.published.order, repeats, source.slug)

    return tuple(sorted(sources, key=key))
