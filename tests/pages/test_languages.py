"""The title of a source is marked with its language wherever a page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape
from tests.pages.growing import paged
from tests.pages.sites import Document, own_pages, own_report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

FOREIGN = {
    source.source.heading: source.source.language
    for source in own_report().sources
    if source.source.title and source.source.language != "en"
}


def texts(element: Element, language: str = "") -> Iterator[tuple[str, str]]:
    """Give each text below an element with the language that it is said to be in."""
    own = element.get("lang", language)
    yield element.text or "", own
    for child in element:
        yield from texts(child, own)
        yield child.tail or "", own


def titles(page: Document) -> Iterator[tuple[str, str]]:
    """Give each title in another language than the site's, with the language that the page says it is in."""
    for text, language in texts(next(page.all("body"))):
        yield from ((title, language) for title in FOREIGN if title in text)


def test_titles_say_their_language() -> None:
    seen = set()
    for pages in (own_pages(), paged()):
        for address, page in pages.items():
            if page.path.endswith(".html") and any(escape(title) in page.text for title in FOREIGN):
                for title, language in titles(Document(address, page.text)):
                    seen.add(address.split("/page/")[0])
                    assert language == FOREIGN[title], address
    assert {"sources/", "claims/by/source/"} <= seen
    assert any(address.startswith("search/") for address in seen)
