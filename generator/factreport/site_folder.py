"""The folder of the finished site, replaced in one step or not at all, by one build at a time.

A site is built in a folder beside the old one, on the same file system; only when nothing has failed do the two
change places. Whoever reads the site meets the old one or the new one, whole.
"""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

try:
    import fcntl
except ImportError:  # where the system has no such locks
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterable

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# What Linux answers where the file system, the kernel or a sandbox does not know the exchange.
_NO_EXCHANGE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM}
# What POSIX lets a system answer where another process holds the lock.
_HELD = {errno.EACCES, errno.EAGAIN}


class Replaced(Struct, frozen=True):
    """What happened to one file of the site."""

    old: int | None
    """Bytes that it had; None: it was not there."""
    new: int | None
    """Bytes that it has; None: it is gone."""
    changed: int = 0
    """When its content was written: nanoseconds since 1970."""


class SiteFolder(Struct, frozen=True):
    """The place of a site and the two folders beside it that a build needs for a while."""

    final: Path
    """Where the site stands when it is done; absolute, symbolic links resolved."""

    @classmethod
    def at(cls, path: Path) -> SiteFolder:
        """Give the folder for a site at `path`; a symbolic link is followed, so that the link itself stays."""
        return cls(path.resolve())

    @property
    def building(self) -> Path:
        """Where the next site is built."""
        return self.final.with_name(f".{self.final.name}-building")

    @property
    def previous(self) -> Path:
        """Where the old site waits while two renames replace it; found only after a crash between the two."""
        return self.final.with_name(f".{self.final.name}-previous")

    def prepare(self) -> None:
        """Make an empty folder for the next site, and put back an old one that a crash left aside.

        Raises OSError if the folder above cannot be written.
        """
        if self.previous.exists() and not self.final.exists():
            self.previous.rename(self.final)
        _remove(self.previous)
        _remove(self.building)
        self.building.mkdir(parents=True)

    def publish(self) -> None:
        """Put the built site in the old one's place and remove the old one.

        Hidden files at the top of the old site (`.git`, `.nojekyll`) move to the new one unless it has its own: no
        build makes them, so none may lose them. Raises OSError if the folders cannot be renamed, as when the site is
        a mount point; the old site is then still there.
        """
        if not self.final.exists():
            self.building.rename(self.final)
            return
        shutil.copymode(self.final, self.building)
        exchange(self.building, self.final, aside=self.previous)
        for entry in sorted(self.building.iterdir()):
            if entry.name.startswith(".") and not (self.final / entry.name).exists():
                entry.rename(self.final / entry.name)
        _remove(self.building)

    def merge(self, gone: Iterable[str]) -> tuple[Replaced, ...]:
        """Put the built files in the place of those of the old site that differ, one by one, and remove those `gone`.

        Every file is the old one or the new one, whole. Gives what happened. Raises OSError if a file cannot be moved;
        then some files may be new and others old.
        """
        done = [_removed(self.final / path, self.final) for path in gone]
        for folder, _folders, names in os.walk(self.building):
            target = self.final / os.path.relpath(folder, self.building)
            done += [_put_in_place(Path(folder, name), target / name) for name in names]
        _remove(self.building)
        return tuple(one for one in done if one is not None)

    def discard(self) -> None:
        """Remove a site that shall not be published."""
        _remove(self.building)


class BuildLock:
    """What one build of a site holds while it is under way.

    It is a lock of the system's on a file, which ends with its process, however that ends: the file may stay, and
    stops nobody. Unlike those of `flock`, such a lock is not handed on to forked processes. Where the system or the
    file system has no locks, nothing is held.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    @classmethod
    def of(cls, folder: SiteFolder) -> BuildLock:
        """Give the lock of a site, beside the folder in which it is built."""
        return cls(folder.building.with_name(f"{folder.building.name}.lock"))

    def take(self) -> str | None:
        """Take it and give None; where another process has it, give that one's number as text, "" if it is not known.

        Raises OSError if the file cannot be written.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        while fcntl is not None and self._file is None:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                holder = os.read(file, 20).decode("ascii", "replace").strip()
                os.close(file)
                return holder if error.errno in _HELD else None
            if _is_at(self._path, file):
                os.ftruncate(file, 0)
                os.write(file, str(os.getpid()).encode())
                self._file = file
            else:
                # Whoever had it removed the file between our opening and our locking it.
                os.close(file)
        return None

    def let_go(self) -> None:
        """Let others build, if it is held."""
        if self._file is not None:
            with suppress(OSError):
                self._path.unlink()
            os.close(self._file)
            self._file = None


def exchange(one: Path, other: Path, *, aside: Path) -> None:
    """Let two folders of one file system change places, in one step where the system can do that.

    Elsewhere two renames do it, by way of `aside`; if the second fails, the first is undone. Raises OSError if nothing
    could be exchanged.
    """
    if not _exchanged_at_once(one, other):
        other.rename(aside)
        try:
            one.rename(other)
        except OSError:
            aside.rename(other)
            raise
        aside.rename(one)


def _exchanged_at_once(one: Path, other: Path) -> bool:
    # Only a site that is written whole changes places with another.
    import ctypes  # noqa: PLC0415

    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NO_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def _put_in_place(new: Path, old: Path) -> Replaced | None:
    """Move a file to its place unless what is there is the same; give what happened."""
    status = new.stat()
    if not old.is_file():
        old.parent.mkdir(parents=True, exist_ok=True)
        new.rename(old)
        return Replaced(None, status.st_size, status.st_mtime_ns)
    size = old.stat().st_size
    if size == status.st_size and old.read_bytes() == new.read_bytes():
        return None
    new.replace(old)
    return Replaced(size, status.st_size, status.st_mtime_ns)


def _removed(path: Path, top: Path) -> Replaced | None:
    """Remove a file and the folders that are empty without it; give what happened."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return None
    path.unlink()
    _remove_empty(path.parent, top)
    return Replaced(size, None)


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _is_at(path: Path, file: int) -> bool:
    """Tell whether an open file is the one that stands at a path now."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file))
    except FileNotFoundError:
        return False
