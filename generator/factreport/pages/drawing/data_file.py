"""What a drawing shows as data: CSV and JSON of the same rows, for whoever wants to draw it otherwise.

A row is a frozen record of the drawing; its fields are the columns. CSV is as RFC 4180 has it and safe to open in
spreadsheets, as the site's other CSV files are: lists are joined by blanks or, where they hold texts, by line ends.
"""

from __future__ import annotations

import csv
import io
from json.encoder import encode_basestring
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from factreport.report.spreadsheet_text import safe_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

MEMBER = "      "
"""Indent of the members of a row in JSON."""
WORDS = {True: "true", False: "false", None: "null"}
"""What JSON has for values that are no text."""


class Exact(str):
    """A number or day as text: spreadsheets may read it, and no apostrophe is put before its sign."""

    __slots__ = ()


class Texts(tuple[str, ...]):
    """Several texts that may hold blanks; in CSV one below the other."""

    __slots__ = ()


class DrawingData(Struct, frozen=True):
    """The rows of a drawing with what its files say of them."""

    title: str
    """The drawing's own."""
    subject: str
    """What it is about: the figure, claim or story."""
    rows: Sequence[Any]
    """Records of one class, at least one."""
    page: str
    """Address of the page on which they are drawn; without the site's own where that is not known."""
    terms: str
    """Licence of the data; empty where nothing is said of it."""
    retired: date | None = None
    """Day on which the claim was withdrawn whose drawing it is; a story's rows say it each for themselves."""

    @property
    def csv(self) -> str:
        """The rows as CSV with a line of names; each row says where it is drawn and under which licence it is."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        names, about = self._names, self._about
        writer.writerow([*names, *about])
        values = attrgetter(*names)
        every = [CELLS[type(value)](value) for value in about.values()]
        writer.writerows([*[CELLS[type(value)](value) for value in values(row)], *every] for row in self.rows)
        return text.getvalue()

    @property
    def json(self) -> str:
        """The same as JSON: what it is, where it is drawn, the licence, and the rows."""
        head = {"title": self.title, "about": self.subject, **self._about}
        values = attrgetter(*self._names)
        names = [f"\n{MEMBER}{_json(name)}: " for name in self._names]
        rows = (_object(names, values(row)) for row in self.rows)
        members = (*(f"{_json(name)}: {_json(value)}" for name, value in head.items()), f'"rows": {_list(rows, "  ")}')
        return "{\n  " + ",\n  ".join(members) + "\n}\n"

    @property
    def _about(self) -> dict[str, Any]:
        """What holds for every row."""
        own = {} if "retired" in self._names else {"retired": self.retired and Exact(self.retired.isoformat())}
        return {**own, "page": self.page, "license": self.terms}

    @property
    def _names(self) -> list[str]:
        return list(self.rows[0].__struct_fields__)


def _json(value: Any, indent: str = "") -> str:
    """Give a value as `json.dumps` does with an indent of two, which is slow: it does without its part in C."""
    if isinstance(value, str):
        return encode_basestring(value)
    return _list(map(encode_basestring, value), indent) if isinstance(value, tuple) else WORDS[value]


def _object(names: Sequence[str], values: Iterable[Any]) -> str:
    """Give a row; `names` as they are written."""
    return f"{{{','.join([name + _json(value, MEMBER) for name, value in zip(names, values, strict=True)])}\n    }}"


def _list(written: Iterable[str], indent: str) -> str:
    inside = f",\n{indent}  ".join(written)
    return f"[\n{indent}  {inside}\n{indent}]" if inside else "[]"


CELLS: dict[type, Callable[[Any], str]] = {
    str: safe_text,
    Exact: str,
    tuple: lambda texts: safe_text(" ".join(texts)),
    Texts: lambda texts: safe_text("\n".join(texts)),
    bool: lambda value: "true" if value else "false",
    type(None): lambda _none: "",
}
"""How CSV writes a value, by its type."""
