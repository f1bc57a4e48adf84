"""The map of the site in one file, and in several with an index once one file may not hold all."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from tests.pages.sites import ROOT, own_pages, site

from factreport.pages import sitemap

if TYPE_CHECKING:
    import pytest

FORM = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LISTED = sorted(page.address for page in own_pages().values() if page.listed)


def maps() -> dict[str, ET.Element]:
    return {page.address: ET.fromstring(page.text) for page in sitemap.files(site(), LISTED)}  # noqa: S314 - our own


def places(root: ET.Element) -> list[str]:
    return [one.text or "" for one in root.iter(f"{FORM}loc")]


def test_one_file_holds_all_pages_while_it_may() -> None:
    (only,) = maps().items()
    assert only[0] == "sitemap.xml"
    assert only[1].tag == f"{FORM}urlset"
    assert places(only[1]) == [ROOT + address for address in LISTED]


def test_more_addresses_go_into_several_files_that_an_index_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 7)
    found = maps()
    index = found.pop("sitemap.xml")
    assert index.tag == f"{FORM}sitemapindex"
    assert places(index) == [ROOT + name for name in found]
    assert list(found) == [f"sitemap-{number}.xml" for number in range(1, len(found) + 1)]
    assert all(len(places(one)) <= 7 for one in found.values())
    assert [place for one in found.values() for place in places(one)] == [ROOT + address for address in LISTED]


def test_a_claim_is_dated_by_its_last_change() -> None:
    dates = {
        one.findtext(f"{FORM}loc"): one.findtext(f"{FORM}lastmod") for one in maps()["sitemap.xml"].iter(f"{FORM}url")
    }
    cards = {ROOT + card.address: card.modified.isoformat() for card in site().report.cards}
    assert {address: day for address, day in dates.items() if day} == cards


def test_the_names_of_the_files_are_known_from_the_number_of_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    for most in (7, len(LISTED) - 1, len(LISTED), len(LISTED) + 1):
        monkeypatch.setattr(sitemap, "MOST_ADDRESSES", most)
        assert sitemap.paths(len(LISTED)) == maps().keys()
