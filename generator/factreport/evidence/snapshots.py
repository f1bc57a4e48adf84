"""Captured texts of sources in a private folder, known by the SHA-256 of their bytes whatever their files' names."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.reading.links_between_folders import leads_round

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LARGEST = 50_000_000
"""Bytes; whatever is larger is no captured text."""


class Snapshot(Struct, frozen=True):
    """The captured text of a source."""

    sha256: str
    text: str
    """Decoded from UTF-8 byte for byte: line breaks and a byte-order mark are kept."""


class UnreadableSnapshotError(ValueError):
    """A snapshot is at hand, but its bytes are not UTF-8 text; the message is its file's name."""


class Closed(Struct, frozen=True):
    """A file that the system does not let us read."""

    name: str
    reason: str


class Snapshots(Struct, dict=True):
    """The snapshots of a folder and the folders in it, read one after the other until the one asked for is found."""

    folder: Path | None
    """None: no snapshots here."""
    known: Mapping[str, Path] | None = None
    """All of them by SHA-256, where somebody knows what is in which file; None: their files are read for that."""
    _paths: dict[str, Path] = field(default_factory=dict)
    _unread: Iterator[Path] | None = None

    def find(self, digest: str) -> Snapshot | None:
        """Give the snapshot with that SHA-256, or None if it is not here.

        Files that cannot be opened are passed over. Raises UnreadableSnapshotError if it is not UTF-8.
        """
        path = self._path(digest) if self.known is None else self.known.get(digest)
        if path is None:
            return None
        try:
            return Snapshot(digest, path.read_bytes().decode("utf-8"))
        except OSError:
            return None
        except UnicodeDecodeError as error:
            raise UnreadableSnapshotError(path.name) from error

    def named(self, slug: str) -> tuple[str, str] | None:
        """Give the file that is named like a source, for people to read, with its SHA-256; None if there is none."""
        folder = self.folder
        for path in self._by_slug.get(slug, ()) if folder else ():
            with suppress(OSError):
                if folder and path.stat().st_size <= LARGEST:
                    digest = sha256(path.read_bytes()).hexdigest()
                    return f"{folder.name}/{path.relative_to(folder).as_posix()}", digest
        return None

    def closed(self, slug: str) -> Closed | None:
        """Give what is named like a source and cannot be opened; None if there is nothing."""
        for path in self._by_slug.get(slug, ()):
            try:
                path.open("rb").close()
            except OSError as error:
                return Closed(path.name, error.strerror or type(error).__name__)
        return None

    @cached_property
    def _by_slug(self) -> Mapping[str, list[Path]]:
        """Give what lies there by name, without what follows its first dot."""
        found: dict[str, list[Path]] = {}
        for path in sorted(_shown(self.folder)) if self.folder else ():
            found.setdefault(path.name.partition(".")[0], []).append(path)
        return found

    def _path(self, digest: str) -> Path | None:
        if self._unread is None:
            self._unread = self._files()
        while digest not in self._paths:
            path = next(self._unread, None)
            if path is None:
                return None
            with suppress(OSError):
                # Whoever looks for it in vain asks whether it is `closed`.
                self._paths.setdefault(sha256(path.read_bytes()).hexdigest(), path)
        return self._paths[digest]

    def _files(self) -> Iterator[Path]:
        if self.folder is None or not self.folder.is_dir():
            return
        for path in sorted(_shown(self.folder)):
            with suppress(OSError):
                if path.is_file() and path.stat().st_size <= LARGEST:
                    yield path


def _shown(folder: Path) -> Iterator[Path]:
    """Give the files below a folder and below those that links in it lead to; what is hidden is left out.

    Folders that are named like texts are among them.
    """
    for parent, folders, names in os.walk(folder, followlinks=True):
        seen = [*names, *(name for name in folders if name.endswith(".txt"))]
        # As among records, a folder that is named like one is met as a file.
        shown = (name for name in folders if not name.startswith(".") and not name.endswith(".md"))
        folders[:] = [name for name in shown if not leads_round(os.path.join(parent, name))]  # noqa: PTH118
        yield from (Path(parent, name) for name in seen if not name.startswith("."))
