"""A withdrawn claim in the data: no row of it can be taken for one that stands."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.exports.exported import files_of, json_in, sheet
from tests.pages.sites import with_claim

from factreport.exports.database import VIEWS
from factreport.exports.tables.all_tables import TABLES
from factreport.model.claim import Retirement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CLAIM = "total-budget"
DAY = "2026-11-30"
OF_A_CLAIM = [table for table in TABLES if table.claim_rows]


@cache
def withdrawn() -> Mapping[str, bytes]:
    return files_of(with_claim(CLAIM, retired=Retirement(date.fromisoformat(DAY), "It rested on a forged filing.")))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path: Path = tmp_path_factory.mktemp("withdrawn") / "factreport.sqlite"
    path.write_bytes(withdrawn()["data/factreport.sqlite"])
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize("path", ["data/figures.csv", "data/citations.csv", "data/findings.csv"])
def test_each_row_of_a_spreadsheet_says_so(path: str) -> None:
    rows = sheet(withdrawn(), path)
    assert {row["retired"] for row in rows if row["claim"] == CLAIM} == {DAY}
    assert {row["retired"] for row in rows if row["claim"] != CLAIM} == {""}


def test_each_row_of_its_own_spreadsheet_says_so() -> None:
    assert {row["retired"] for row in sheet(withdrawn(), f"claims/{CLAIM}/figures.csv")} == {DAY}


@pytest.mark.parametrize("table", OF_A_CLAIM, ids=lambda table: table.name)
def test_each_row_of_the_database_says_so(database: sqlite3.Connection, table: object) -> None:
    name = getattr(table, "name", "")
    days = database.execute(f"SELECT DISTINCT claim = ?, retired FROM {name}", (CLAIM,)).fetchall()  # noqa: S608
    assert set(days) <= {(1, DAY), (0, None)}


@pytest.mark.parametrize("view", ["figures_that_disagree", "open_findings"])
def test_views_leave_it_out_as_the_board_does(database: sqlite3.Connection, view: str) -> None:
    assert view in VIEWS
    assert database.execute(f"SELECT count(*) FROM {view} WHERE claim = ?", (CLAIM,)).fetchone() == (0,)  # noqa: S608


def test_copies_are_counted_as_changed_on_standing_claims_only(database: sqlite3.Connection) -> None:
    counted = dict(database.execute("SELECT source, changed_statements FROM sources_that_copy").fetchall())
    standing = database.execute(
        "SELECT source, count(*) FROM statements WHERE changed AND claim <> ? GROUP BY source", (CLAIM,)
    ).fetchall()
    assert {source: number for source, number in counted.items() if number} == dict(standing)


def test_sources_are_counted_on_standing_claims_only(database: sqlite3.Connection) -> None:
    counted = database.execute("SELECT source, statements FROM sources ORDER BY source").fetchall()
    stated = database.execute(
        "SELECT s.source, (SELECT count(*) FROM statements t"
        " WHERE t.source = s.source AND t.stated AND t.retired IS NULL) FROM sources s ORDER BY s.source"
    ).fetchall()
    assert counted == stated


def test_its_own_document_says_so_once() -> None:
    document = json_in(withdrawn(), f"claims/{CLAIM}/data.json")
    assert document["claim"]["retired"] == DAY
    assert "retired" not in document["findings"][0]
