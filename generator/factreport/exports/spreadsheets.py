"""Spreadsheets: CSV as RFC 4180 has it, in UTF-8, safe to open in programs that run what looks like a formula.

Texts get an apostrophe put before them where they need it (`report/spreadsheet_text.py`). Numbers, days, names and yes
or no are never touched: none of them can be a formula that does anything.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from factreport.exports.credit import cite_claim, cite_site, license_text
from factreport.exports.export import Export, ExportFile, Offer, SiteOffer
from factreport.exports.tables.all_tables import SHEETS, STATED_FIGURES, stated_figures
from factreport.exports.tables.table import Column, Kind
from factreport.language import gettext as _
from factreport.report.spreadsheet_text import safe_text
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.exports.export import Parts
    from factreport.exports.tables.table import Cell, Cells, Table
    from factreport.report.records import ClaimReport, Report
    from factreport.settings import Settings

_TEXTS = frozenset({Kind.TEXT, Kind.LINES, Kind.ADDRESS})

LICENSE = Column("license", Kind.TEXT, "Licence of the data; empty where nothing is said of it.")
CITE_AS = Column("cite_as", Kind.TEXT, "How to cite the data.")


def sheet_columns(table: Table) -> tuple[Column, ...]:
    """Give the columns of a table's spreadsheet: every row says under which licence it is and how to cite it."""
    return (*table.columns, LICENSE, CITE_AS)


def write_sheet(table: Table, rows: Iterable[Cells], cite_as: str, settings: Settings) -> str:
    """Give the spreadsheet of some rows, with a line of names; lines end with CR and LF."""
    columns = sheet_columns(table)
    every: Cells = {"license": license_text(settings), "cite_as": cite_as}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in columns)
    for cells in rows:
        row = cells | every
        writer.writerow(cell_text(column, row[column.name]) for column in columns)
    return text.getvalue()


def cell_text(column: Column, cell: Cell) -> str:
    """Give a cell as it stands in a spreadsheet; what is missing is empty."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, tuple):
        cell = ("\n" if column.kind is Kind.LINES else " ").join(cell)
    text = str(cell)
    return safe_text(text) if column.kind in _TEXTS else text


def _claim_files(report: ClaimReport, settings: Settings) -> Iterator[ExportFile]:
    rows = stated_figures(report, settings)
    text = write_sheet(STATED_FIGURES, rows, cite_claim(report, settings), settings)
    yield ExportFile.of_text(f"{report.address}figures.csv", text)


def _site_files(report: Report, parts: Parts, settings: Settings) -> Iterator[ExportFile]:
    cite_as = cite_site(report, settings)
    for table in SHEETS:
        text = write_sheet(table, table.rows(report, parts, settings), cite_as, settings)
        yield ExportFile.of_text(f"data/{table.name}.csv", text)


def _offers() -> tuple[Offer, ...]:
    return (Offer("figures.csv", _("figures for a spreadsheet (CSV)"), "text/csv"),)


def _site_offers(_settings: Settings) -> Iterator[SiteOffer]:
    return (SiteOffer(f"data/{table.name}.csv", table.about) for table in SHEETS)


EXPORT = Export(
    "spreadsheets",
    extra=Extra.DATA,
    claim_files=_claim_files,
    site_files=_site_files,
    offers=_offers,
    site_offers=_site_offers,
)
