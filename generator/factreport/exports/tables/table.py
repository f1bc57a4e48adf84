"""What a table is: its columns with their meaning, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.report.records import ClaimReport, Report
from factreport.settings import Settings

if TYPE_CHECKING:
    from factreport.exports.export import Parts

PART = "table"
"""Name under which the rows of claims are kept."""
Cell = str | int | bool | tuple[str, ...] | None
Cells = dict[str, Cell]
"""A row: a cell for every column, by its name."""
Row = Sequence[Cell | list[str]]
"""A row with its cells in the order of the columns; read back from what was kept, lists are no tuples any more."""
ClaimRows = Callable[[ClaimReport, Settings], Iterator[Cells]]
SiteRows = Callable[[Report, Settings], Iterator[Cells]]


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


LISTS = frozenset({Kind.SLUGS, Kind.LINES})
"""Kinds whose cells are lists."""


class Column(Struct, frozen=True):
    """One column."""

    name: str
    kind: Kind
    about: str
    """What it holds, in which unit, and what an empty cell means."""
    optional: bool = False
    """Whether cells can be missing (null, in CSV empty). Texts are never missing, only empty."""


class Reference(Struct, frozen=True):
    """Columns that name a row of another table."""

    columns: tuple[str, ...]
    table: str
    target: tuple[str, ...]


class Table(Struct, frozen=True):
    """One table."""

    name: str
    about: str
    key: tuple[str, ...]
    """Columns that together name a row."""
    columns: tuple[Column, ...]
    claim_rows: ClaimRows | None = None
    """Gives the rows of one claim; None: the table does not go by claims."""
    site_rows: SiteRows | None = None
    """Gives all rows, of a table that does not go by claims; the report's claims in full are not at hand."""
    references: tuple[Reference, ...] = ()
    kept_as: str = ""
    """Name under which its rows are kept; empty: the table's own."""

    @property
    def part_name(self) -> str:
        """Name under which the rows of claims are kept."""
        return f"{PART}-{self.kept_as or self.name}"

    def names(self) -> tuple[str, ...]:
        """Give the names of the columns in their order."""
        return tuple(column.name for column in self.columns)

    def part(self, report: ClaimReport, settings: Settings) -> list[list[Cell]]:
        """Give the rows of one claim as lists of cells, to be kept until those of all claims are together."""
        return list(self._in_order(self.claim_rows(report, settings))) if self.claim_rows else []

    def rows(self, report: Report, parts: Parts, settings: Settings) -> Iterator[Row]:
        """Give all rows, from what was kept of claims or, where the table does not go by claims, from the report."""
        if self.site_rows:
            yield from self._in_order(self.site_rows(report, settings))
            return
        for part in parts:
            yield from part[self.part_name]

    def _in_order(self, rows: Iterator[Cells]) -> Iterator[list[Cell]]:
        names = self.names()
        return ([cells[name] for name in names] for cells in rows)
