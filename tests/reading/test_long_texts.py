"""Texts of one piece over and over: that their reading ends is the test, for what is read twice would take hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factreport.model.slugs import free_name
from factreport.reading.anchors import Around, check_anchors
from factreport.reading.body import Body, check_links, check_markers, check_tags
from factreport.reading.broken_links import check_broken
from factreport.reading.dead_links import check_brackets, check_documents
from factreport.reading.known import Known
from factreport.reading.text_file import place_in

if TYPE_CHECKING:
    from tests.reading.conftest import Desk

SIGNS = 400_000
PIECES = [
    *(
        "](claim:a",
        "](claim:a (",
        "](claim:a 'b",
        "[](claim:",
        "[a](https:b",
        "(claim:",
        "[a] (claim:",
        "](claim:",
        "[",
    ),
    *("[a](#b) ", "[a][b] ", "[^a] ", "![a][", "![", "](", "[a]: b\n", "[\n", "[a]:\n", "`a` ", "``a` ", "```\na\n"),
    *(
        "[@",
        "[@a",
        "[@a ",
        "[@a;",
        "(@a",
        "<a ",
        "<a",
        "# a\n",
        "# ",
        "a\n=\n",
        ">",
        "> ",
        "a  ",
        "\t",
        "\n",
        "]",
        "]:",
    ),
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text(piece: str) -> None:
    known = Known(claims=frozenset("a"), sources=frozenset("a"), stories=frozenset("a"))
    body = Body("a.md", f"[a]: b [x](#y) {piece * (SIGNS // len(piece))}z\n\n[x](claim:a)", 1)
    check_links(body, known)
    check_tags(body)
    check_markers(body, "claim", None, known.sources)
    check_broken(body, known, is_claim=True)
    check_brackets(body, known, is_claim=True)
    check_documents(body, lambda _address: True)
    check_anchors(body, Around())


@pytest.mark.parametrize("piece", ["# a  a", "# a" + " " * SIGNS + "b", "# " + "a " * SIGNS, "> " * SIGNS + "a\n="])
def test_a_long_heading(piece: str) -> None:
    check_anchors(Body("a.md", f"{piece}\n\n[x](#y)", 1), Around())


@pytest.mark.parametrize("blanks", [" ", "\t", "\\n", "\\u2028"])
def test_blanks_within_a_value(desk: Desk, blanks: str) -> None:
    desk.claim(f'basis: "two people\\n{blanks * 100_000}who know"\n')
    (claim,) = desk.read().claims
    assert claim.basis == "two people who know"


def test_many_of_one_name() -> None:
    taken: dict[str, int] = {}
    names = [free_name("a", taken) for _number in range(100_000)]
    assert names[:3] == ["a", "a-2", "a-3"]
    assert len(set(names)) == len(names)


def test_a_name_that_looks_like_a_number_of_another_is_taken_too() -> None:
    taken: dict[str, int] = {}
    assert [free_name(name, taken) for name in ("a", "a-2", "a", "a-2", "a")] == ["a", "a-2", "a-3", "a-2-2", "a-4"]


def test_places_far_down() -> None:
    text = "ab\n" * 100_000
    for index in (0, 2, 3, 19_998, 19_999, 20_000, 20_001, 299_999, 300_000):
        line = text.count("\n", 0, index) + 1
        place = place_in(text, index, "a.md")
        assert (place.line, place.column) == (line, index - 3 * (line - 1) + 1)
