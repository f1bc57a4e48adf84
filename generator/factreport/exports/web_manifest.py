"""The site as something to keep on a home screen: https://www.w3.org/TR/appmanifest/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.exports.export import Export, ExportFile
from factreport.exports.json_data import write_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.export import Parts
    from factreport.report.records import Report
    from factreport.settings import Settings

PATH = "site.webmanifest"


def _site_files(_report: Report, _parts: Parts, settings: Settings) -> Iterator[ExportFile]:
    manifest = {
        "name": settings.site_name,
        "description": settings.site_description,
        "lang": settings.language,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": "#fdfcf9",
        "theme_color": "#fdfcf9",
        "icons": [{"src": "images/icon.svg", "type": "image/svg+xml", "sizes": "any"}],
    }
    yield ExportFile.of_text(PATH, write_json({name: value for name, value in manifest.items() if value}))


EXPORT = Export("web-manifest", site_files=_site_files)
