"""A build that an error stops, whatever else has changed: all problems are told, and nothing is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from factreport.building.build import judge_alone, problems_where_stopped
from factreport.building.families import families, part_with
from factreport.building.going_on import Again, GoingOn
from factreport.building.input_files import members_of
from factreport.building.kept import read_ground
from factreport.building.kept_families import read_built
from factreport.building.reread import concerns, portion_of
from factreport.building.told import tell
from factreport.building.workers import each
from factreport.publication import problem_kinds as kinds
from factreport.reading.known import known_in
from factreport.reading.overview import Outline, claim_outline, story_outline
from factreport.reading.pruning import There

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factreport.building.affected import RecordName
    from factreport.building.build import InFamily
    from factreport.building.families import Family
    from factreport.building.left import Left
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
        problems = self._problems(workers)
        # Nothing will be published, so it does not matter what lists would show.
        return Again(
            families=self.kept.families,
            problems=problems,
            told=tell(problems.all()),
            summary=self.kept.frame.summary,
            build=lambda: replace(self.before, problems=problems),
        )

    def look(self, workers: int) -> tuple[Problems, Site]:
        """Give the problems that there are now, and the site as it was. UnusableError if what is kept is damaged."""
        return self._problems(workers), self.before.site

    def _problems(self, workers: int) -> Problems:
        return _problems(self.desk(), self.left, self.read, workers)


def _problems(desk: Desk, left: Left, read: Reread, workers: int) -> Problems:
    """Give the problems of all files where some could not be read, of a content seen from above again.

    Families that no missing record concerns show what they showed; UnusableError if what is kept of them is damaged.
    """
    rest = _Rest.of(read)
    groups = families(rest.seen)
    before = set(left.kept.families.index)
    kept = [one for one in groups if one in before and not rest.concerns(one)]
    judged = list(each([one for one in groups if one not in set(kept)], partial(_judged, desk, rest), workers))
    with left.store.read() as reader:
        judged += [_kept(reader, family) for family in kept]
    return problems_where_stopped(desk, rest.seen, judged)


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


def _judged(desk: Desk, rest: _Rest, family: Family) -> InFamily:
    return judge_alone(desk, rest.part(family))


def _kept(reader: Reader, family: Family) -> InFamily:
    """Give what was found in a family when nothing was missing, as far as it can be said now."""
    found = read_ground(reader, family.name).problems
    said = tuple(problem for problem in found if problem.code not in OF_COMPLETE)
    return said, read_built(reader, family.name).unlocked
