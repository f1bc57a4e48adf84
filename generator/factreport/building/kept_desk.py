"""What claims are judged with, as the next build finds it: it need not read all of the lock and of what was published.

Both files have an entry for every claim of the site, and a build after an edit asks for those of a few.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Raw, Struct

from factreport import pipeline
from factreport.building.codec import decode, encode
from factreport.building.output import fingerprint
from factreport.building.store import UnusableError, as_unusable
from factreport.evidence.lock import Lock, LockedSource
from factreport.evidence.snapshots import LARGEST, Snapshots
from factreport.figures.rates import Fixing, Rates, RateUnknownError
from factreport.model.kept_record import KeptRecord
from factreport.model.problem import Problem
from factreport.publication.file import PublicationFile
from factreport.publication.record import Publication, PublishedClaim
from factreport.reading.text_file import shown_path

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.building.inputs import Inputs
    from factreport.building.store import Piece, Reader, Store
    from factreport.pipeline import Desk
    from factreport.settings import Settings

LOCK, PUBLISHED = "lock", "published"
"""Names of the pieces."""
Kind = TypeVar("Kind")


class DeskPrints(KeptRecord, frozen=True):
    """Fingerprints of the two files; empty for one that is not there."""

    lock: str
    published: str


class Differing(Struct, frozen=True):
    """Whose entries in the two files are not those of the last build."""

    sources: frozenset[str] = frozenset()
    """Slugs of sources, in the lock."""
    claims: frozenset[str] = frozenset()
    """Slugs of claims, in what was published."""


class _KeptLock(KeptRecord, frozen=True):
    sources: dict[str, Raw]
    fixings: tuple[tuple[date, str, str, str], ...]
    problems: tuple[Problem, ...]


class _KeptPublication(KeptRecord, frozen=True):
    is_there: bool
    claims: dict[str, Raw]
    sources: tuple[str, ...]
    stories: tuple[str, ...]
    problems: tuple[Problem, ...]


class _Unread(Mapping[str, Kind], Generic[Kind]):
    """Records by name, each read when it is asked for; UnusableError where it is not as it was written."""

    def __init__(self, written: Mapping[str, Raw], kind: type[Kind]) -> None:
        self._written, self._kind = written, kind
        self._read: dict[str, Kind] = {}

    def __getitem__(self, name: str) -> Kind:
        if name not in self._read:
            data = bytes(self._written[name])
            with as_unusable():
                self._read[name] = decode(data, self._kind)
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._written

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


def prints_of(settings: Settings) -> DeskPrints:
    """Give the fingerprints of the two files as they are now."""
    names = pipeline.LOCK_NAME, pipeline.PUBLICATION_NAME
    return DeskPrints(*(_print(settings.content / name) for name in names))


def _print(path: Path) -> str:
    try:
        return fingerprint(path.read_bytes())
    except OSError:
        return ""


def desk_pieces(desk: Desk) -> Iterator[Piece]:
    """Give what was read of the two files as pieces of data."""
    lock, published = desk.lock, desk.published
    fixings = [(one.day, one.currency, one.digits, one.source) for one in lock.fixings]
    yield LOCK, encode((dict(lock.sources), fixings, lock.problems))
    there = published.publication or Publication()
    names = dict(there.claims), there.sources, there.stories
    yield PUBLISHED, encode((published.publication is not None, *names, published.problems))


def kept_desk(settings: Settings, store: Store, inputs: Inputs) -> Desk:
    """Give what claims were judged with in the last build, with the snapshots that there are now.

    UnusableError if what is kept is damaged.
    """
    with store.read() as reader:
        lock, published = _read_lock(reader, settings), _read_published(reader, settings)
    return pipeline.desk_of(settings, lock, published, _snapshots(settings, inputs))


def _read_lock(reader: Reader, settings: Settings) -> Lock:
    kept = decode(reader.piece(LOCK), _KeptLock)
    path = shown_path(settings.content / pipeline.LOCK_NAME, settings.project)
    return Lock(path, _Unread(kept.sources, LockedSource), tuple(Fixing(*one) for one in kept.fixings), kept.problems)


def _read_published(reader: Reader, settings: Settings) -> PublicationFile:
    kept = decode(reader.piece(PUBLISHED), _KeptPublication)
    path = shown_path(settings.content / pipeline.PUBLICATION_NAME, settings.project)
    there = Publication(_Unread(kept.claims, PublishedClaim), kept.sources, kept.stories) if kept.is_there else None
    return PublicationFile(path, there, kept.problems)


def _snapshots(settings: Settings, inputs: Inputs) -> Snapshots:
    """Give the snapshots by the fingerprints that are known of their files."""
    if settings.evidence is None:
        return Snapshots(None)
    beginning = f"{settings.evidence}{os.sep}"
    found: dict[str, Path] = {}
    for path in sorted(path for path in inputs.prints if path.startswith(beginning)):
        # Of what cannot be opened there is no fingerprint.
        if inputs.prints[path] and inputs.stamps[path][0] <= LARGEST:
            found.setdefault(inputs.prints[path], settings.evidence / path[len(beginning) :])
    return Snapshots(settings.evidence, found)


def differing(before: Desk, now: Desk) -> Differing:
    """Give whose entries are others now; UnusableError where the exchange rates are others too."""
    old, new = before.lock, now.lock
    if any(map(partial(_tells, Rates.shipped()), set(old.fixings) ^ set(new.fixings))):
        raise UnusableError("other exchange rates are locked")
    was, is_now = before.published.publication, now.published.publication
    if (was is None) != (is_now is None):
        raise UnusableError("something was published for the first time, or that is no longer known")
    published = _others(was.claims, is_now.claims) if was and is_now else frozenset()
    return Differing(_others(old.sources, new.sources), published)


def _others(old: Mapping[str, Kind], new: Mapping[str, Kind]) -> frozenset[str]:
    """Give the names of entries that came, went or are others."""
    both = old.keys() & new.keys()
    return frozenset(old.keys() ^ new.keys()).union(name for name in both if old[name] != new[name])


def _tells(table: Rates, fixing: Fixing) -> bool:
    """Whether a fixing says something else than the table that everybody has."""
    try:
        return table.fixing(fixing.day, fixing.currency) != fixing
    except RateUnknownError:
        return True
