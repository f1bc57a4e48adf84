"""The search of the site, for the address bar of browsers: https://github.com/dewitt/opensearch (version 1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factreport.exports.address import absolute, is_known
from factreport.exports.atom import clean
from factreport.exports.export import Export, ExportFile
from factreport.language import gettext as _
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.export import Parts
    from factreport.report.records import Report
    from factreport.settings import Settings

PATH = "opensearch.xml"
_LONGEST_NAME, _LONGEST_DESCRIPTION = 16, 1024
"""What the format allows, in characters."""


def description(settings: Settings) -> bytes:
    """Give the description as its file's bytes."""
    root = Element("OpenSearchDescription", {"xmlns": "http://a9.com/-/spec/opensearch/1.1/"})
    about = settings.site_description or _("Search the claims checked by {site}").format(site=settings.site_name)
    _add(root, "ShortName", settings.site_name[:_LONGEST_NAME])
    _add(root, "Description", about[:_LONGEST_DESCRIPTION])
    _add(root, "InputEncoding", "UTF-8")
    template = absolute(settings, "search/?q={searchTerms}")
    SubElement(root, "Url", {"type": "text/html", "method": "get", "template": template})
    indent(root, " ")
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = clean(text)


def _site_files(_report: Report, _parts: Parts, settings: Settings) -> Iterator[ExportFile]:
    if is_known(settings):
        yield ExportFile(PATH, description(settings))


EXPORT = Export("open-search", extra=Extra.SEARCH, site_files=_site_files)
