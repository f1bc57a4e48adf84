"""The data dictionary: what every column holds, for people and as metadata of the spreadsheets.

Form of the metadata: https://www.w3.org/TR/tabular-metadata/, found by readers of CSV on the web at `csv-metadata.json`
beside the files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factreport.exports.credit import cite_site, license_text
from factreport.exports.export import Export, ExportFile, SiteOffer
from factreport.exports.json_data import write_json
from factreport.exports.spreadsheets import sheet_columns
from factreport.exports.tables.all_tables import SHEETS, TABLES
from factreport.exports.tables.table import Kind
from factreport.language import gettext as _
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.exports.export import Parts
    from factreport.exports.tables.table import Column, Table
    from factreport.report.records import Report
    from factreport.settings import Settings

KINDS = {
    Kind.TEXT: "words; empty where there are none",
    Kind.SLUG: "a name in lower case with hyphens: of a record, or one of the values that the column lists",
    Kind.SLUGS: "several names; in spreadsheets with a space between, in the database and in JSON a list",
    Kind.LINES: "several texts; in spreadsheets one below the other, in the database and in JSON a list",
    Kind.NUMBER: "an exact number, never rounded: a decimal (-12.5) or, where that would not end, a ratio (100/3)",
    Kind.BOUND: "an end of a range: an exact number as above, or a day where the unit is `date`",
    Kind.INTEGER: "a whole number",
    Kind.BOOLEAN: "true or false; in the database 1 or 0",
    Kind.DATE: "a day: 2025-01-21",
    Kind.ADDRESS: "a web address; of this site's pages only the path where the site's own address is not known",
}
_DATATYPES: dict[Kind, Any] = {
    Kind.INTEGER: "integer",
    Kind.BOOLEAN: "boolean",
    Kind.DATE: {"base": "date", "format": "yyyy-MM-dd"},
    Kind.LINES: "string",
}


def metadata(report: Report, settings: Settings) -> dict[str, Any]:
    """Give the description of all spreadsheets in `data/`, as CSV on the web has it."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"language": "en"}],
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
        **({"dc:license": license_text(settings)} if license_text(settings) else {}),
        "dc:bibliographicCitation": cite_site(report, settings),
        "tables": [_table_metadata(table) for table in SHEETS],
    }


def _table_metadata(table: Table) -> dict[str, Any]:
    return {
        "url": f"{table.name}.csv",
        "dc:description": table.about,
        "tableSchema": {
            "columns": [_column_metadata(column) for column in sheet_columns(table)],
            "primaryKey": list(table.key),
        },
    }


def _column_metadata(column: Column) -> dict[str, Any]:
    entry = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.about,
        "datatype": _DATATYPES.get(column.kind, "string"),
        "required": not column.optional and column.kind in {Kind.SLUG, Kind.INTEGER, Kind.BOOLEAN, Kind.DATE},
    }
    return entry | ({"separator": " "} if column.kind is Kind.SLUGS else {})


def dictionary(report: Report, settings: Settings) -> dict[str, Any]:
    """Give what every column of every table holds, spreadsheets and database."""
    return {
        "license": license_text(settings),
        "cite_as": cite_site(report, settings),
        "kinds": {kind.value: about for kind, about in KINDS.items()},
        "spreadsheets": {f"{table.name}.csv": _described(table, sheet_columns(table)) for table in SHEETS},
        "database": {table.name: _described(table, table.columns) for table in TABLES},
    }


def _described(table: Table, columns: Iterable[Column]) -> dict[str, Any]:
    return {
        "about": table.about,
        "key": list(table.key),
        "columns": {
            column.name: {"kind": column.kind.value, "optional": column.optional, "about": column.about}
            for column in columns
        },
        "references": [
            {"columns": list(one.columns), "table": one.table, "target": list(one.target)} for one in table.references
        ],
    }


def readable(report: Report, settings: Settings) -> str:
    """Give the dictionary as a Markdown page."""
    return "\n".join(
        [
            f"# {settings.site_name}: the data, column by column",
            "",
            f"Cite as: {cite_site(report, settings)}",
            *(["", f"Licence: {license_text(settings)}"] if license_text(settings) else []),
            "",
            "A printed figure is never given as a bare number: beside the words there is the range that they allow,",
            "both ends with a flag whether the end itself is left out. A cell is missing where a column says so.",
            "",
            "## What cells hold",
            "",
            *(f"- *{kind.value}*: {about}" for kind, about in KINDS.items()),
            "",
            *(line for table in SHEETS for line in _section(f"{table.name}.csv", table, sheet_columns(table))),
            *(line for table in TABLES for line in _section(f"Table {table.name}", table, table.columns)),
        ]
    )


def _section(title: str, table: Table, columns: Iterable[Column]) -> Iterator[str]:
    yield from (f"## {title}", "", table.about, "", "| column | kind | holds |", "| --- | --- | --- |")
    for column in columns:
        kind = f"{column.kind.value}, optional" if column.optional else column.kind.value
        yield f"| `{column.name}` | {kind} | {column.about} |"
    yield ""


def _site_files(report: Report, _parts: Parts, settings: Settings) -> Iterator[ExportFile]:
    yield ExportFile.of_text("data/csv-metadata.json", write_json(metadata(report, settings)))
    yield ExportFile.of_text("data/dictionary.json", write_json(dictionary(report, settings)))
    yield ExportFile.of_text("data/dictionary.md", readable(report, settings))


def _site_offers(_settings: Settings) -> Iterator[SiteOffer]:
    yield SiteOffer("data/dictionary.md", _("What every column holds, for people."))
    yield SiteOffer("data/dictionary.json", _("The same for programs."))


EXPORT = Export("dictionary", extra=Extra.DATA, site_files=_site_files, site_offers=_site_offers)
