"""The search in Chromium: typing, filters, keys, addresses, and a page that says enough without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.pages.sites import site

from factreport.pages.search_index import words_of
from factreport.pages.search_records import records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as BrowserPage

MOST_FILES = 3
"""Of words, for a query of one word: as many as the script allows."""
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def searching(browser: Browser, address: str) -> Iterator[BrowserPage]:
    """Give the search page, ready; at the end nothing must have been complained of."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(address) else complaints.append(asked.url))
    page.on("response", lambda answer: complaints.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"{address}search/")
    page.locator(".filters select").first.wait_for()
    yield page
    assert complaints == []
    assert context.cookies() == []
    context.close()


def query(page: BrowserPage, text: str) -> None:
    page.locator("#query").fill(text)
    page.wait_for_function("text => new URLSearchParams(location.search).get('q') === text", arg=text)
    page.wait_for_function("() => document.getElementById('found').textContent !== ''")


def titles(page: BrowserPage) -> list[str]:
    return page.locator("#results section li a").all_inner_texts()


def test_a_typed_query_shows_results_by_kind(searching: BrowserPage) -> None:
    query(searching, "bytedance nvidia")
    searching.locator("#results section").first.wait_for()
    headings = searching.locator("#results h2").all_inner_texts()
    assert headings[0].startswith("Claims")
    first = searching.locator("#results section li a").first
    assert (first.get_attribute("href") or "").startswith(searching.url.partition("search/")[0])
    first.click()
    assert searching.locator(".judgement .verdict").count() >= 1


def test_a_filter_narrows_and_stands_in_the_address(searching: BrowserPage, address: str) -> None:
    query(searching, "bytedance")
    before = len(titles(searching))
    searching.get_by_label("Verdict").select_option("Contradicted")
    searching.wait_for_url("**Verdict=Contradicted**")
    searching.wait_for_function("() => [...document.querySelectorAll('#results h2')].length === 1")
    assert 0 < len(titles(searching)) < before
    badges = searching.locator("#results .verdict").all_inner_texts()
    assert set(badges) == {"Contradicted"}
    searching.goto(f"{address}search/?Verdict=Contradicted")
    searching.locator("#results section").first.wait_for()
    assert searching.get_by_label("Verdict").input_value() == "Contradicted"
    searching.get_by_role("button", name="Clear the filters").click()
    searching.wait_for_function("() => !document.querySelector('#results section')")


def test_keys_lead_to_the_query_through_the_results_and_back(searching: BrowserPage) -> None:
    searching.locator("h1").click()
    searching.keyboard.press("/")
    assert searching.evaluate("document.activeElement.id") == "query"
    query(searching, "oracle")
    searching.locator("#results section").first.wait_for()
    shown = titles(searching)
    searching.keyboard.press("ArrowDown")
    searching.keyboard.press("ArrowDown")
    assert searching.evaluate("document.activeElement.textContent") == shown[1]
    searching.keyboard.press("ArrowUp")
    assert searching.evaluate("document.activeElement.textContent") == shown[0]
    searching.keyboard.press("Escape")
    assert searching.evaluate("document.activeElement.id") == "query"
    searching.keyboard.press("ArrowDown")
    searching.keyboard.press("Enter")
    searching.wait_for_url(lambda url: "search" not in url)


def test_a_query_in_the_address_works_and_a_wrong_letter_is_put_right(searching: BrowserPage, address: str) -> None:
    searching.goto(f"{address}search/?q=vbytedance")
    link = searching.locator("#results p a", has_text="bytedance")
    link.wait_for()
    link.click()
    searching.locator("#results section").first.wait_for()
    assert searching.locator("#query").input_value() == "bytedance"


def test_no_hit_says_so_and_how_to_suggest_a_claim(searching: BrowserPage) -> None:
    query(searching, "qqqqqqqq")
    searching.locator("#results a", has_text="Suggest a claim to check").wait_for()
    assert "qqqqqqqq" in searching.locator("#found").inner_text()
    query(searching, "<img src=x onerror=alert(1)>")
    assert searching.locator("#results img, #found img").count() == 0


def test_every_word_is_cut_in_the_browser_as_in_the_index(searching: BrowserPage) -> None:
    said = [text for record in records(site()) for text in (record.title, *record.names, *record.texts)]
    said += ["Über £4.5bn, 1,000 chips", "İstanbul ΟΔΟΣ ﬁne x²", "日本語 text", "नमस्ते", "a_b 3rd 12.5.2025"]
    said += ["€75bn 4.4 bn 4.4billion 5k 3 m 12,5 1,00,000 1,250.5mn 2023,2024 32,000 b bn 4.4bnx"]
    cut = searching.evaluate(
        "async texts => { const { wordsOf } = await import('../js/search.js'); return texts.map(wordsOf) }", said
    )
    assert cut == [list(words_of(text)) for text in said]


@pytest.mark.parametrize("printed", ["£4.4bn", "£4.4 bn", "4.4 billion", "40bn yuan"])
def test_a_figure_is_found_as_outlets_print_it(searching: BrowserPage, printed: str) -> None:
    query(searching, printed)
    searching.locator("#results section").first.wait_for()
    assert any("40 billion yuan" in title for title in titles(searching))


def test_a_query_asks_for_few_files(searching: BrowserPage, address: str) -> None:
    asked: list[str] = []
    searching.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    query(searching, "nvidia")
    searching.locator("#results section").first.wait_for()
    fetched = [name.rpartition("/")[2] for name in asked if name.startswith("search/index/")]
    assert {name.split("-")[0] for name in fetched} == {"words", "records"}
    assert len([name for name in fetched if name.startswith("words")]) <= MOST_FILES


def test_without_scripts_the_page_explains_itself(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.locator("#find").fill("nvidia")
    page.locator("#find").press("Enter")
    page.wait_for_url("**/search/?q=nvidia")
    assert page.locator("noscript").inner_text().startswith("Typing a query needs JavaScript")
    assert page.locator("form.search").is_hidden()
    assert page.locator(".letters a").count() > 10
    context.close()
