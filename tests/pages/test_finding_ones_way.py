"""A reader finds her way on long pages, and what belongs together stands together on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.pages.browser import opened
from tests.pages.sites import document, own_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GLYPHS_ALONE = """() => [...document.querySelectorAll('.headline')].filter(line => {
  const size = line.querySelector('.size'), word = line.querySelector('a, b');
  if (!size || !size.checkVisibility() || !word) return false;
  return word.getClientRects()[0].top > size.getBoundingClientRect().top + 12;
}).map(line => line.innerText)"""
NAMES_TOO_WIDE = """() => [...document.querySelectorAll('.matrix th[scope=row]')].filter(cell => {
  const name = cell.querySelector('a').getBoundingClientRect(), box = cell.getBoundingClientRect();
  return name.right > box.right;
}).map(cell => cell.innerText)"""


def test_the_method_page_says_first_what_is_on_it() -> None:
    page = document("method/")
    contents = next(one for one in page.all("nav") if one.get("class") == "contents")
    anchors = [link.get("href", "").removeprefix("#") for link in contents.iter() if link.get("href")]
    assert {"check", "scale", "sizes", "rules", "causes"} <= set(anchors)
    assert set(anchors) <= set(page.identities)


def test_a_letter_is_marked_on_its_own_page() -> None:
    page = document("search/b/")
    letters = next(one for one in page.all("nav") if one.get("class") == "letters")
    current = [page.words(one) for one in letters.iter() if one.get("aria-current")]
    assert len(current) == 1
    assert current[0].startswith("B,")


def test_a_source_that_states_nothing_is_not_counted_with_nought() -> None:
    assert any(not source.statements for source in own_report().sources)
    words = document("sources/").words()
    assert " 0 statements" not in words
    assert "not cited for a figure" in words


def test_how_we_checked_leads_to_how_to_check() -> None:
    page = document("claims/china-chips/")
    assert any(one.get("href") == "../../method/#check" for one in page.one("checking").iter())


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("path", ["discrepancies/", "claims/china-chips/"])
def test_the_size_of_a_difference_stands_beside_its_word(browser: Browser, address: str, path: str) -> None:
    for watched in opened(browser, address, path):
        assert watched.page.evaluate(GLYPHS_ALONE) == []


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_names_stay_in_their_column_of_a_storys_table(browser: Browser, address: str) -> None:
    for watched in opened(browser, address, "stories/bytedance-12bn/"):
        assert watched.page.evaluate(NAMES_TOO_WIDE) == []


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_a_long_name_takes_no_room_from_the_figures_of_a_storys_table(browser: Browser, address: str) -> None:
    for watched in opened(browser, address, "stories/bytedance-12bn/", width=1280):
        width = watched.page.evaluate("document.querySelector('.matrix th[scope=row]').getBoundingClientRect().width")
        assert width < 1280 / 4
