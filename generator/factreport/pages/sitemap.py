"""The map of the site for search engines: every page that may be listed. Needs the site's own address.

Form: https://www.sitemaps.org/protocol.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.pages.site import Site

ADDRESS = "sitemap.xml"


def sitemap(site: Site, addresses: Iterable[str]) -> str:
    """Give the map of the pages at these addresses, sorted; claims with the day of their last change."""
    modified = {claim.address: claim.modified.isoformat() for claim in site.report.cards}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for address in sorted(addresses):
        day = Markup("<lastmod>{}</lastmod>").format(modified[address]) if address in modified else ""
        lines.append(Markup("<url><loc>{}</loc>{}</url>").format(site.absolute(address), day))
    return "\n".join([*lines, "</urlset>", ""])
