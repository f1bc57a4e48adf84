"""Feeds in JSON: https://www.jsonfeed.org/version/1.1/. They need the site's own address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factreport.exports.address import absolute, is_known
from factreport.exports.export import Export, ExportFile, FeedOffer
from factreport.exports.feed_entries import channels, outlines
from factreport.exports.json_data import write_data
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.export import Parts
    from factreport.exports.feed_entries import Channel, Entry
    from factreport.report.records import Report
    from factreport.settings import Settings

MEDIA_TYPE = "application/feed+json"


def json_feed(channel: Channel, settings: Settings) -> dict[str, Any]:
    """Give a feed."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.outline.title,
        "home_page_url": absolute(settings, channel.outline.page),
        "feed_url": absolute(settings, f"{channel.outline.path}.json"),
        "language": settings.language,
        "authors": [{"name": settings.site_name, "url": settings.site_url}],
        "items": [_item(entry) for entry in channel.entries],
    }


def _item(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.identity,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "content_text": entry.text,
        "date_published": f"{entry.published.isoformat()}T00:00:00Z",
        "date_modified": f"{entry.updated.isoformat()}T00:00:00Z",
        "tags": list(entry.topics),
    }


def _site_files(report: Report, parts: Parts, settings: Settings) -> Iterator[ExportFile]:
    if is_known(settings):
        for channel in channels(report, parts, settings):
            yield ExportFile.of_text(f"{channel.outline.path}.json", write_data(json_feed(channel, settings)))


def _feeds(report: Report, settings: Settings) -> Iterator[FeedOffer]:
    if is_known(settings):
        for outline in outlines(report, settings):
            yield FeedOffer(outline.title, MEDIA_TYPE, f"{outline.path}.json", outline.page)


EXPORT = Export("json-feed", extra=Extra.FEEDS, site_files=_site_files, feeds=_feeds)
