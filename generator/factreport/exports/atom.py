"""Feeds in Atom: https://www.rfc-editor.org/rfc/rfc4287. They need the site's own address."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factreport.exports.address import absolute, is_known
from factreport.exports.credit import license_text
from factreport.exports.export import Export, ExportFile, FeedOffer
from factreport.exports.feed_entries import channels, outlines
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factreport.exports.export import Parts
    from factreport.exports.feed_entries import Channel, Entry
    from factreport.report.records import Report
    from factreport.settings import Settings

MEDIA_TYPE = "application/atom+xml"
KEPT = 4096
"""Entries that are kept as written: each stands in the feeds of all claims, of its topics and of its story."""
_NO_DAY = "1970-01-01"
"""Of a site without claims: the format wants a day."""
# Those that XML 1.0 leaves out; to name those that it allows takes ten times as long to compile.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def atom_feed(channel: Channel, settings: Settings) -> bytes:
    """Give a feed as its file's bytes."""
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": settings.language})
    address = absolute(settings, f"{channel.outline.path}.xml")
    _add(feed, "id", address)
    _add(feed, "title", channel.outline.title)
    _add(feed, "updated", _moment(channel.updated))
    SubElement(feed, "link", {"rel": "self", "type": MEDIA_TYPE, "href": address})
    SubElement(
        feed, "link", {"rel": "alternate", "type": "text/html", "href": absolute(settings, channel.outline.page)}
    )
    _add(SubElement(feed, "author"), "name", settings.site_name)
    if license_text(settings):
        _add(feed, "rights", license_text(settings))
    _add(feed, "generator", "factreport")
    indent(feed, " ")
    head, end, _rest = bytes(tostring(feed, encoding="utf-8", xml_declaration=True)).rpartition(b"\n</feed>")
    return b"".join((head, *map(_written_entry, channel.entries), end, b"\n"))


@lru_cache(KEPT)
def _written_entry(entry: Entry) -> bytes:
    """Give an entry as it stands in a feed, on lines of its own: the same in all feeds that tell of it."""
    element = Element("entry")
    _add(element, "id", entry.identity)
    _add(element, "title", entry.title)
    _add(element, "published", _moment(entry.published))
    _add(element, "updated", _moment(entry.updated))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.address})
    for topic in entry.topics:
        SubElement(element, "category", {"term": topic})
    _add(element, "summary", entry.summary)
    _add(element, "content", entry.text)
    indent(element, " ", level=1)
    return b"\n " + bytes(tostring(element, encoding="utf-8"))


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = clean(text)


def clean(text: str) -> str:
    """Give a text without the characters that XML cannot hold, not even escaped."""
    return _NOT_IN_XML.sub("\ufffd", text)


def _moment(day: date | None) -> str:
    return f"{day.isoformat() if day else _NO_DAY}T00:00:00Z"


def _site_files(report: Report, parts: Parts, settings: Settings) -> Iterator[ExportFile]:
    if is_known(settings):
        for channel in channels(report, parts, settings):
            yield ExportFile(f"{channel.outline.path}.xml", atom_feed(channel, settings))


def _feeds(report: Report, settings: Settings) -> Iterator[FeedOffer]:
    if is_known(settings):
        for outline in outlines(report, settings):
            page = None if outline.announced_everywhere else outline.page
            yield FeedOffer(outline.title, MEDIA_TYPE, f"{outline.path}.xml", page)


EXPORT = Export("atom", extra=Extra.FEEDS, site_files=_site_files, feeds=_feeds)
