"""What drawings show as data: the rows of each, and CSV and JSON that say the same and run nothing."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace
from tests.pages.drawing.samples import LOCALE
from tests.pages.drawing.test_provenance_drawing import MANY, TWO_LANES
from tests.pages.drawing.test_story_drawings import STORY
from tests.pages.sites import ROOT, own_pages, own_report

from factreport.pages.drawing.data_file import DrawingData, Exact, Texts
from factreport.pages.drawing.matrix import Matrix, story_matrix
from factreport.pages.drawing.matrix_cells import Says
from factreport.pages.drawing.provenance_data import provenance_data
from factreport.pages.drawing.story_data import matrix_data, timeline_data
from factreport.pages.drawing.timeline import Timeline, story_timeline

FORMULAS = ("=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1", "'=1")


class Datum(Struct, frozen=True):
    text: str
    number: Exact | None
    yes: bool
    slugs: tuple[str, ...]
    texts: Texts


DATUM = Datum('A, "quoted"', Exact("-3.5"), yes=True, slugs=("a", "b"), texts=Texts(("two words", "more")))


def data(*rows: Datum) -> DrawingData:
    return DrawingData("They differ", "Cost", rows, "https://facts.example/claims/cost/", "CC BY 4.0")


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def matrix() -> Matrix:
    found = story_matrix(STORY, locale=LOCALE)
    assert found is not None
    return found


def timeline() -> Timeline:
    found = story_timeline(STORY, locale=LOCALE)
    assert found is not None
    return found


def test_csv_and_json_say_the_same() -> None:
    given = data(DATUM, replace(DATUM, number=None, yes=False))
    first, second = read(given.csv)
    assert first == {
        "text": 'A, "quoted"',
        "number": "-3.5",
        "yes": "true",
        "slugs": "a b",
        "texts": "two words\nmore",
        "retired": "",
        "page": "https://facts.example/claims/cost/",
        "license": "CC BY 4.0",
    }
    assert (second["number"], second["yes"]) == ("", "false")
    told = json.loads(given.json)
    assert [told[name] for name in ("title", "about", "page", "license")] == [
        "They differ",
        "Cost",
        "https://facts.example/claims/cost/",
        "CC BY 4.0",
    ]
    assert told["rows"][0] == {
        "text": 'A, "quoted"',
        "number": "-3.5",
        "yes": True,
        "slugs": ["a", "b"],
        "texts": ["two words", "more"],
    }
    assert told["rows"][1]["number"] is None


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_text_runs_in_a_spreadsheet(formula: str) -> None:
    row = read(data(replace(DATUM, text=formula, texts=Texts((formula,)))).csv)[0]
    assert row["text"] == row["texts"] == f"'{formula}"
    assert row["number"] == "-3.5"


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")))
def test_taking_one_apostrophe_off_gives_the_text_back(text: str) -> None:
    cell = read(data(replace(DATUM, text=text)).csv)[0]["text"]
    assert cell.removeprefix("'") == text
    assert not cell.startswith(("=", "+", "-", "@"))


def test_matrix_has_a_row_for_each_cell() -> None:
    shown, rows = matrix(), matrix_data(matrix())
    assert len(rows) == len(shown.rows) * len(shown.columns)
    said = {(row.source, row.figure, row.says): row.printed for row in rows if row.says != Says.UNKNOWN}
    assert {key[2] for key in said} == {"states", "changes", "silent"}
    assert rows[0].printed == ("$4.0 billion",)
    assert (rows[0].source, rows[0].published) == ("ministry", "2025-01-01")


def test_timeline_has_a_row_for_each_printed_figure_in_its_order() -> None:
    rows = timeline_data(timeline())
    assert [(row.name, row.published_first, row.printed, row.changed, row.repeats_others) for row in rows] == [
        ("Ministry", "2025-01-01", "$4.0 billion", False, False),
        ("Agency & <Co>", "2025-01-05", "$4 billion", True, True),
        ("Daily", "2025-01-09", "5 March 2025", False, False),
    ]


def test_origins_have_a_row_for_each_source_with_all_that_it_repeats() -> None:
    rows = {row.source: row for row in provenance_data(TWO_LANES)}
    assert [row.source for row in rows.values() if row.is_origin] == ["ministry", "auditors"]
    assert (rows["daily"].below, rows["daily"].copies, rows["daily"].changed) == ("agency", ("agency",), True)
    assert rows["weekly"].probably_used == ("ministry", "agency")
    assert (rows["weekly"].published_first, rows["weekly"].published_last) == ("2025-01-20", None)
    assert rows["auditors"].known_only_through == ("Daily",)
    assert (rows["gazette"].is_origin, rows["gazette"].below, rows["gazette"].probably_used) == (
        False,
        "",
        ("ministry",),
    )
    assert len(provenance_data(MANY)) == 22


def test_every_drawing_of_the_site_has_its_three_files() -> None:
    pages = own_pages()
    drawings = [path.removesuffix(".svg") for path in pages if path.endswith(".svg")]
    names = {path.rpartition("/")[2].partition("-")[0] for path in drawings}
    assert names == {"chart", "origins", "matrix", "timeline"}
    for drawing in drawings:
        page = pages[drawing.rpartition("/")[0] + "/"].text
        told = json.loads(pages[f"{drawing}.json"].text)
        rows = read(pages[f"{drawing}.csv"].text)
        assert len(rows) == len(told["rows"]) > 0
        assert told["page"] == rows[0]["page"] == f"{ROOT}{drawing.rpartition('/')[0]}/"
        assert told["license"] == "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"
        for ending in ("svg", "csv", "json"):
            assert f'href="{drawing.rpartition("/")[2]}.{ending}" download' in page


def test_a_story_and_its_drawing_tell_of_the_same_sources() -> None:
    for story in own_report().stories:
        pages = own_pages()
        if f"{story.address}matrix.json" in pages:
            told = json.loads(pages[f"{story.address}matrix.json"].text)
            assert {row["source"] for row in told["rows"]} <= {source.slug for source in story.sources}
