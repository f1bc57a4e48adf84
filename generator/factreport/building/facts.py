"""What a record says that more than its family has to know; while it stays the same, only the family is rebuilt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factreport.reading import problem_kinds as kinds
from factreport.reading.uses import uses_of_claim, uses_of_story

if TYPE_CHECKING:
    from factreport.model.claim import Claim
    from factreport.model.content import Content
    from factreport.model.news import Story

Facts = dict[str, list[Any]]
"""By noun and slug ("claim/x")."""

OF_THE_WHOLE = frozenset(
    kind.code for kind in (kinds.REDIRECT_CLASH, kinds.REFERS_TO_DRAFT, kinds.REFERS_TO_RETIRED, kinds.UNUSED_SOURCE)
)
"""Codes of problems in a file that only the whole content shows."""


def facts_of(content: Content) -> Facts:
    """Give the facts of all claims and stories of a content, as data."""
    claims = {f"claim/{claim.slug}": _of_claim(claim) for claim in content.claims}
    return claims | {f"story/{story.slug}": _of_story(story) for story in content.stories}


def _of_claim(claim: Claim) -> list[Any]:
    retired = claim.retired.date.isoformat() if claim.retired else ""
    uses = sorted({(use.noun, use.slug) for use in uses_of_claim(claim)})
    return [claim.draft, retired, list(claim.former_slugs), sorted(claim.topics), [list(use) for use in uses]]


def _of_story(story: Story) -> list[Any]:
    uses = sorted({(use.noun, use.slug) for use in uses_of_story(story)})
    return [story.draft, [list(use) for use in uses]]
