"""The whole site as one SQLite database, with keys, views that answer the obvious questions, and full-text search.

The same content gives the same bytes with one version of SQLite, which writes its own number into the file.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from factreport.exports.address import absolute
from factreport.exports.credit import cite_site, last_change, license_text
from factreport.exports.export import Export, LongFile, SiteOffer
from factreport.exports.tables.all_tables import TABLES
from factreport.exports.tables.table import LISTS, Kind
from factreport.language import gettext as _
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.exports.export import Parts
    from factreport.exports.tables.table import Column, Row, Table
    from factreport.report.records import Report
    from factreport.settings import Settings

_write_list = json.JSONEncoder(ensure_ascii=False).encode
_TYPES = {Kind.INTEGER: "INTEGER", Kind.BOOLEAN: "INTEGER"}

VIEWS = {
    "figures_that_disagree": """
        SELECT f.claim, f.figure, f.label, c.text AS claim_text, c.verdict_word AS verdict,
               count(DISTINCT s.printed) AS spellings, count(DISTINCT s.source) AS sources,
               (SELECT count(*) FROM findings d
                 WHERE d.claim = f.claim AND d.figure = f.figure AND d.differs AND d.state = 'open') AS open,
               f.summary, f.page
          FROM figures f
          JOIN claims c ON c.claim = f.claim
          LEFT JOIN statements s ON s.claim = f.claim AND s.figure = f.figure AND s.stated
         WHERE f.retired IS NULL
           AND EXISTS (SELECT 1 FROM findings d WHERE d.claim = f.claim AND d.figure = f.figure AND d.differs)
         GROUP BY f.claim, f.figure
         ORDER BY open DESC, spellings DESC, f.claim, f.figure""",
    "sources_that_copy": """
        SELECT k.source, s.name, k.credited, o.name AS credited_name, k.declared,
               (SELECT count(*) FROM statements t
                 WHERE t.source = k.source AND t.changed AND t.retired IS NULL) AS changed_statements,
               s.page
          FROM credits k
          JOIN sources s ON s.source = k.source
          JOIN sources o ON o.source = k.credited
         ORDER BY k.source, k.credited""",
    "open_findings": """
        SELECT d.claim, d.finding, d.word, d.sentence, d.size, d.apart,
               group_concat(x.source || ': ' || x.printed, ' | ') AS sides, d.page
          FROM findings d
          JOIN finding_sides x ON x.claim = d.claim AND x.finding = d.finding
         WHERE d.state = 'open' AND d.retired IS NULL
         GROUP BY d.claim, d.finding
         ORDER BY d.size DESC, d.claim, d.finding""",
}
"""Questions that everybody asks, by the name of their view; what was withdrawn answers none of them."""

SEARCHED = {
    "claims": ("text", "claimant", "answer", "in_short"),
    "citations": ("quote", "translation", "noted", "note"),
    "sources": ("publisher", "title", "author"),
    "findings": ("word", "sentence", "cause_note"),
}
"""Columns with full-text search, by table."""


PIECE = 1_000_000
"""Bytes of the file that are in memory at a time."""


def make_database(report: Report, parts: Parts, settings: Settings) -> Iterator[bytes]:
    """Give the database as the bytes of its file, piece by piece."""
    with TemporaryDirectory(prefix="factreport-") as folder:
        path = Path(folder, "data.sqlite")
        _write_database(path, report, parts, settings)
        with path.open("rb") as file:
            yield from iter(partial(file.read, PIECE), b"")


def _write_database(path: Path, report: Report, parts: Parts, settings: Settings) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # It is in nobody's hands before it is whole.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for table in TABLES:
            connection.execute(_create(table))
            _fill(connection, table, table.rows(report, parts, settings))
        for name, question in VIEWS.items():
            connection.execute(f"CREATE VIEW {name} AS {question.strip()}")
        _add_search(connection)
        _add_about(connection, report, settings)
        connection.execute("COMMIT")
        connection.execute("VACUUM")


def _create(table: Table) -> str:
    parts = [_column(column) for column in table.columns]
    parts.append(f"PRIMARY KEY ({', '.join(table.key)})")
    parts += (
        f"FOREIGN KEY ({', '.join(one.columns)}) REFERENCES {one.table} ({', '.join(one.target)})"
        for one in table.references
    )
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(parts) + "\n)"


def _column(column: Column) -> str:
    return f"{column.name} {_TYPES.get(column.kind, 'TEXT')}{'' if column.optional else ' NOT NULL'}"


def _fill(connection: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    names = table.names()
    lists = tuple(place for place, column in enumerate(table.columns) if column.kind in LISTS)
    marks = ", ".join("?" * len(names))
    filled = (_with_lists_written(row, lists) for row in rows)
    connection.executemany(f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})", filled)  # noqa: S608 - names of ours


def _with_lists_written(row: Row, places: tuple[int, ...]) -> list[Any]:
    """Give a row as the database holds it: lists as JSON, which its functions can take apart."""
    written: list[Any] = [*row]
    for place in places:
        written[place] = _write_list(written[place]) if written[place] else "[]"
    return written


def _add_search(connection: sqlite3.Connection) -> None:
    """Add full-text search, in the form by which Datasette finds it; a SQLite without it gets none."""
    for table, columns in SEARCHED.items():
        try:
            connection.execute(
                f'CREATE VIRTUAL TABLE {table}_fts USING fts5({", ".join(columns)}, content="{table}", '
                "tokenize='unicode61 remove_diacritics 2')"
            )
        except sqlite3.OperationalError:
            return
        connection.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")  # noqa: S608 - names of ours


def _add_about(connection: sqlite3.Connection, report: Report, settings: Settings) -> None:
    """Say in the file itself what it is, under which licence, and what each column holds."""
    day = last_change(report)
    connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    connection.executemany(
        "INSERT INTO about VALUES (?, ?)",
        [
            ("site", settings.site_name),
            ("address", absolute(settings, "")),
            ("license", license_text(settings)),
            ("cite_as", cite_site(report, settings)),
            ("last_change", day.isoformat() if day else ""),
        ],
    )
    connection.execute(
        "CREATE TABLE dictionary (table_name TEXT, column_name TEXT, kind TEXT NOT NULL, about TEXT NOT NULL, "
        "PRIMARY KEY (table_name, column_name))"
    )
    connection.executemany(
        "INSERT INTO dictionary VALUES (?, ?, ?, ?)",
        [(table.name, column.name, column.kind.value, column.about) for table in TABLES for column in table.columns],
    )


def _site_files(report: Report, parts: Parts, settings: Settings) -> Iterator[LongFile]:
    yield LongFile("data/factreport.sqlite", partial(make_database, report, parts, settings))


def _site_offers(_settings: Settings) -> Iterator[SiteOffer]:
    yield SiteOffer("data/factreport.sqlite", _("Everything as one database, with full-text search (SQLite)."))


EXPORT = Export("database", extra=Extra.DATA, site_files=_site_files, site_offers=_site_offers)
