"""A build that goes on from the last one though records came or went, or say something else to others.

All content is seen from above (`reread`), and everything that several records decide is worked out again from there:
which problems they have together, and which claims belong together. Families that are as they were are taken from the
last build, the others are made anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factreport import pipeline
from factreport.building.build import problems_of_all, put_together, rest_of, site_of
from factreport.building.families import Family, families, part_with
from factreport.building.going_on import Again, GoingOn, made_before
from factreport.building.halt import Halted
from factreport.building.input_files import content_files, members_of
from factreport.building.kept import FILES, GROUNDS, KeptNames, grounds_in, lasting_pieces
from factreport.building.kept_claims import KeptClaims
from factreport.building.kept_desk import Differing, desk_pieces, differing, kept_desk
from factreport.building.kept_families import FAMILIES, at_hand
from factreport.building.parts import BEGINNING as PARTS
from factreport.building.parts import part_pieces
from factreport.building.problems import PROBLEMS, problems_piece, sorted_by_family
from factreport.building.readings import CLAIMS, SOURCES, STORIES, reading_pieces, source_piece
from factreport.building.reread import Reread, portion_of, reread
from factreport.building.shown import DIFFERENCES, STATEMENTS, WORDS, shown_otherwise, shown_pieces
from factreport.building.store import UnusableError
from factreport.building.told import tell
from factreport.building.workers import each
from factreport.building.workshop import Workshop
from factreport.model.content import Content
from factreport.pages.names import names_in
from factreport.pages.site import Site
from factreport.report.build import by_path, gather

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from factreport.building.going_on import Now
    from factreport.building.kept_families import KeptFamilies
    from factreport.building.left import Left
    from factreport.building.made import FamilyMade
    from factreport.building.problems import Problems
    from factreport.building.store import Piece
    from factreport.pages.page import Crumb
    from factreport.pipeline import Desk
    from factreport.settings import Settings

FEW = 8
"""Up to so many families are made by one process: to begin others would take as long."""


class Regrouped(GoingOn, frozen=True, kw_only=True):
    """A build whose content was seen from above again."""

    read: Reread
    index: tuple[Family, ...]
    """All families there are now, sorted by name."""
    new: tuple[Family, ...]
    """Those of them that are made."""

    @property
    def names(self) -> KeptNames:
        """What claims may name besides each other."""
        return KeptNames(self.draft.names.publishers, tuple(self.draft.names.topics))

    def build_claims(self, written: tuple[Crumb, ...], folder: Path, workers: int) -> Again:
        """Make families again that may differ; give the whole site and them.

        UnusableError where all have to be made, or what is kept is damaged.
        """
        self.hold_to(written)
        desk = self.desk()
        site = replace(self.draft, written=written, templates=self.left.draft.environment)
        workshop = Workshop(site, desk, self._part, complete=True, folder=folder, own=by_path(self.read.seen.problems))
        made = _of_each(self.new, workshop.make, workers)
        problems = self._problems(desk, made)
        if self.settings.preview:
            made += _of_each(self._showing_others(problems), workshop.make, workers)
        return self._put_together(site, desk, made, problems)

    def look(self, workers: int) -> tuple[Problems, Site]:
        """Give the problems that building would find, and a site that knows its addresses; write nothing.

        UnusableError if what is kept is damaged.
        """
        desk = self.desk()
        workshop = Workshop(self.draft, desk, self._part, complete=True, folder=self.settings.project)
        looked = _of_each(self.new, workshop.look, workers)
        problems = self._problems(desk, looked)
        return problems, site_of(self.settings, self.read.seen, self._families(looked), problems.all())

    def _part(self, family: Family) -> Content:
        """Read a family's own content."""
        read = self.read
        records = read.reading.read(portion_of(members_of(family)))
        return part_with(records.claims, records.stories, read.seen.source_by_slug, read.seen.scale)

    def _problems(self, desk: Desk, made: Iterable[FamilyMade]) -> Problems:
        """Give the problems of all files, as they are found where all families are made."""
        seen = self.read.seen
        gone = {one.built.family.name for one in self.old}
        with self.left.store.read() as reader:
            kept = [data for name, data in reader.pieces(GROUNDS) if name not in gone]
        grounds = (*grounds_in(kept), *(one.ground for one in made))
        found = (problem for ground in grounds for problem in ground.problems)
        every = problems_of_all(desk, seen, found, self._families(made).unlocked)
        return sorted_by_family(every, seen, self.index)

    def _families(self, made: Iterable[FamilyMade]) -> KeptFamilies:
        """Give all families as they are now."""
        _content, before = self.left.whole
        every = {**before.at_hand, **{one.built.family.name: one.built for one in made}}
        return at_hand(every[family.name] for family in self.index)

    def _showing_others(self, problems: Problems) -> tuple[Family, ...]:
        """Give the families that were not made and whose pages show other problems than they did."""
        made = set(self.new)
        left = (family for family in self.index if family not in made)
        return tuple(one for one in left if problems.of(one.name) != self.kept.problems.of(one.name))

    @property
    def _gone_claims(self) -> Collection[str]:
        return self.read.before.claim_by_slug.keys() - self.read.seen.claim_by_slug.keys()

    def _put_together(self, site: Site, desk: Desk, made: tuple[FamilyMade, ...], problems: Problems) -> Again:
        shown = {name: data for one in made for name, data in (*shown_pieces(one.shown), *part_pieces(one.parts))}
        before = self.read.before.claim_by_slug
        slugs = [slug for one in made for slug in one.shown if slug in before]
        fresh = shown_otherwise(slugs, self.left.store, shown)
        claims = KeptClaims(shown, self.left.store)
        build = put_together(site, rest_of(self.read.seen), self._families(made), problems, claims, fresh)
        return Again(
            families=build.families,
            problems=build.problems,
            told=tell(problems.all()),
            summary=build.site.report.summary,
            build=lambda: build,
            made=made,
            same_lists=False,
            same_parts=False,
            pieces=(*self._pieces(desk), *self._problem_pieces(problems)),
            gone=tuple(self._gone()),
            gone_beginnings=tuple(f"{PARTS}{slug}/" for slug in self._gone_claims),
        )

    def _pieces(self, desk: Desk) -> Iterator[Piece]:
        seen, again, alone = self.read.seen, self.read.again, self.read.alone
        yield from lasting_pieces(self.index, seen.sources, self.names)
        claims = (one for one in seen.claims if ("claim", one.slug) in again)
        stories = (one for one in seen.stories if ("story", one.slug) in again)
        yield from reading_pieces(claims, stories, alone)
        sources = (one for one in seen.sources if ("source", one.slug) in again)
        yield from (source_piece(one.slug, one.written.path, alone) for one in sources)
        if self.now.prints != self.kept.desk:
            yield from desk_pieces(desk)

    def _problem_pieces(self, problems: Problems) -> Iterator[Piece]:
        """Give the problems of the families that have others than they had, made again or not."""
        before, now = self.kept.problems.read().at_hand, problems.at_hand
        for family in self.index:
            if now.get(family.name, ()) != before.get(family.name, ()):
                yield problems_piece(family.name, now.get(family.name, ()))

    def _gone(self) -> Iterator[str]:
        """Give the names of pieces of what is no longer there."""
        families_gone = {one.built.family.name for one in self.old} - {family.name for family in self.index}
        yield from _named((FAMILIES, GROUNDS, FILES, PROBLEMS), families_gone)
        yield from _named((DIFFERENCES, STATEMENTS, WORDS), self._gone_claims)
        before, now = self.read.before, self.read.seen
        yield from _named((CLAIMS,), self._gone_claims)
        yield from _named((SOURCES,), before.source_by_slug.keys() - now.source_by_slug.keys())
        yield from _named((STORIES,), before.story_by_slug.keys() - now.story_by_slug.keys())


def regroup(settings: Settings, left: Left, now: Now) -> Regrouped | Halted:
    """Go on from what the last build left, though more may differ than the families whose files changed.

    UnusableError where too much has changed, where a preview would show what is left without a broken record, or if
    what is kept is damaged.
    """
    read = reread(settings, left, now, _differing(settings, left, now))
    files = content_files(settings, now.inputs)
    content = Content((), (), (), read.seen.scale, ())
    draft = Site(gather(content, (), (), ()), settings, known=names_in(read.seen))
    if not read.seen.is_complete:
        if settings.preview:
            raise UnusableError("there are errors")
        return Halted(settings, left, now, (), files, draft, read=read)
    index = families(read.seen)
    new = tuple(_to_make(index, left, read))
    gone = set(left.kept.families.index).difference(index).union(new)
    with left.store.read() as reader:
        old = tuple(made_before(reader, one) for one in left.kept.families.index if one in gone)
    return Regrouped(settings, left, now, old, files, draft, read=read, index=index, new=new)


def _differing(settings: Settings, left: Left, now: Now) -> Differing:
    if now.prints == left.kept.desk:
        return Differing()
    return differing(kept_desk(settings, left.store, now.inputs), pipeline.open_desk(settings))


def _to_make(index: Iterable[Family], left: Left, read: Reread) -> Iterator[Family]:
    """Give the families that are not what they were."""
    before = set(left.kept.families.index)
    return (family for family in index if family not in before or read.concerns(family))


def _of_each(some: Sequence[Family], work: Callable[[Family], FamilyMade], workers: int) -> tuple[FamilyMade, ...]:
    return tuple(each(some, work, workers if len(some) > FEW else 1))


def _named(beginnings: Collection[str], names: Collection[str]) -> Iterator[str]:
    """Give the names of all pieces of some things."""
    return (f"{beginning}{name}" for beginning in beginnings for name in names)
