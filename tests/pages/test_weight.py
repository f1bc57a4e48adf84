"""What a first visit to the claim with most sources costs: bytes on the wire, requests, movement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.pages.browser import opened
from tests.pages.sites import own_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
WIRE = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .map(one => [one.name, one.encodedBodySize])"""
SHIFT = """() => new Promise(done => { let sum = 0; new PerformanceObserver(list => {
  for (const one of list.getEntries()) sum += one.value }).observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum))) })"""
KIB = 1024


def most_sources() -> str:
    """Give the address of the claim with most citations."""
    return max(own_report().claims, key=lambda report: len(report.citations)).address


@pytest.mark.parametrize("width", [360, 1280])
def test_the_heaviest_claim_is_light_on_a_first_visit(browser: Browser, address: str, width: int) -> None:
    for watched in opened(browser, address, most_sources(), width=width):
        wire = dict(watched.page.evaluate(WIRE))
        styles = sum(size for name, size in wire.items() if name.endswith(".css"))
        scripts = sum(size for name, size in wire.items() if name.endswith(".js"))
        assert all(size > 0 for size in wire.values()), wire
        assert sum(wire.values()) <= 60 * KIB, wire
        assert len(watched.asked) <= 8, watched.asked
        assert styles <= 16 * KIB, wire
        assert scripts <= 10 * KIB, wire
        assert watched.page.evaluate(SHIFT) <= 0.01


@pytest.mark.parametrize("width", [320, 412, 700, 1280])
def test_the_search_form_comes_without_moving_the_page(browser: Browser, address: str, width: int) -> None:
    for watched in opened(browser, address, "search/", width=width):
        watched.page.locator(".filters select").last.wait_for()
        assert watched.page.evaluate(SHIFT) <= 0.01
