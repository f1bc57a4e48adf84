"""What crawlers may fetch: everything. Pages that are no search results (cards for other sites) say so themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.exports.address import absolute, is_known
from factreport.exports.export import Export, ExportFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.export import Parts
    from factreport.report.records import Report
    from factreport.settings import Settings


def _site_files(_report: Report, _parts: Parts, settings: Settings) -> Iterator[ExportFile]:
    """Give the file of https://www.rfc-editor.org/rfc/rfc9309; where the address is known, with the map of the site."""
    lines = ["User-agent: *", "Allow: /"]
    if is_known(settings):
        lines += ["", f"Sitemap: {absolute(settings, 'sitemap.xml')}"]
    yield ExportFile.of_text("robots.txt", "\n".join([*lines, ""]))


EXPORT = Export("robots", site_files=_site_files)
