"""Matrix and timeline of a story, drawn from a story of three sources."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from tests.pages.drawing import svg
from tests.pages.drawing.samples import CASES, CREDIT, LOCALE, STYLES, figure_of, source_of

from factreport.model.days import Days
from factreport.model.news import Story
from factreport.model.place import WholeFile, Written
from factreport.pages.drawing.matrix import story_matrix
from factreport.pages.drawing.matrix_cells import Says
from factreport.pages.drawing.timeline import story_timeline
from factreport.report.records import StoryReport

if TYPE_CHECKING:
    from factreport.pages.drawing.picture import Picture
    from factreport.report.records import ClaimReport, FigureReport


class _Claim:
    """As much of a claim's report as the drawings use."""

    def __init__(self, figures: tuple[FigureReport, ...]) -> None:
        self.figures = figures
        self.claim = self
        self.address = "claims/example/"
        self.retired = None


def days(number: int) -> Days:
    return Days(date(2025, 1, number), date(2025, 1, number), f"2025-01-{number:02}")


def story(*names: str) -> StoryReport:
    cost = figure_of(
        {
            "summary": "They differ",
            "unit": "USD",
            "rows": [
                {"source": "Ministry", "printed": "$4.0 billion", "value": 4e9, "range": "[3.95e9, 4.05e9)"},
                {
                    "source": "Agency & <Co>",
                    "printed": "$4 billion",
                    "value": 4e9,
                    "range": "[3.5e9, 4.5e9)",
                    "copies": ["Ministry"],
                    "changed": True,
                },
                {"source": "Daily", "silent": True},
            ],
        }
    )
    opening = {"source": "Daily", "printed": "2025-03-05", "first": "2025-03-05", "last": "2025-03-05"}
    day = figure_of({"summary": "One source", "kind": "date", "rows": [{**opening, "text": "2025-03-05"}]})
    sources = tuple(source_of(name, published=days(1 + 4 * number)) for number, name in enumerate(names))
    written = Written("stories/example.md", WholeFile("stories/example.md"))
    return StoryReport(
        story=Story("example", written, "The <cost>", "What it cost"),
        claims=(cast("ClaimReport", _Claim((cost, day))),),
        sources=sources,
        provenance=cast("object", None),  # type: ignore[arg-type]
        news=(),
        findings=(),
        problems=(),
    )


STORY = story("Ministry", "Agency & <Co>", "Daily", "Never cited")


def pictures() -> dict[str, Picture]:
    matrix, timeline = (
        story_matrix(STORY, locale=LOCALE, credit=CREDIT),
        story_timeline(STORY, locale=LOCALE, credit=CREDIT),
    )
    assert matrix is not None
    assert timeline is not None
    return {"matrix": matrix.picture, "timeline": timeline.picture}


@pytest.mark.parametrize("name", ["matrix", "timeline"])
def test_story_is_drawn_as_before(name: str, *, update_golden: bool) -> None:
    picture = pictures()[name]
    expected = CASES / "stories" / f"{name}.svg"
    if update_golden:
        expected.write_text(picture.standalone_svg, encoding="utf-8")
    assert picture.standalone_svg == expected.read_text(encoding="utf-8")
    for markup in (picture.markup, picture.standalone_svg):
        svg.assert_clean(svg.parse(markup))
    assert svg.classes(svg.parse(picture.standalone_svg)) <= svg.styled_in_files()
    assert svg.classes(svg.parse(picture.markup)) <= svg.styled_on_pages(STYLES)


def test_matrix_tells_states_changes_and_says_nothing_apart() -> None:
    matrix = story_matrix(STORY, locale=LOCALE)
    assert matrix is not None
    said = {row.name: tuple(cell.says for cell in row.cells) for row in matrix.rows}
    assert said == {
        "Ministry": (Says.STATES, Says.UNKNOWN),
        "Agency & <Co>": (Says.CHANGES, Says.UNKNOWN),
        "Daily": (Says.SILENT, Says.STATES),
    }


def test_matrix_table_has_headers_links_and_words() -> None:
    matrix = story_matrix(STORY, locale=LOCALE)
    assert matrix is not None
    table = svg.parse(matrix.table(lambda address: f"../../{address}"))
    scopes = [each.get("scope") for each in svg.elements(table, "th")]
    assert scopes == ["col"] * 3 + ["row"] * 3
    links = [each.get("href") for each in svg.elements(table, "a")]
    assert links[0] == "../../claims/example/#fig-cost"
    assert links[2] == "../../sources/ministry/"
    cells = ["".join(each.itertext()) for each in svg.elements(table, "td")]
    assert cells[0] == "states it$4.0 billion"
    assert cells[4] == "says nothing of it"
    assert cells[5] == "states it5 March 2025"


def test_timeline_tells_days_figures_and_copies() -> None:
    timeline = story_timeline(STORY, locale=LOCALE)
    assert timeline is not None
    listed = svg.parse(timeline.list(lambda address: address))
    items = ["".join(each.itertext()) for each in listed]
    assert items == [
        "1 January 2025MinistryCost: $4.0 billion",
        "5 January 2025Agency & <Co>repeats othersCost: $4 billionprints something else",
        "9 January 2025DailyCost: 5 March 2025",
    ]
    assert ">4 days later</text>" in timeline.picture.markup


def test_story_of_one_source_has_neither() -> None:
    alone = story("Ministry")
    assert story_matrix(alone, locale=LOCALE) is None
    assert story_timeline(alone, locale=LOCALE) is None
