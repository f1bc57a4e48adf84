"""Spreadsheets: CSV as RFC 4180 has it, in UTF-8, safe to open in programs that run what looks like a formula.

Texts get an apostrophe put before them where they need it (`report/spreadsheet_text.py`). Numbers, days, names and yes
or no are never touched: none of them can be a formula that does anything.
"""

from __future__ import annotations

import csv
import io
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from factreport.exports.credit import cite_claim, cite_site, license_text
from factreport.exports.export import Export, ExportFile, LongFile, Offer, SiteOffer
from factreport.exports.tables.all_tables import SHEETS, STATED_FIGURES
from factreport.exports.tables.table import LISTS, Column, Kind
from factreport.language import gettext as _
from factreport.report.spreadsheet_text import safe_text
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.exports.export import Parts
    from factreport.exports.tables.table import Row, Table
    from factreport.report.records import ClaimReport, Report
    from factreport.settings import Settings

ROWS_AT_ONCE = 500
"""Rows whose columns are written together: few enough to stay near at hand."""
_TEXTS = frozenset({Kind.TEXT, Kind.LINES, Kind.ADDRESS})
_YES_OR_NO = {True: "true", False: "false", None: None}

LICENSE = Column("license", Kind.TEXT, "Licence of the data; empty where nothing is said of it.")
CITE_AS = Column("cite_as", Kind.TEXT, "How to cite the data.")


def sheet_columns(table: Table) -> tuple[Column, ...]:
    """Give the columns of a table's spreadsheet: every row says under which licence it is and how to cite it."""
    return (*table.columns, LICENSE, CITE_AS)


def write_sheet(table: Table, rows: Iterable[Row], cite_as: str, settings: Settings) -> str:
    """Give the spreadsheet of some rows, with a line of names; lines end with CR and LF."""
    return "".join(sheet_pieces(table, rows, cite_as, settings))


def sheet_pieces(table: Table, rows: Iterable[Row], cite_as: str, settings: Settings) -> Iterator[str]:
    """Give a spreadsheet some lines at a time."""
    every = (license_text(settings), cite_as)
    columns = sheet_columns(table)
    yield _lines([[column.name for column in columns]])
    left = iter(rows)
    # Column by column, each in the way of its kind: asking that of every cell takes most of the time.
    while some := [(*row, *every) for row in islice(left, ROWS_AT_ONCE)]:
        cells = zip(*some, strict=True)
        yield _lines(zip(*map(column_texts, columns, cells), strict=True))


def _lines(rows: Iterable[Iterable[Any]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def column_texts(column: Column, cells: Iterable[Any]) -> Iterable[Any]:
    """Give cells of one column, of its kind, as they stand in a spreadsheet; None is empty there."""
    if column.kind is Kind.BOOLEAN:
        return map(_YES_OR_NO.__getitem__, cells)
    if column.kind in LISTS:
        between = "\n" if column.kind is Kind.LINES else " "
        cells = [between.join(cell) for cell in cells]
    return [cell and safe_text(cell) for cell in cells] if column.kind in _TEXTS else cells


def _claim_files(report: ClaimReport, settings: Settings) -> Iterator[ExportFile]:
    text = write_sheet(STATED_FIGURES, STATED_FIGURES.part(report, settings), cite_claim(report, settings), settings)
    yield ExportFile.of_text(f"{report.address}figures.csv", text)


def _site_files(report: Report, parts: Parts, settings: Settings) -> Iterator[LongFile]:
    cite_as = cite_site(report, settings)

    def pieces(table: Table) -> Iterator[bytes]:
        rows = table.rows(report, parts, settings)
        return (piece.encode() for piece in sheet_pieces(table, rows, cite_as, settings))

    return (LongFile(f"data/{table.name}.csv", partial(pieces, table)) for table in SHEETS)


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
