"""Split a content file into its fields (YAML between two marks) and the text below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import gettext as _
from factreport.model.place import Place
from factreport.reading import problem_kinds as kinds
from factreport.reading.record import shown

if TYPE_CHECKING:
    from collections.abc import Collection

    from factreport.model.problem import Problem
    from factreport.reading.text_file import TextFile

FIRST_LINE = 2
"""Line of the file on which the YAML begins: below the first mark."""
_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_LATE_OPENING = re.compile(r"^---[ \t]*\n[a-z_]+:(?: |\n)", re.MULTILINE)
# Hyphens and the dashes that word processors make of them, YAML's mark of an end, and Hugo's.
_ALMOST_A_MARK = re.compile(
    r"^[ \t]*(?:-{2,}|\.{3}|-*[\u2010-\u2015\u2212][-\u2010-\u2015\u2212]*|\+{3,})[ \t]*$", re.MULTILINE
)
# The first line that is no field, no list, no comment and nothing below one of them: the text, or the end of the file.
_BELOW = re.compile(r"\s*^(?P<line>[ \t]*(?:- )?(?P<name>[a-z_]+):)(?=\s|\Z)", re.MULTILINE)
_FIELD = re.compile(r"^([a-z_]+):(?=\s)", re.MULTILINE)
_NO_FIELD = re.compile(r"^(?![a-z_]+:|[ \t]+\S|- |#)", re.MULTILINE)


class FrontMatter(Struct, frozen=True):
    """The two halves of a content file."""

    yaml: str
    """Begins on line 2 of the file."""
    body: str
    body_line: int
    """Line of the file on which `body` begins, counted from 1."""


def has_front_matter(file: TextFile) -> bool:
    """Whether the file begins with a mark, or something that is meant as one."""
    return bool(_OPENING.match(file.text) or _ALMOST_A_MARK.match(file.text))


def split(file: TextFile, names: Collection[str] = ()) -> FrontMatter | Problem:
    """Give the two halves; a problem where a mark is missing, nothing stands between the two, or a field below them.

    `names` are those of the record's fields.
    """
    opening = _OPENING.match(file.text)
    if not opening:
        return _no_front_matter(file)
    start = opening.end()
    closing = _CLOSING.search(file.text, start)
    if not closing:
        return _missing_end_mark(file, start)
    yaml = file.text[start : closing.start()]
    if not yaml.strip():
        return _nothing_between(file, closing)
    body_line = FIRST_LINE + yaml.count("\n") + 1
    front = FrontMatter(yaml, file.text[closing.end() :], body_line)
    return _field_below(file, front, closing, names) or front


def _no_front_matter(file: TextFile) -> Problem:
    first = file.text.split("\n", 1)[0].strip()
    if first == "---":
        message = _("White space stands before the three hyphens that open the fields.")
        hint = _("Delete it, there and before all fields: they begin at the very beginning of their lines.")
    elif _ALMOST_A_MARK.match(file.text):
        message = _("The first line is “{line}”, which is not the mark that opens the fields.").format(line=first)
        hint = _("Write exactly three hyphens, --- , at the very beginning of the line.")
    elif not first:
        message = _("The file begins with an empty line, so its fields are not found.")
        hint = _("Delete what stands above the first line of three hyphens, ---.")
    elif _LATE_OPENING.search(file.text):
        message = _("The file does not begin with its fields: “{line}” stands above them.").format(line=shown(first))
        hint = _("Delete what stands above the first line of three hyphens, ---.")
    else:
        message = _("The file does not begin with its fields.")
        hint = _("Begin with a line of three hyphens, --- , then the fields, then again --- , then the text.")
    return kinds.NO_FRONT_MATTER.at(Place(file.path), message, hint)


def _nothing_between(file: TextFile, closing: re.Match[str]) -> Problem:
    place = file.place(closing.start())
    message = _("There are no fields between the two marks.")
    hint = _("If two marks stand one below the other, delete one; the fields go between the first and the last.")
    return kinds.NO_FRONT_MATTER.at(place, message, hint)


def _field_below(file: TextFile, front: FrontMatter, closing: re.Match[str], names: Collection[str]) -> Problem | None:
    """Give a problem where the text begins with a field, which readers would see as text."""
    found = _BELOW.match(front.body)
    end = _NO_FIELD.search(front.body, found.start("line")) if found else None
    closed = _CLOSING.match(front.body, end.start()) if end else None
    if not found or not _begins_with_field(found, front.body[: closed.start() if closed else 0], names):
        return None
    message = _("“{line}” is a field, but it stands below the mark that closes the fields, so it would be text.")
    hint = _("Move it above the --- on line {line}, with all that belongs to it.")
    if closed:
        hint = _("Delete the --- on line {line}: the fields are closed further below.")
    line = file.place(closing.start()).line
    place = file.place(closing.end() + found.start("line"))
    return kinds.FIELD_BELOW_MARK.at(place, message.format(line=found["line"].strip()), hint.format(line=line))


def _begins_with_field(found: re.Match[str], fields: str, names: Collection[str]) -> bool:
    """Whether a text begins with a field, or goes on with one that was begun above; `fields` is what another closes."""
    if found["line"] == f"{found['name']}:":
        return found["name"] in names
    return any(name in names for name in _FIELD.findall(fields))


def _missing_end_mark(file: TextFile, start: int) -> Problem:
    almost = _ALMOST_A_MARK.search(file.text, start)
    if almost:
        place = file.place(almost.start())
        message = _("The fields are not closed: this line, “{line}”, is not the mark.").format(line=almost[0].strip())
        hint = _("Write exactly three hyphens, --- , at the beginning of the line.")
        return kinds.MISSING_END_MARK.at(place, message, hint)
    found = _NO_FIELD.search(file.text, start)
    message = _("The fields above this line are not closed.")
    hint = _("Write a line of three hyphens, --- , below the last field and above the text.")
    return kinds.MISSING_END_MARK.at(file.place(found.start() if found else len(file.text)), message, hint)
