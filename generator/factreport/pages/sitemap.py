"""The map of the site for search engines: every page that may be listed. Needs the site's own address.

Form, and how much one file may hold: https://www.sitemaps.org/protocol.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from factreport.pages.listing import parts
from factreport.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.pages.site import Site

ADDRESS = "sitemap.xml"
MOST_ADDRESSES = 50_000
"""Addresses that one map may hold, by the protocol."""
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(site: Site, addresses: Iterable[str]) -> Iterator[Page]:
    """Give the map of the pages at these addresses; several maps and their index where one may not hold them all."""
    ordered = sorted(addresses)
    modified = {claim.address: claim.modified.isoformat() for claim in site.report.cards}
    if len(ordered) <= MOST_ADDRESSES:
        yield Page(ADDRESS, _map(site, ordered, modified), listed=False)
        return
    names = []
    for part in parts("", ordered, MOST_ADDRESSES):
        names.append(f"sitemap-{part.number}.xml")
        yield Page(names[-1], _map(site, part.items, modified), listed=False)
    yield Page(ADDRESS, _index(site, names), listed=False)


def paths(number: int) -> frozenset[str]:
    """Give the paths of the maps of so many addresses."""
    further = range(1, -(-number // MOST_ADDRESSES) + 1) if number > MOST_ADDRESSES else ()
    return frozenset({ADDRESS, *(f"sitemap-{one}.xml" for one in further)})


def _map(site: Site, addresses: Iterable[str], modified: Mapping[str, str]) -> str:
    """Give one map; claims with the day of their last change."""
    entries = (
        f"<url><loc>{escape(site.absolute(address))}</loc>{_modified(modified.get(address))}</url>"
        for address in addresses
    )
    return _document("urlset", entries)


def _modified(day: str | None) -> str:
    return f"<lastmod>{day}</lastmod>" if day else ""


def _index(site: Site, names: Iterable[str]) -> str:
    entries = (f"<sitemap><loc>{escape(site.absolute(name))}</loc></sitemap>" for name in names)
    return _document("sitemapindex", entries)


def _document(root: str, entries: Iterable[str]) -> str:
    head = ('<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="{_SCHEMA}">')
    return "\n".join((*head, *entries, f"</{root}>", ""))
