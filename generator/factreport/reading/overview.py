"""A content seen from above: of each claim and story what more than its family has to know, and no more.

Everything that several records decide together is told from this, so that not all of them have to be held in full.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from factreport.model.claim import Acceptance, FigureReference
from factreport.model.content import Content, ContentOf
from factreport.model.kept_record import KeptRecord
from factreport.model.place import Key, Written
from factreport.reading.body import Body, BodyLink, links
from factreport.reading.uses import Use, uses_of_claim, uses_of_story

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.model.claim import Claim
    from factreport.model.news import Story
    from factreport.model.place import Place
    from factreport.model.source import Source

Dates = tuple[tuple[date, tuple[Key, ...]], ...]
"""Days, each with the place where it stands in its record."""


class Outline(KeptRecord, frozen=True):
    """What the rest of a content has to know of a claim or story."""

    slug: str
    written: Written
    uses: tuple[Use, ...]
    """The claims and stories that it refers to."""
    sources: frozenset[str]
    """Slugs of the sources that it refers to."""
    links: tuple[BodyLink, ...]
    """To claims and stories, in its text."""
    dates: Dates
    """Of a story: the earliest day that each of its dates allows, and where it stands."""
    accepted: tuple[Acceptance, ...]
    draft: bool

    def place(self, *keys: Key) -> Place:
        """Give the place in the record's file of the value at `keys`."""
        return self.written.at(*keys)


class ClaimOutline(Outline, frozen=True):
    """What the rest of a content has to know of a claim."""

    verdict: str
    """Key on the scale."""
    last_day: date
    """On which it was last checked, brought up to date or corrected."""
    retired: date | None
    former_slugs: tuple[str, ...]
    topics: tuple[str, ...]
    has_story: bool
    """Whether it names its story itself."""
    figures: tuple[str, ...]
    """Keys of its figures."""
    unstated: tuple[str, ...]
    """Keys of those of its figures for which none of its own citations says anything."""
    states: frozenset[FigureReference]
    """The figures of other claims for which its citations say something."""
    omitting: tuple[tuple[str, tuple[Key, ...]], ...]
    """The source of each citation of something that is missing there, and where the citation stands."""
    citing: tuple[tuple[str, tuple[Key, ...]], ...]
    """Each source that it cites, and where its first citation stands."""


class Overview(ContentOf[ClaimOutline, Outline], frozen=True, dict=True):
    """What is known of a whole content while no claim and no story is held in full."""


def overview(content: Content) -> Overview:
    """Give a content as it is seen from above."""
    return Overview(
        claims=tuple(map(claim_outline, content.claims)),
        sources=content.sources,
        stories=tuple(map(story_outline, content.stories)),
        scale=content.scale,
        problems=content.problems,
    )


def claim_outline(claim: Claim) -> ClaimOutline:
    """Give the outline of a claim."""
    days = (claim.checked, *(one.date for one in claim.updates), *(one.date for one in claim.corrections))
    cited = {citation.source: citation.keys for citation in reversed(claim.citations)}
    stated = {one.figure for citation in claim.citations for one in citation.statements}
    return ClaimOutline(
        **_outline(claim, tuple(uses_of_claim(claim)), ()),
        verdict=claim.verdict,
        last_day=max(days),
        retired=claim.retired.date if claim.retired else None,
        former_slugs=claim.former_slugs,
        topics=claim.topics,
        has_story=bool(claim.story),
        figures=tuple(figure.key for figure in claim.figures),
        unstated=tuple(figure.key for figure in claim.figures if figure.reference not in stated),
        states=frozenset(reference for reference in stated if reference.claim != claim.slug),
        omitting=tuple((citation.source, citation.keys) for citation in claim.citations if citation.omits),
        citing=tuple(cited.items()),
    )


def story_outline(story: Story) -> Outline:
    """Give the outline of a story."""
    return Outline(**_outline(story, tuple(uses_of_story(story)), _dates_of(story)))


def _outline(record: Claim | Story, uses: Iterable[Use], dates: Dates) -> dict[str, Any]:
    return {
        "slug": record.slug,
        "written": record.written,
        "uses": tuple(use for use in uses if use.noun != "source"),
        "sources": frozenset(use.slug for use in uses if use.noun == "source"),
        "links": links_of(record),
        "dates": dates,
        "accepted": record.accepted,
        "draft": record.draft,
    }


def _dates_of(story: Story) -> Dates:
    dates = (
        (story.happened, ("happened",)),
        *((item.published, ("news", index, "published")) for index, item in enumerate(story.news)),
    )
    return tuple((days.first, keys) for days, keys in dates if days.first)


def links_of(record: Claim | Source | Story) -> tuple[BodyLink, ...]:
    """Give the links to claims and stories in a record's text."""
    found = links(Body(record.written.path, record.body, record.body_line))
    return tuple(link for link in found if link.noun != "source")
