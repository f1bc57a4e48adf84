"""Every type of page in Chromium: widths, schemes, accessibility, keyboard, popovers, paper; without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.pages.sites import ONE_OF_EACH, own_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
each_type = pytest.mark.parametrize("path", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
WIDTHS = (320, 360, 768, 1280)
CLAIM = ONE_OF_EACH["claim"]
OPEN_ALL = """() => {
  document.querySelectorAll('details').forEach(one => { one.open = true });
}"""
WIDER_TEXT = "* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }"
OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  return document.documentElement.scrollWidth - wide;
}"""
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(one => {
  const style = getComputedStyle(one);
  const cut = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && style.overflowX === 'hidden';
  return cut && !one.classList.contains('unseen') && style.clipPath === 'none';
}).map(one => one.className)"""
FOCUS = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  return {html: one.outerHTML.slice(0, 90) + one.id, width: box.width, height: box.height, top: box.top,
    bottom: box.bottom, outline: getComputedStyle(one).outlineStyle, window: innerHeight};
}"""
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Watched:
    """A page with everything that went wrong on it."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._asked(request.url, origin))
        page.on("response", lambda response: self._answered(response.status, response.url))

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)

    def _asked(self, url: str, origin: str) -> None:
        self.asked.append(url)
        if not url.startswith(origin):
            self.complaints.append(f"asked {url}")

    def _answered(self, status: int, url: str) -> None:
        if status >= 400:
            self.complaints.append(f"{status} {url}")


def opened(
    browser: Browser, address: str, path: str, *, width: int = 360, scheme: Literal["light", "dark"] = "light"
) -> Iterator[Watched]:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    try:
        watched = Watched(context.new_page(), address)
        watched.page.goto(address + path)
        yield watched
        assert context.cookies() == []
    finally:
        context.close()


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
def test_twice_the_text_and_wide_spacing_fit_a_phone(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(address + path)
    page.add_style_tag(content=WIDER_TEXT)
    assert page.evaluate(OVERFLOW) == 0
    assert page.evaluate(CLIPPED) == []
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate(OVERFLOW) == 0
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
@each_type
def test_axe_finds_nothing(
    browser: Browser, address: str, path: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    for watched in opened(browser, address, path, width=width, scheme=scheme):
        watched.page.evaluate(OPEN_ALL)
        assert axe(watched.page) == []


def test_axe_finds_nothing_in_open_popovers(browser: Browser, address: str) -> None:
    for watched in opened(browser, address, CLAIM):
        for marker in watched.page.locator("button.marker").all()[:3]:
            marker.click()
            assert axe(watched.page) == []
            watched.page.keyboard.press("Escape")


def axe(page: Page) -> list[str]:
    """Give the findings of axe-core, run from the file that its package brings."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415

    found = Axe().run(page, options={"runOnly": AXE_TAGS, "resultTypes": ["violations"]})
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]


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


def test_the_answer_stands_above_the_fold_of_a_phone(browser: Browser, address: str) -> None:
    for watched in opened(browser, address, CLAIM):
        watched.page.set_viewport_size({"width": 360, "height": 740})
        for selector in ("h1", ".judgement .verdict", ".judgement .answer", ".judgement > .meta"):
            box = watched.page.locator(selector).first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 740, selector


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


def test_paper_has_the_differences_unfolded_and_no_sheets(browser: Browser, address: str) -> None:
    for watched in opened(browser, address, CLAIM, width=768):
        page = watched.page
        page.emulate_media(media="print")
        assert page.locator(".site-head nav").is_hidden()
        assert page.locator(".pop").first.is_hidden()
        assert page.locator("details.difference .sides").last.is_visible()
        assert page.evaluate(OVERFLOW) == 0


def test_nearly_every_word_is_there_without_scripts(browser: Browser, address: str) -> None:
    words = {}
    for enabled in (True, False):
        context = browser.new_context(java_script_enabled=enabled)
        page = context.new_page()
        page.goto(address + CLAIM)
        words[enabled] = page.locator("body").inner_text().split()
        context.close()
    assert len(words[False]) >= 0.98 * len(words[True])


def test_a_cold_visit_is_small(browser: Browser, address: str) -> None:
    """At most eight requests, and nothing moves once it is drawn."""
    for watched in opened(browser, address, CLAIM):
        page = watched.page
        watched.asked.clear()
        page.reload()
        assert len(watched.asked) <= 8
        shift = page.evaluate(
            """() => new Promise(done => { let sum = 0; new PerformanceObserver(list => {
              for (const one of list.getEntries()) sum += one.value }).observe({type: 'layout-shift', buffered: true});
              setTimeout(() => done(sum), 200) })"""
        )
        assert shift <= 0.01


@pytest.mark.audit
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(browser: Browser, address: str, scheme: Literal["light", "dark"]) -> None:
    found = {}
    for page in own_pages().values():
        if page.path.endswith(".html"):
            for watched in opened(browser, address, page.address, scheme=scheme):
                watched.page.evaluate(OPEN_ALL)
                found[page.address] = [*axe(watched.page), *watched.complaints]
    assert {address: problems for address, problems in found.items() if problems} == {}
