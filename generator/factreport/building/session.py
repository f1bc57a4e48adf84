"""One build from its beginning to the finished site: from the content alone, or going on from the last one.

Longer than other modules: what each step leaves for the next, and for the next build, is decided here and nowhere else.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.building import log
from factreport.building.build import begin, build_claims
from factreport.building.gatherings import Wanted, build_gatherings
from factreport.building.going_on import Now, now_after
from factreport.building.input_files import content_files, folder_identity
from factreport.building.inputs import after, state, take
from factreport.building.kept import (
    Kept,
    KeptNames,
    document_piece,
    family_pieces,
    is_kept,
    lasting_pieces,
    pieces_of_whole,
)
from factreport.building.kept_desk import prints_of
from factreport.building.key import frame_key
from factreport.building.left import Left, read_left
from factreport.building.made import Document, Frame
from factreport.building.output import put, remove_parts
from factreport.building.problems import problems_piece
from factreport.building.regroup import regroup
from factreport.building.resume import resume
from factreport.building.shelf import Shelf
from factreport.building.store import NotEnoughError, UnusableError
from factreport.building.told import Told, tell
from factreport.building.workers import search_rarely
from factreport.exports.catalogue import exports_of
from factreport.pages import sitemap
from factreport.pages.names import names_of
from factreport.pages.page import Page
from factreport.pages.site import Site
from factreport.reading.known import known_in
from factreport.report.build import gather

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from factreport.building.build import Beginning, Build
    from factreport.building.gatherings import Gatherings
    from factreport.building.going_on import Again
    from factreport.building.halt import Halted
    from factreport.building.kept_families import KeptFamilies
    from factreport.building.key import Key
    from factreport.building.lookout import Lookout
    from factreport.building.made import FamilyMade
    from factreport.building.problems import Problems
    from factreport.building.regroup import Regrouped
    from factreport.building.resume import Resumed
    from factreport.building.store import Piece, Store
    from factreport.model.problem import Problem
    from factreport.pages.page import Crumb
    from factreport.reading.known import Known
    from factreport.report.records import Summary
    from factreport.settings import Settings
    from factreport.site_folder import Replaced, SiteFolder

    Ways = Resumed | Regrouped | Halted
    """In which a build can go on from the last one."""

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
    now: Now | None
    """The files that are read; None where the build is not kept."""
    key: Key | None
    """None where the build is not kept."""
    _beginning: Beginning | None
    _resumed: Ways | None
    anew: str = ""
    """Why all is made anew; empty where the build goes on from the last one."""
    left: Left | None = None
    """What a later build of this process may go on from; None until this one is in its place."""
    written: tuple[Crumb, ...] = ()
    """The pages that editors wrote, once claims are judged."""
    _documents: dict[str, Document] = field(default_factory=dict)
    """The pages that editors wrote and this build finished, by address."""
    _build: Build | None = None
    """None: claims are not judged, or nothing asks for the site as a whole, since all that gathers claims stays."""
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
    def _begun(self) -> Beginning:
        if self._beginning is None:
            self._beginning = begin(self.settings, self.workers)
        return self._beginning

    @property
    def build(self) -> Build:
        """What is known once claims are judged."""
        if self._build is None:
            assert self._again is not None  # noqa: S101 - the order of steps
            try:
                self._build = self._again.build()
            except UnusableError as error:
                self._build = self._make_anew(error)
        return self._build

    @property
    def site(self) -> Site:
        """The site once its claims are judged."""
        return self.build.site

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of all files, once claims are judged; sorted by place."""
        try:
            return self._problems.all()
        except UnusableError as error:
            self._build = self._make_anew(error)
            return self._build.problems.all()

    @property
    def _problems(self) -> Problems:
        return self._again.problems if self._again else self.build.problems

    @property
    def _families(self) -> KeptFamilies:
        return self._again.families if self._again else self.build.families

    @property
    def told(self) -> Told:
        """What is told of the problems of all files, once claims are judged."""
        return self._again.told if self._again else tell(self.problems)

    @property
    def summary(self) -> Summary:
        """What was found, in numbers, once claims are judged."""
        return self._again.summary if self._again else self.site.report.summary

    def make_claims(self, written: tuple[Crumb, ...], prints: Mapping[str, str]) -> None:
        """Judge claims and write their pages.

        `written` are the pages that editors wrote, `prints` fingerprints of what they wrote, by address.
        """
        self.written = written
        if self._resumed is not None:
            try:
                self._again = self._make_again(self._resumed)
                if not self._can_stay(self._again, self._resumed, prints):
                    self._build = self._again.build()
            except UnusableError as error:
                self._build = self._make_anew(error)
        else:
            self._build = self._make_all_claims()

    def _make_again(self, resumed: Ways) -> Again:
        try:
            return resumed.build_claims(self.written, self.folder, self.workers)
        except NotEnoughError as error:
            log.debug("families are put together again: %s", error)
            more = self._resumed = regroup(self.settings, resumed.left, resumed.now)
            return more.build_claims(self.written, self.folder, self.workers)

    def _can_stay(self, again: Again, resumed: Ways, prints: Mapping[str, str]) -> bool:
        """Tell whether everything that the site as a whole shows can stay as it is; in memory it is at hand anyway."""
        kept = resumed.left.documents
        return (
            resumed.left.made is None
            and again.same_lists
            and not (self._wants_data(again) and exports_of(self.settings))
            and prints == {address: kept[address].print for address in prints.keys() & kept.keys()}
        )

    def _wants_data(self, again: Again) -> bool:
        return self._with_data and not again.same_parts

    def _make_anew(self, error: UnusableError) -> Build:
        """Judge all claims after all: nothing can go on from what was kept."""
        self.anew, self._resumed, self._again = str(error), None, None
        remove_parts(self.folder)
        return self._make_all_claims()

    def _make_all_claims(self) -> Build:
        begun, self._beginning = self._begun, None
        return build_claims(begun, self.written, self.folder, self.workers, self._shelf())

    def document(self, address: str, fingerprint: str, draw: Callable[[Site], str]) -> str:
        """Give a page that editors wrote, finished; `draw` does that where it may differ from the last build's."""
        last = self._resumed.left.documents.get(address) if self._resumed and self.has_same_lists else None
        if last is not None and last.print == fingerprint:
            return last.text
        self._documents[address] = Document(fingerprint, draw(self.site))
        return self._documents[address].text

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
            self._build = self._make_anew(error)
            self._make_gatherings(without)
        if self.settings.site_url and not self._has_same_map:
            for page in sitemap.files(self.site, _listed(self.site, without)):
                put(self.folder / page.path, page.text.encode())

    @property
    def has_same_lists(self) -> bool:
        """Whether everything that gathers claims shows what it showed in the last build, at the same addresses."""
        return self._again is not None and self._again.same_lists

    @property
    def _has_same_map(self) -> bool:
        """Whether the map of the site is that of the last build: the same addresses, changed on the same days."""
        if self._resumed is None or self._again is None:
            return False
        before, now = map(_on_map, (self._resumed.old, self._again.made))
        return self.has_same_lists or (before == now and self._lists() == self._resumed.kept.lists)

    def _make_gatherings(self, without: Collection[str]) -> None:
        self._wanted = self._what_is_wanted(without)
        if self._build is not None:
            self._gatherings = build_gatherings(self._build, self.folder, self.workers, self._wanted)

    def _what_is_wanted(self, without: Collection[str]) -> Wanted:
        again = self._again
        if self._resumed is None or again is None:
            return Wanted(without)
        if again.same_lists:
            return Wanted(without, lists=False, data=self._wants_data(again), search=False)
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

    def _others(self, resumed: Ways) -> frozenset[str]:
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
            self.discard()

    def discard(self) -> None:
        """Forget what this build began to keep: it failed."""
        if self.store is not None:
            self.store.let_go()
            with suppress(OSError):
                self.store.abandon()

    def _forget(self) -> None:
        """Forget the last build: from here on the site is neither that nor this."""
        if self.store is None:
            return
        self.store.let_go()
        if self._resumed is None:
            self.store.remove()
        elif is_kept(self._resumed.kept.frame, self.store):
            self.store.reopen()
        else:
            log.debug("the next build begins anew: another build has written to %s", self.store.path)
            self.store = None

    def _keep(self, site: Path, replaced: tuple[Replaced, ...] | None) -> None:
        if self.store is None:
            return
        kept = self._kept(site, replaced)
        self.store.update(chain(self._pieces(), pieces_of_whole(kept)))
        if self._again is not None:
            self.store.leave_out(self._again.gone, self._again.gone_beginnings)
        self.store.commit()
        files = self._resumed.files if self._resumed else content_files(self.settings, kept.inputs)
        build = self._build.settled(self.store) if self._build else None
        last = self._resumed.left.documents if self._resumed else {}
        self.left = Left(self.settings, kept, files, self._next_draft(), self.store, {**last, **self._documents}, build)

    def _next_draft(self) -> Site:
        """Give the site as the next build knows it before it judges a claim."""
        if self._resumed:
            return self._resumed.draft
        site = self.site
        report = gather(site.report.content, (), (), ())
        return Site(report, self.settings, known=names_of(site.report), templates=site.environment)

    def _pieces(self) -> Iterator[Piece]:
        if self.is_whole:
            yield from lasting_pieces(self._families.index, self.site.report.content.sources, self._names())
        for address, document in self._documents.items():
            yield document_piece(address, document)
        for made in self._again.made if self._again else ():
            name = made.built.family.name
            yield from family_pieces(made)
            yield problems_piece(name, self._problems.of(name))
        yield from self._again.pieces if self._again else ()

    def _names(self) -> KeptNames:
        if self._resumed:
            return self._resumed.names
        names = names_of(self.site.report)
        return KeptNames(names.publishers, tuple(names.topics))

    def _kept(self, site: Path, replaced: tuple[Replaced, ...] | None) -> Kept:
        assert self.now is not None  # noqa: S101 - known where something is kept
        assert self.key is not None  # noqa: S101 - as well
        if self._resumed is None or replaced is None:
            state_now, others = state(site), frozenset(self._gatherings.others if self._gatherings else ())
        else:
            state_now, others = after(self._resumed.kept.site, replaced), self._others(self._resumed)
        frame = Frame(
            key=self.key,
            site=folder_identity(site),
            written=tuple((crumb.text, crumb.address) for crumb in self.written),
            problems=self._problems.elsewhere,
            complete=self._resumed is not None or self.build.complete,
            told=self.told,
            unlocked=self._families.unlocked,
            summary=self.summary,
        )
        return Kept(
            frame=frame,
            families=self._families,
            problems=self._problems,
            names=self._names(),
            inputs=self.now.inputs,
            site=state_now,
            lists=self._lists(),
            others=others,
            desk=self.now.prints,
        )


def _on_map(made: Iterable[FamilyMade]) -> dict[str, date | None]:
    """Give the days that maps of the site give for claims and stories of some families, by address."""
    built = [each.built for each in made]
    claims: dict[str, date | None] = {one.card.address: one.card.modified for each in built for one in each.extracts}
    return claims | {card.address: None for each in built for card in each.stories}


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
    lookout: Lookout,
    *,
    host: str = "",
    left: Left | None = None,
) -> Session:
    """Begin a build that writes to `folder` the site at which somebody is on the `lookout`.

    It goes on from the last one where that can be.
    `host` says what a host brings to the site by itself, in whatever words: others mean that all is made anew. `left`
    is what the last build left in memory, if it was made by this process.
    """
    search_rarely()
    if store is None:
        return Session(settings, folder, workers, None, None, None, begin(settings, workers), None, "nothing is kept")
    key = frame_key(settings, host)
    try:
        resumed = _go_on(settings, store, key, lookout, left)
    except UnusableError as error:
        now = Now(take(lookout.inputs), prints_of(settings))
        return Session(settings, folder, workers, store, now, key, begin(settings, workers), None, str(error))
    return Session(settings, folder, workers, store, resumed.now, key, None, resumed)


def _go_on(settings: Settings, store: Store, key: Key, lookout: Lookout, left: Left | None) -> Ways:
    """Go on from the last build: from what it `left` in memory if that fits, else from what is kept in the store.

    UnusableError where that cannot be.
    """
    store.hold()
    if left is None or not _fits(left.kept.frame, store, key, lookout):
        left = read_left(settings, store, key, lookout)
    if not left.kept.frame.complete:
        raise UnusableError("a record was left out")
    now = now_after(left, lookout.inputs)
    try:
        return resume(settings, left, now)
    except NotEnoughError as error:
        log.debug("families are put together again: %s", error)
        return regroup(settings, left, now)


def _fits(frame: Frame, store: Store, key: Key, lookout: Lookout) -> bool:
    """Tell whether a build that is still in memory is the last one of the site, and what it kept is still there."""
    return frame.key == key and frame.site == folder_identity(lookout.site_folder) and is_kept(frame, store)


def _maps(site: Site) -> frozenset[str]:
    """Give the paths of the maps of a site, of which there are more the more pages it has."""
    written = [crumb.address for crumb in site.written]
    return sitemap.paths(len(_listed(site, written))) if site.settings.site_url else frozenset()


def _path(address: str) -> str:
    return Page(address, "").path
