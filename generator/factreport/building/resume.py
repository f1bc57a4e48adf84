"""A build that begins with what the last one left: families whose files changed are made again, the others are taken.

It is taken only where nothing can differ from a build of the whole: the same files, none with an error, and what the
changed ones say to the rest of the site is what they said before (`facts`). Everything else is `UnusableError`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factreport import pipeline
from factreport.assembly import with_exports
from factreport.building.build import Build, build_family, put_together
from factreport.building.facts import OF_THE_WHOLE, facts_of
from factreport.building.families import families, part_of
from factreport.building.inputs import again, state
from factreport.building.kept import SITE, Kept, read_files, read_frame, read_inputs, read_kept, read_others, read_parts
from factreport.building.key import RECORDS
from factreport.building.store import UnusableError
from factreport.evidence.examine import lock_problems
from factreport.model.content import Content
from factreport.model.problem import Problem, Severity
from factreport.pages.names import names_of
from factreport.pages.site import Site
from factreport.reading.content import Portion, read_portion
from factreport.reading.files import ContentFiles
from factreport.reading.known import Known
from factreport.reading.settings import ReadingSettings
from factreport.report.build import by_path, gather

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from factreport.building.inputs import Inputs
    from factreport.building.made import FamilyBuilt
    from factreport.building.store import Reader, Store
    from factreport.pages.page import Crumb
    from factreport.pipeline import Desk
    from factreport.settings import Settings


SEARCH = "search/"
"""Folder of the search and its index."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """A build that can go on from the last one."""

    settings: Settings
    kept: Kept
    inputs: Inputs
    """As they are now."""
    changed: frozenset[str]
    """Families of which a file changed, by name."""
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

    @property
    def with_data(self) -> bool:
        """Whether the data of the whole site are written again: a preview leaves them as its first build made them."""
        return not self.settings.preview

    def _parts(self) -> Mapping[str, tuple[Mapping[str, Any], ...]]:
        if not self.with_data:
            return {}
        with self.store.read() as reader:
            return read_parts(reader)

    def made_before(self) -> set[str]:
        """Give the paths of files of the last build that this one may not make any more."""
        with self.store.read() as reader:
            found = {path for name in self.changed for path in read_files(reader, name)}
            return found | self.others(reader)

    def left(self) -> set[str]:
        """Give the paths of data files that this build leaves as they are."""
        with self.store.read() as reader:
            return set(read_others(reader)) - self.others(reader)

    def others(self, reader: Reader) -> set[str]:
        """Give the paths of files of search and data that this build makes again or lets go."""
        return {path for path in read_others(reader) if self.with_data or path.startswith(SEARCH)}

    def build_claims(self, written: tuple[Crumb, ...], folder: Path) -> Build:
        """Make the changed families again, and give the whole site; UnusableError where that is not enough."""
        if tuple((crumb.text, crumb.address) for crumb in written) != self.kept.frame.written:
            raise UnusableError("pages of text came, went or have another title")
        site = replace(self.before.site, written=written)
        if not self.changed:
            return replace(self.before, site=with_exports(site))
        desk = pipeline.open_desk(self.settings)
        old = [one for one in self.kept.families if one.family.name in self.changed]
        content = _read(self.settings, self.files, old)
        own = by_path(content.problems)
        parts = self._parts()
        made = {one.family.name: build_family(site, desk, content, own, folder, one.family) for one in old}
        problems = _problems(self, desk, content, old, tuple(made.values()))
        families_now = tuple(
            made.get(one.family.name) or replace(one, parts=parts.get(one.family.name, ()))
            for one in self.kept.families
        )
        whole = replace(self.before.site.report.content, problems=problems)
        return put_together(site, whole, families_now, problems)


@pipeline.collecting_no_circles()
def resume(settings: Settings, store: Store, site: Path, key: str) -> Resumed:
    """Go on from what is kept; `site` is where the finished site stands. UnusableError where that cannot be."""
    with store.read() as reader:
        frame = read_frame(reader)
        if frame.key != key or frame.site != folder_identity(site):
            raise UnusableError("it belongs to another site, program or configuration")
        if any(problem.severity is Severity.ERROR for problem in frame.problems):
            raise UnusableError("there were errors")
        if reader.piece(SITE) != state(site):
            raise UnusableError("somebody else changed the site")
        before = read_inputs(reader)
        inputs, changed = again(before, input_folders(settings))
        if before.stamps.keys() != inputs.stamps.keys():
            raise UnusableError("files came or went")
        kept = read_kept(reader, frame)
    files = _content_files(settings, inputs)
    names = _families_of(changed, files, kept.families)
    scale = read_portion(settings.content, Portion(*[frozenset()] * 3), files, root=settings.project).scale
    content = Content((), kept.sources, (), scale, frame.problems)
    draft = put_together(Site(gather(content, (), (), ()), settings), content, kept.families, frame.problems)
    site_before = replace(draft.site, known=names_of(draft.site.report))
    return Resumed(settings, kept, inputs, names, files, replace(draft, site=site_before), store)


def folder_identity(site: Path) -> tuple[int, int]:
    """Give what tells the folder of a site from any other, even one of the same name; UnusableError without one."""
    try:
        status = site.stat()
    except OSError as error:
        raise UnusableError("there is no site") from error
    return status.st_dev, status.st_ino


def input_folders(settings: Settings) -> tuple[Path, ...]:
    """Give the folders whose files a build looks at one by one."""
    records = tuple(settings.content / name for name in RECORDS)
    return (*records, settings.evidence) if settings.evidence else records


def _content_files(settings: Settings, inputs: Inputs) -> ContentFiles:
    files = ContentFiles(scale=settings.content / "scale.yml")
    for name in RECORDS:
        beginning = f"{settings.content / name}{os.sep}"
        found = (path for path in inputs.stamps if path.startswith(beginning) and path.endswith(".md"))
        getattr(files, name).update((path.stem, path) for path in map(Path, sorted(found)))
    return files


def _families_of(changed: Iterable[str], files: ContentFiles, built: Iterable[FamilyBuilt]) -> frozenset[str]:
    """Give the names of the families to which changed files belong; sources and snapshots belong to none."""
    owners = {("claim", slug): one.family.name for one in built for slug in one.family.claims}
    owners |= {("story", slug): one.family.name for one in built for slug in one.family.stories}
    names = set()
    for path in map(Path, changed):
        noun = "claim" if files.claims.get(path.stem) == path else "story"
        if path not in {files.claims.get(path.stem), files.stories.get(path.stem)} or (noun, path.stem) not in owners:
            raise UnusableError(f"{path} is more than one family's")
        names.add(owners[noun, path.stem])
    return frozenset(names)


def _read(settings: Settings, files: ContentFiles, old: Iterable[FamilyBuilt]) -> Content:
    """Read the files of some families again; UnusableError where they are no longer the same families."""
    portion = Portion(
        claims=frozenset(slug for one in old for slug in one.family.claims),
        sources=frozenset(slug for one in old for slug in one.sources),
        stories=frozenset(slug for one in old for slug in one.family.stories),
    )
    reading = ReadingSettings(quotation_words=settings.quotation_words)
    content = read_portion(
        settings.content, portion, files, root=settings.project, settings=reading, drafts=settings.preview
    )
    if not content.is_complete:
        raise UnusableError("there are errors")
    if families(content) != tuple(one.family for one in old):
        raise UnusableError("claims belong together that did not before")
    for one in old:
        if (
            tuple(part_of(content, one.family).source_by_slug) != one.sources
            or facts_of(part_of(content, one.family)) != one.facts
        ):
            raise UnusableError("what changed concerns more than its family")
    return content


def _problems(
    resumed: Resumed, desk: Desk, content: Content, old: Iterable[FamilyBuilt], made: Iterable[FamilyBuilt]
) -> tuple[Problem, ...]:
    """Give the problems of all files; UnusableError where those of other files than the families' own may change."""
    own = {*(claim.written.path for claim in content.claims), *(story.written.path for story in content.stories)}
    frame = resumed.kept.frame
    if any(problem.code in OF_THE_WHOLE for problem in frame.problems if problem.place.path in own):
        raise UnusableError("a problem of the whole content stands in a changed file")
    elsewhere = [{one for each in built for one in each.problems if one.place.path not in own} for built in (old, made)]
    if elsewhere[0] != elsewhere[1]:
        raise UnusableError("problems of other files changed")
    found = (*content.problems, *(one for each in made for one in each.problems))
    new = [one for one in pipeline.acknowledge(found, content) if one.place.path in own]
    if any(one.severity is Severity.ERROR for one in new):
        raise UnusableError("there are errors")
    unlocked = (
        sum(one.unlocked for one in resumed.kept.families)
        + sum(one.unlocked for one in made)
        - sum(one.unlocked for one in old)
    )
    left = (one for one in frame.problems if one.place.path not in {*own, desk.lock.path})
    return tuple(sorted((*left, *new, *lock_problems(desk.lock, unlocked)), key=Problem.sort_key))
