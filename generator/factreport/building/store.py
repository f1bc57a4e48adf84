"""What a build leaves for the next one: data in one SQLite file, each piece with a checksum.

Whatever is wrong with it, whoever reads gets `UnusableError` and builds from the content alone.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
import zlib
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from factreport.settings import Settings

FORM = 9
"""Version of the form of what is kept; another one is not read."""
OPEN = ".open"
"""Ends the name of what is being written."""
HELD = ".held"
"""Ends the name under which a build reads what is kept, while others may write."""
ABANDONED = 24 * 60 * 60
"""Seconds after which nobody writes any more to what is still open, or reads what is still held."""
Piece = tuple[str, bytes]
"""Name and data of something that is kept."""


KEPT, KEPT_PREVIEW = "build.sqlite", "preview.sqlite"
"""Names of what builds and previews leave, in `.factreport` beside the configuration."""


class UnusableError(Exception):
    """What was kept is not there, is damaged, or was made by another version."""


class NotEnoughError(UnusableError):
    """What was kept is as it should be, but what has changed concerns more than the families that it is in."""


class Store(Struct, frozen=True):
    """The file in which a build is kept."""

    path: Path
    process: int = field(default_factory=os.getpid)
    """Of the build: two of one project may be under way, each with a folder of its own for its site."""

    @property
    def is_there(self) -> bool:
        """Whether anything is kept, as far as this process may see."""
        try:
            return self.path.is_file()
        except OSError:
            return False

    def remove(self) -> None:
        """Forget what was kept. Raises OSError if it cannot be removed."""
        self.path.unlink(missing_ok=True)

    @property
    def _open(self) -> Path:
        """What is written to until it is committed."""
        return self.path.with_suffix(f".{self.process}{OPEN}")

    @property
    def _held(self) -> Path:
        return self.path.with_suffix(f".{self.process}{HELD}")

    def hold(self) -> None:
        """Read what is kept as it is now, whatever others write there, until it is let go.

        Where the file system has no second names for files, nothing is held. UnusableError if nothing is kept.
        """
        self._forget_abandoned()
        with suppress(OSError):
            self._held.unlink(missing_ok=True)
        try:
            self._held.hardlink_to(self.path)
        except FileNotFoundError as error:
            raise UnusableError("nothing is kept") from error
        except (OSError, NotImplementedError):  # the file system, or the machine, has no hard links
            return

    def let_go(self) -> None:
        """Read what is kept at any time again."""
        with suppress(OSError):
            self._held.unlink(missing_ok=True)

    def abandon(self) -> None:
        """Forget what was written and not committed. Raises OSError if it cannot be removed."""
        self._open.unlink(missing_ok=True)

    def _forget_abandoned(self) -> None:
        """Remove what builds left that were killed."""
        for end in (OPEN, HELD):
            for path in self.path.parent.glob(f"{self.path.stem}.*{end}"):
                with suppress(OSError):
                    # What is held was written any time ago, but got this name when somebody began to read it.
                    if path.stat().st_ctime < time.time() - ABANDONED:
                        path.unlink()

    def begin(self) -> None:
        """Begin anew; what was kept stays until the new is committed. Raises OSError where nothing can be written."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._open.unlink(missing_ok=True)
        self._forget_abandoned()
        with _errors_of_files(), self._writing() as connection:
            connection.execute("CREATE TABLE piece (name TEXT PRIMARY KEY, sum INTEGER, data BLOB)")
            connection.execute(f"PRAGMA user_version = {FORM}")

    def reopen(self) -> None:
        """Take what is kept back, to be updated and committed again. Raises OSError if that fails."""
        self.path.replace(self._open)
        if self._open.stat().st_nlink > 1:
            # Others hold it, and shall not see what is written now.
            copy = self.path.with_suffix(f".{self.process}.copy{OPEN}")
            shutil.copyfile(self._open, copy)
            copy.replace(self._open)

    def commit(self) -> None:
        """Keep what was written since it was begun or reopened. Raises OSError if that fails."""
        self._open.replace(self.path)

    def update(self, pieces: Iterable[Piece]) -> None:
        """Write pieces, in the place of those of the same names. Raises OSError where that fails."""
        with _errors_of_files(), self._writing() as connection:
            connection.execute("BEGIN")
            connection.executemany("REPLACE INTO piece VALUES (?, ?, ?)", map(_row, pieces))
            connection.execute("COMMIT")

    def leave_out(self, names: Iterable[str], beginnings: Iterable[str] = ()) -> None:
        """Remove pieces by their names, and all whose names begin so. Raises OSError where that fails."""
        with _errors_of_files(), self._writing() as connection:
            connection.execute("BEGIN")
            connection.executemany("DELETE FROM piece WHERE name = ?", ((name,) for name in names))
            connection.executemany("DELETE FROM piece WHERE name >= ? AND name < ?", map(_between, beginnings))
            connection.execute("COMMIT")

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._open, isolation_level=None)) as connection:
            # Nothing is kept before it is committed, so nothing has to survive a crash.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            yield connection

    @contextmanager
    def read(self, *, uncommitted: bool = False) -> Iterator[Reader]:
        """Open what was kept, or what is being written; whatever goes wrong meanwhile is an UnusableError."""
        with as_unusable(), self.opened(uncommitted=uncommitted) as reader:
            yield reader

    @contextmanager
    def read_newest(self) -> Iterator[Reader]:
        """Open what is kept now, whatever is held; whatever goes wrong meanwhile is an UnusableError."""
        with as_unusable(), _opened(self.path) as reader:
            yield reader

    @contextmanager
    def opened(self, *, uncommitted: bool = False) -> Iterator[Reader]:
        """Open what was kept, or what is being written; UnusableError if that cannot be."""
        kept = self._held if self._held.is_file() else self.path
        with _opened(self._open if uncommitted else kept) as reader:
            yield reader


@contextmanager
def _opened(path: Path) -> Iterator[Reader]:
    if not path.is_file():
        raise UnusableError("nothing is kept")
    with as_unusable():
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    with closing(connection):
        with as_unusable():
            form = connection.execute("PRAGMA user_version").fetchone()
        if form != (FORM,):
            raise UnusableError("it has another form")
        yield Reader(connection)


def store_of(settings: Settings) -> Store:
    """Give where a project's builds are kept; those of previews apart."""
    return Store(settings.project / ".factreport" / (KEPT_PREVIEW if settings.preview else KEPT))


class Reader(Struct, frozen=True):
    """What was kept, opened."""

    connection: sqlite3.Connection

    def piece(self, name: str) -> bytes:
        """Give a piece by its name; UnusableError if there is none, or not as it was written."""
        row = self.connection.execute("SELECT sum, data FROM piece WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise UnusableError(f"{name} is not kept")
        return _checked(name, *row)

    def some(self, names: Sequence[str]) -> dict[str, bytes]:
        """Give pieces by their names, a few hundred at most; UnusableError if one is not there, or damaged."""
        marks = ",".join("?" * len(names))
        rows = self.connection.execute(f"SELECT name, sum, data FROM piece WHERE name IN ({marks})", names)  # noqa: S608
        found = {name: _checked(name, total, data) for name, total, data in rows}
        if len(found) < len(names):
            raise UnusableError(f"{next(name for name in names if name not in found)} is not kept")
        return found

    def data(self, name: str) -> bytes | None:
        """Give a piece as it is there, damaged or not; None if there is none."""
        row = self.connection.execute("SELECT data FROM piece WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def pieces(self, prefix: str) -> Iterator[Piece]:
        """Give all pieces whose names begin so, by name without the beginning."""
        rows = self.connection.execute(
            "SELECT name, sum, data FROM piece WHERE name >= ? AND name < ? ORDER BY name", _between(prefix)
        )
        for name, total, data in rows:
            yield name[len(prefix) :], _checked(name, total, data)


def _between(prefix: str) -> tuple[str, str]:
    """Give the first name that begins so, and the first after all that do."""
    return prefix, prefix[:-1] + chr(ord(prefix[-1]) + 1)


@contextmanager
def as_unusable() -> Iterator[None]:
    """Let every error of what was kept be an UnusableError."""
    try:
        yield
    except (sqlite3.Error, ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise UnusableError(str(error)) from error


@contextmanager
def _errors_of_files() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:
        # Names of files may hold bytes that are no text.
        raise OSError(str(error)) from error


def _row(of: Piece) -> tuple[str, int, bytes]:
    name, data = of
    return name, zlib.crc32(data, zlib.crc32(name.encode())), data


def _checked(name: str, total: int, data: bytes) -> bytes:
    if zlib.crc32(data, zlib.crc32(name.encode())) != total:
        raise UnusableError(f"{name} is damaged")
    return data
