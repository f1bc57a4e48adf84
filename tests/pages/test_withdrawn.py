"""A withdrawn claim: whoever meets it in a list, on the board or on another site is told so."""

from __future__ import annotations

import csv
import io
from datetime import date
from functools import cache

import pytest
from tests.pages.sites import Document, site, with_claim

from factreport.model.claim import Retirement
from factreport.pages.search_records import records
from factreport.pages.site import pages

CLAIM = "total-budget"
SOURCE = "econotimes"
WHY = "It rested on a forged filing."


STORY = "stories/bytedance-12bn/"


@cache
def withdrawn_files() -> dict[str, str]:
    report = with_claim(CLAIM, retired=Retirement(date(2026, 11, 30), WHY))
    return {page.path: page.text for page in pages(site(report))}


@cache
def withdrawn() -> dict[str, Document]:
    made = ((path.removesuffix("index.html"), text) for path, text in withdrawn_files().items())
    return {path: Document(path, text) for path, text in made if path.endswith("/") or path in ("", "404.html")}


def labels() -> set[str]:
    return {figure.figure.label for figure in site().report.claim_by_slug[CLAIM].figures}


@pytest.mark.parametrize("address", ["claims/", "claimants/financial-times/"])
def test_lists_say_that_it_is_withdrawn_and_nothing_of_its_verdict(address: str) -> None:
    page = withdrawn()[address]
    answer = site().report.claim_by_slug[CLAIM].claim.answer
    card = next(one for one in page.all("article") if any(CLAIM in (link.get("href") or "") for link in one.iter()))
    assert "Withdrawn. We no longer stand by this check" in page.words(card)
    assert answer not in page.words(card)


def test_its_differences_leave_the_board_and_the_home_page() -> None:
    for address in ("discrepancies/", ""):
        found = [link for link in withdrawn()[address].links if f"{CLAIM}/#diff" in link]
        assert found == [], address


def test_its_card_on_other_sites_says_so() -> None:
    words = withdrawn()[f"embed/{CLAIM}/"].words()
    assert f"Withdrawn on 30 November 2026. {WHY}" in words
    assert site().report.claim_by_slug[CLAIM].verdict.word not in words


def test_the_search_says_so() -> None:
    report = with_claim(CLAIM, retired=Retirement(date(2026, 11, 30), WHY))
    record = next(one for one in records(site(report)) if one.address == f"claims/{CLAIM}/")
    assert (record.note, record.look) == ("Withdrawn", "")
    assert "Verdict" not in dict(record.filters)


def test_what_links_and_searches_show_of_it_is_no_verdict() -> None:
    page = withdrawn()[f"claims/{CLAIM}/"]
    described = [one for one in page.all("meta") if "description" in f"{one.get('name')} {one.get('property')}"]
    assert [one.get("content") for one in described] == [f"Withdrawn on 30 November 2026. {WHY}"] * 2


def test_the_table_of_a_story_marks_its_figures() -> None:
    table = next(one for one in withdrawn()[STORY].all("table") if one.get("class") == "matrix")
    heads = [withdrawn()[STORY].words(one) for one in table.iter() if one.get("scope") == "col"]
    assert {head for head in heads if "withdrawn" in head} == {f"{label} (claim withdrawn)" for label in labels()}


def test_the_timeline_of_a_story_marks_its_figures() -> None:
    timeline = next(one for one in withdrawn()[STORY].all("ol") if one.get("class") == "timeline")
    lines = [withdrawn()[STORY].words(one) for one in timeline.iter() if one.tag.endswith("li")]
    marked = [line for line in lines if any(line.startswith(f"{label} (claim withdrawn):") for label in labels())]
    assert marked
    assert not any(line.startswith(f"{label}:") for line in lines for label in labels())


@pytest.mark.parametrize("name", ["matrix", "timeline"])
def test_the_data_of_a_story_marks_its_rows(name: str) -> None:
    rows = list(csv.DictReader(io.StringIO(withdrawn_files()[f"{STORY}{name}.csv"], newline="")))
    assert {row["figure"] for row in rows if row["retired"]} == labels()
    assert {row["retired"] for row in rows} == {"", "2026-11-30"}
    assert "(claim withdrawn)" in withdrawn_files()[f"{STORY}{name}.svg"]


def test_its_own_drawings_say_so_where_they_are_taken_away() -> None:
    files = {path: text for path, text in withdrawn_files().items() if path.startswith(f"claims/{CLAIM}/")}
    drawn = [text for path, text in files.items() if path.endswith(".svg")]
    tables = [text for path, text in files.items() if path.endswith(".csv")]
    assert drawn
    assert all("Withdrawn on 30 November 2026." in text for text in drawn)
    for text in tables:
        assert {row["retired"] for row in csv.DictReader(io.StringIO(text, newline=""))} == {"2026-11-30"}


def test_the_page_of_a_source_marks_it_and_counts_the_claims_that_stand() -> None:
    source = site().report.source_by_slug[SOURCE]
    page = withdrawn()[f"sources/{SOURCE}/"]
    mark = "Withdrawn. We no longer stand by this check; its page says why."
    assert page.words().count(mark) == 1
    own = site().report.shown.statements(CLAIM, SOURCE)
    others = source.statements - len(own)
    assert f"{others} statements, on {len(source.claims) - 1} claims" in page.words()
    assert "Not counted: 1 claim that was withdrawn." in page.words()


def test_its_own_page_does_not_say_its_verdict_as_one_that_stands() -> None:
    page = withdrawn()[f"claims/{CLAIM}/"]
    assert page.words(page.one("judgement-title")) == "What we said before"
