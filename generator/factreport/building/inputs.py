"""The files that a build reads, and which of them have changed since.

Told by size, times and number of the file, as version control does it, and by content where these leave room for doubt.
"""

from __future__ import annotations

import hashlib
import os
import time
from io import FileIO
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.reading.links_between_folders import leads_round

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from factreport.site_folder import Replaced

DOUBT = 2_000_000_000
"""Nanoseconds: a file written so shortly before it was read may be written again within one tick of its clock."""

Stamp = tuple[int, int, int, int]
"""Size, time of the last change in nanoseconds, number of the file, and when the system last noted any change of it.

The first time is what whoever wrote the file says it is (`rsync -t`, `cp -p`, `touch -r`), the last nobody can set. It
changes with a name or a right too: then the content is read, and found to be the same.
"""
NOWHERE: Stamp = (-1, -1, -1, -1)
"""Of a link that leads nowhere: whoever reads it will say so."""


class Seen(Struct, frozen=True):
    """Files as they were when somebody looked."""

    begun: int
    """When that was: nanoseconds since 1970."""
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    """By path."""


class Inputs(Seen, frozen=True):
    """Files as they were when a build began."""

    prints: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of contents in hexadecimal, by path; of the same files."""


def look(folders: Iterable[Path], *, without: str = "") -> dict[str, Stamp]:
    """Give the stamps of all files below some folders, by path; hidden ones, and folders of one name, are left out.

    A folder that is named like a record is met as one, as it is where content is read.
    """
    return {entry.path: _stamp(entry) for folder in folders for entry in _files(os.fspath(folder), without)}


def state(folder: Path) -> tuple[int, ...]:
    """Give what changes when somebody changes a folder's files: their number, their sizes and the latest change."""
    stamps = [_stamp(entry) for entry in _files(os.fspath(folder))]
    return len(stamps), sum(one[0] for one in stamps), max((one[1] for one in stamps), default=0)


def after(before: tuple[int, ...], replaced: Iterable[Replaced]) -> tuple[int, ...]:
    """Give the state of a folder after some of its files were replaced."""
    number, sizes, latest = before
    for one in replaced:
        number += (one.new is not None) - (one.old is not None)
        sizes += (one.new or 0) - (one.old or 0)
        latest = max(latest, one.changed)
    return number, sizes, latest


def _files(folder: str, without: str = "") -> Iterator[os.DirEntry[str]]:
    """Give the entries of all files below a folder; none where it is not there."""
    waiting = [folder]
    while waiting:
        try:
            entries = os.scandir(waiting.pop())
        except OSError:
            continue
        with entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name == without:
                    continue
                if not entry.name.endswith(".md") and _is_folder(entry):
                    waiting.append(entry.path)
                else:
                    yield entry


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir() and not (entry.is_symlink() and leads_round(entry.path))
    except OSError:
        # A link that leads round in a circle leads nowhere.
        return False


def _stamp(entry: os.DirEntry[str]) -> Stamp:
    try:
        status = entry.stat()
    except OSError:
        return NOWHERE
    return status.st_size, status.st_mtime_ns, status.st_ino, status.st_ctime_ns


def see(folders: Iterable[Path], *, without: str = "") -> Seen:
    """Look at the files below some folders, but those in folders of one name."""
    begun = time.time_ns()
    return Seen(begun, look(folders, without=without))


def take(seen: Seen) -> Inputs:
    """Give files that were seen just now with the fingerprints of their contents."""
    return Inputs(seen.begun, seen.stamps, {path: _print(path) for path in seen.stamps})


def again(before: Inputs, seen: Seen) -> tuple[Inputs, frozenset[str]]:
    """Give files that were seen just now, and the paths of those that have changed, come or gone since `before`."""
    known, old, sure = before.stamps, before.prints, before.begun - DOUBT
    prints = {
        path: old[path] if known.get(path) == stamp and stamp[1] < sure and stamp[3] < sure else _print(path)
        for path, stamp in seen.stamps.items()
    }
    changed = {path for path, print_ in prints.items() if old.get(path) != print_}
    return Inputs(seen.begun, seen.stamps, prints), frozenset(changed | (before.stamps.keys() - seen.stamps.keys()))


def _print(path: str) -> str:
    try:
        with FileIO(path) as file:
            # By this hash content knows its snapshots.
            return hashlib.sha256(file.readall()).hexdigest()
    except OSError:
        return ""
