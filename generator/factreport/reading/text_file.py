"""Content files as text: decoded, with line ends made alike, or a problem that says where it fails."""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import gettext as _
from factreport.model.place import Place
from factreport.reading import problem_kinds as kinds

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.model.problem import Problem

BYTE_ORDER_MARK = "\ufeff"
_FAR_DOWN = 20_000
"""Code points from which on lines are counted once for all places that are asked for."""
_CONFLICT_MARK = "<" * 7
_CONFLICT = re.compile(rf"^{_CONFLICT_MARK}(?: .*)?$", re.MULTILINE)


class TextFile(Struct, frozen=True):
    """A file's text. Lines end with a line feed whatever the file has; a byte-order mark is left out."""

    path: str
    """Relative to the project, with forward slashes."""
    text: str

    def place(self, index: int) -> Place:
        """Give the place of the code point at `index` of the text."""
        return place_in(self.text, index, self.path)


def place_in(text: str, index: int, path: str, first_line: int = 1) -> Place:
    """Give the place of the code point at `index` of `text`, which begins on line `first_line` of the file."""
    line_start = text.rfind("\n", 0, index) + 1
    above = text.count("\n", 0, index) if index < _FAR_DOWN else bisect_left(_line_ends(text), index)
    return Place(path, first_line + above, index - line_start + 1)


@lru_cache(maxsize=4)
def _line_ends(text: str) -> list[int]:
    return [match.start() for match in re.finditer("\n", text)]


def shown_path(path: Path, root: Path) -> str:
    """Give `path` relative to `root` with forward slashes; bytes that are no UTF-8 become replacement characters."""
    written, folder = os.fspath(path), f"{os.fspath(root)}{os.sep}"
    is_below = written.startswith(folder) and ".." not in written
    # Making both absolute first takes most of the time.
    relative = written[len(folder) :] if is_below else os.path.relpath(path, root)
    relative = relative.replace(os.sep, "/")
    return os.fsencode(relative).decode("utf-8", "replace")


def read_text_file(path: Path, root: Path) -> TextFile | Problem:
    """Read a content file; a problem where it cannot be opened, is not UTF-8, or holds nothing."""
    shown = shown_path(path, root)
    try:
        data = path.read_bytes()
    except OSError as error:
        return cannot_open(shown, error)
    return decode(data, shown)


def cannot_open(path: str, error: OSError) -> Problem:
    """Give the problem with a file that the system does not let us read."""
    message = _("The file cannot be opened: {reason}.").format(reason=error.strerror or type(error).__name__)
    return kinds.UNREADABLE_FILE.at(Place(path), message, _("Check that it is a file, and that you may read it."))


def decode(data: bytes, path: str) -> TextFile | Problem:
    """Give the text of a file's bytes; a problem where they are not UTF-8, or hold nothing."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, path)
    if "\0" in text[:2]:
        return _not_utf8(data, 0, path)
    text = _with_plain_line_ends(text.lstrip(BYTE_ORDER_MARK))
    if not text.strip():
        hint = _("Write the record, or delete the file.")
        return kinds.EMPTY_FILE.at(Place(path), _("The file is empty."), hint)
    return _conflict(text, path) or TextFile(path, text)


def _conflict(text: str, path: str) -> Problem | None:
    found = _CONFLICT.search(text) if _CONFLICT_MARK in text else None
    if not found:
        return None
    message = _("A merge left its conflict mark “{mark}” here.").format(mark=found[0].strip())
    hint = _("Keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.")
    return kinds.MERGE_CONFLICT.at(place_in(text, found.start(), path), message, hint)


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_utf8(data: bytes, start: int, path: str) -> Problem:
    before = _with_plain_line_ends(data[:start].decode("utf-8").removeprefix(BYTE_ORDER_MARK))
    message = _("The byte {byte} cannot be read: the file is not saved as UTF-8.").format(byte=f"0x{data[start]:02X}")
    hint = _("Save it again with the encoding UTF-8; in most editors this is a choice in “Save as”.")
    return kinds.NOT_UTF8.at(place_in(before, len(before), path), message, hint)
