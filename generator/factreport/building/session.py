"""One build from its beginning to the finished site: from the content alone, or going on from the last one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from factreport.building import log
from factreport.building.build import begin, build_claims
from factreport.building.gatherings import Wanted, build_gatherings
from factreport.building.input_files import content_files, folder_identity, input_folders
from factreport.building.inputs import after, state, take
from factreport.building.kept import Kept, family_pieces, pieces_of_whole, problems_piece, sources_piece
from factreport.building.key import frame_key
from factreport.building.made import Frame
from factreport.building.output import put, remove_parts
from factreport.building.parts import KeptParts
from factreport.building.resume import Left, resume
from factreport.building.shelf import Shelf
from factreport.building.store import UnusableError
from factreport.building.workers import search_rarely
from factreport.pages import sitemap
from factreport.pages.page import Page
from factreport.reading.known import known_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from factreport.building.build import Build, Source
    from factreport.building.gatherings import Gatherings
    from factreport.building.inputs import Inputs
    from factreport.building.made import FamilyMade
    from factreport.building.resume import Resumed
    from factreport.building.store import Piece, Store
    from factreport.pages.page import Crumb
    from factreport.pages.site import Site
    from factreport.reading.known import Known
    from factreport.settings import Settings
    from factreport.site_folder import Replaced, SiteFolder


SEARCH = "search/"
"""Folder of the search and its index."""
MOST_SEARCHED = 2_000
"""Claims of a site whose preview renews the index of the search with every edit."""


@dataclass(slots=True)
class Session:
    """A build under way."""

    settings: Settings
    folder: Path
    """Where files are written; those that did not change are not."""
    workers: int
    store: Store | None
    """Where the build is kept for the next one; None: nowhere."""
    inputs: Inputs | None
    """The files that are read, as they were when the build began; None where it is not kept."""
    key: str
    _source: Source | None
    _resumed: Resumed | None
    anew: str = ""
    """Why all is made anew; empty where the build goes on from the last one."""
    left: Left | None = None
    """What a later build of this process may go on from; None until this one is in its place."""
    _build: Build | None = None
    _made: tuple[FamilyMade, ...] = ()
    """Families that were made again."""
    _gatherings: Gatherings | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every file is written, and not only what may have changed."""
        return self._resumed is None

    @property
    def _with_data(self) -> bool:
        """Whether the data of the whole site are written: later builds of a preview leave them as they are."""
        return self.is_whole or not self.settings.preview

    @property
    def _with_search(self) -> bool:
        """Whether the index of the search is written: that of a large site takes longer than a preview may."""
        return self._with_data or len(self.site.report.cards) <= MOST_SEARCHED

    @property
    def draft(self) -> Site:
        """The site as far as it is known before a claim is judged."""
        return self._resumed.draft if self._resumed else self._begun.draft

    @property
    def known(self) -> Known:
        """The names of all records, for texts that lead to them."""
        return self._resumed.known if self._resumed else known_in(self._begun.intake.overview)

    @property
    def _begun(self) -> Source:
        if self._source is None:
            self._source = begin(self.settings, self.workers)
        return self._source

    @property
    def build(self) -> Build:
        """What is known once claims are judged."""
        assert self._build is not None  # noqa: S101 - the order of steps
        return self._build

    @property
    def site(self) -> Site:
        """The site once its claims are judged."""
        return self.build.site

    def make_claims(self, written: tuple[Crumb, ...]) -> None:
        """Judge claims and write their pages; `written` are the pages that editors wrote."""
        if self._resumed is not None:
            try:
                self._build, self._made = self._resumed.build_claims(written, self.folder)
            except UnusableError as error:
                self._begin_anew(error)
            else:
                return
        self._make_all_claims(written)

    def _begin_anew(self, error: UnusableError) -> None:
        self.anew, self._resumed, self._made = str(error), None, ()

    def _make_all_claims(self, written: tuple[Crumb, ...]) -> None:
        begun, self._source = self._begun, None
        self._build = build_claims(begun, written, self.folder, self.workers, self._shelf())

    def _shelf(self) -> Shelf:
        try:
            return Shelf(self.store)
        except OSError as error:
            log.debug("the next build begins anew: %s", error)
            self.store = None
            return Shelf(None)

    def make_gatherings(self, without: Collection[str]) -> None:
        """Write everything that gathers claims, but for pages in `without`, which a host makes."""
        if self._resumed is None or self._made:
            try:
                self._gatherings = self._make_gatherings(without)
            except UnusableError as error:
                self._begin_anew(error)
                remove_parts(self.folder)
                self._make_all_claims(self.site.written)
                self._gatherings = self._make_gatherings(without)
        if self.settings.site_url:
            for page in sitemap.files(self.site, _listed(self.site, without)):
                put(self.folder / page.path, page.text.encode())

    def _make_gatherings(self, without: Collection[str]) -> Gatherings:
        before = self._resumed.before.site if self._resumed else None
        wanted = Wanted(without, before, self._with_data, self._with_search)
        return build_gatherings(self.build, self.folder, self.workers, wanted)

    def gone(self) -> Iterator[str]:
        """Give the paths of files that the last build made and this one did not."""
        resumed = self._resumed
        if resumed is None or self._gatherings is None:
            return
        old, now = resumed.before.site, self.site
        before = {path for one in resumed.old for paths in resumed.files_of(one.family).values() for path in paths}
        before |= {_path(address) for address in _addresses(old)} | _maps(old)
        made = {path for one in self._made for paths in one.files.values() for path in paths}
        made |= {_path(address) for address in _addresses(now)} | _maps(now)
        yield from sorted((before | resumed.kept.others) - made - self._others(resumed))

    def _others(self, resumed: Resumed) -> frozenset[str]:
        """Give the paths of the files of search and exports that there are now."""
        if self._gatherings is None:
            return resumed.kept.others
        kept = resumed.kept.others
        search = {path for path in kept if path.startswith(SEARCH)}
        left = (frozenset() if self._with_data else kept - search) | (frozenset() if self._with_search else search)
        return left.union(self._gatherings.others)

    def put_in_place(self, site: SiteFolder) -> None:
        """Let the whole site take the old one's place, or those of its files that are new; keep it for the next build.

        Raises OSError if the site cannot be put there.
        """
        gone = tuple(self.gone())
        self._forget()
        if self.is_whole:
            site.publish()
            put: tuple[Replaced, ...] | None = None
        else:
            put = site.merge(gone)
        try:
            self._keep(site.final, put)
        except OSError as error:
            log.debug("the next build begins anew: %s", error)

    def _forget(self) -> None:
        """Forget the last build: from here on the site is neither that nor this."""
        if self.store is None:
            return
        if self.is_whole:
            self.store.remove()
        else:
            self.store.reopen()

    def _keep(self, site: Path, replaced: tuple[Replaced, ...] | None) -> None:
        if self.store is None:
            return
        kept = self._kept(site, replaced)
        self.store.update(chain(self._pieces(), pieces_of_whole(kept)))
        self.store.commit()
        parts = KeptParts(self.build.parts.slugs, store=self.store)
        files = self._resumed.files if self._resumed else content_files(self.settings, kept.inputs)
        self.left = Left(kept, replace(self.build, parts=parts), files)

    def _pieces(self) -> Iterator[Piece]:
        if self.is_whole:
            yield sources_piece(self.site.report.content.sources)
        for made in self._made:
            name = made.built.family.name
            yield from family_pieces(made)
            yield problems_piece(name, self.build.problems.by_family.get(name, ()))

    def _kept(self, site: Path, replaced: tuple[Replaced, ...] | None) -> Kept:
        inputs = self._resumed.inputs if self._resumed else self.inputs
        assert inputs is not None  # noqa: S101 - read where something is kept
        if self._resumed is None or replaced is None:
            state_now, others = state(site), frozenset(self._gatherings.others if self._gatherings else ())
        else:
            state_now, others = after(self._resumed.kept.site, replaced), self._others(self._resumed)
        written = tuple((crumb.text, crumb.address) for crumb in self.site.written)
        problems = self.build.problems
        frame = Frame(self.key, folder_identity(site), written, problems.elsewhere)
        sources = self.site.report.content.sources
        return Kept(frame, self.build.families, problems, sources, inputs, state_now, others)


def _listed(site: Site, without: Collection[str]) -> set[str]:
    """Give the addresses that maps of the site name."""
    report = site.report
    claims, stories = (card.address for card in report.cards), (card.address for card in report.story_cards)
    plans = (plan for _page_type, plan in site.gathering_plans if plan.listed)
    return {*without, *claims, *stories, *(plan.address for plan in plans if _path(plan.address).endswith(".html"))}


def open_session(  # noqa: PLR0913 - of the host each, and none belongs to another
    settings: Settings,
    folder: Path,
    workers: int,
    store: Store | None,
    site: Path,
    *,
    host: str = "",
    left: Left | None = None,
) -> Session:
    """Begin a build that writes to `folder` what shall stand at `site`; go on from the last one where that can be.

    `host` says what a host brings to the site by itself, in whatever words: others mean that all is made anew. `left`
    is what the last build left in memory, if it was made by this process.
    """
    search_rarely()
    if store is None:
        return Session(settings, folder, workers, None, None, "", begin(settings, workers), None, "nothing is kept")
    key = frame_key(settings, host)
    try:
        resumed = resume(settings, store, site, key, workers=workers, left=left)
    except UnusableError as error:
        inputs = take(input_folders(settings))
        return Session(settings, folder, workers, store, inputs, key, begin(settings, workers), None, str(error))
    return Session(settings, folder, workers, store, resumed.inputs, key, None, resumed)


def _addresses(site: Site) -> Iterator[str]:
    return (plan.address for _page_type, plan in site.gathering_plans)


def _maps(site: Site) -> frozenset[str]:
    """Give the paths of the maps of a site, of which there are more the more pages it has."""
    written = [crumb.address for crumb in site.written]
    return sitemap.paths(len(_listed(site, written))) if site.settings.site_url else frozenset()


def _path(address: str) -> str:
    return Page(address, "").path
