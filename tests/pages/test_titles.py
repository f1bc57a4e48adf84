"""Titles of figures: how many sources print what, in sentences that hold for one, for two and for many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.rules.files import content_of

from factreport.pipeline import run
from factreport.report.alike import usual_spelling

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.report.records import FigureReport

QUANTITIES = {
    ("$12 billion", "$12bn"): "Both sources print $12 billion",
    ("$12 billion", "$12bn", "$12 billion"): "All 3 sources print $12 billion",
    ("£9.9 billion", "£9.9 billion", "£10bn"): "2 of 3 sources print £9.9 billion; the other agrees",
    ("£3bn", "£3bn", "£9.9 billion"): "2 of 3 sources print £3bn; not all can be right",
    ("more than $12 billion", "over $12 billion", "over $12 billion"): "All 3 sources print more than $12 billion",
}
SAME, OTHER = {"meaning": "same"}, {"meaning": "other"}
WORDINGS: dict[str, list[dict[str, str]]] = {
    "2 of 3 sources mean: incorrect; the other differs": [
        {"words": "incorrect"},
        {"words": "inaccurate", **SAME},
        {"words": "a lie", **OTHER},
    ],
    "Both sources mean: incorrect, one in other words": [{"words": "incorrect"}, {"words": "wrong", **SAME}],
    "Both sources: incorrect": [{"words": "incorrect"}, {"words": "incorrect"}],
    "The two sources tell it differently": [{"words": "incorrect"}, {"words": "a lie", **OTHER}],
    "3 sources tell it in 3 ways": [{"words": "incorrect"}, {"words": "a lie", **OTHER}, {"words": "so", **OTHER}],
}
POSITIONS = {
    ("asserts", "asserts", "denies"): "2 of 3 sources say so; the other differs",
    ("denies", "asserts", "denies"): "2 of 3 sources say the opposite; the other differs",
}


def figure_of(cites: list[dict[str, Any]], folder: Path, **fields: Any) -> FigureReport:
    """Give a figure for which each source in a row is cited; the first is the agency, whom the others credit."""
    slugs = ["agency", "paper", "weekly"][: len(cites)]
    first, *others = slugs
    sources: dict[str, Any] = {first: {"knows": "own", "published": "2025-01-21"}}
    sources |= {slug: {"knows": "re-report", "credits": [first], "published": "2025-01-22"} for slug in others}
    cited = [{"source": slug, **cite} for slug, cite in zip(slugs, cites, strict=True)]
    content = content_of({"title": "", "sources": sources, "cites": cited, **fields}, folder)
    return run(content).report.claims[0].figures[0]


@pytest.mark.parametrize(("printed", "title"), QUANTITIES.items(), ids=QUANTITIES.values())
def test_title_of_quantities(printed: tuple[str, ...], title: str, tmp_path: Path) -> None:
    assert figure_of([{"noted": one} for one in printed], tmp_path).summary == title


@pytest.mark.parametrize(("title", "said"), WORDINGS.items(), ids=WORDINGS)
def test_title_of_wordings(title: str, said: list[dict[str, str]], tmp_path: Path) -> None:
    cites = [{"noted": one["words"], "states": {"amount": one}} for one in said]
    assert figure_of(cites, tmp_path, kind="wording").summary == title


def test_only_the_words_that_a_source_has_stand_in_quotation_marks(tmp_path: Path) -> None:
    said = WORDINGS["2 of 3 sources mean: incorrect; the other differs"]
    cites = [{"quote": f"It is {one['words']}.", "states": {"amount": one}} for one in said]
    title = "2 of 3 sources mean: “incorrect”; the other differs"
    assert figure_of(cites, tmp_path, kind="wording").summary == title


@pytest.mark.parametrize(("stances", "title"), POSITIONS.items(), ids=POSITIONS.values())
def test_title_of_positions(stances: tuple[str, ...], title: str, tmp_path: Path) -> None:
    cites = [{"noted": one} for one in stances]
    assert figure_of(cites, tmp_path, kind="position").summary == title


def test_title_of_dates_quotes_a_date_with_its_little_word(tmp_path: Path) -> None:
    cites = [{"noted": one, "states": {"amount": one}} for one in ("in 2025", "in 2025", "by 2025")]
    assert figure_of(cites, tmp_path, kind="date").summary == "2 of 3 sources print “in 2025”; the other differs"


def test_a_group_is_named_as_the_reference_prints_it(tmp_path: Path) -> None:
    cites = [{"noted": "more than $12 billion"}, {"noted": "over $12 billion"}, {"noted": "over $12 billion"}]
    assert [group.printed for group in figure_of(cites, tmp_path).groups] == ["more than $12 billion"]


@pytest.mark.parametrize(
    ("spellings", "usual"),
    [
        (("$150 Million", "$150M", "$150 million"), "$150 million"),
        (("A ban", "a ban"), "a ban"),
        (("$12bn", "$12 billion", "$12bn"), "$12bn"),
    ],
)
def test_the_usual_spelling_stands_for_all(spellings: tuple[str, ...], usual: str) -> None:
    assert usual_spelling(spellings) == usual


def test_a_copy_in_other_words_of_the_same_meaning_has_changed_nothing(tmp_path: Path) -> None:
    said = WORDINGS["2 of 3 sources mean: incorrect; the other differs"]
    cites = [{"noted": one["words"], "states": {"amount": one}} for one in said]
    figure = figure_of(cites, tmp_path, kind="wording")
    assert {row.printed: row.changed for row in figure.rows} == {"incorrect": False, "inaccurate": False, "a lie": True}


def test_only_the_line_that_differs_from_what_it_credits_is_marked(tmp_path: Path) -> None:
    sources = {
        "agency": {"knows": "own", "published": "2025-01-21"},
        "paper": {"knows": "re-report", "credits": ["agency"], "published": "2025-01-22"},
    }
    cites = [
        {"source": "agency", "noted": "more than $12 billion"},
        {"source": "paper", "noted": "$12 billion"},
        {"source": "paper", "noted": "exceeding $12 billion"},
    ]
    figure = run(content_of({"title": "", "sources": sources, "cites": cites}, tmp_path)).report.claims[0].figures[0]
    assert {row.printed: row.changed for row in figure.rows} == {
        "more than $12 billion": False,
        "$12 billion": True,
        "exceeding $12 billion": False,
    }
    assert figure.summary == "Both sources print more than $12 billion; one also has $12 billion"
