"""Everything that editors wrote, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factreport.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factreport.model.claim import Claim
    from factreport.model.news import Story
    from factreport.model.problem import Problem
    from factreport.model.scale import Scale
    from factreport.model.source import Source


@dataclass(frozen=True)
class Content:
    """The content of a site. Items with an error are left out of it, and so is what depends on them."""

    claims: tuple[Claim, ...]
    """Sorted by slug; drafts only in a preview."""
    sources: tuple[Source, ...]
    """Sorted by slug."""
    stories: tuple[Story, ...]
    """Sorted by slug."""
    scale: Scale
    problems: tuple[Problem, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether no record was left out for an error."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)

    @cached_property
    def claim_by_slug(self) -> Mapping[str, Claim]:
        """Claims by slug."""
        return {claim.slug: claim for claim in self.claims}

    @cached_property
    def source_by_slug(self) -> Mapping[str, Source]:
        """Sources by slug."""
        return {source.slug: source for source in self.sources}

    @cached_property
    def story_by_slug(self) -> Mapping[str, Story]:
        """Stories by slug."""
        return {story.slug: story for story in self.stories}
