"""A build that an error stops, whatever else has changed: all problems are told, and nothing is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from factreport.building.build import problems_where_stopped, site_of
from factreport.building.families import families, part_with
from factreport.building.going_on import Again, GoingOn
from factreport.building.input_files import members_of
from factreport.building.kept import read_ground
from factreport.building.kept_families import at_hand, read_built
from factreport.building.made import FamilyMade
from factreport.building.reread import concerns, portion_of
from factreport.building.told import tell
from factreport.building.workers import each
from factreport.building.workshop import Workshop
from factreport.publication import problem_kinds as kinds
from factreport.reading.known import known_in
from factreport.reading.overview import Outline, claim_outline, story_outline
from factreport.reading.pruning import There

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from factreport.building.affected import RecordName
    from factreport.building.families import Family
    from factreport.building.problems import Problems
    from factreport.building.reread import Reread
    from factreport.building.store import Reader
    from factreport.model.content import Content
    from factreport.pages.page import Crumb
    from factreport.pages.site import Site
    from factreport.pipeline import Desk
    from factreport.reading.known import Known
    from factreport.reading.overview import Overview
    from factreport.reading.portions import ContentReading

OF_COMPLETE = frozenset(kind.code for kind in (kinds.VANISHED_ID, kinds.VANISHED_FINDING))
"""Codes of problems of families that nobody can tell of while a record cannot be read: what is in it is not known."""
AnyOutline = TypeVar("AnyOutline", bound=Outline)


class Halted(GoingOn, frozen=True, kw_only=True):
    """A build that an error stops: its problems are told, and nothing is made."""

    read: Reread

    @property
    def known(self) -> Known:
        """The names of all records that could be read; of others nobody can say that they are not there."""
        return known_in(self.read.seen)

    def build_claims(self, written: tuple[Crumb, ...], folder: Path, workers: int) -> Again:  # noqa: ARG002
        """Give the site as it was with the problems that there are now. UnusableError if what is kept is damaged."""
        desk = self.desk()
        problems = _problems(desk, *self._judged(desk, workers))
        # Nothing will be published, so it does not matter what lists would show.
        return Again(
            families=self.kept.families,
            problems=problems,
            told=tell(problems.all()),
            summary=self.kept.frame.summary,
            build=lambda: replace(self.before, problems=problems),
        )

    def look(self, workers: int) -> tuple[Problems, Site]:
        """Give the problems that there are now, and a site that knows the addresses of what could be read.

        UnusableError if what is kept is damaged.
        """
        desk = self.desk()
        seen, judged = self._judged(desk, workers)
        problems = _problems(desk, seen, judged)
        return problems, site_of(self.settings, seen, at_hand(one.built for one in judged), problems.all())

    def _judged(self, desk: Desk, workers: int) -> tuple[Overview, tuple[FamilyMade, ...]]:
        """Give what is left of the content where some could not be read, and what is found in each of its families.

        Those that no missing record concerns show what they showed; UnusableError if what is kept of them is damaged.
        """
        rest, before = _Rest.of(self.read), set(self.kept.families.index)
        groups = families(rest.seen)
        kept = {one for one in groups if one in before and not rest.concerns(one)}
        workshop = Workshop(self.draft, desk, rest.part, complete=False, folder=self.settings.project)
        looked = iter(list(each([one for one in groups if one not in kept], workshop.look, workers)))
        with self.left.store.read() as reader:
            return rest.seen, tuple(_kept(reader, one) if one in kept else next(looked) for one in groups)


def _problems(desk: Desk, seen: Overview, judged: Iterable[FamilyMade]) -> Problems:
    return problems_where_stopped(desk, seen, ((one.ground.problems, one.built.unlocked) for one in judged))


class _Rest(Struct, frozen=True):
    """What is left of a content without references to what is missing."""

    reading: ContentReading
    there: There
    seen: Overview
    otherwise: frozenset[RecordName]
    """Claims and stories whose files were read again, or that refer to what is missing."""
    sources: frozenset[str]
    """Slugs of sources that may be otherwise, and of those that rest on them."""

    @classmethod
    def of(cls, read: Reread) -> _Rest:
        """Give what is left of a content that was seen from above again."""
        seen, there = read.seen, There.of(read.seen)
        otherwise = frozenset(read.judged.union(_referring(seen, there)))
        portion = portion_of([one for one in otherwise if one[0] != "source"])
        records = read.reading.read(portion)
        claims = {one.slug: claim_outline(there.claim(one)) for one in records.claims}
        stories = {one.slug: story_outline(there.story(one)) for one in records.stories}
        now = replace(
            seen,
            claims=tuple(_as_written(claims.get(one.slug, one), one) for one in seen.claims if there.has(one)),
            sources=tuple(map(there.source, seen.sources)),
            stories=tuple(_as_written(stories.get(one.slug, one), one) for one in seen.stories),
        )
        return cls(read.reading, there, now, otherwise, read.sources)

    def concerns(self, family: Family) -> bool:
        """Tell whether something that a family shows may be missing now, or otherwise."""
        return concerns(family, self.seen, self.otherwise, self.sources)

    def part(self, family: Family) -> Content:
        """Read a family's own content."""
        records = self.reading.read(portion_of(members_of(family)))
        claims = tuple(self.there.claim(one) for one in records.claims)
        stories = tuple(self.there.story(one) for one in records.stories)
        return part_with(claims, stories, self.seen.source_by_slug, self.seen.scale)


def _as_written(outline: AnyOutline, before: AnyOutline) -> AnyOutline:
    return replace(outline, written=before.written)


def _referring(seen: Overview, there: There) -> Iterator[RecordName]:
    """Give the claims and stories that refer to a record that is not there."""
    known = {"claim": there.claims, "story": there.stories}
    for noun, outlines in (("claim", seen.claims), ("story", seen.stories)):
        for one in outlines:
            if not there.sources.issuperset(one.sources) or any(use.slug not in known[use.noun] for use in one.uses):
                yield noun, one.slug


def _kept(reader: Reader, family: Family) -> FamilyMade:
    """Give what was found in a family when nothing was missing, as far as it can be said now."""
    ground = read_ground(reader, family.name)
    said = tuple(problem for problem in ground.problems if problem.code not in OF_COMPLETE)
    return FamilyMade(read_built(reader, family.name), replace(ground, problems=said))
