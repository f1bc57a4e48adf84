"""From paths to documents: files, folders and standard input, never more of any than allowed."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factreport.claimreview.document import Document, Failure
from factreport.claimreview.problem import Found
from factreport.claimreview.reading import read_document
from factreport.claimreview.values import harmless
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

STANDARD_INPUT = "-"
MEGABYTE = 1_000_000
PAGES = frozenset({".html", ".htm", ".xhtml"})
DATA = frozenset({".json", ".jsonld"})
_ENDINGS = (*PAGES, *DATA)


class Folder(Struct, frozen=True):
    """A folder that is taken for a built site."""

    path: Path
    shown: str

    def text_of(self, name: str, limit: int) -> str | None:
        """Give the text of a file of the folder, as much as is allowed; None where it has none."""
        try:
            with (self.path / name).open("rb") as file:
                return file.read(limit).decode("utf-8", "replace")
        except OSError:
            return None


class Input(Struct, frozen=True):
    """Something to read: a file, or standard input."""

    argument: str
    """Its path; "-" is standard input."""
    relative: str = ""
    """Its path below the folder of its site; empty for single files."""


def inputs_of(argument: str) -> Iterator[Input]:
    """Give what an argument names: a file, standard input, or the pages and data of a folder, by name."""
    folder = folder_of(argument)
    if folder is None:
        yield Input(argument)
    else:
        yield from _inputs_in(folder.path)


def read_input(given: Input, limit: int, site_url: str = "") -> Document | None:
    """Give the document of an input, at most `limit` bytes of it; None for data of a site that is not linked data."""
    if not given.relative:
        is_page = None if given.argument == STANDARD_INPUT else _is_page(Path(given.argument))
        return _read(given.argument, limit, is_page=is_page)
    path = Path(given.argument)
    if not _is_page(path) and not _is_linked_data(path, limit):
        return None
    document = _read(given.argument, limit, is_page=_is_page(path))
    address = document.address or _address(given.relative, site_url)
    return replace(document, address=address, relative=harmless(given.relative))


def documents_of(argument: str, limit: int, site_url: str = "") -> Iterator[Document]:
    """Give the documents that an argument names; `limit` in bytes for each."""
    for given in inputs_of(argument):
        document = read_input(given, limit, site_url)
        if document:
            yield document


def folder_of(argument: str) -> Folder | None:
    """Give the folder that an argument names; None for files and standard input."""
    path = Path(argument)
    return Folder(path, _shown(path)) if argument != STANDARD_INPUT and path.is_dir() else None


def _inputs_in(folder: Path) -> Iterator[Input]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = Path(root).relative_to(folder)
        for name in sorted(name for name in names if name.lower().endswith(_ENDINGS)):
            path = Path(root, name)
            if path.suffix and path.is_file():
                yield Input(str(path), (below / name).as_posix())


def _is_linked_data(path: Path, limit: int) -> bool:
    """Tell whether a JSON file of a site is meant for readers of schema.org; sites have others that are not."""
    try:
        return path.suffix.lower() == ".jsonld" or b"schema.org" in _bytes_of(path, limit)
    except OSError:
        return True


def _read(argument: str, limit: int, *, is_page: bool | None) -> Document:
    shown = "<stdin>" if argument == STANDARD_INPUT else _shown(Path(argument))
    try:
        if argument == STANDARD_INPUT:
            content = sys.stdin.buffer.read(limit + 1)
        else:
            content = _bytes_of(Path(argument), limit + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return _failed(shown, "unreadable", _("It cannot be read: {reason}.").format(reason=harmless(reason)))
    if len(content) > limit:
        message = _("It has more than {size} million bytes.").format(size=f"{limit / MEGABYTE:g}")
        return _failed(shown, "too-large", message, _("Raise the limit with --max-size, or split the file."))
    return read_document(shown, content, is_page=is_page)


def _bytes_of(path: Path, most: int) -> bytes:
    """Give at most so many bytes of a file; OSError if it cannot be read."""
    with path.open("rb") as file:
        # Memory is set aside for as much as is asked for. What has no size may still have content, as pipes do.
        size = os.fstat(file.fileno()).st_size
        return file.read(min(most, size + 1) if size else most)


def _failed(shown: str, code: str, message: str, hint: str = "") -> Document:
    return Document(shown, failures=(Failure(shown, 1, 1, code, Found(message, hint)),))


def _is_page(path: Path) -> bool | None:
    suffix = path.suffix.lower()
    return True if suffix in PAGES else False if suffix in DATA else None


def _address(relative: str, site_url: str) -> str:
    return f"{site_url.rstrip('/')}/{relative.removesuffix('index.html')}" if site_url else ""


def _shown(path: Path) -> str:
    return harmless(path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))
