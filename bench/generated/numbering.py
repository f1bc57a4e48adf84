"""How claims, sources and stories are numbered, named and dated: everything follows from the number."""

from __future__ import annotations

import json
from datetime import date, timedelta

SEED = 1
FIRST_DAY, DAYS = date(2016, 3, 1), 2_900
CHECKED = date(2025, 6, 30)
FIRST_SOURCES, CLAIMS_FOR_A_SOURCE, SOURCES_IN_A_GROUP, CLAIMS_IN_A_STORY = 50, 4, 5, 20
NEAR = 40
"""How many sources back a claim cites."""
SNAPSHOT_EVERY = 10
"""One in so many sources has a captured text in which its quotations are proved."""


def quoted(text: str) -> str:
    """Write a text as YAML takes it, whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def source_slug(number: int) -> str:
    return f"source-{number:05}"


def story_slug(number: int) -> str:
    return f"story-{number:05}"


def source_count(claims: int) -> int:
    return FIRST_SOURCES + -(-claims // CLAIMS_FOR_A_SOURCE)


def story_count(claims: int) -> int:
    return -(-claims // CLAIMS_IN_A_STORY)


def origin_of(source: int) -> int:
    """The source with knowledge of its own from which a source of its group has its news."""
    return source - source % SOURCES_IN_A_GROUP


def published(source: int) -> date:
    """A group of sources reports within a week; groups are scattered over the years."""
    group, member = divmod(source, SOURCES_IN_A_GROUP)
    return FIRST_DAY + timedelta(days=group * 613 % DAYS + member)


def is_retired(claim: int) -> bool:
    return claim % 250 == 113


def has_snapshot(source: int) -> bool:
    return source >= FIRST_SOURCES and source % SNAPSHOT_EVERY == 3


def newest_source(claim: int) -> int:
    """The newest source that a claim can cite, which it does cite."""
    return FIRST_SOURCES + claim // CLAIMS_FOR_A_SOURCE


def last_to_cite(source: int) -> int:
    """The last claim that can cite a source."""
    return CLAIMS_FOR_A_SOURCE * (source + NEAR - FIRST_SOURCES + 1) - 1
