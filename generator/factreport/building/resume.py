"""A build that begins with what the last one left: families whose files changed are made again, the others are taken.

It is taken only where nothing can differ from a build of the whole: the same files, none with an error, and what the
changed ones say to the rest of the site is what they said before (`facts`). Everything else is `UnusableError`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factreport import pipeline
from factreport.assembly import with_exports
from factreport.building.build import Build, put_together
from factreport.building.facts import OF_THE_WHOLE, facts_of
from factreport.building.families import families, part_of
from factreport.building.input_files import content_files, folder_identity, input_folders, member_of, members_of
from factreport.building.inputs import again, state
from factreport.building.kept import read_files, read_frame, read_kept
from factreport.building.made import FamilyMade
from factreport.building.parts import KeptParts, part_pieces
from factreport.building.problems import Problems, paths_of
from factreport.building.stopping import problems_of_stopped
from factreport.building.store import UnusableError
from factreport.building.workers import beside
from factreport.building.workshop import Before, Workshop
from factreport.evidence.examine import lock_problems
from factreport.model.content import Content
from factreport.model.problem import Severity
from factreport.pages.names import names_of
from factreport.pages.site import Site
from factreport.reading.content import read_portion
from factreport.reading.known import Known
from factreport.reading.portions import Portion
from factreport.reading.settings import ReadingSettings
from factreport.reading.text_file import shown_path
from factreport.report.build import by_path, gather

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.building.families import Family, Member
    from factreport.building.inputs import Inputs
    from factreport.building.kept import Kept
    from factreport.building.made import FamilyBuilt
    from factreport.building.store import Store
    from factreport.model.problem import Problem
    from factreport.pages.page import Crumb
    from factreport.pipeline import Desk
    from factreport.reading.files import ContentFiles
    from factreport.settings import Settings


@dataclass(frozen=True, slots=True)
class Left:
    """What a build leaves in memory for the next one of the same process."""

    kept: Kept
    build: Build
    files: ContentFiles


@dataclass(frozen=True, slots=True)
class Resumed:
    """A build that can go on from the last one."""

    settings: Settings
    kept: Kept
    inputs: Inputs
    """As they are now."""
    changed: frozenset[Member]
    """Claims and stories whose files changed."""
    old: tuple[FamilyBuilt, ...]
    """Their families, as the last build made them."""
    files: ContentFiles
    before: Build
    """The last build."""
    store: Store

    @property
    def draft(self) -> Site:
        """The site as far as it is known before a claim is judged."""
        return self.before.site

    @property
    def known(self) -> Known:
        """The names of all records."""
        return Known(frozenset(self.files.claims), frozenset(self.files.sources), frozenset(self.files.stories))

    def files_of(self, family: Family) -> Mapping[str, tuple[str, ...]]:
        """Give the paths of the files that the last build made of a family, by claim."""
        with self.store.read() as reader:
            return read_files(reader, family.name)

    def build_claims(self, written: tuple[Crumb, ...], folder: Path) -> tuple[Build, tuple[FamilyMade, ...]]:
        """Make the changed families again; give the whole site and them. UnusableError where that is not enough.

        Where there are errors, the site is the old one with the problems that there are now: it cannot be published.
        """
        if tuple((crumb.text, crumb.address) for crumb in written) != self.kept.frame.written:
            raise UnusableError("pages of text came, went or have another title")
        # Templates that were compiled once are there for all sites of this process.
        site = replace(self.before.site, written=written, templates=self.before.site.environment)
        if not self.old:
            return replace(self.before, site=with_exports(site)), ()
        desk = pipeline.open_desk(self.settings)
        content = self._read()
        if not content.is_complete:
            return self._stopped(site, desk, content), ()
        workshop = Workshop(
            site, desk, partial(part_of, content), content.is_complete, folder, by_path(content.problems)
        )
        made = tuple(workshop.make(one.family, self._before(one)) for one in self.old)
        problems = self._problems(desk, content, made)
        fresh = {one.built.family.name: one.built for one in made}
        families_now = tuple(fresh.get(one.family.name, one) for one in self.kept.families)
        return put_together(site, self.before.site.report.content, families_now, problems, self._parts(made)), made

    def _read(self) -> Content:
        """Read the files of the changed families; UnusableError where they are no longer the same families."""
        portion = Portion(
            claims=frozenset(slug for one in self.old for slug in one.family.claims),
            sources=frozenset(slug for one in self.old for slug in one.sources),
            stories=frozenset(slug for one in self.old for slug in one.family.stories),
        )
        content = _portion(self.settings, portion, self.files)
        if not content.is_complete:
            self._refuse_drafts(content)
            return content
        if families(content) != tuple(one.family for one in self.old):
            raise UnusableError("claims belong together that did not before")
        for one in self.old:
            part = part_of(content, one.family)
            if tuple(part.source_by_slug) != one.sources or facts_of(part) != one.facts:
                raise UnusableError("what changed concerns more than its family")
        return content

    def _refuse_drafts(self, content: Content) -> None:
        """Raise UnusableError if something else than an error keeps a record away, or it says something else to all."""
        broken = {one.place.path for one in content.problems if one.severity is Severity.ERROR}
        now = facts_of(content)
        for one in self.old:
            for noun, slug in members_of(one.family):
                name = f"{noun}/{slug}"
                is_expected = now[name] == one.facts[name] if name in now else self._path(noun, slug) in broken
                if not is_expected:
                    raise UnusableError("what changed concerns more than its family")

    def _path(self, noun: str, slug: str) -> str:
        """Give the file of a claim or story as problems name it."""
        files = self.files.claims if noun == "claim" else self.files.stories
        return shown_path(files[slug], self.settings.project)

    def _stopped(self, site: Site, desk: Desk, content: Content) -> Build:
        """Give the old site with the problems that there are now; UnusableError where a preview would show the rest."""
        if self.settings.preview:
            raise UnusableError("there are errors")
        own = {self._path(*member) for one in self.old for member in members_of(one.family)}
        elsewhere = _unlocked(self.kept.families) - _unlocked(self.old)
        problems = problems_of_stopped(desk, content, self.kept.problems, own, elsewhere)
        report = replace(site.report, problems=problems.all())
        return replace(self.before, site=replace(site, report=report), problems=problems)

    def _before(self, old: FamilyBuilt) -> Before:
        shown = by_path(self.kept.problems.by_family.get(old.family.name, ()))
        return Before(FamilyMade(old, files=self.files_of(old.family)), self.changed, shown)

    def _parts(self, made: Iterable[FamilyMade]) -> partial[KeptParts]:
        at_hand = {name: data for one in made for name, data in part_pieces(one.parts)}
        return partial(KeptParts, at_hand=at_hand, store=self.store)

    def _problems(self, desk: Desk, content: Content, made: Iterable[FamilyMade]) -> Problems:
        """Give the problems of all files; UnusableError where those of files may change that belong to no family."""
        own = {path for one in self.old for path in paths_of(one.family, content)}
        kept = self.kept.problems
        old = {one.family.name for one in self.old}
        if any(problem.code in OF_THE_WHOLE for name in old for problem in kept.by_family.get(name, ())):
            raise UnusableError("a problem of the whole content stands in a changed family")
        built = [one.built for one in made]
        if _elsewhere(self.old, own) != _elsewhere(built, own):
            raise UnusableError("problems of other files changed")
        found = (*content.problems, *(problem for one in built for problem in one.problems))
        of_file = by_path(pipeline.acknowledge(found, content))
        new = {
            one.family.name: tuple(
                problem for path in paths_of(one.family, content) for problem in of_file.get(path, ())
            )
            for one in built
        }
        if self.settings.preview and any(one.severity is Severity.ERROR for each in new.values() for one in each):
            raise UnusableError("there are errors")
        unlocked = _unlocked(self.kept.families) - _unlocked(self.old) + _unlocked(built)
        left = (one for one in kept.elsewhere if one.place.path != desk.lock.path)
        return Problems({**kept.by_family, **new}, (*left, *lock_problems(desk.lock, unlocked)))


def _elsewhere(built: Iterable[FamilyBuilt], own: set[str]) -> set[Problem]:
    return {problem for one in built for problem in one.problems if problem.place.path not in own}


def _unlocked(built: Iterable[FamilyBuilt]) -> int:
    return sum(one.unlocked for one in built)


def resume(
    settings: Settings, store: Store, site: Path, key: str, *, workers: int = 1, left: Left | None = None
) -> Resumed:
    """Go on from the last build; `site` is where the finished site stands. UnusableError where that cannot be.

    What it `left` in memory is taken if it fits, else what is kept in the store.
    """
    if left is None or left.kept.frame.key != key or left.kept.frame.site != folder_identity(site):
        left = _read_left(settings, store, site, key, workers)
    kept = left.kept
    inputs, changed = again(kept.inputs, input_folders(settings))
    if kept.inputs.stamps.keys() != inputs.stamps.keys():
        raise UnusableError("files came or went")
    files = left.files
    members = frozenset(member_of(Path(path), files) for path in changed)
    old = tuple(one for one in kept.families if not members.isdisjoint(members_of(one.family)))
    if members - {member for one in old for member in members_of(one.family)}:
        raise UnusableError("a draft changed")
    return Resumed(settings, kept, inputs, members, old, files, left.build, store)


@pipeline.collecting_no_circles()
def _read_left(settings: Settings, store: Store, site: Path, key: str, workers: int) -> Left:
    """Read what is kept in the store; the site is looked at meanwhile."""
    look = beside(partial(state, site), workers)
    try:
        with store.read() as reader:
            frame = read_frame(reader)
            if frame.key != key or frame.site != folder_identity(site):
                raise UnusableError("it belongs to another site, program or configuration")
            kept = read_kept(reader, frame)
            if any(problem.severity is Severity.ERROR for problem in kept.problems.all()):
                raise UnusableError("there were errors")
    finally:
        now = look()
    if kept.site != tuple(now):
        raise UnusableError("somebody else changed the site")
    files = content_files(settings, kept.inputs)
    return Left(kept, _build_of(settings, kept, files, store), files)


def _build_of(settings: Settings, kept: Kept, files: ContentFiles, store: Store) -> Build:
    """Give the last build again, from what is kept of it."""
    scale = _portion(settings, Portion(*[frozenset()] * 3), files).scale
    content = Content((), kept.sources, (), scale, ())
    site = Site(gather(content, (), (), ()), settings)
    build = put_together(site, content, kept.families, kept.problems, partial(KeptParts, store=store))
    return replace(build, site=replace(build.site, known=names_of(build.site.report)))


def _portion(settings: Settings, portion: Portion, files: ContentFiles) -> Content:
    reading = ReadingSettings(quotation_words=settings.quotation_words)
    return read_portion(
        settings.content, portion, files, root=settings.project, settings=reading, drafts=settings.preview
    )
