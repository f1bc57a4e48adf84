"""A withdrawn claim: whoever meets it in a list, on the board or on another site is told so."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from tests.pages.sites import Document, site, with_claim

from factreport.model.claim import Retirement
from factreport.pages.search_records import records
from factreport.pages.site import pages

CLAIM = "total-budget"
WHY = "It rested on a forged filing."


@cache
def withdrawn() -> dict[str, Document]:
    report = with_claim(CLAIM, retired=Retirement(date(2026, 11, 30), WHY))
    made = (page for page in pages(site(report)) if page.path.endswith(".html"))
    return {page.address: Document(page.address, page.text) for page in made}


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
