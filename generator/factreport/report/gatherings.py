"""Claims gathered by topic and by claimant."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from factreport.report.records import Gathering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factreport.report.records import ClaimReport

_KEEPS_CASE = {"ai": "AI", "eu": "EU", "us": "US", "uk": "UK"}


def topics(claims: Sequence[ClaimReport]) -> tuple[Gathering, ...]:
    """Give the topics, by slug, each with its claims."""
    return _gather([(topic, topic_name(topic), report) for report in claims for topic in report.claim.topics])


def claimants(claims: Sequence[ClaimReport]) -> tuple[Gathering, ...]:
    """Give the claimants, by slug, each with their claims."""
    return _gather([(slug_of(report.claim.claimant), report.claim.claimant, report) for report in claims])


def topic_name(slug: str) -> str:
    """Give a topic as readers see it.

    >>> topic_name("ai-chips")
    'AI chips'
    """
    words = [_KEEPS_CASE.get(word, word) for word in slug.split("-")]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def slug_of(name: str) -> str:
    """Give the address of a name: lower-case letters and digits, with hyphens between.

    >>> slug_of("Meta Platforms, Inc.")
    'meta-platforms-inc'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "unnamed"


def _gather(entries: list[tuple[str, str, ClaimReport]]) -> tuple[Gathering, ...]:
    names: dict[str, str] = {}
    members: dict[str, list[ClaimReport]] = {}
    for slug, name, report in entries:
        names.setdefault(slug, name)
        members.setdefault(slug, []).append(report)
    return tuple(Gathering(slug, names[slug], tuple(members[slug])) for slug in sorted(names))
