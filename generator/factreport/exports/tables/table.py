"""What a table is: its columns with their meaning, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from factreport.report.records import Report
from factreport.settings import Settings

Cell = str | int | bool | tuple[str, ...] | None
Cells = dict[str, Cell]
"""A row: a cell for every column, by its name."""
Rows = Callable[[Report, Settings], Iterator[Cells]]


class Kind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    """Words; empty where there are none."""
    SLUG = "slug"
    """The name of a record or a value of a published list."""
    SLUGS = "slugs"
    """Several names, sorted or in the order of the page. In CSV with a space between."""
    LINES = "lines"
    """Several texts without line ends. In CSV one below the other."""
    NUMBER = "number"
    """An exact number: a decimal ("-12.5") or, where that would not end, a ratio ("100/3"). Never rounded."""
    BOUND = "bound"
    """An end of a range: an exact number, or a date (2025-01-21) where the unit is `date`."""
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    """A day: 2025-01-21."""
    ADDRESS = "address"
    """A web address; of this site's pages only the path below its root where the site's address is not known."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    name: str
    kind: Kind
    about: str
    """What it holds, in which unit, and what an empty cell means."""
    optional: bool = False
    """Whether cells can be missing (null, in CSV empty). Texts are never missing, only empty."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns that name a row of another table."""

    columns: tuple[str, ...]
    table: str
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table."""

    name: str
    about: str
    key: tuple[str, ...]
    """Columns that together name a row."""
    columns: tuple[Column, ...]
    rows: Rows
    references: tuple[Reference, ...] = ()

    def names(self) -> tuple[str, ...]:
        """Give the names of the columns in their order."""
        return tuple(column.name for column in self.columns)
