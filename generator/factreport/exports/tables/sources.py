"""The tables of sources and stories, and of who repeats whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.exports.address import absolute
from factreport.exports.tables.cells import days_cells, days_columns
from factreport.exports.tables.table import Column, Kind, Reference, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.tables.table import Cells
    from factreport.report.records import Report, SourceReport
    from factreport.settings import Settings


def source_cells(report: SourceReport, settings: Settings) -> Cells:
    """Give the row of a source."""
    source = report.source
    return {
        "source": source.slug,
        "publisher": source.publisher,
        "name": source.name,
        "title": source.title,
        "kind": source.kind.value,
        "knows": source.knows.value,
        "read": source.read.value,
        "address": source.url if source.link else "",
        "archived": source.archived,
        **days_cells("published", source.published),
        "dated_by": source.dated_by,
        "author": source.author,
        "country": source.country,
        "language": source.language,
        "credits_people": source.credits_people,
        "snapshot": source.snapshot,
        "statements": report.stated,
        "agree": report.agree,
        "explained": report.explained,
        "open": report.open,
        "quotations": report.quotations,
        "verified": report.verified,
        "page": absolute(settings, report.address),
    }


def _sources(report: Report, settings: Settings) -> Iterator[Cells]:
    return (source_cells(one, settings) for one in report.sources)


SOURCES = Table(
    "sources",
    "Published items that are cited: articles, filings, posts, pages.",
    ("source",),
    (
        Column("source", Kind.SLUG, "Name of the source; part of its page's address."),
        Column("publisher", Kind.TEXT, "Publisher."),
        Column("name", Kind.TEXT, "How readers tell it from other items of its publisher."),
        Column("title", Kind.TEXT, "Exact title; empty where none was seen."),
        Column(
            "kind",
            Kind.SLUG,
            "news, agency, aggregator, broadcast, official, filing, company, research, advocacy or post.",
        ),
        Column("knows", Kind.SLUG, "How it knows: own, official, re-report or unknown."),
        Column("read", Kind.SLUG, "How much of it we read: whole, part or through-others."),
        Column("address", Kind.ADDRESS, "Where it stands; empty where not known, and for scraped copies."),
        Column("archived", Kind.ADDRESS, "A public archive's copy; empty where none is known."),
        *days_columns("published", "When it was published"),
        Column("dated_by", Kind.TEXT, "What the date rests on, where the item shows none."),
        Column("author", Kind.TEXT, "Author; empty where not known."),
        Column("country", Kind.TEXT, "ISO 3166 code; empty where not known."),
        Column("language", Kind.TEXT, "BCP 47 code."),
        Column("credits_people", Kind.TEXT, "People, named or not, that it credits."),
        Column("snapshot", Kind.TEXT, "SHA-256 of our copy; missing where we hold none.", optional=True),
        Column("statements", Kind.INTEGER, "Figures that it states, on all claims but withdrawn ones."),
        Column("agree", Kind.INTEGER, "Of these, those without a difference from what they are compared with."),
        Column("explained", Kind.INTEGER, "Those that differ for a likely reason."),
        Column("open", Kind.INTEGER, "Those that differ for no known reason."),
        Column("quotations", Kind.INTEGER, "Its words quoted."),
        Column("verified", Kind.INTEGER, "Of these, those found in our copy."),
        Column("page", Kind.ADDRESS, "Address of the source's page."),
    ),
    site_rows=_sources,
)


def _credits(report: Report, _settings: Settings) -> Iterator[Cells]:
    for one in report.sources:
        seen: dict[str, bool] = {}
        for source, inferred in one.copies:
            seen.setdefault(source.slug, not inferred)
        for slug, declared in seen.items():
            yield {"source": one.source.slug, "credited": slug, "declared": declared}


CREDITS = Table(
    "credits",
    "Which source repeats which.",
    ("source", "credited"),
    (
        Column("source", Kind.SLUG, "The one that repeats."),
        Column("credited", Kind.SLUG, "The one that is repeated."),
        Column("declared", Kind.BOOLEAN, "Whether it says so itself; false: we infer it."),
    ),
    site_rows=_credits,
    references=(Reference(("source",), "sources", ("source",)), Reference(("credited",), "sources", ("source",))),
)


def _stories(report: Report, settings: Settings) -> Iterator[Cells]:
    for one in report.story_cards:
        yield {
            "story": one.slug,
            "title": one.title,
            "summary": one.summary,
            **days_cells("happened", one.happened),
            "topics": one.topics,
            "claims": one.claims,
            "page": absolute(settings, one.address),
        }


STORIES = Table(
    "stories",
    "What gathers claims about one event.",
    ("story",),
    (
        Column("story", Kind.SLUG, "Name of the story; part of its page's address."),
        Column("title", Kind.TEXT, "Title."),
        Column("summary", Kind.TEXT, "One or two sentences."),
        *days_columns("happened", "When it happened"),
        Column("topics", Kind.SLUGS, "Topics."),
        Column("claims", Kind.SLUGS, "Its claims in reading order."),
        Column("page", Kind.ADDRESS, "Address of the story's page."),
    ),
    site_rows=_stories,
)
