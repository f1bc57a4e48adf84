"""The search of the preview in Chromium: `mkdocs serve` has an index too, at the root and below a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.host.test_serve import serving
from tests.pages.browser import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from tests.host.conftest import Project

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
SHOWN = "#results section li a"


@pytest.mark.parametrize(
    "below", [pytest.param("", marks=pytest.mark.audit, id="root"), pytest.param("desk/", id="sub-path")]
)
def test_a_query_finds_claims_in_the_preview_and_follows_edits(project: Project, browser: Browser, below: str) -> None:
    if below:
        project.configure(f"\nsite_url: https://facts.example/{below}\n")
    with serving(project) as preview:
        address = f"{preview.address}{below}"
        for watched in opened(browser, address, "search/?q=yuan", width=1280):
            page = watched.page
            first = page.locator(SHOWN).first
            first.wait_for()
            assert (first.get_attribute("href") or "").startswith(f"{address}claims/")
            # Away from the page, which would reload itself while the test goes on.
            page.goto("about:blank")
            project.replace("content/claims/chips.md", "answer: ", "answer: Kumquat. ")
            preview.wait_for_text(f"{below}claims/chips/", "Kumquat.")
            page.goto(f"{address}search/?q=kumquat")
            page.locator(SHOWN).first.click()
            page.locator(".judgement .verdict").first.wait_for()
            assert page.url == f"{address}claims/chips/"
            assert [said for said in watched.complaints if "/livereload/" not in said] == []
