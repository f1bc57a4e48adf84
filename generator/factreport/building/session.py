"""One build from its beginning to the finished site: from the content alone, or going on from the last one."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from factreport.building import log
from factreport.building.build import Wanted, begin, build_claims, build_gatherings
from factreport.building.inputs import take
from factreport.building.kept import family_pieces, frame_piece, inputs_piece, others_piece, site_piece, sources_piece
from factreport.building.key import frame_key
from factreport.building.made import Frame
from factreport.building.output import put
from factreport.building.resume import folder_identity, input_folders, resume
from factreport.building.store import UnusableError
from factreport.pages import sitemap
from factreport.pages.page import Page
from factreport.reading.known import known_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from factreport.building.build import Build, Gatherings, Source
    from factreport.building.inputs import Inputs
    from factreport.building.resume import Resumed
    from factreport.building.store import Store
    from factreport.pages.page import Crumb
    from factreport.pages.site import Site
    from factreport.reading.known import Known
    from factreport.settings import Settings
    from factreport.site_folder import SiteFolder


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
    _build: Build | None = None
    _gatherings: Gatherings | None = None
    _made_before: set[str] = field(default_factory=set)
    """Paths of files of the last build that may not be made any more."""
    _left: set[str] = field(default_factory=set)
    """Paths of data files of the last build that this one leaves as they are."""

    @property
    def is_whole(self) -> bool:
        """Whether every file is written, and not only what may have changed."""
        return self._resumed is None

    @property
    def _with_data(self) -> bool:
        return self._resumed is None or self._resumed.with_data

    @property
    def draft(self) -> Site:
        """The site as far as it is known before a claim is judged."""
        return self._resumed.draft if self._resumed else self._begun.draft

    @property
    def known(self) -> Known:
        """The names of all records, for texts that lead to them."""
        return self._resumed.known if self._resumed else known_in(self._begun.content)

    @property
    def _begun(self) -> Source:
        if self._source is None:
            self._source = begin(self.settings)
        return self._source

    @property
    def site(self) -> Site:
        """The site once its claims are judged."""
        assert self._build is not None  # noqa: S101 - the order of steps
        return self._build.site

    def make_claims(self, written: tuple[Crumb, ...]) -> None:
        """Judge claims and write their pages; `written` are the pages that editors wrote."""
        if self._resumed is not None:
            try:
                self._made_before, self._left = self._resumed.made_before(), self._resumed.left()
                self._build = self._resumed.build_claims(written, self.folder)
            except UnusableError as error:
                self.anew, self._resumed = str(error), None
                self._made_before, self._left = set(), set()
            else:
                return
        self._build = build_claims(self._begun, written, self.folder, self.workers)

    def make_gatherings(self, without: Collection[str]) -> None:
        """Write everything that gathers claims, but for pages in `without`, which a host makes."""
        assert self._build is not None  # noqa: S101 - the order of steps
        before = self._resumed.before.site if self._resumed else None
        if self._resumed is None or self._resumed.changed:
            also = [partial(self._prepare_store, self.store)] if self.store and self.is_whole else []
            wanted = Wanted(without, before, self._with_data)
            self._gatherings = build_gatherings(self._build, self.folder, self.workers, wanted, also)
        if self.settings.site_url:
            for page in sitemap.files(self.site, _listed(self.site, without)):
                put(self.folder / page.path, page.text.encode())

    def gone(self) -> Iterator[str]:
        """Give the paths of files that the last build made and this one did not."""
        if self._resumed is None or self._gatherings is None or self._build is None:
            return
        now = {path for one in self._build.families for path in one.files}
        now |= {_path(address) for address in _addresses(self.site)} | set(self._gatherings.others)
        before = self._made_before | {_path(address) for address in _addresses(self._resumed.before.site)}
        yield from sorted((before | _maps(self._resumed.before.site)) - now - _maps(self.site))

    def put_in_place(self, site: SiteFolder) -> None:
        """Let the whole site take the old one's place, or those of its files that are new; keep it for the next build.

        Raises OSError if the site cannot be put there.
        """
        gone = tuple(self.gone())
        self._forget()
        if self.is_whole:
            site.publish()
        else:
            site.merge(gone)
        try:
            self._keep(site.final)
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

    def _keep(self, site: Path) -> None:
        if self.store is None:
            return
        if not self.is_whole:
            self.store.update(self._changes(site))
        if self._gatherings is not None:
            made = set(self._gatherings.others)
            self.store.update([others_piece(sorted(made | self._left))])
        self.store.update([site_piece(site)])
        self.store.commit()

    def _prepare_store(self, store: Store) -> None:
        """Write what the next build can go on from, beside the rest of the work."""
        assert self._build is not None  # noqa: S101 - the order of steps
        try:
            store.prepare(self._pieces(self._build))
        except OSError as error:
            log.debug("the next build begins anew: %s", error)

    def _pieces(self, build: Build) -> Iterator[tuple[str, Any]]:
        assert self.inputs is not None  # noqa: S101 - read where something is kept
        yield frame_piece(self._frame(self.folder))
        yield inputs_piece(self.inputs)
        yield sources_piece(build.site.report.content.sources)
        for one in build.families:
            yield from family_pieces(one)

    def _changes(self, site: Path) -> Iterator[tuple[str, Any]]:
        assert self._resumed is not None  # noqa: S101 - only asked of such
        assert self._build is not None  # noqa: S101 - the order of steps
        yield frame_piece(self._frame(site))
        yield inputs_piece(self._resumed.inputs)
        for one in self._build.families:
            if one.family.name in self._resumed.changed:
                yield from family_pieces(one)

    def _frame(self, site: Path) -> Frame:
        written = tuple((crumb.text, crumb.address) for crumb in self.site.written)
        return Frame(self.key, folder_identity(site), written, self.site.report.problems)


def _listed(site: Site, without: Collection[str]) -> set[str]:
    """Give the addresses that maps of the site name."""
    report = site.report
    claims, stories = (card.address for card in report.cards), (card.address for card in report.story_cards)
    plans = (plan for page_type in site.gathering_types for plan in page_type.plans(site) if plan.listed)
    return {*without, *claims, *stories, *(plan.address for plan in plans if _path(plan.address).endswith(".html"))}


def open_session(
    settings: Settings, folder: Path, workers: int, store: Store | None, site: Path, *, host: str = ""
) -> Session:
    """Begin a build that writes to `folder` what shall stand at `site`; go on from the last one where that can be.

    `host` says what a host brings to the site by itself, in whatever words: others mean that all is made anew.
    """
    if store is None:
        return Session(settings, folder, workers, None, None, "", begin(settings), None, "nothing is kept")
    key = frame_key(settings, host)
    try:
        resumed = resume(settings, store, site, key)
    except UnusableError as error:
        inputs = take(input_folders(settings))
        return Session(settings, folder, workers, store, inputs, key, begin(settings), None, str(error))
    return Session(settings, folder, workers, store, resumed.inputs, key, None, resumed)


def _addresses(site: Site) -> Iterator[str]:
    return (plan.address for page_type in site.gathering_types for plan in page_type.plans(site))


def _maps(site: Site) -> frozenset[str]:
    """Give the paths of the maps of a site, of which there are more the more pages it has."""
    written = [crumb.address for crumb in site.written]
    return sitemap.paths(len(_listed(site, written))) if site.settings.site_url else frozenset()


def _path(address: str) -> str:
    return Page(address, "").path
