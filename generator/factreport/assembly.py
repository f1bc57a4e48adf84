"""Pages and exports put together: what exports give to pages, and every file of both.

The two rooms don't know each other; hosts take a site from here.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factreport.exports import link_preview, open_search, web_manifest
from factreport.exports.address import is_known
from factreport.exports.catalogue import feeds, offers, site_offers
from factreport.exports.json_data import claim_json
from factreport.exports.structured_data import claim_review, organization
from factreport.pages.page import LinkPicture
from factreport.pages.site import DataFile, Download, Feed, no_data_hash
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factreport.exports.structured_data import Thing
    from factreport.pages.site import Site
    from factreport.report.records import ClaimReport

ABOUT = "about/"
"""The page that describes the organization to machines; where editors write none, the home page does."""


def with_exports(site: Site) -> Site:
    """Give the site with everything that exports put into its pages: feeds, downloads, structured data."""
    report, settings = site.report, site.settings
    written = {crumb.address for crumb in site.written}
    about = ABOUT if ABOUT in written else ""
    everywhere, at = _feeds(site)
    has_data, has_search = settings.has(Extra.DATA), settings.has(Extra.SEARCH)

    def of_claim(claim: ClaimReport) -> Thing | None:
        return claim_review(claim, report.content.scale, settings)

    def link_picture(claim: ClaimReport) -> LinkPicture | None:
        address = link_preview.picture_address(claim, settings)
        size = link_preview.WIDTH, link_preview.HEIGHT
        return LinkPicture(address, *size, link_preview.MEDIA_TYPE) if address else None

    def data_hash(claim: ClaimReport) -> str:
        return hashlib.sha256(claim_json(claim, settings).content).hexdigest()

    def of_page(address: str) -> Thing | None:
        return organization(settings, written) if address == about else None

    return replace(
        site,
        feeds=everywhere,
        feeds_at=at,
        downloads=tuple(Download(offer.label, offer.name, offer.media_type) for offer in offers(settings)),
        data_files=tuple(DataFile(offer.path, offer.about) for offer in site_offers(settings) if has_data),
        manifest=web_manifest.PATH,
        search_description=open_search.PATH if is_known(settings) and has_search else "",
        structured_data=of_claim,
        page_data=of_page,
        data_hash=data_hash if has_data else no_data_hash,
        link_picture=link_picture,
    )


def _feeds(site: Site) -> tuple[tuple[Feed, ...], Mapping[str, tuple[Feed, ...]]]:
    """Give the feeds that all pages announce, and those of single pages by address."""
    everywhere: list[Feed] = []
    at: dict[str, tuple[Feed, ...]] = {}
    for offer in feeds(site.report, site.settings):
        feed = Feed(offer.title, offer.media_type, offer.path)
        if offer.page is None:
            everywhere.append(feed)
        else:
            at[offer.page] = (*at.get(offer.page, ()), feed)
    return tuple(everywhere), at
