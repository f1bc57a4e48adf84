"""A build that begins with what the last one left: families whose files changed are made again, the others are taken.

It is taken only where nothing can differ from a build of the whole: the same files, none with an error, and what the
changed ones say to the rest of the site is what they said before (`facts`). Everything else is `NotEnoughError`, and
`regroup` goes on.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factreport import pipeline
from factreport.assembly import with_exports
from factreport.building.build import put_together
from factreport.building.facts import OF_THE_WHOLE, facts_of
from factreport.building.families import families, part_of
from factreport.building.going_on import Again, GoingOn, made_before
from factreport.building.input_files import is_captured, member_of, members_of
from factreport.building.kept_claims import KeptClaims
from factreport.building.left import read_part
from factreport.building.parts import BEGINNING as PARTS
from factreport.building.parts import part_pieces
from factreport.building.problems import paths_of
from factreport.building.readings import reading_pieces
from factreport.building.shown import is_shown, shown_otherwise, shown_pieces
from factreport.building.store import NotEnoughError
from factreport.building.told import tell
from factreport.building.workshop import Before, Workshop
from factreport.evidence.examine import lock_problems
from factreport.model.problem import Problem, Severity
from factreport.reading.overview import overview
from factreport.reading.portions import Portion
from factreport.report.build import by_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.building.build import Build
    from factreport.building.families import Member
    from factreport.building.going_on import Now
    from factreport.building.kept_families import KeptFamilies
    from factreport.building.left import Left
    from factreport.building.made import FamilyMade
    from factreport.building.problems import Problems
    from factreport.building.told import Told
    from factreport.model.content import Content
    from factreport.pages.names import Names
    from factreport.pages.page import Crumb
    from factreport.pages.site import Site
    from factreport.pipeline import Desk
    from factreport.reading.body import BodyLink
    from factreport.settings import Settings


class Resumed(GoingOn, frozen=True, kw_only=True):
    """A build that makes nothing again but the families whose files changed."""

    changed: frozenset[Member]
    """Claims and stories whose files changed."""
    content: Content
    """Of the families that are made again, as their files are now."""
    alone: tuple[Problem, ...]
    """What these files show by themselves."""

    def build_claims(self, written: tuple[Crumb, ...], folder: Path, workers: int) -> Again:  # noqa: ARG002
        """Make the changed families again; give the whole site and them.

        NotEnoughError where more than they may differ, UnusableError where everything may.
        """
        self.hold_to(written)
        # Templates that were compiled once are there for all sites of this process.
        site = replace(self.draft, written=written, templates=self.draft.environment)
        if not self.old:
            return self._as_before(site, self.kept.problems, self.kept.families, {})
        desk = self.desk()
        content = self.content
        own = partial(part_of, content)
        workshop = Workshop(site, desk, own, content.is_complete, folder, by_path(content.problems))
        made = tuple(workshop.make(one.built.family, self._before(one)) for one in self.old)
        seen = overview(content)
        readings = tuple(reading_pieces(seen.claims, seen.stories, by_path(self.alone)))
        return replace(self._put_together(site, made, self._problems(desk, content, made)), pieces=readings)

    def _put_together(self, site: Site, made: tuple[FamilyMade, ...], problems: Problems) -> Again:
        at_hand = {name: data for one in made for name, data in (*shown_pieces(one.shown), *part_pieces(one.parts))}
        with self.left.store.read() as reader:
            changed = {name for name, data in at_hand.items() if reader.data(name) != data}
        same_parts = not any(name.startswith(PARTS) for name in changed)
        same_keys = all(
            (one.built.extracts, one.built.stories) == (old.built.extracts, old.built.stories)
            for one, old in zip(made, self.old, strict=True)
        )
        if same_keys and self._may_show(problems) and not any(map(is_shown, changed)):
            families_now = self._after(self.kept.families, made)
            return replace(self._as_before(site, problems, families_now, at_hand), made=made, same_parts=same_parts)
        content, families_before = self.left.whole
        claims = KeptClaims(at_hand, self.left.store)
        slugs = [slug for one in made for slug in one.shown]
        fresh = shown_otherwise(slugs, self.left.store, at_hand)
        build = put_together(site, content, self._after(families_before, made), problems, claims, fresh)
        return Again(
            families=build.families,
            problems=build.problems,
            told=self._told(problems),
            summary=build.site.report.summary,
            build=lambda: build,
            made=made,
            same_lists=False,
            same_parts=same_parts,
        )

    def _after(self, before: KeptFamilies, made: Iterable[FamilyMade]) -> KeptFamilies:
        return before.after((one.built for one in self.old), (one.built for one in made))

    def _may_show(self, problems: Problems) -> bool:
        """Tell whether pages that gather claims can stay beside these problems; only a preview shows any."""
        kept = self.kept.problems
        return not self.settings.preview or (
            problems.elsewhere == kept.elsewhere and all(problems.of(name) == kept.of(name) for name in self._old_names)
        )

    @property
    def _old_names(self) -> list[str]:
        return [one.built.family.name for one in self.old]

    def _told(self, problems: Problems) -> Told:
        """Give what is told of the problems that there are now."""
        gone, new = (
            (*those.elsewhere, *(problem for name in self._old_names for problem in those.of(name)))
            for those in (self.kept.problems, problems)
        )
        return self.kept.frame.told.after(gone, new) or tell(problems.all())

    def _as_before(
        self, site: Site, problems: Problems, families_now: KeptFamilies, at_hand: Mapping[str, bytes]
    ) -> Again:
        """Give the last build, with the families and the problems that there are now.

        `at_hand` is what exports keep otherwise of claims; all that lists show is the same.
        """

        def build() -> Build:
            parts = KeptClaims(at_hand, self.left.store).parts(self.before.parts.slugs)
            now = with_exports(replace(site, report=self.before.site.report))
            return replace(
                self.before, site=now, problems=problems, families=families_now, parts=parts, fresh=frozenset()
            )

        return Again(families_now, problems, self._told(problems), self.kept.frame.summary, build)

    def _before(self, old: FamilyMade) -> Before:
        shown = by_path(self.kept.problems.of(old.built.family.name))
        return Before(old, self.changed, shown)

    def _problems(self, desk: Desk, content: Content, made: Iterable[FamilyMade]) -> Problems:
        """Give the problems of all files; NotEnoughError where those of files may change that belong to no family."""
        own = {path for one in self.old for path in paths_of(one.built.family, content)}
        kept = self.kept.problems
        if any(problem.code in OF_THE_WHOLE for name in self._old_names for problem in kept.of(name)):
            raise NotEnoughError("a problem of the whole content stands in a changed family")
        if _elsewhere(self.old, own) != _elsewhere(made, own):
            raise NotEnoughError("problems of other files changed")
        found = (*content.problems, *(problem for one in made for problem in one.ground.problems))
        of_file = by_path(pipeline.acknowledge(found, content))
        new = {
            one.built.family.name: tuple(
                problem for path in paths_of(one.built.family, content) for problem in of_file.get(path, ())
            )
            for one in made
        }
        # Beside an error no acceptance is idle, in whatever file; a running preview goes on from a build with one.
        errors = (one for each in new.values() for one in each if one.severity is Severity.ERROR)
        if self.kept.frame.told.has_errors or any(errors):
            raise NotEnoughError("there are errors, or there were")
        unlocked = self._after(self.kept.families, made).unlocked
        left = (one for one in kept.elsewhere if one.place.path != desk.lock.path)
        # In the order of a build of the whole: where there are the same ones, lists can stay.
        return kept.after(new, tuple(sorted((*left, *lock_problems(desk.lock, unlocked)), key=Problem.sort_key)))


def _elsewhere(made: Iterable[FamilyMade], own: set[str]) -> set[Problem]:
    return {problem for one in made for problem in one.ground.problems if problem.place.path not in own}


def resume(settings: Settings, left: Left, now: Now) -> Resumed:
    """Go on from what the last build left; NotEnoughError where more may differ than the families of changed files."""
    kept = left.kept
    if kept.inputs.stamps.keys() != now.inputs.stamps.keys():
        raise NotEnoughError("files came or went")
    if now.prints != kept.desk:
        raise NotEnoughError("the lock changed, or what was published")
    if any(is_captured(path, settings) for path in now.changed):
        raise NotEnoughError("a snapshot changed")
    members = frozenset(member_of(Path(path), left.files) for path in now.changed)
    concerned = tuple(kept.families.with_members(members))
    if members - {member for family in concerned for member in members_of(family)}:
        raise NotEnoughError("a draft changed")
    with left.store.read() as reader:
        old = tuple(made_before(reader, family) for family in concerned)
    content, alone = _read(left, old)
    return Resumed(settings, left, now, old, left.files, left.draft, changed=members, content=content, alone=alone)


def _read(left: Left, old: tuple[FamilyMade, ...]) -> tuple[Content, tuple[Problem, ...]]:
    """Read the files of some families; give also what each shows by itself.

    NotEnoughError where they are no longer the same families, or say something else to others.
    """
    portion = Portion(
        claims=frozenset(slug for one in old for slug in one.built.family.claims),
        sources=frozenset(slug for one in old for slug in one.ground.sources),
        stories=frozenset(slug for one in old for slug in one.built.family.stories),
    )
    content, alone = read_part(left.settings, portion, left.files)
    if not content.is_complete:
        raise NotEnoughError("there are errors")
    if families(content) != tuple(one.built.family for one in old):
        raise NotEnoughError("claims belong together that did not before")
    for one in old:
        part = part_of(content, one.built.family)
        if tuple(part.source_by_slug) != one.ground.sources or facts_of(part) != one.ground.facts:
            raise NotEnoughError("what changed concerns more than its family")
    seen = overview(content)
    for record in (*seen.claims, *seen.stories):
        if any(one.code in OF_THE_WHOLE for one in record.accepted):
            raise NotEnoughError("a record accepts what only the whole content shows")
        if not all(_is_there(link, left.draft.names) for link in record.links):
            raise NotEnoughError("a text leads to a draft")
    return content, alone


def _is_there(link: BodyLink, names: Names) -> bool:
    return link.slug in (names.claims if link.noun == "claim" else names.stories)
