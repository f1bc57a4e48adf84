"""The project's own content several times over, and pages with few entries each, so that every list is in parts."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from tests.pages.sites import own_report, site

from factreport.model.claim import Correction
from factreport.pages import (
    alphabet,
    facet_list,
    facets,
    gathering,
    home,
    listing,
    search,
    source,
    story,
    topic_index,
)
from factreport.pages.drawing import matrix, timeline
from factreport.pages.site import pages
from factreport.report.build import gather, showing
from factreport.report.cards import ShownAtHand
from factreport.report.extract import extract
from factreport.report.records import LogEntry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.pages.page import Page
    from factreport.report.cards import Details, Extract, StoryCard
    from factreport.report.records import Report, SourceReport, StoryReport

FEW = 3
"""Entries of a list that a page has here."""
DAY = date(2025, 3, 1)
LIMITS = (
    (listing, "PER_PAGE"),
    (facets, "MOST_SHOWN"),
    (facet_list, "PER_PAGE"),
    (topic_index, "PER_PAGE"),
    (alphabet, "PER_PAGE"),
    (gathering, "MOST_STORIES"),
    (home, "STORIES"),
    (search, "MOST_TOPICS"),
    (source, "MOST_COPIES"),
    (story, "LINES"),
    (story, "MOST_REPEATING"),
    (matrix, "MOST_COLUMNS"),
    (matrix, "MOST_ROWS"),
    (timeline, "MOST_MOMENTS"),
    (timeline, "MOST_PRINTED"),
)


@contextmanager
def few_on_a_page() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module, name in LIMITS:
            patch.setattr(module, name, FEW)
        yield


@cache
def paged() -> Mapping[str, Page]:
    """Give the pages of the project's own content, with few entries on each."""
    return pages_of(logged())


@cache
def logged() -> Report:
    """Give the project's report with a log of corrections that is long enough for several pages."""
    report = own_report()
    found = (LogEntry(card, Correction(DAY, "It was four.", "It was five.", "We misread it.")) for card in report.cards)
    return replace(report, log=tuple(found)[:10])


def pages_of(report: Report) -> Mapping[str, Page]:
    with few_on_a_page():
        return {page.address: page for page in pages(site(report)) if page.path.endswith(".html")}


@cache
def grown(times: int) -> Report:
    """Give the project's report with every claim and story so many times: same sources, claimants and topics.

    Each time brings as many topics of its own, and as many sources that repeat others.
    """
    report = own_report()
    sources = {one.source.slug: one.source for one in report.sources}
    taken = [_again(*extract(claim, sources), number) for number in range(times) for claim in report.claims]
    extracts, shown = [one for one, _ in taken], ShownAtHand({one.card.slug: details for one, details in taken})
    stories = tuple(_story_again(card, number) for number in range(times) for card in report.story_cards)
    made = gather(report.content, extracts, stories, (), stories=tuple(_longer(one, times) for one in report.stories))
    made = showing(made, shown)
    return replace(made, sources=tuple(_repeated(one, times) for one in made.sources), log=logged().log * times)


def _again(one: Extract, details: Details, number: int) -> tuple[Extract, Details]:
    slug = _slug(one.card.slug, number)
    topics = (*one.card.topics, *(_slug(topic, number) for topic in one.card.topics if number))
    story = _slug(one.card.story, number)
    kept = replace(
        one,
        card=replace(one.card, slug=slug, story=story, topics=topics, former_slugs=()),
        differences=tuple(replace(each, claim=slug) for each in one.differences),
    )
    shown = replace(
        details,
        differences=tuple(replace(each, claim=slug) for each in details.differences),
        statements={
            source: tuple(replace(each, claim=slug) for each in found) for source, found in details.statements.items()
        },
    )
    return kept, shown


def _story_again(card: StoryCard, number: int) -> StoryCard:
    claims = tuple(_slug(claim, number) for claim in card.claims)
    return replace(card, slug=_slug(card.slug, number), claims=claims)


def _longer(report: StoryReport, times: int) -> StoryReport:
    return replace(report, claims=report.claims * times, sources=report.sources * times, news=report.news * times)


def _repeated(report: SourceReport, times: int) -> SourceReport:
    return replace(report, copied_by=report.copied_by * times)


def _slug(slug: str, number: int) -> str:
    return f"{slug}-{number:02}" if number and slug else slug
