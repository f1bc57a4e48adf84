"""What holds for each type of page; every page of the site is looked at in the audit."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from tests.pages.sites import HTML, ONE_OF_EACH, Document, broken_links, document, gzipped, own_pages, own_report, site

from factreport.assembly import with_exports
from factreport.model.slugs import SLUG
from factreport.pages.site import pages
from factreport.report.gatherings import claimants
from factreport.theme import theme_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

each_type = pytest.mark.parametrize("address", ONE_OF_EACH.values(), ids=ONE_OF_EACH)


def html_pages() -> Iterator[Document]:
    return (document(page.address) for page in own_pages().values() if page.path.endswith(".html"))


def problems_of(page: Document) -> list[str]:
    return [*page.errors, *repeated_ids(page), *loose_references(page), *inline_code(page), *head_problems(page)]


def repeated_ids(page: Document) -> list[str]:
    return [f"id twice: {one}" for one in set(page.identities) if page.identities.count(one) > 1]


def loose_references(page: Document) -> list[str]:
    """Name what refers to an id that the page does not have."""
    known = set(page.identities)
    found = []
    for element in page.parsed.iter():
        for name in ("aria-labelledby", "popovertarget", "for", "aria-describedby"):
            found += [f"{name}={one}" for one in (element.get(name) or "").split() if one not in known]
    return found


def inline_code(page: Document) -> list[str]:
    found = [f"{name} on {element.tag}" for element in page.parsed.iter() for name in element.attrib if name == "style"]
    found += [
        f"{name} on {element.tag}" for element in page.parsed.iter() for name in element.attrib if name[:2] == "on"
    ]
    found += ["style element" for _one in page.all("style")]
    found += ["script" for one in page.all("script") if one.get("type") != "application/ld+json" and not one.get("src")]
    return found


def is_search(page: Document) -> bool:
    """Tell whether it is the one page that may load a script."""
    return page.address == "search/"


def head_problems(page: Document) -> list[str]:
    policies = [
        one.get("content", "") for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy"
    ]
    found = [] if len(policies) == 1 and policies[0].startswith("default-src 'none'") else [f"policies: {policies}"]
    found += [] if len(list(page.all("h1"))) == 1 else ["not one h1"]
    found += [] if len(list(page.all("main"))) == 1 else ["not one main"]
    return found + skipped_headings(page)


def skipped_headings(page: Document) -> list[str]:
    tags = (str(element.tag).rpartition("}")[2] for element in page.parsed.iter())
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    return [f"h{b} after h{a}" for a, b in pairwise(levels) if b > a + 1]


def own_identities(path: str) -> Collection[str] | None:
    address = path.removesuffix("index.html")
    return document(address).identities if address in own_pages() else None


@each_type
def test_is_well_formed_and_within_the_policy(address: str) -> None:
    assert problems_of(document(address)) == []


@each_type
def test_links_and_anchors_lead_somewhere(address: str) -> None:
    assert broken_links(document(address), own_identities) == []


@each_type
def test_asks_nothing_of_other_origins(address: str) -> None:
    page = document(address)
    asked = [one.get("href", "") for one in page.all("link") if one.get("rel") in ("stylesheet", "icon", "manifest")]
    asked += [one.get("src", "") for tag in ("img", "script", "iframe") for one in page.all(tag)]
    assert [one for one in asked if page.inside(one) is None] == []


@pytest.mark.audit
def test_every_page_is_well_formed() -> None:
    assert {page.address: found for page in html_pages() if (found := problems_of(page))} == {}


@pytest.mark.audit
def test_every_link_leads_somewhere() -> None:
    assert {page.address: found for page in html_pages() if (found := broken_links(page, own_identities))} == {}


@pytest.mark.audit
def test_every_listed_page_is_at_most_four_links_from_home() -> None:
    distance, edge = {"index.html": 0}, [""]
    addresses = {page.path: page.address for page in own_pages().values()}
    while edge:
        page = document(edge.pop(0))
        for link in page.links:
            path = (page.inside(link) or ("",))[0]
            if path in addresses and path not in distance and path.endswith(".html"):
                distance[path] = distance[own_pages()[page.address].path] + 1
                edge.append(addresses[path])
    listed = [page.path for page in own_pages().values() if page.listed and page.path.endswith(".html")]
    assert [path for path in listed if distance.get(path, 99) > 4] == []


def test_no_address_is_made_twice() -> None:
    paths = [page.path for page in pages(site())]
    assert len(paths) == len(set(paths))


def test_styles_and_the_longest_claim_page_stay_small() -> None:
    """Limits of the design: CSS 16 KiB, a claim page with all that it loads 60 KiB, both compressed."""
    styles = sum(gzipped((theme_folder() / "css" / name).read_text()) for name in ("site.css", "drawing.css"))
    longest = max(gzipped(page.text) for page in own_pages().values() if page.address.startswith("claims/"))
    assert styles <= 16 * 1024
    assert longest + styles <= 60 * 1024
    assert max(len(p.text) for p in own_pages().values() if p.address.startswith("embed/")) <= 20 * 1024


def test_pages_come_out_the_same_twice() -> None:
    again = {page.address: page.text for page in pages(site())}
    assert again == {address: page.text for address, page in own_pages().items()}


@pytest.mark.parametrize("address", [ONE_OF_EACH["board"], ONE_OF_EACH["claim index"]], ids=["board", "claim index"])
def test_facets_of_each_kind_stand_under_a_heading_of_their_own(address: str) -> None:
    page = document(address)
    facets = next(one for one in page.parsed.iter() if one.get("class") == "facets")
    lists = list(facets.iter(f"{HTML}ul"))
    names = [page.words(page.one(one.get("aria-labelledby", ""))) for one in lists]
    assert len(lists) >= 3
    assert len(set(names)) == len(lists)
    assert all(names)


@pytest.mark.parametrize("address", [ONE_OF_EACH["topic"], ONE_OF_EACH["story"]], ids=["topic", "story"])
def test_topic_and_story_link_to_feeds_of_their_own(address: str) -> None:
    shown = with_exports(site())
    text = next(page.text for page in pages(shown) if page.address == address)
    page = Document(address, text)
    links = [one for one in page.parsed.iter(f"{HTML}a") if one.get("type")]
    assert [page.inside(one.get("href", "")) for one in links] == [
        (f"feeds/{address.removesuffix('/')}{ending}", "") for ending in (".xml", ".json")
    ]
    name = next(page.words(one) for one in page.all("h1"))
    assert [page.words(one) for one in links] == [f"{kind}: Fact desk: {name}" for kind in ("Atom", "JSON Feed")]


def test_no_claim_or_story_can_stand_where_a_list_does() -> None:
    lists = [plan.address for _page_type, plan in site().gathering_plans]
    assert len(set(lists)) == len(lists) > 200
    assert not [address for address in lists if re.fullmatch(rf"(claims|stories)/{SLUG.pattern}/", address)]


def test_claimants_without_latin_letters_have_a_page_each() -> None:
    report = own_report()
    names = ["字节跳动", "腾讯", "C", "C++", "Müller & Søn", "muller  son", "Яндекс"]
    cards = [replace(card, claimant=name) for card, name in zip(report.cards, names, strict=False)]
    pages = claimants(cards)
    assert sorted(one.name for one in pages) == sorted(set(names) - {"muller  son"})
    assert all(SLUG.fullmatch(one.slug) for one in pages)
    assert len(pages) == len(names) - 1
