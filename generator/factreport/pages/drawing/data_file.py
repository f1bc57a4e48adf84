"""What a drawing shows as data: CSV and JSON of the same rows, for whoever wants to draw it otherwise.

A row is a frozen record of the drawing; its fields are the columns. CSV is as RFC 4180 has it and safe to open in
spreadsheets, as the site's other CSV files are: lists are joined by blanks or, where they hold texts, by line ends.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from factreport.report.spreadsheet_text import safe_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ENCODER = json.JSONEncoder(ensure_ascii=False)


class Exact(str):
    """A number or day as text: spreadsheets may read it, and no apostrophe is put before its sign."""

    __slots__ = ()


class Texts(tuple[str, ...]):
    """Several texts that may hold blanks; in CSV one below the other."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class DrawingData:
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

    @property
    def csv(self) -> str:
        """The rows as CSV with a line of names; each row says where it is drawn and under which licence it is."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        names, about = self._names, [safe_text(self.page), safe_text(self.terms)]
        writer.writerow([*names, "page", "license"])
        for row in self.rows:
            writer.writerow([*(_cell(getattr(row, name)) for name in names), *about])
        return text.getvalue()

    @property
    def json(self) -> str:
        """The same as JSON: what it is, where it is drawn, the licence, and the rows."""
        head = {"title": self.title, "about": self.subject, "page": self.page, "license": self.terms}
        names = self._names
        rows = (_json({name: getattr(row, name) for name in names}, "    ") for row in self.rows)
        members = (*(f"{_json(name)}: {_json(value)}" for name, value in head.items()), f'"rows": {_list(rows, "  ")}')
        return "{\n  " + ",\n  ".join(members) + "\n}\n"

    @property
    def _names(self) -> list[str]:
        return [field.name for field in fields(self.rows[0])]


def _json(value: Any, indent: str = "") -> str:
    """Give a value as `json.dumps` does with an indent of two, which is slow: it does without its part in C."""
    if isinstance(value, dict):
        members = [f"\n{indent}  {_json(name)}: {_json(each, f'{indent}  ')}" for name, each in value.items()]
        return f"{{{','.join(members)}\n{indent}}}"
    return _list(map(_json, value), indent) if isinstance(value, tuple) else ENCODER.encode(value)


def _list(written: Iterable[str], indent: str) -> str:
    inside = f",\n{indent}  ".join(written)
    return f"[\n{indent}  {inside}\n{indent}]" if inside else "[]"


def _cell(value: str | bool | tuple[str, ...] | None) -> str:  # noqa: FBT001 - any value of a row
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        value = ("\n" if isinstance(value, Texts) else " ").join(value)
    return value if isinstance(value, Exact) else safe_text(value)
