"""Related news: what editors chose for a story, and headlines that stood beside its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.report.records import NewsReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.model.claim import Claim
    from factreport.model.news import NewsItem, Story
    from factreport.model.source import Source


def story_news(story: Story, sources: Iterable[Source]) -> tuple[NewsReport, ...]:
    """Give the story's news, newest first, then related headlines beside its sources, in their order there."""
    chosen = [NewsReport(item) for item in sorted(story.news, key=_newest_first)]
    beside = [NewsReport(item, source) for source in sources for item in source.headlines if item.related]
    return (*chosen, *beside)


def claim_news(claim: Claim, story: Story | None, sources: Iterable[Source]) -> tuple[NewsReport, ...]:
    """Give what of its story's news is meant for this claim, or for all."""
    news = story_news(story, sources) if story else ()
    return tuple(one for one in news if not one.item.claims or claim.slug in one.item.claims)


def _newest_first(item: NewsItem) -> tuple[int, str]:
    day = item.published.last or item.published.first
    return (-day.toordinal() if day else 0, item.title)
