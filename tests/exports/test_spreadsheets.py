"""Spreadsheets: as the dictionary says, as RFC 4180 says, and nothing in them that runs."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.exports.exported import files_of, json_in, own_files, sheet, with_hostile_words
from tests.pages.sites import ROOT, document, own_report, settings

from factreport.exports.spreadsheets import ROWS_AT_ONCE, column_texts, sheet_columns, write_sheet
from factreport.exports.tables.all_tables import SHEETS
from factreport.exports.tables.sources import CREDITS
from factreport.exports.tables.table import Column, Kind

PATTERNS = {
    "slug": re.compile(r"[^\s].*|"),
    "number": re.compile(r"-?\d+(\.\d+|/\d+)?|"),
    "bound": re.compile(r"-?\d+(\.\d+|/\d+)?|\d{4}-\d{2}-\d{2}|"),
    "integer": re.compile(r"\d+|"),
    "boolean": re.compile(r"true|false|"),
    "date": re.compile(r"\d{4}-\d{2}-\d{2}|"),
}
FORMULAS = ("=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1", "'=1", "'")


@pytest.mark.parametrize("name", [table.name for table in SHEETS])
def test_every_column_is_in_the_dictionary_and_every_cell_is_of_its_kind(name: str) -> None:
    described = json_in(own_files(), "data/dictionary.json")["spreadsheets"][f"{name}.csv"]["columns"]
    rows = sheet(own_files(), f"data/{name}.csv")
    assert list(rows[0]) == list(described)
    for row in rows:
        for column, cell in row.items():
            pattern = PATTERNS.get(described[column]["kind"])
            assert pattern is None or pattern.fullmatch(cell), (column, cell)
            missing_is_wrong = not described[column]["optional"] and described[column]["kind"] in PATTERNS
            assert cell or not missing_is_wrong, (column, row)


@pytest.mark.parametrize("name", [table.name for table in SHEETS])
def test_keys_are_unique(name: str) -> None:
    key = json_in(own_files(), "data/dictionary.json")["spreadsheets"][f"{name}.csv"]["key"]
    named = [tuple(row[column] for column in key) for row in sheet(own_files(), f"data/{name}.csv")]
    assert len(named) == len(set(named)) > 0


def test_metadata_describes_the_same_columns() -> None:
    tables = {one["url"]: one for one in json_in(own_files(), "data/csv-metadata.json")["tables"]}
    for table in SHEETS:
        rows = csv.reader(io.StringIO(own_files()[f"data/{table.name}.csv"].decode(), newline=""))
        assert [one["name"] for one in tables[f"{table.name}.csv"]["tableSchema"]["columns"]] == next(rows)


def test_lines_end_as_the_standard_has_it_and_rows_are_equally_long() -> None:
    for path, content in own_files().items():
        if path.endswith(".csv"):
            assert content.endswith(b"\r\n")
            rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
            assert len({len(row) for row in rows}) == 1, path


def test_ranges_stand_beside_the_printed_words_and_are_exact() -> None:
    rows = sheet(own_files(), "data/figures.csv")
    found = next(row for row in rows if row["claim"] == "china-chips" and row["source"] == "financial-times")
    assert found["printed"] == "40 billion yuan"
    assert (found["low"], found["low_open"]) == ("39500000000", "false")
    assert (found["high"], found["high_open"]) == ("40500000000", "true")
    for row in rows:
        if row["qualifier"]:
            assert row["low"] or row["high"], row


def test_the_claims_own_sheet_has_its_rows_of_the_whole() -> None:
    whole = [row for row in sheet(own_files(), "data/figures.csv") if row["claim"] == "china-chips"]
    own = sheet(own_files(), "claims/china-chips/figures.csv")
    assert [{**row, "cite_as": ""} for row in own] == [{**row, "cite_as": ""} for row in whole]


def test_every_row_says_its_licence_and_how_to_cite_it() -> None:
    for row in sheet(own_files(), "claims/china-chips/figures.csv"):
        assert row["license"] == "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"
        assert "https://facts.example/desk/claims/china-chips/" in row["cite_as"]


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_of_text_begins_like_a_formula(words: str) -> None:
    report = with_hostile_words(words)
    files = files_of(report)
    for path in ("data/claims.csv", "data/figures.csv", f"{report.claims[0].address}figures.csv"):
        for row in sheet(files, path):
            for column, cell in row.items():
                assert not cell.startswith(("=", "+", "@", "\t", "\r", "\uff1d")), (path, column, cell)
                assert not cell.startswith("-") or PATTERNS["number"].fullmatch(cell), (path, column, cell)
    assert next(row for row in sheet(files, "data/claims.csv"))["answer"].removeprefix("'") == words


@given(st.text())
def test_taking_one_apostrophe_off_gives_every_text_back(text: str) -> None:
    (shown,) = column_texts(Column("text", Kind.TEXT, "Words."), [text])
    assert str(shown).removeprefix("'") == text


@pytest.mark.parametrize(
    ("kind", "cells", "texts"),
    [
        (Kind.SLUGS, [("a", "b"), ["c"], ()], ["a b", "c", ""]),
        (Kind.LINES, [("= 1", "2"), ["3"], ()], ["'= 1\n2", "3", ""]),
        (Kind.BOUND, ["-5", None], ["-5", None]),
        (Kind.TEXT, ["-5", None, ""], ["'-5", None, ""]),
        (Kind.ADDRESS, ["@a"], ["'@a"]),
        (Kind.SLUG, ["a-b", None], ["a-b", None]),
        (Kind.INTEGER, [0, 12, None], [0, 12, None]),
        (Kind.BOOLEAN, [True, False, None], ["true", "false", None]),
    ],
    ids=str,
)
def test_cells_are_written_in_the_way_of_their_column(kind: Kind, cells: list[Any], texts: list[Any]) -> None:
    assert list(column_texts(Column("some", kind, "Some."), cells)) == texts


@pytest.mark.parametrize("number", [0, 1, ROWS_AT_ONCE, 2 * ROWS_AT_ONCE + 1])
def test_a_long_sheet_has_all_rows_in_their_order(number: int) -> None:
    rows = [(f"source-{place}", "other", place % 2 == 0) for place in range(number)]
    written = list(csv.reader(io.StringIO(write_sheet(CREDITS, rows, "Us", settings()), newline="")))
    assert written[0] == [column.name for column in sheet_columns(CREDITS)]
    assert [row[:3] for row in written[1:]] == [
        [source, credited, "true" if declared else "false"] for source, credited, declared in rows
    ]
    assert {tuple(row[3:]) for row in written[1:]} <= {(settings().license_text, "Us")}


def test_a_site_without_licence_and_address() -> None:
    bare = replace(settings(site_url=""), license="", license_url="")
    row = sheet(files_of(own_report(), bare), "data/claims.csv")[0]
    assert row["license"] == ""
    assert row["page"].startswith("claims/")


@pytest.mark.parametrize("name", ["findings", "figures", "citations"])
def test_every_address_leads_to_a_place_on_its_page(name: str) -> None:
    rows = sheet(own_files(), f"data/{name}.csv")
    assert rows
    addresses = {tuple(row["page"].removeprefix(ROOT).split("#")) for row in rows}
    ids = {page: set(document(page).identities) for page, _place in addresses}
    assert {(page, place) for page, place in addresses if place not in ids[page]} == set()
