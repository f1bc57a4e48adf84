"""Everything that editors wrote, read and checked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from msgspec import Struct

from factreport.model.claim import Claim
from factreport.model.news import Story
from factreport.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factreport.model.problem import Problem
    from factreport.model.scale import Scale
    from factreport.model.source import Source


class Named(Protocol):
    """Whatever has a slug."""

    @property
    def slug(self) -> str:
        """Its name in addresses and files."""


AnyClaim = TypeVar("AnyClaim", bound=Named)
AnyStory = TypeVar("AnyStory", bound=Named)


class ContentOf(Struct, Generic[AnyClaim, AnyStory], frozen=True, dict=True):
    """A content of which claims and stories are held in one form or another, sources and scale in full."""

    claims: tuple[AnyClaim, ...]
    """Sorted by slug; drafts only in a preview."""
    sources: tuple[Source, ...]
    """Sorted by slug."""
    stories: tuple[AnyStory, ...]
    """Sorted by slug."""
    scale: Scale
    problems: tuple[Problem, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether no record was left out for an error."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)

    @cached_property
    def claim_by_slug(self) -> Mapping[str, AnyClaim]:
        """Claims by slug."""
        return {claim.slug: claim for claim in self.claims}

    @cached_property
    def source_by_slug(self) -> Mapping[str, Source]:
        """Sources by slug."""
        return {source.slug: source for source in self.sources}

    @cached_property
    def story_by_slug(self) -> Mapping[str, AnyStory]:
        """Stories by slug."""
        return {story.slug: story for story in self.stories}


class Content(ContentOf[Claim, Story], frozen=True, dict=True):
    """The content of a site. Items with an error are left out of it, and so is what depends on them."""
