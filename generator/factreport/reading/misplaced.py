"""Claims, sources and stories in a place, or under a name, where they are not read as what they are."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.language import mark
from factreport.model.place import Place
from factreport.model.slugs import slug_of
from factreport.reading import problem_kinds as kinds
from factreport.reading.text_file import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factreport.model.problem import Problem

_SIGNS = {
    "claims": frozenset({"claim", "claimant"}),
    "sources": frozenset({"publisher", "snapshot"}),
    "stories": frozenset({"title", "summary"}),
}
"""Fields that tell what a record is: each needs them, and no other has both."""
_ONE_OF = {"claims": mark("a claim"), "sources": mark("a source"), "stories": mark("a story")}
_NAME = re.compile(r"^([a-z_]+):(?:\s|$)", re.MULTILINE)
_HEAD = re.compile(r"\ufeff?(?:---[ \t]*\r?\n)?(.*?)(?:^---|\Z)", re.MULTILINE | re.DOTALL)
_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".txt", ".text", ".yaml", ".yml"})
"""Of texts; copies that editors and merges leave (`.orig`, `.bak`, `~`) are none."""
_READ = 8_192
"""Bytes: the fields that tell what a record is are among the first."""


def meant_as(fields: str) -> str | None:
    """Give the folder of the sort of record that has these fields, even where they are no YAML; None for no record."""
    names = set(_NAME.findall(fields))
    return next((folder for folder, signs in _SIGNS.items() if signs <= names), None)


def in_wrong_folder(path: str, fields: str, folder: str | None = None) -> Problem | None:
    """Give a problem with a record whose fields are those of another sort than its folder's; None: of no records."""
    meant = meant_as(fields)
    if meant is None or meant == folder:
        return None
    stem = path.rpartition("/")[2].rpartition(".")[0]
    message = _("This is {noun}, going by its fields, but it does not lie in {folder}/.")
    return _problem(path, message.format(noun=_(_ONE_OF[meant]), folder=meant), _move(f"{meant}/{stem}.md"))


def misplaced(path: Path, root: Path, folder: str | None = None) -> Iterator[Problem]:
    """Give a problem for a record in a file that nothing reads, and for each below a folder that nothing reads.

    `folder` is the one of records in which it lies, if it does.
    """
    if path.is_dir():
        for below in sorted(path.rglob("*")):
            if below.is_file():
                yield from misplaced(below, root)
        return
    meant = meant_as(_head(path)) if path.suffix.lower() in _SUFFIXES else None
    if meant is None:
        return
    name = f"{path.name.partition('.')[0]}.md"
    if meant == folder:
        message = _("This is {noun}, going by its fields, but nothing reads it: its name does not end in .md.")
        hint = _("Name the file {name}.").format(name=name)
    else:
        message = _("This is {noun}, going by its fields, but it does not lie in {folder}/.")
        hint = _move(f"{meant}/{name}")
    yield _problem(shown_path(path, root), message.format(noun=_(_ONE_OF[meant]), folder=meant), hint)


class Elsewhere:
    """The records of a content folder that lie where they are not read as what they are, or under such a name.

    Each is an error by itself, so that whatever names it goes quietly. Nothing is looked at before something is asked.
    """

    def __init__(self, content: Path) -> None:
        self._content = content

    def has(self, folder: str, slug: str) -> bool:
        """Tell whether a file may hold the record of this name that belongs in `folder`."""
        return any(meant_as(_head(path)) == folder for path in self._by_slug.get(slug, ()))

    @cached_property
    def _by_slug(self) -> dict[str, list[Path]]:
        found: dict[str, list[Path]] = {}
        for path in self._content.rglob("*"):
            parts = path.relative_to(self._content).parts
            # What lies among the pages is told of only when they are read.
            is_told = parts[0] != "pages" and not any(part.startswith(".") for part in parts)
            if is_told and path.suffix.lower() in _SUFFIXES:
                found.setdefault(slug_of(path.name.partition(".")[0]), []).append(path)
        return found


def _head(path: Path) -> str:
    try:
        with path.open("rb") as file:
            text = file.read(_READ).decode("utf-8", "replace")
    except OSError:
        return ""
    found = _HEAD.match(text)
    return found[1] if found else ""


def _move(to: str) -> str:
    return _("Move it to {path} in the content folder.").format(path=to)


def _problem(path: str, message: str, hint: str) -> Problem:
    return kinds.MISPLACED_RECORD.at(Place(path), message, hint)
