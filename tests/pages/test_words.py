"""Small things that pages are made of: links, days, words, parts of lists, references to cite."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from tests.pages.sites import own_report, site, with_prose
from tests.rules.files import content_of

from factreport.figures.comparison import Size
from factreport.model.claim import Cause, SourcePart
from factreport.model.days import Days
from factreport.model.source import Knows, Read, SourceKind
from factreport.pages import dates, links, words
from factreport.pages.changed_words import mark_changes
from factreport.pages.cite_this import cite_claim
from factreport.pages.citing import marked_words
from factreport.pages.grid import grid_of
from factreport.pages.listing import parts
from factreport.pipeline import run

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = dates.locale_of("en")
DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("origin", "target", "link"),
    [
        ("", "claims/a/", "claims/a/"),
        ("", "", "./"),
        ("claims/a/", "", "../../"),
        ("claims/a/", "claims/a/", "./"),
        ("claims/a/", "claims/b/#x", "../b/#x"),
        ("claims/a/", "claims/a/#x", "#x"),
        ("claims/a/", "css/site.css", "../../css/site.css"),
        ("claims/a/chart.svg", "claims/a/", "./"),
    ],
)
def test_links_hold_under_any_sub_path(origin: str, target: str, link: str) -> None:
    assert links.relative(origin, target) == link


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example", True),
        ("mailto:a@b.example", True),
        (" JavaScript:x", False),
        ("data:,x", False),
        ("//x", False),
    ],
)
def test_only_web_and_mail_are_linked(url: str, safe: bool) -> None:  # noqa: FBT001
    assert links.is_safe(url) is safe


def test_a_text_fragment_names_the_first_and_last_words() -> None:
    url = links.text_fragment(
        "https://a.example/x", "40 billion yuan (£4.4 billion) on acquiring AI chips - within China"
    )
    assert url == (
        "https://a.example/x#:~:text=40%20billion%20yuan%20%28%C2%A34.4%20billion%29,chips%20%2D%20within%20China"
    )
    assert links.text_fragment("https://a.example", "") == "https://a.example"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (Days(DAY, DAY, "2026-11-21"), "21 November 2026"),
        (Days(date(2025, 1, 1), date(2025, 1, 31), "2025-01"), "January 2025"),
        (Days(date(2025, 1, 1), date(2025, 12, 31), "2025"), "2025"),
        (Days(date(2025, 1, 20), None, "on or after 2025-01-20"), "on or after 20 January 2025"),
        (Days(None, date(2025, 1, 20), "on or before 2025-01-20"), "on or before 20 January 2025"),
        (Days(date(2025, 1, 20), date(2025, 1, 24), "2025-01-20 to 2025-01-24"), "20 January 2025 to 24 January 2025"),
        (Days(None, None, "unknown"), "date not known"),
    ],
)
def test_days_are_told_as_far_as_they_are_known(days: Days, text: str) -> None:
    assert dates.days_words(days, ENGLISH) == text


def test_days_follow_the_site_s_language() -> None:
    assert dates.day_words(DAY, dates.locale_of("de")) == "21. November 2026"
    assert dates.day_words(DAY, dates.locale_of("en-US")) == "November 21, 2026"


def test_every_key_has_words() -> None:
    found = [words.kind_words(one) for one in SourceKind]
    found += [words.knows_words(one) for one in Knows]
    found += [words.read_words(one) for one in Read]
    found += [words.part_words(one) for one in SourcePart]
    found += [words.cause_words(one) for one in Cause]
    found += [words.size_words(one) for one in Size]
    assert all(found)
    banned = ("severe", "material", "tight", "loose", "lattice")
    assert [one for one in found if any(word in one.lower() for word in banned)] == []


def test_long_lists_come_in_parts() -> None:
    found = list(parts("claims/", list(range(5)), per_page=2))
    assert [part.address for part in found] == ["claims/", "claims/page/2/", "claims/page/3/"]
    assert [list(part.items) for part in found] == [[0, 1], [2, 3], [4]]
    assert (found[0].before, found[0].after, found[2].after) == (None, "claims/page/2/", None)
    nothing: list[int] = []
    assert [list(part.items) for part in parts("x/", nothing)] == [[]]


def test_the_printed_figure_is_marked_in_the_quotation() -> None:
    assert marked_words("over <$12bn> & more", "<$12bn>") == "over <mark>&lt;$12bn&gt;</mark> &amp; more"
    assert marked_words("over $12bn", "€12bn") == "over $12bn"
    assert marked_words("About 60% of it", "about 60%") == "<mark>About 60%</mark> of it"


def test_references_can_be_read_by_programs() -> None:
    report = own_report().claims[0]
    hard = replace(report, claim=replace(report.claim, claim="50% of {A} & $B_c"))
    cited = cite_claim(site(), hard)
    (item,) = json.loads(cited.csl_json)
    assert item["title"] == "50% of {A} & $B_c"
    assert item["URL"] == site().absolute(report.address)
    assert r"title = {{50\% of \{A\} \& \$B\_c}}" in cited.bibtex.replace("title = {50", "title = {{50").replace(
        "c},", "c}},"
    )
    assert "url" not in cite_claim(site(site_url=""), hard).bibtex


def test_prose_has_a_title_contents_and_links_to_records() -> None:
    page = with_prose("about/", "# About us\n\n## A\n\nSee [it](claim:china-chips).\n\n## B\n\n## C\n")
    assert page.words(next(page.all("h1"))) == "About us"
    assert {"#a", "#b", "#c", "../claims/china-chips/"} <= set(page.links)
    assert page.errors == ()


def test_home_method_and_corrections_keep_what_is_generated_under_a_text() -> None:
    assert "Newest checks" in with_prose("", "# Desk\n\nHello.").words()
    assert "Our scale" in with_prose("method/", "# How we work").words()
    assert "Log of corrections" in with_prose("corrections/", "# Corrections\n\nTell us.").words()


@pytest.mark.parametrize(
    ("words", "reference", "marked"),
    [
        ("informal directive", "informal guidance", "informal <mark>directive</mark>"),
        ("reportedly Encouraged them", "encouraged them", "<mark>reportedly</mark> Encouraged them"),
        ("incorrect", "inaccurate", "incorrect"),
        ("a <b> c", "a c", "a <mark>&lt;b&gt;</mark> c"),
        ("the same", "the same", "the same"),
        ("", "something", ""),
    ],
)
def test_words_that_a_wording_adds_or_changes_are_marked(words: str, reference: str, marked: str) -> None:
    assert mark_changes(words, reference) == marked


def test_a_wording_of_very_many_words_is_not_marked() -> None:
    """Each word beside each other one would take hours: that this ends is the test."""
    assert mark_changes("a b " * 20_000, "a c " * 20_000) == "a b " * 20_000


def test_replies_stand_side_by_side() -> None:
    figure = own_report().claim_by_slug["who-declined"].figures[0]
    grid = grid_of(figure)
    assert grid is not None
    assert set(grid.parties) == {"Nvidia", "TikTok", "Huawei", "Cambricon"}
    computing = next(line for line in grid.rows if line.row.citation.source.slug == "computing")
    said = dict(zip(grid.parties, computing.cells, strict=True))
    assert (said["Nvidia"].word, said["Nvidia"].differs) == ("declined to comment", False)
    assert (said["TikTok"].word, said["TikTok"].differs) == ("declined to comment", True)
    assert grid_of(own_report().claim_by_slug["china-chips"].figures[0]) is None


@pytest.mark.parametrize("kind", ["names", "responses"])
def test_one_party_is_one_column_whatever_its_capitals_and_spaces(kind: str, tmp_path: Path) -> None:
    first, second = ["Huawei", "Baidu"], ["Baidu", "HUAWEI"]
    case = {
        "kind": kind,
        "sources": {
            "agency": {"knows": "own", "published": "2025-01-21"},
            "paper": {"knows": "own", "published": "2025-01-22"},
        },
        "cites": [
            {"source": source, "noted": " and ".join(names), "states": {"amount": _written(kind, names)}}
            for source, names in (("agency", first), ("paper", second))
        ],
    }
    grid = grid_of(run(content_of(case, tmp_path)).report.claim_by_slug["case"].figures[0])
    assert grid is not None
    assert grid.parties == ("Huawei", "Baidu")
    assert not any(cell.is_silent or cell.differs for line in grid.rows for cell in line.cells)


def _written(kind: str, names: list[str]) -> list[str] | dict[str, str]:
    return names if kind == "names" else dict.fromkeys(names, "declined")
