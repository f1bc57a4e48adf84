"""What any page of a site may name or lead to, known before a single claim is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.report.gatherings import topic_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.model.content import Content
    from factreport.reading.overview import Overview
    from factreport.report.records import Report


class Names(Struct, frozen=True):
    """The records of a site by their names."""

    claims: frozenset[str]
    """Slugs."""
    stories: frozenset[str]
    """Slugs."""
    publishers: Mapping[str, str]
    """Of each source, by its slug."""
    topics: Mapping[str, str]
    """Names of the topics that claims have, by slug."""


def names_in(content: Content | Overview) -> Names:
    """Give the names of a content."""
    topics = {topic for claim in content.claims for topic in claim.topics}
    return Names(
        claims=frozenset(content.claim_by_slug),
        stories=frozenset(content.story_by_slug),
        publishers={source.slug: source.publisher for source in content.sources},
        topics=named_topics(topics, content),
    )


def names_of(report: Report) -> Names:
    """Give the names of a report."""
    return Names(
        claims=frozenset(card.slug for card in report.cards),
        stories=frozenset(card.slug for card in report.story_cards),
        publishers={source.slug: source.publisher for source in report.content.sources},
        topics=named_topics({topic for card in report.cards for topic in card.topics}, report.content),
    )


def named_topics(slugs: Iterable[str], content: Content | Overview) -> Mapping[str, str]:
    """Give the names of topics: what the scale says, else what their slugs spell."""
    written = dict(content.scale.topic_names)
    return {slug: written.get(slug) or topic_name(slug) for slug in sorted(slugs)}
