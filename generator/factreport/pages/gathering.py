"""What the pages of a topic and of a claimant have in common: claims gathered, with the stories they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factreport.pages.site import Site
    from factreport.report.records import Gathering


def gathered(site: Site, gathering: Gathering) -> dict[str, Any]:
    """Give the values of a page about gathered claims; no score, neither for topics nor for persons."""
    stories = {card.story for card in gathering.claims}
    return {
        "gathering": gathering,
        "stories": [card for card in site.report.story_cards if card.slug in stories],
        "differences": sum(card.differences for card in gathering.claims),
    }
