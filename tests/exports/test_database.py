"""The database: whole, with keys that hold, views that answer, and a search that finds."""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from tests.exports.exported import files_of, own_files, sheet, with_hostile_words

from factreport.exports.database import SEARCHED, VIEWS
from factreport.exports.tables.all_tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATH = "data/factreport.sqlite"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("database") / "factreport.sqlite"
    path.write_bytes(own_files()[PATH])
    return path


@pytest.fixture(scope="module")
def database(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        yield connection


def ask(database: sqlite3.Connection, question: str) -> list[tuple[Any, ...]]:
    return database.execute(question).fetchall()


def test_it_is_whole(database: sqlite3.Connection) -> None:
    assert ask(database, "PRAGMA integrity_check") == [("ok",)]
    assert ask(database, "PRAGMA foreign_key_check") == []


def test_every_table_has_its_rows_and_is_described(database: sqlite3.Connection) -> None:
    for table in TABLES:
        columns = [name for _, name, *_ in ask(database, f"PRAGMA table_info({table.name})")]
        assert columns == list(table.names())
        described = ask(database, f"SELECT column_name FROM dictionary WHERE table_name = '{table.name}'")
        assert {name for (name,) in described} == set(columns)
    for name in ("claims", "citations", "findings", "sources"):
        assert ask(database, f"SELECT count(*) FROM {name}") == [(len(sheet(own_files(), f"data/{name}.csv")),)]


def test_views_answer(database: sqlite3.Connection) -> None:
    rows = {name: ask(database, f"SELECT * FROM {name}") for name in VIEWS}
    assert all(rows.values())
    opened = sum(row["state"] == "open" for row in sheet(own_files(), "data/findings.csv"))
    assert len(rows["open_findings"]) == opened
    differing = {
        (row["claim"], row["figure"]) for row in sheet(own_files(), "data/findings.csv") if row["differs"] == "true"
    }
    assert {row[:2] for row in rows["figures_that_disagree"]} == differing


def test_search_finds(database: sqlite3.Connection) -> None:
    found = ask(
        database,
        "SELECT claims.claim FROM claims_fts JOIN claims ON claims.rowid = claims_fts.rowid "
        "WHERE claims_fts MATCH '\"40 billion yuan\"'",
    )
    assert ("china-chips",) in found
    for table in SEARCHED:
        database.execute(f"SELECT count(*) FROM {table}_fts WHERE {table}_fts MATCH 'nothing'").fetchone()


def test_it_says_what_it_is(database: sqlite3.Connection) -> None:
    about = dict(ask(database, "SELECT name, value FROM about"))
    assert about["license"].startswith("CC BY 4.0")
    assert about["cite_as"].startswith("Fact desk, data on ")


def test_hostile_words_are_words(tmp_path: Path) -> None:
    words = "'); DROP TABLE claims; -- \x00 \u2028"
    path = tmp_path / "hostile.sqlite"
    path.write_bytes(files_of(with_hostile_words(words))[PATH])
    with closing(sqlite3.connect(path)) as connection:
        assert ask(connection, "PRAGMA integrity_check") == [("ok",)]
        assert (words,) in ask(connection, "SELECT text FROM claims")


def test_datasette_serves_it_without_configuration(file: Path) -> None:
    app = pytest.importorskip("datasette.app")
    served = app.Datasette([str(file)])

    async def get(path: str) -> Any:
        await served.invoke_startup()
        response = await served.client.get(path)
        assert response.status_code == 200, (path, response.text)
        return response

    async def asked() -> None:
        for name in VIEWS:
            assert (await get(f"/factreport/{name}.json?_shape=array")).json()
        found = (await get("/factreport/claims.json?_search=yuan&_shape=array")).json()
        assert "china-chips" in {row["claim"] for row in found}
        assert "figures_that_disagree" in (await get("/factreport")).text

    # In a thread of its own: where the browser's tests ran before, this one has a running loop already.
    with ThreadPoolExecutor() as threads:
        threads.submit(lambda: asyncio.run(asked())).result()
