"""Claims gathered by topic and by claimant."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from factreport.report.records import Gathering

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factreport.report.cards import ClaimCard


def topics(claims: Sequence[ClaimCard], names: Mapping[str, str]) -> tuple[Gathering, ...]:
    """Give the topics, by slug, each with its claims; `names` has those that a slug does not spell."""
    return _gather([(topic, names.get(topic) or topic_name(topic), card) for card in claims for topic in card.topics])


def claimants(claims: Sequence[ClaimCard]) -> tuple[Gathering, ...]:
    """Give the claimants, by slug, each with their claims."""
    return _gather([(slug_of(card.claimant), card.claimant, card) for card in claims])


def topic_name(slug: str) -> str:
    """Give the name that a slug spells.

    >>> topic_name("exchange-rates")
    'Exchange rates'
    """
    text = slug.replace("-", " ")
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=100_000)
def slug_of(name: str) -> str:
    """Give the address of a name: lower-case letters and digits, with hyphens between.

    >>> slug_of("Meta Platforms, Inc.")
    'meta-platforms-inc'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "unnamed"


def _gather(entries: list[tuple[str, str, ClaimCard]]) -> tuple[Gathering, ...]:
    names: dict[str, str] = {}
    members: dict[str, list[ClaimCard]] = {}
    for slug, name, card in entries:
        names.setdefault(slug, name)
        members.setdefault(slug, []).append(card)
    return tuple(Gathering(slug, names[slug], tuple(members[slug])) for slug in sorted(names))
