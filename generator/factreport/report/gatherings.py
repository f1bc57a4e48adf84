"""Claims gathered by topic and by claimant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.model.slugs import address_of
from factreport.report.records import Gathering

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factreport.report.cards import ClaimCard


def topics(claims: Sequence[ClaimCard], names: Mapping[str, str]) -> tuple[Gathering, ...]:
    """Give the topics, by slug, each with its claims; `names` has those that a slug does not spell."""
    members: dict[str, list[ClaimCard]] = {}
    for card in claims:
        for topic in card.topics:
            members.setdefault(topic, []).append(card)
    return tuple(Gathering(one, names.get(one) or topic_name(one), tuple(members[one])) for one in sorted(members))


def claimants(claims: Sequence[ClaimCard]) -> tuple[Gathering, ...]:
    """Give the claimants, by slug, each with their claims, and called as in the first of them."""
    members: dict[str, list[ClaimCard]] = {}
    for card in claims:
        members.setdefault(address_of(card.claimant), []).append(card)
    return tuple(Gathering(one, members[one][0].claimant, tuple(members[one])) for one in sorted(members))


def topic_name(slug: str) -> str:
    """Give the name that a slug spells.

    >>> topic_name("exchange-rates")
    'Exchange rates'
    """
    text = slug.replace("-", " ")
    return text[:1].upper() + text[1:]
