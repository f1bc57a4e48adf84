"""What the pages of a topic and of a claimant have in common: claims gathered, with the stories they belong to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from factreport.pages.listing import ListPart, largest, parts
from factreport.pages.page import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.site import Site
    from factreport.report.cards import ClaimCard
    from factreport.report.records import Gathering

MOST_STORIES = 50
"""So many stories are named, those with most of the claims."""


class GatheringPage(Struct, frozen=True):
    """One part of gathered claims."""

    gathering: Gathering
    part: ListPart[ClaimCard]


def gathering_plans(address: str, gathering: Gathering) -> Iterator[Plan]:
    """Give the pages of gathered claims; search engines are told of the first only."""
    for part in parts(address, gathering.claims):
        yield Plan(part.address, GatheringPage(gathering, part), listed=part.number == 1)


def gathered(site: Site, page: GatheringPage) -> dict[str, Any]:
    """Give the values of a page about gathered claims; no score, neither for topics nor for persons."""
    claims = page.gathering.claims
    found = Counter(card.story for card in claims) if page.part.number == 1 else Counter()
    cards = site.report.story_card_by_slug
    stories = [cards[slug] for slug in sorted(found) if slug in cards]
    shown = largest(stories, lambda card: found[card.slug], MOST_STORIES)
    return {
        "gathering": page.gathering,
        "part": page.part,
        "stories": shown,
        "more_stories": len(stories) > len(shown),
        "differences": page.gathering.differences,
    }


def shows(site: Site, plan: Plan) -> object:
    """Give what one part of gathered claims shows, but for links to whom it is about."""
    page: GatheringPage = plan.subject
    values = gathered(site, page)
    return page.gathering.name, *(value for name, value in values.items() if name != "gathering")
