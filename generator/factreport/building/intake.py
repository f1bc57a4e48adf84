"""All content, read by several workers: what concerns more than one family stays at hand, the rest waits on disk."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from factreport import pipeline
from factreport.building.drawer import Drawer, packed, unpacked
from factreport.building.families import part_with
from factreport.building.progress import Progress
from factreport.building.readings import located
from factreport.building.workers import each
from factreport.language import gettext as _
from factreport.reading.across import Drafts
from factreport.reading.content import in_order
from factreport.reading.overview import Overview, claim_outline, story_outline
from factreport.reading.pruning import There
from factreport.report.build import by_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factreport.building.drawer import Span
    from factreport.building.families import Family, Member
    from factreport.building.readings import Found
    from factreport.model.claim import Claim
    from factreport.model.content import Content
    from factreport.model.news import Story
    from factreport.model.problem import Problem
    from factreport.model.source import Source
    from factreport.reading.overview import ClaimOutline, Outline
    from factreport.reading.portions import ContentReading, Portion
    from factreport.settings import Settings

AT_ONCE = 40
"""Records that a worker reads at a time: few enough to share the work evenly, enough to be worth the asking."""


class Intake(Struct, frozen=True):
    """A content that was read: sources in full, claims and stories in outline, and a way to those of a family."""

    overview: Overview
    drawer: Drawer
    spans: Mapping[Member, Span]
    """Where in it each claim and story is."""
    alone: Found
    """What each file shows by itself."""
    there: There | None = None
    """What may be referred to, where some records have errors."""

    def part(self, family: Family) -> Content:
        """Give a family's own content: its records, and the sources that they rest on, directly or through others."""
        claims = tuple(self.claim(slug) for slug in family.claims)
        stories = tuple(self.story(slug) for slug in family.stories)
        return part_with(claims, stories, self.overview.source_by_slug, self.overview.scale)

    def claim(self, slug: str) -> Claim:
        """Give a claim in full."""
        claim: Claim = self.drawer.get(self.spans["claim", slug])
        return self.there.claim(claim) if self.there else claim

    def story(self, slug: str) -> Story:
        """Give a story in full."""
        story: Story = self.drawer.get(self.spans["story", slug])
        return self.there.story(story) if self.there else story


class _Read(Struct, frozen=True):
    """What a worker read of a portion."""

    claims: tuple[tuple[ClaimOutline, bytes], ...]
    """Each with the packed record."""
    stories: tuple[tuple[Outline, bytes], ...]
    sources: tuple[Source, ...]
    drafts: Drafts
    problems: tuple[Problem, ...]


class _Basket(Struct):
    """What was read so far."""

    drawer: Drawer
    spans: dict[Member, Span] = field(default_factory=dict)
    claims: list[ClaimOutline] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    stories: list[Outline] = field(default_factory=list)
    drafts: list[Drafts] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, read: _Read) -> None:
        """Take what was read of a portion, and lay the records aside."""
        self.spans |= {("claim", one.slug): self.drawer.put(data) for one, data in read.claims}
        self.spans |= {("story", one.slug): self.drawer.put(data) for one, data in read.stories}
        self.claims += (one for one, _packed in read.claims)
        self.sources += read.sources
        self.stories += (one for one, _packed in read.stories)
        self.drafts.append(read.drafts)
        self.problems += read.problems

    def all_drafts(self) -> Drafts:
        """Give the drafts of all portions."""
        return Drafts(
            claims=frozenset(slug for one in self.drafts for slug in one.claims),
            stories=frozenset(slug for one in self.drafts for slug in one.stories),
        )


def take_in(settings: Settings, workers: int) -> Intake:
    """Read all content. Raises OSError where records cannot be laid aside."""
    reading, basket = pipeline.open_reading(settings), _Basket(Drawer(settings.project))
    portions = reading.portions(AT_ONCE)
    progress = Progress(_("Files read"), sum(map(len, portions)), AT_ONCE)
    for read in progress.over(each(portions, partial(_read, reading), workers)):
        basket.add(unpacked(read))
    seen = Overview(tuple(basket.claims), tuple(basket.sources), tuple(basket.stories), reading.scale)
    problems = in_order((*basket.problems, *reading.across(seen, basket.all_drafts())))
    taken = Intake(replace(seen, problems=problems), basket.drawer, basket.spans, by_path(basket.problems))
    return taken if taken.overview.is_complete else _pruned(taken, workers)


def _read(reading: ContentReading, portion: Portion) -> bytes:
    """Read a portion; packed here, since that takes less time than what processes do to send each other values."""
    read, files = reading.read(portion), reading.files
    found = _Read(
        claims=tuple((located(claim_outline(one), files), packed(one)) for one in read.claims),
        stories=tuple((located(story_outline(one), files), packed(one)) for one in read.stories),
        sources=read.sources,
        drafts=read.drafts,
        problems=read.problems,
    )
    return packed(found)


def _pruned(intake: Intake, workers: int) -> Intake:
    """Give the same without what depends on records that are not there."""
    seen = intake.overview
    there = There.of(seen)
    left = replace(intake, there=there)
    claims = _pieces([claim.slug for claim in seen.claims if there.has(claim)])
    stories = _pieces([story.slug for story in seen.stories])
    now = replace(
        seen,
        claims=tuple(chain.from_iterable(each(claims, partial(_claim_outlines, left), workers))),
        sources=tuple(map(there.source, seen.sources)),
        stories=tuple(chain.from_iterable(each(stories, partial(_story_outlines, left), workers))),
    )
    return replace(left, overview=now)


def _claim_outlines(intake: Intake, slugs: Sequence[str]) -> list[ClaimOutline]:
    was = intake.overview.claim_by_slug
    return [replace(claim_outline(intake.claim(slug)), written=was[slug].written) for slug in slugs]


def _story_outlines(intake: Intake, slugs: Sequence[str]) -> list[Outline]:
    was = intake.overview.story_by_slug
    return [replace(story_outline(intake.story(slug)), written=was[slug].written) for slug in slugs]


def _pieces(slugs: Sequence[str]) -> list[Sequence[str]]:
    return [slugs[start : start + AT_ONCE] for start in range(0, len(slugs), AT_ONCE)]
