"""Families: claims that have to be judged together, since one states figures of the other or both are in one story.

What a family's pages show depends on its own files, on the sources that they name, and on nothing else of the content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factreport.model.content import Content
from factreport.model.kept_record import KeptRecord
from factreport.reading.overview import Overview, overview
from factreport.reading.uses import uses_of_claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.model.claim import Claim
    from factreport.model.news import Story
    from factreport.model.scale import Scale
    from factreport.model.source import Source
    from factreport.reading.overview import Outline

Member = tuple[str, str]
"""Noun (`claim` or `story`) and slug of a record."""


class Family(KeptRecord, frozen=True):
    """Records that are judged together."""

    claims: tuple[str, ...]
    """Slugs, sorted."""
    stories: tuple[str, ...]
    """Slugs, sorted."""

    @property
    def name(self) -> str:
        """The family's name among all of a site: its first claim or, without one, its first story."""
        return f"claims/{self.claims[0]}" if self.claims else f"stories/{self.stories[0]}"


def families(content: Content | Overview) -> tuple[Family, ...]:
    """Give all families of a content, sorted by name; every claim and every story is in just one."""
    seen = content if isinstance(content, Overview) else overview(content)
    groups = _Groups()
    for claim in seen.claims:
        groups.add(("claim", claim.slug))
    for story in seen.stories:
        groups.add(("story", story.slug))
    for one, other in _ties(seen):
        groups.join(one, other)
    found = (_family(members) for members in groups.all())
    return tuple(sorted(found, key=lambda family: family.name))


def part_of(content: Content, family: Family) -> Content:
    """Give a family's own content: its records, and the sources that they rest on, directly or through others."""
    claims = tuple(content.claim_by_slug[slug] for slug in family.claims)
    stories = tuple(content.story_by_slug[slug] for slug in family.stories)
    return part_with(claims, stories, content.source_by_slug, content.scale)


def part_with(
    claims: tuple[Claim, ...], stories: tuple[Story, ...], sources: Mapping[str, Source], scale: Scale
) -> Content:
    """Give the content of these records and of those of the sources that they rest on."""
    named = (use.slug for claim in claims for use in uses_of_claim(claim) if use.noun == "source")
    kept = tuple(sources[slug] for slug in sorted(with_ancestors(named, sources)))
    return Content(claims, kept, stories, scale)


def tied_to(changed: Iterable[Member], part: Content) -> frozenset[str]:
    """Give the claims of a family whose pages may differ when some of its records have changed.

    A story shows what its claims say, but claims show nothing of each other unless they state each other's figures.
    """
    members = set(changed)
    if any(noun == "story" for noun, _slug in members):
        return frozenset(part.claim_by_slug)
    slugs = {slug for _noun, slug in members}
    tied = families(replace(part, stories=()))
    return frozenset(slug for family in tied if slugs.intersection(family.claims) for slug in family.claims)


def with_ancestors(slugs: Iterable[str], sources: Mapping[str, Source]) -> set[str]:
    """Give sources with all that they credit or probably used, and what those do, as far as they are known."""
    found: set[str] = set()
    waiting = list(slugs)
    while waiting:
        slug = waiting.pop()
        if slug in sources and slug not in found:
            found.add(slug)
            waiting += (*sources[slug].credits, *sources[slug].probably_used)
    return found


def _ties(content: Overview) -> Iterator[tuple[Member, Member]]:
    for claim in content.claims:
        yield from ((("claim", claim.slug), other) for other in _known(claim, content))
    for story in content.stories:
        yield from ((("story", story.slug), other) for other in _known(story, content))


def _known(record: Outline, content: Overview) -> Iterator[Member]:
    """Give the claims and stories that a record refers to and that are there."""
    for use in record.uses:
        if use.slug in (content.claim_by_slug if use.noun == "claim" else content.story_by_slug):
            yield use.noun, use.slug


def _family(members: Iterable[Member]) -> Family:
    slugs: dict[str, list[str]] = {"claim": [], "story": []}
    for noun, slug in sorted(members):
        slugs[noun].append(slug)
    return Family(tuple(slugs["claim"]), tuple(slugs["story"]))


class _Groups:
    """Disjoint sets of records."""

    def __init__(self) -> None:
        self._parent: dict[Member, Member] = {}

    def add(self, member: Member) -> None:
        self._parent.setdefault(member, member)

    def join(self, one: Member, other: Member) -> None:
        self._parent[self._root(one)] = self._root(other)

    def all(self) -> Iterable[list[Member]]:
        found: dict[Member, list[Member]] = {}
        for member in self._parent:
            found.setdefault(self._root(member), []).append(member)
        return found.values()

    def _root(self, member: Member) -> Member:
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member
