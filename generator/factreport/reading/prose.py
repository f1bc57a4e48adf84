"""Prose pages: Markdown with an optional title and description on top, read as strictly as records are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from factreport.model.problem import Problem
from factreport.reading.anchors import Around, check_anchors
from factreport.reading.body import Body, check_links, check_markers, check_tags
from factreport.reading.broken_links import check_broken
from factreport.reading.dead_links import check_brackets, check_documents
from factreport.reading.front_matter import FIRST_LINE, FrontMatter, has_front_matter, split
from factreport.reading.known import Known
from factreport.reading.misplaced import in_wrong_folder
from factreport.reading.record import Field, RecordReading, Table, read_fields
from factreport.reading.settings import ReadingSettings
from factreport.reading.text_file import TextFile, cannot_open, decode, shown_path
from factreport.reading.values import line
from factreport.reading.yaml_root import root_of
from factreport.reading.yaml_tree import YamlLocator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROSE = Table("A page", (Field("title", line), Field("description", line)))


class ProseText(Struct, frozen=True):
    """A prose page as far as it could be read, and what is wrong with it."""

    path: str
    """Relative to the project, with forward slashes."""
    title: str = ""
    """Empty: the leading heading of the text."""
    description: str = ""
    body: str = ""
    body_line: int = 1
    """Line of the file on which `body` begins, counted from 1."""
    problems: tuple[Problem, ...] = ()
    """Sorted by place."""


class Documents(Protocol):
    """The files that links of a page can name."""

    def exists(self, address: str) -> bool:
        """Whether a file is there."""
        ...

    def read(self, address: str) -> bytes:
        """Give the bytes of a file that is there; OSError where it cannot be read."""
        ...


def read_prose(data: bytes, path: str, known: Known, *, documents: Documents | None = None) -> ProseText:
    """Read a prose page from its bytes.

    `path` is the one that problems show. Links to claims, sources and stories are held against `known`, links to other
    files (`method.md`) against `documents`, where they are given.
    """
    file = decode(data, path)
    if not isinstance(file, TextFile):
        return ProseText(path, problems=(file,))
    prose = _split(file)
    body = Body(prose.path, prose.body, prose.body_line)
    problems = [
        *prose.problems,
        *check_links(body, known),
        *check_tags(body),
        *check_markers(body, "", None, known.sources),
    ]
    problems += check_brackets(body, known, is_claim=False) + check_broken(body, known, is_claim=False)
    if documents is not None:
        problems += check_documents(body, documents.exists)
        problems += check_anchors(body, Around(), partial(_text_of, documents))
    return replace(prose, problems=tuple(sorted(problems, key=Problem.sort_key)))


def _text_of(documents: Documents, address: str) -> str | None:
    """Give the text of another page; None where there is none that can be read."""
    if not address.endswith(".md") or not documents.exists(address):
        return None
    try:
        file = decode(documents.read(address), address)
    except OSError:
        return None
    return _split(file).body if isinstance(file, TextFile) else None


def read_pages(folder: Path, *, root: Path, known: Known) -> Iterator[ProseText]:
    """Read all prose pages of a folder, in the order of their paths, without a host that knows them."""
    for path in sorted(folder.rglob("*.md")):
        shown = shown_path(path, root)
        try:
            data = path.read_bytes()
        except OSError as error:
            yield ProseText(shown, problems=(cannot_open(shown, error),))
            continue
        yield read_prose(data, shown, known, documents=_Beside(path))


class _Beside(Struct, frozen=True):
    """The files that a page names from its own folder."""

    page: Path

    def exists(self, address: str) -> bool:
        return self._path(address).exists()

    def read(self, address: str) -> bytes:
        return self._path(address).read_bytes()

    def _path(self, address: str) -> Path:
        return self.page.parent / unquote(urlsplit(address).path)


def _split(file: TextFile) -> ProseText:
    if not has_front_matter(file):
        return ProseText(file.path, body=file.text)
    front = split(file, PROSE.names)
    if not isinstance(front, FrontMatter):
        return ProseText(file.path, body=file.text, problems=(front,))
    if elsewhere := in_wrong_folder(file.path, front.yaml):
        return ProseText(file.path, problems=(elsewhere,))
    reading = RecordReading(YamlLocator(file.path, front.yaml, FIRST_LINE), Known(), ReadingSettings())
    root = root_of(reading)
    values = read_fields(root, (), reading, PROSE) if root else None
    return ProseText(
        file.path, **(values or {}), body=front.body, body_line=front.body_line, problems=tuple(reading.problems)
    )
