"""What a reader who has never seen the site must be able to tell from a page without asking anybody."""

from __future__ import annotations

from collections import Counter

import pytest
from msgspec.structs import replace
from tests.pages.sites import HTML, Document, document, own_report, settings

from factreport.pages.method import curly
from factreport.pages.site import Site, pages

BUDGET = "claims/total-budget/"


def row(page: Document, anchor: str) -> str:
    return page.words(page.one(anchor))


def history(address: str) -> str:
    page = document(address)
    return page.words(page.one("history"))


def test_a_row_shows_its_own_words_where_they_are_not_those_of_its_group() -> None:
    page = document(BUDGET)
    hidden = {
        cell.get("id"): any("same" in (one.get("class") or "").split() for one in cell.iter(f"{HTML}span"))
        for cell in page.all("tr")
    }
    assert hidden["fig-budget-financetom"]
    assert not hidden["fig-budget-kmeys"]


def test_a_gap_names_whom_it_is_from() -> None:
    assert "ranges $7 billion apart from EconoTimes" in row(document(BUDGET), "fig-budget-ainvest")


def test_a_row_that_fits_a_limit_says_what_it_fits() -> None:
    assert "“$20 billion” and “more than $12 billion”" in row(document(BUDGET), "fig-budget-ainvest")


def test_a_sources_own_conversion_stands_in_its_row() -> None:
    page = document("claims/tesla-model-3-sweden/")
    assert "also given as about $32,000" in row(page, "fig-price-ultimate-gamer")


def test_what_stands_in_one_part_of_a_source_needs_no_name_of_the_part() -> None:
    assert "It says “exceeding $12 billion” and “$12 billion”." in document(BUDGET).words()


def test_links_back_to_markers_have_names_of_their_own() -> None:
    page = document(BUDGET)
    for item in page.one("citations").iter(f"{HTML}li"):
        names = Counter(
            "".join(link.itertext()) for link in item.iter(f"{HTML}a") if (link.get("href") or "").startswith("#ref-")
        )
        assert [name for name, number in names.items() if number > 1] == []


def test_links_of_updates_are_named_after_their_sources() -> None:
    assert "Source" not in [link.text for link in document(BUDGET).one("history").iter(f"{HTML}a")]


def test_where_a_claim_was_first_seen_is_told_where_it_is_somebody_else() -> None:
    assert "first seen in" not in document(BUDGET).words(document(BUDGET).one("claim"))
    page = document("claims/xlight-150m/")
    assert "first seen in NewsNation" in page.words(page.one("claim"))


def test_a_note_says_that_it_is_no_quotation() -> None:
    assert "Wording not kept. Our note, not a quotation." in document(BUDGET).words()


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (BUDGET, "3 of 6 quotations were found word for word in our copies. We hold no copies for 3."),
        (
            "claims/jpmorgan-tower-cost/",
            "The words of 6 quotations could not be checked: we hold no copies.",
        ),
    ],
)
def test_quotations_that_could_not_be_checked_did_not_fail(address: str, sentence: str) -> None:
    page = document(address)
    assert sentence in page.words(page.one("checking"))


def test_counts_of_a_source_add_up() -> None:
    report = next(one for one in own_report().sources if one.source.slug == "computing")
    assert report.agree + report.explained + report.open == report.stated
    words = document("sources/computing/").words()
    assert f"{report.statements - report.stated} where it says nothing" in words


def test_a_source_without_quotations_has_no_count_of_them() -> None:
    assert "of 0 quotations" not in document("sources/financial-times/").words()


def test_errors_are_reported_where_somebody_takes_reports() -> None:
    assert "Report an error on this page" in history(BUDGET)
    nobody = Site(own_report(), replace(settings(), report_errors=""))
    page = next(page for page in pages(nobody) if page.address == BUDGET)
    assert "Report an error" not in page.text
    assert "How we correct errors" in page.text


def test_rules_explain_themselves_with_the_quotation_marks_of_pages() -> None:
    assert curly('A dropped "over" or "about".') == "A dropped “over” or “about”."
    assert '"about"' not in document("method/").words()


def test_a_day_that_a_claim_names_is_written_in_words() -> None:
    page = document("claims/tiktok-deadline/")
    assert "The claim EconoTimes 19 January 2025" in page.words()
    assert "2025-01-19" not in page.words(page.one("fig-from"))
