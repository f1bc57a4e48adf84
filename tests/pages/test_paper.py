"""Claims on paper: how many sheets, and what stands on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.pages.browser import OVERFLOW, need_letters, opened
from tests.pages.sites import ONE_OF_EACH, own_report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser, PdfMargins

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
USUAL = range(5, 9)
"""Citations of a usual claim."""
LONGEST_OF_THE_USUAL = ("who-declined", "jpmorgan-tower-cost", "tesla-model-3-germany")
PAPERS = ("A4", "Letter")
MARGINS: Mapping[str, PdfMargins | None] = {
    "none": None,
    "of the browser": {"left": "1cm", "right": "1cm", "top": "1cm", "bottom": "1cm"},
}
"""Browsers ask styles how wide the paper is with their own margins, and then print with ours."""
CUT_OFF = """() => [...document.querySelectorAll('.scroll, table, pre')].filter(one => one.checkVisibility())
  .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.className || one.localName)"""
# A4 on its short side, at 96 pixels to the inch, without the margins.
WIDTH_OF_PAPER = 688


def sheets(browser: Browser, address: str, slug: str) -> dict[str, int]:
    """Give how many sheets a claim takes on each paper, from the PDF that Chromium makes."""
    need_letters()
    for watched in opened(browser, address, f"claims/{slug}/"):
        pdfs = {
            f"{paper}, margins {name}": watched.page.pdf(format=paper, margin=margin)
            for paper in PAPERS
            for name, margin in MARGINS.items()
        }
        return {paper: len(re.findall(rb"/Type\s*/Page\b", pdf)) for paper, pdf in pdfs.items()}
    raise AssertionError


@pytest.mark.parametrize("slug", LONGEST_OF_THE_USUAL)
def test_a_usual_claim_fits_three_sheets(browser: Browser, address: str, slug: str) -> None:
    found = sheets(browser, address, slug)
    assert {paper: number for paper, number in found.items() if not 1 <= number <= 3} == {}


@pytest.mark.parametrize(("slug", "most"), [("china-chips", 4), ("total-budget", 5), ("parts-and-total", 5)])
def test_a_long_claim_takes_few_sheets(browser: Browser, address: str, slug: str, most: int) -> None:
    assert max(sheets(browser, address, slug).values()) <= most


@pytest.mark.audit
def test_every_usual_claim_fits_three_sheets(browser: Browser, address: str) -> None:
    usual = [report.claim.slug for report in own_report().claims if len(report.citations) in USUAL]
    assert usual
    found = {slug: sheets(browser, address, slug) for slug in usual}
    assert {slug: numbers for slug, numbers in found.items() if max(numbers.values()) > 3} == {}


def test_paper_has_the_evidence_unfolded_and_nothing_to_press(browser: Browser, address: str) -> None:
    for watched in opened(browser, address, ONE_OF_EACH["claim"], width=WIDTH_OF_PAPER):
        page = watched.page
        page.emulate_media(media="print")
        for hidden in (".site-head nav", ".pop", ".figures summary", ".as-drawing", ".site-foot", "#history details"):
            assert page.locator(hidden).first.is_hidden(), hidden
        for shown in ("details.difference .sides", ".references .print-only", ".sheet-foot"):
            assert page.locator(shown).last.is_visible(), shown
        assert page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("path", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_nothing_is_cut_off_where_paper_cannot_scroll(browser: Browser, address: str, path: str) -> None:
    for watched in opened(browser, address, path, width=WIDTH_OF_PAPER):
        watched.page.emulate_media(media="print")
        assert watched.page.evaluate(OVERFLOW) == 0
        assert watched.page.evaluate(CUT_OFF) == []


def test_paper_gives_ranges_that_no_chart_shows(browser: Browser, address: str) -> None:
    for watched in opened(browser, address, "claims/intel-860m/"):
        page = watched.page
        page.emulate_media(media="print")
        kept = page.locator(".figures .kept")
        assert kept.count() > 0
        assert kept.first.is_visible()
