"""One build from its beginning to the finished site: from the content alone, or going on from the last one."""

from __future__ import annotations

from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.building import log
from factreport.building.build import begin, build_claims
from factreport.building.gatherings import Wanted, build_gatherings
from factreport.building.input_files import content_files, folder_identity, input_folders
from factreport.building.inputs import after, state, take
from factreport.building.kept import Kept, family_pieces, pieces_of_whole, problems_piece, sources_piece
from factreport.building.key import frame_key
from factreport.building.left import Left
from factreport.building.made import Frame
from factreport.building.output import put, remove_parts
from factreport.building.resume import resume
from factreport.building.shelf import Shelf
from factreport.building.store import UnusableError
from factreport.building.workers import search_rarely
from factreport.pages import sitemap
from factreport.pages.names import names_of
from factreport.pages.page import Page
from factreport.pages.site import Site
from factreport.reading.known import known_in
from factreport.report.build import gather

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from factreport.building.build import Build, Source
    from factreport.building.gatherings import Gatherings
    from factreport.building.inputs import Inputs
    from factreport.building.resume import Again, Resumed
    from factreport.building.store import Piece, Store
    from factreport.pages.page import Crumb
    from factreport.reading.known import Known
    from factreport.settings import Settings
    from factreport.site_folder import Replaced, SiteFolder


SEARCH = "search/"
"""Folder of the search and its index."""
MOST_SEARCHED = 3_000
"""Claims of a site whose preview renews the index of the search with every edit."""


class Session(Struct):
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
    _again: Again | None = None
    """What was made again; None where all was."""
    _wanted: Wanted | None = None
    """Which of the pages and files that gather claims were written; None: not yet."""
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
                self._again = self._resumed.build_claims(written, self.folder)
            except UnusableError as error:
                self._begin_anew(error)
            else:
                self._build = self._again.build
                return
        self._make_all_claims(written)

    def _begin_anew(self, error: UnusableError) -> None:
        self.anew, self._resumed, self._again = str(error), None, None

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
        try:
            self._make_gatherings(without)
        except UnusableError as error:
            self._begin_anew(error)
            remove_parts(self.folder)
            self._make_all_claims(self.site.written)
            self._make_gatherings(without)
        if self.settings.site_url and not self.has_same_lists:
            for page in sitemap.files(self.site, _listed(self.site, without)):
                put(self.folder / page.path, page.text.encode())

    @property
    def has_same_lists(self) -> bool:
        """Whether everything that gathers claims shows what it showed in the last build, at the same addresses."""
        return self._again is not None and self._again.same_lists

    def _make_gatherings(self, without: Collection[str]) -> None:
        self._wanted = self._what_is_wanted(without)
        self._gatherings = build_gatherings(self.build, self.folder, self.workers, self._wanted)

    def _what_is_wanted(self, without: Collection[str]) -> Wanted:
        again = self._again
        if self._resumed is None or again is None:
            return Wanted(without)
        if again.same_lists:
            return Wanted(without, lists=False, data=self._with_data and not again.same_parts, search=False)
        resumed = self._resumed
        return Wanted(without, before=lambda: resumed.before.site, data=self._with_data, search=self._with_search)

    def gone(self) -> Iterator[str]:
        """Give the paths of files that the last build made and this one did not."""
        resumed, again = self._resumed, self._again
        if resumed is None or again is None:
            return
        before = {path for one in resumed.old for paths in one.files.values() for path in paths}
        made = {path for one in again.made for paths in one.files.values() for path in paths}
        kept = resumed.kept
        yield from sorted((before | kept.lists | kept.others) - made - self._lists() - self._others(resumed))

    def _lists(self) -> frozenset[str]:
        """Give the paths of the pages that gather claims, and of the maps of the site, that there are now."""
        if self._resumed is not None and self.has_same_lists:
            return self._resumed.kept.lists
        plans = (plan for _page_type, plan in self.site.gathering_plans)
        return frozenset(_path(plan.address) for plan in plans) | _maps(self.site)

    def _others(self, resumed: Resumed) -> frozenset[str]:
        """Give the paths of the files of search and exports that there are now."""
        kept, wanted = resumed.kept.others, self._wanted
        if self._gatherings is None or wanted is None:
            return kept
        search = {path for path in kept if path.startswith(SEARCH)}
        left = (frozenset() if wanted.data else kept - search) | (frozenset() if wanted.search else search)
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

    def discard(self) -> None:
        """Forget what this build began to keep: it failed."""
        if self.store is not None:
            with suppress(OSError):
                self.store.abandon()

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
        files = self._resumed.files if self._resumed else content_files(self.settings, kept.inputs)
        build = self.build.settled(self.store)
        self.left = Left(self.settings, kept, files, self._draft_of(build.site), self.store, build)

    def _draft_of(self, site: Site) -> Site:
        """Give the site as the next build knows it before it judges a claim."""
        if self._resumed:
            return self._resumed.draft
        report = gather(site.report.content, (), (), ())
        return Site(report, self.settings, known=names_of(site.report), templates=site.environment)

    def _pieces(self) -> Iterator[Piece]:
        if self.is_whole:
            yield sources_piece(self.site.report.content.sources)
        for made in self._again.made if self._again else ():
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
        return Kept(frame, self.build.families, problems, sources, inputs, state_now, self._lists(), others)


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


def _maps(site: Site) -> frozenset[str]:
    """Give the paths of the maps of a site, of which there are more the more pages it has."""
    written = [crumb.address for crumb in site.written]
    return sitemap.paths(len(_listed(site, written))) if site.settings.site_url else frozenset()


def _path(address: str) -> str:
    return Page(address, "").path
