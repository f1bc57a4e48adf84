"""What a hint says where the same message can have several causes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.reading.conftest import SCALE

if TYPE_CHECKING:
    from tests.reading.conftest import Desk

FIGURES = "{steel: Price of the steel, work: Price of the work}"
CITED = "citations:\n  - source: gazette\n    states: {steel: $1, work: $2}\n    quote: $1 and $2\n"


def hint(desk: Desk, code: str) -> str:
    """Give the hint of the one problem of this code."""
    (problem,) = (one for one in desk.read().problems if one.code == code)
    return problem.hint


def test_a_scale_without_reporting_is_said_to_have_none(desk: Desk) -> None:
    desk.write("scale.yml", SCALE.split("reporting:")[0] + "ratings: {worst: 1, best: 5}\n")
    desk.claim("reporting: repeated-right\n")
    expected = "The scale has no `reporting`: add it to scale.yml in the content folder, or leave this field out."
    assert hint(desk, "unknown-reporting") == expected


@pytest.mark.parametrize(
    ("written", "there", "offered"),
    [
        ("unsupported", ("supported",), ""),
        ("supported", ("not-supported", "unsupported"), ""),
        ("supported", ("partly-supported", "disputed"), ""),
        ("unsuported", ("supported", "unsupported"), "Did you mean `unsupported`?"),
        ("not-suported", ("supported", "not-supported"), "Did you mean `not-supported`?"),
        ("nott-supported", ("supported", "not-supported"), "Did you mean `not-supported`?"),
        ("not supported", ("partly-supported", "not-supported"), "Did you mean `not-supported`?"),
        ("not-supported", ("partly-supported", "supported"), ""),
        ("Disputed", ("supported", "disputed"), "Did you mean `disputed`?"),
    ],
)
def test_the_opposite_of_a_verdict_is_never_offered(
    desk: Desk, written: str, there: tuple[str, ...], offered: str
) -> None:
    grades = "".join(f"  {name}: {{word: Word, look: disputed, means: It is so.}}\n" for name in there)
    desk.write("scale.yml", f"verdicts:\n{grades}")
    desk.claim()
    path = desk.root / "content/claims/bridge.md"
    path.write_text(path.read_text("utf-8").replace("verdict: supported", f"verdict: {written}"), "utf-8")
    assert hint(desk, "unknown-verdict") == (offered or f"It has: {', '.join(there)}.")


def test_a_statement_that_is_no_date_is_said_so_once(desk: Desk) -> None:
    desk.claim(
        "figures:\n  start: {label: Start, kind: date}\n"
        "citations:\n  - source: gazette\n    states: {start: next year}\n    quote: It begins next year.\n"
    )
    (problem,) = (one for one in desk.read().problems if one.code == "not-a-date")
    assert problem.message == "`start` is “next year”: not a date."


@pytest.mark.parametrize(
    "fields",
    [
        'citations:\n  - source: gazette\n    Quote: "It costs $12 million."\n',
        'citations:\n  - source: gazette\n    words: "It costs $12 million."\n',
        f"figures: {FIGURES}\nrelations:\n  parts: {{label: Both, add: [steel, work]}}\n{CITED}",
        f"figures: {FIGURES}\nrelations:\n  parts: {{label: Both, sum: [steel, {{ad: [steel, work]}}]}}\n{CITED}",
    ],
)
def test_what_stands_under_a_wrong_name_is_not_said_to_be_missing(desk: Desk, fields: str) -> None:
    desk.claim(fields)
    assert desk.codes() == ["unknown-field"]


def test_what_is_missing_is_said_beside_the_wrong_name_of_something_else(desk: Desk) -> None:
    desk.claim("citations:\n  - source: gazette\n    fgure: cost\n")
    assert sorted(desk.codes()) == ["exactly-one", "unknown-field"]


@pytest.mark.parametrize("name", ["scale.yaml", "Scale.YML", "scale.yml.txt"])
def test_a_scale_under_another_name_is_to_be_renamed(desk: Desk, name: str) -> None:
    (desk.root / "content/scale.yml").rename(desk.root / "content" / name)
    desk.claim()
    assert hint(desk, "no-content") == f"Rename {name} to scale.yml."


def test_an_empty_scale_is_to_be_written(desk: Desk) -> None:
    desk.write("scale.yml", " ")
    expected = "Write the scale, with `verdicts`; `factreport new site` writes one to copy from."
    assert hint(desk, "empty-file") == expected


def unreadable(desk: Desk, figure: str, *said: str) -> list[tuple[int, str]]:
    """Give line and hint of the problems with a figure of which sources say this."""
    citations = "".join(f"  - source: gazette\n    figure: cost\n    {one}\n" for one in said)
    desk.claim(f"figures:\n  cost: {figure}\ncitations:\n{citations}")
    return [(one.place.line, one.hint) for one in desk.read().problems if one.code == "unreadable-figure"]


def test_a_figure_that_may_be_a_date_is_said_so(desk: Desk) -> None:
    expected = "If “cost” is a date, add to it under `figures`: kind: date"
    assert unreadable(desk, "Begin of the work", "quote: Work should begin in 2026.") == [(13, expected)]


def test_a_figure_without_its_unit_is_said_so(desk: Desk) -> None:
    expected = "“16 million” has no unit here, and `claimed` is “£12 million”: write or quote it with its unit."
    figure = "{label: Price, claimed: £12 million}"
    assert unreadable(desk, figure, "noted: 16 million", "noted: £12 million") == [(13, expected)]


@pytest.mark.parametrize("claimed", ["12.5 million", "12.5%"])
def test_a_claim_without_its_unit_is_told_once_where_it_stands(desk: Desk, claimed: str) -> None:
    figure = f"{{label: Price, claimed: {claimed}}}"
    said = "quote: It costs £12.5 million.", "quote: A bridge for $16 million."
    ((line, hint),) = unreadable(desk, figure, *said)
    assert line == 9
    assert hint.startswith("Write what the claim says with the unit that the sources print")


def test_a_quotation_of_something_else_is_told_where_it_stands(desk: Desk) -> None:
    figure = "{label: Price, claimed: £12.5 million}"
    said = "quote: It costs £12.5 million.", "quote: It is 60% of it."
    assert [line for line, _hint in unreadable(desk, figure, *said)] == [16]
    assert [line for line, _hint in unreadable(desk, figure, said[1])] == [13]
