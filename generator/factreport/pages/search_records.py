"""What the search finds: one record for each page about something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import gettext as _
from factreport.pages import dates, links, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.model.days import Days
    from factreport.pages.site import Site
    from factreport.report.cards import ClaimCard, StoryCard
    from factreport.report.records import Gathering, SourceReport


class Record(Struct, frozen=True):
    """A page with the words by which it is found and what a result shows of it."""

    kind: str
    """What sort of page it is, as the heading of its results ("Claims")."""
    address: str
    title: str
    line: str
    """What stands below the title: a claim's answer, a story's summary."""
    names: tuple[str, ...] = ()
    """Names that belong to it: claimant, publisher, topics."""
    texts: tuple[str, ...] = ()
    """Other words by which it is found."""
    note: str = ""
    """A word beside the title: a claim's verdict."""
    look: str = ""
    """The look of the verdict; empty for everything but claims."""
    language: str = ""
    """BCP 47 code of the title, where it is not the site's."""
    filters: tuple[tuple[str, str], ...] = ()
    """Name of a filter and value, as readers see them (("Verdict", "Supported"))."""


def records(site: Site) -> Iterator[Record]:
    """Give a record for everything that has a page, claims first: the order of the results' headings."""
    report = site.report
    yield from (_claim(site, card) for card in report.cards)
    yield from (_story(site, card) for card in report.story_cards)
    yield from (_gathering(_("Topics"), links.topic(topic.slug), topic) for topic in report.topics)
    yield from (_gathering(_("Claimants"), links.claimant(one.slug), one) for one in report.claimants)
    yield from (_source(site, source) for source in report.sources)


def _claim(site: Site, card: ClaimCard) -> Record:
    topics = [site.topic_name(topic) for topic in card.topics]
    found = site.report.shown.words(card.slug)
    return Record(
        kind=_("Claims"),
        address=card.address,
        title=card.claim,
        line=_("We no longer stand by this check; its page says why.") if card.retired else card.answer,
        names=(card.claimant, *topics),
        texts=(card.answer, *found.in_short, *found.labels, *found.printed, *found.publishers),
        note=_("Withdrawn") if card.retired else card.verdict.word,
        look="" if card.retired else str(card.verdict.look),
        filters=(
            *(() if card.retired else ((_("Verdict"), card.verdict.word),)),
            *((_("Topic"), topic) for topic in topics),
            *((_("Source"), publisher) for publisher in found.publishers),
            *_years(card.claimed, str(card.checked.year)),
        ),
    )


def _story(site: Site, card: StoryCard) -> Record:
    topics = [site.topic_name(topic) for topic in card.topics]
    return Record(
        kind=_("Stories"),
        address=card.address,
        title=card.title,
        line=card.summary,
        names=tuple(topics),
        texts=(card.summary, *card.publishers),
        filters=(
            *((_("Topic"), topic) for topic in topics),
            *((_("Source"), publisher) for publisher in card.publishers),
            *_years(card.happened),
        ),
    )


def _gathering(kind: str, address: str, gathering: Gathering) -> Record:
    count = words.count_words("{n} claim", "{n} claims", len(gathering.claims))
    return Record(kind=kind, address=address, title=gathering.name, line=count)


def _source(site: Site, report: SourceReport) -> Record:
    source = report.source
    return Record(
        kind=_("Sources"),
        address=report.address,
        title=source.heading,
        line=_("{publisher}, {days}").format(
            publisher=source.name, days=dates.days_words(source.published, site.locale)
        ),
        names=tuple(dict.fromkeys((source.name, source.publisher))),
        texts=(source.author, words.kind_words(source.kind)),
        language="" if source.language == site.settings.language else source.language,
        filters=((_("Source"), source.publisher), *_years(source.published)),
    )


def _years(days: Days, otherwise: str = "") -> tuple[tuple[str, str], ...]:
    """Give the year in which something happened at the latest, as a filter; none where nothing is known."""
    day = days.last or days.first
    year = str(day.year) if day else otherwise
    return ((_("Year"), year),) if year else ()
