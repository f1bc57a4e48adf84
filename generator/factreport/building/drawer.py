"""Where records lie between reading and their family's turn: in a file without a name, which ends with the build.

Pickled: nobody but this build and its workers can write to that file, and no later build reads it.
"""

from __future__ import annotations

import os
import pickle
import tempfile
import weakref
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

Span = tuple[int, int]
"""Beginning and length, in bytes."""


def packed(record: Any) -> bytes:
    """Give a record as it lies in a drawer."""
    return pickle.dumps(record, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> Any:
    """Give what was packed by this build."""
    return pickle.loads(data)  # noqa: S301 - by this build alone


class Drawer:
    """A file that is gone when nobody holds the drawer any more; workers that are forked later read from it too."""

    def __init__(self, folder: Path) -> None:
        """Make one in a folder, or where the system keeps what is temporary. Raises OSError if it cannot be made."""
        try:
            self._file = _nameless(folder)
        except OSError:
            self._file = _nameless(None)
        weakref.finalize(self, os.close, self._file)
        self._end = 0

    def put(self, data: bytes) -> Span:
        """Keep a packed record, and give where. Raises OSError if it cannot be written."""
        begin = self._end
        with memoryview(data) as left:
            while self._end < begin + len(data):
                self._end += _write(self._file, left[self._end - begin :], self._end)
        return begin, len(data)

    def get(self, span: Span) -> Any:
        """Give the record at a span."""
        begin, length = span
        return unpacked(_read(self._file, length, begin))


def _nameless(folder: Path | None) -> int:
    with tempfile.TemporaryFile(dir=folder) as file:
        return os.dup(file.fileno())


def _write_there(file: int, data: memoryview, begin: int) -> int:
    os.lseek(file, begin, os.SEEK_SET)
    return os.write(file, data)


def _read_there(file: int, length: int, begin: int) -> bytes:
    os.lseek(file, begin, os.SEEK_SET)
    return os.read(file, length)


# Where the system cannot do both in one step (Windows), it cannot fork either: nobody else moves in the file.
_write = getattr(os, "pwrite", _write_there)
_read = getattr(os, "pread", _read_there)
