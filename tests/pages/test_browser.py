"""Every type of page in Chromium: widths, schemes, accessibility, keyboard, popovers; without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.pages.browser import OPEN_ALL, OVERFLOW, axe, need_letters, opened
from tests.pages.sites import ONE_OF_EACH

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
each_type = pytest.mark.parametrize("path", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
WIDTHS = (320, 360, 768, 1280)
CLAIM = ONE_OF_EACH["claim"]
WIDER_TEXT = "* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }"
TWICE_THE_TEXT = "html { font-size: 200% }"
BROAD_LETTERS = '* { font-family: "DejaVu Sans", Verdana, sans-serif !important }'
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(one => {
  const style = getComputedStyle(one);
  const wide = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && style.overflowX === 'hidden';
  const high = one.scrollHeight > one.clientHeight + 1 && one.clientHeight > 0 && style.overflowY === 'hidden';
  return (wide || high) && !one.classList.contains('unseen') && style.clipPath === 'none';
}).map(one => one.className)"""
UNSEEN_IN_FORCED_COLOURS = """() => {
  const paper = getComputedStyle(document.body).backgroundColor, found = [];
  const behind = one => {
    for (let at = one; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (colour !== 'rgba(0, 0, 0, 0)') return colour;
    }
    return paper;
  };
  for (const one of document.querySelectorAll('body *')) {
    if (!one.checkVisibility() || one.closest('.unseen')) continue;
    const style = getComputedStyle(one);
    const says = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    const meant = one.closest('.cut, .overlap, .overlap-line, defs, clipPath');
    if (says && !one.closest('svg') && style.color === behind(one)) found.push('text: ' + one.outerHTML.slice(0, 90));
    if (['circle', 'rect', 'path', 'line'].includes(one.localName) && !meant) {
      const inks = one.localName === 'line' ? [style.stroke] : [style.fill, style.stroke];
      if (inks.every(ink => ink === 'none' || ink === paper)) found.push('mark: ' + one.outerHTML.slice(0, 90));
    }
  }
  for (const one of document.querySelectorAll('[aria-current]:not(.site-name)')) {
    if (!getComputedStyle(one).textDecorationLine.includes('underline')) found.push('current: ' + one.textContent);
  }
  return found;
}"""
FOCUS = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  return {html: one.outerHTML.slice(0, 90) + one.id, width: box.width, height: box.height, top: box.top,
    bottom: box.bottom, outline: getComputedStyle(one).outlineStyle, window: innerHeight};
}"""


@each_type
def test_nothing_overflows_and_nothing_is_complained_of(browser: Browser, address: str, path: str) -> None:
    for watched in opened(browser, address, path):
        for width in WIDTHS:
            watched.page.set_viewport_size({"width": width, "height": 800})
            assert (width, watched.page.evaluate(OVERFLOW)) == (width, 0)
        watched.page.evaluate(OPEN_ALL)
        watched.page.set_viewport_size({"width": 320, "height": 800})
        assert watched.page.evaluate(OVERFLOW) == 0
        assert watched.complaints == []


@each_type
def test_twice_the_text_and_wide_spacing_fit_a_phone_and_a_desk(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(address + path)
    page.evaluate(OPEN_ALL)
    for style in (WIDER_TEXT, TWICE_THE_TEXT, BROAD_LETTERS):
        page.add_style_tag(content=style)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert (style, width, page.evaluate(OVERFLOW), page.evaluate(CLIPPED)) == (style, width, 0, [])
    context.close()


@each_type
def test_axe_finds_nothing(browser: Browser, address: str, path: str) -> None:
    """On a phone by day; the audit has every page in both schemes and at both widths."""
    for watched in opened(browser, address, path):
        watched.page.evaluate(OPEN_ALL)
        assert axe(watched.page) == []


@pytest.mark.parametrize("path", ["", CLAIM, ONE_OF_EACH["board"]], ids=["home", "claim", "board"])
def test_axe_finds_nothing_in_the_dark(browser: Browser, address: str, path: str) -> None:
    for watched in opened(browser, address, path, width=1280, scheme="dark"):
        watched.page.evaluate(OPEN_ALL)
        assert axe(watched.page) == []


def test_axe_finds_nothing_in_open_popovers(browser: Browser, address: str) -> None:
    for watched in opened(browser, address, CLAIM):
        for marker in watched.page.locator("button.marker").all()[:3]:
            marker.click()
            assert axe(watched.page) == []
            watched.page.keyboard.press("Escape")


def test_a_citation_opens_without_scripts_and_gives_the_focus_back(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + CLAIM)
    marker = page.locator("button.marker").first
    sheet = page.locator(f"#{marker.get_attribute('popovertarget')}")
    assert not sheet.is_visible()
    marker.press("Enter")
    assert sheet.is_visible()
    page.keyboard.press("Escape")
    assert not sheet.is_visible()
    marker.press("Enter")
    sheet.get_by_role("button", name="Close").click()
    assert not sheet.is_visible()
    context.close()


def test_the_keyboard_meets_the_skip_link_first_and_is_always_seen(browser: Browser, address: str) -> None:
    for watched in opened(browser, address, CLAIM, width=1280):
        page = watched.page
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        seen = set()
        for _step in range(60):
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUS)
            seen.add(focus["html"])
            assert focus["width"] > 0, focus
            assert focus["height"] > 0, focus
            assert focus["top"] < focus["window"], focus
            assert focus["bottom"] > 0, focus
            assert focus["outline"] != "none", focus
        assert len(seen) > 50


@pytest.mark.parametrize("path", [CLAIM, "claims/who-declined/"])
def test_the_answer_stands_above_the_fold_of_a_phone(browser: Browser, address: str, path: str) -> None:
    for watched in opened(browser, address, path):
        watched.page.set_viewport_size({"width": 360, "height": 740})
        for selector in (
            ".site-name",
            "h1",
            ".byline",
            ".judgement .verdict",
            ".judgement .answer",
            ".judgement > .meta",
        ):
            assert below(watched.page, selector) <= 740, selector


@pytest.mark.parametrize("path", [CLAIM, "claims/total-budget/"])
def test_the_first_rows_of_the_chart_stand_above_the_fold_of_a_desk(browser: Browser, address: str, path: str) -> None:
    need_letters()
    for watched in opened(browser, address, path, width=1280):
        for selector in (".figure h2", ".chart-row:nth-child(1)", ".chart-row:nth-child(2)"):
            assert below(watched.page, selector) <= 800, selector


def below(page: Page, selector: str) -> float:
    """Give where the first element of a kind ends, in pixels from the top of the window."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def test_links_into_folded_parts_unfold_them(browser: Browser, address: str) -> None:
    for watched in opened(browser, address, CLAIM):
        target = watched.page.locator("details.difference:not([open]) li[id]").first
        identity = target.get_attribute("id")
        watched.page.goto(f"{address}{CLAIM}#{identity}")
        assert watched.page.locator(f"#{identity}").is_visible()


def test_dark_follows_the_device(browser: Browser, address: str) -> None:
    seen = {}
    for scheme in ("light", "dark"):
        for watched in opened(browser, address, CLAIM, scheme=scheme):
            seen[scheme] = watched.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert seen == {"light": "rgb(253, 252, 249)", "dark": "rgb(21, 24, 28)"}


def test_nearly_every_word_is_there_without_scripts(browser: Browser, address: str) -> None:
    words = {}
    for enabled in (True, False):
        context = browser.new_context(java_script_enabled=enabled)
        page = context.new_page()
        page.goto(address + CLAIM)
        words[enabled] = page.locator("body").inner_text().split()
        context.close()
    assert len(words[False]) >= 0.98 * len(words[True])


@each_type
def test_forced_colours_hide_no_word_and_no_mark(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, forced_colors="active")
    page = context.new_page()
    page.goto(address + path)
    page.evaluate(OPEN_ALL)
    assert page.evaluate(UNSEEN_IN_FORCED_COLOURS) == []
    context.close()


def test_forced_colours_keep_the_words_and_the_marks(browser: Browser, address: str) -> None:
    """Colours are the reader's; a dot is still drawn against its paper, and the verdict against its badge."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, forced_colors="active")
    page = context.new_page()
    page.goto(address + CLAIM)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for selector, name in ((".strip .dot", "fill"), (".strip .band", "stroke"), (".judgement .verdict b", "color")):
        ink = page.locator(selector).first.evaluate(f"one => getComputedStyle(one).{name}")
        assert ink not in (paper, "none", "rgba(0, 0, 0, 0)"), selector
    context.close()
