"""The project's own content as a site of pages in memory, and pages as documents to ask questions of."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
from msgspec.structs import replace

from factreport.pages.prose import Prose
from factreport.pages.site import Site, pages, prose_page
from factreport.pipeline import build_report
from factreport.report.build import whole_report
from factreport.settings import Settings
from factreport.theme import theme_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from xml.etree.ElementTree import Element

    from factreport.pages.page import Page
    from factreport.report.records import Report

PROJECT = Path(__file__).parents[2]
HTML = "{http://www.w3.org/1999/xhtml}"
ROOT = "https://facts.example/desk/"
ONE_OF_EACH = {
    "home": "",
    "claim": "claims/china-chips/",
    "claim with sums": "claims/parts-and-total/",
    "claim index": "claims/",
    "facet": "claims/by/verdict/contradicted/",
    "facet list": "claims/by/source/",
    "board": "discrepancies/",
    "source": "sources/econotimes/",
    "sources": "sources/",
    "story": "stories/bytedance-12bn/",
    "stories": "stories/",
    "topic": "topics/ai-chips/",
    "topics": "topics/",
    "claimant": "claimants/financial-times/",
    "method": "method/",
    "corrections": "corrections/",
    "search": "search/",
    "letter": "search/b/",
    "embed": "embed/china-chips/",
    "not found": "404.html",
}
"""An address for each type of page."""


def settings(*, preview: bool = False, site_url: str = ROOT) -> Settings:
    return Settings(
        project=PROJECT,
        content=PROJECT / "content",
        site_name="Fact desk",
        site_description="Numbers in the news, checked.",
        site_url=site_url,
        report_errors="mailto:desk@facts.example",
        license="CC BY 4.0",
        license_url="https://creativecommons.org/licenses/by/4.0/",
        preview=preview,
    )


@cache
def own_report() -> Report:
    return build_report(settings())


def site(report: Report | None = None, *, preview: bool = False, site_url: str = ROOT) -> Site:
    return Site(report or own_report(), settings(preview=preview, site_url=site_url))


@cache
def own_pages() -> Mapping[str, Page]:
    """Give every page of the project's content by address."""
    return {page.address: page for page in pages(site())}


def page_of(report: Report, address: str, *, preview: bool = False) -> Document:
    """Give one page of another report."""
    taken = next(page for page in pages(site(report, preview=preview)) if page.address == address)
    return Document(taken.address, taken.text)


@dataclass(frozen=True)
class Document:
    """A page read as browsers read it."""

    address: str
    text: str
    parsed: Element = field(init=False, repr=False)
    errors: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
        object.__setattr__(self, "parsed", parser.parse(self.text))
        object.__setattr__(self, "errors", tuple(f"{place}: {code}" for place, code, _data in parser.errors))

    def all(self, tag: str) -> Iterator[Element]:
        return self.parsed.iter(f"{HTML}{tag}")

    def one(self, identity: str) -> Element:
        return next(element for element in self.parsed.iter() if element.get("id") == identity)

    def words(self, element: Element | None = None) -> str:
        return " ".join("".join((self.parsed if element is None else element).itertext()).split())

    @property
    def identities(self) -> list[str]:
        return [identity for element in self.parsed.iter() if (identity := element.get("id"))]

    @property
    def links(self) -> list[str]:
        """Addresses that it names, of every kind."""
        found = []
        for element in self.parsed.iter():
            found += [value for name in ("href", "src", "action") if (value := element.get(name))]
        return found

    def inside(self, link: str) -> tuple[str, str] | None:
        """Give file and anchor of a link within the site; None for a link elsewhere."""
        target = urlsplit(urljoin(ROOT + self.address, link))
        if f"{target.scheme}://{target.netloc}{target.path}".startswith(ROOT):
            path = unquote(target.path).removeprefix("/desk/")
            return (f"{path}index.html" if path == "" or path.endswith("/") else path), unquote(target.fragment)
        return None


def broken_links(page: Document, identities: Callable[[str], Collection[str] | None]) -> list[str]:
    """Give links within the site that lead nowhere; `identities` gives those of a file, None where there is none."""
    found = []
    for link in page.links:
        inside = page.inside(link)
        if inside is None:
            continue
        path, anchor = inside
        known = identities(path)
        if known is None:
            found += [] if (theme_folder() / path).is_file() else [link]
        elif anchor and anchor not in known:
            found.append(link)
    return found


@cache
def document(address: str) -> Document:
    return Document(address, own_pages()[address].text)


def gzipped(text: str) -> int:
    return len(gzip.compress(text.encode(), 9, mtime=0))


def with_claim(slug: str, **changes: object) -> Report:
    """Give the project's report with fields of one claim changed."""
    report = own_report()
    changed = tuple(
        replace(one, claim=replace(one.claim, **changes)) if one.claim.slug == slug else one for one in report.claims
    )
    by_slug = {one.claim.slug: one for one in changed}
    stories = tuple(
        replace(story, claims=tuple(by_slug[one.claim.slug] for one in story.claims)) for story in report.stories
    )
    return whole_report(report.content, changed, stories, report.problems)


def with_prose(address: str, markdown: str) -> Document:
    page = prose_page(site(), Prose(address, markdown))
    return Document(page.address, page.text)
