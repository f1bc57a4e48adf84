"""The DataFeed of all reviews, as collections of fact-checks read it: the same objects as on the pages.

Withdrawn ones stay in it, with the day and nothing else. https://schema.org/DataFeed
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factreport.exports.address import absolute, is_public
from factreport.exports.credit import last_change
from factreport.exports.export import Export, ExportFile, SiteOffer
from factreport.exports.json_data import write_data
from factreport.exports.structured_data import CONTEXT, claim_review, first_published, publisher, review_id
from factreport.exports.tables.cells import day
from factreport.language import gettext as _
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.exports.export import Parts
    from factreport.exports.structured_data import Thing
    from factreport.model.scale import Scale
    from factreport.report.records import ClaimReport, Report
    from factreport.settings import Settings

PATH = "data/claimreview.json"
PART = "data-feed"
"""Name under which the element of a claim is kept."""


def data_feed(report: Report, parts: Parts, settings: Settings) -> Thing:
    """Give the feed, the oldest first; it was modified when the latest of its reviews was."""
    of_claims = zip(report.cards, (part[PART] for part in parts), strict=True)
    ordered = sorted(of_claims, key=lambda one: (one[1]["dateCreated"], one[0].address))
    feed: Thing = {
        "@context": CONTEXT,
        "@type": "DataFeed",
        "@id": absolute(settings, f"{PATH}#feed"),
        "url": absolute(settings, PATH),
        "name": _("{site}: all reviews").format(site=settings.site_name),
        "publisher": publisher(settings),
    }
    if settings.license_url:
        feed["license"] = settings.license_url
    if report.cards:
        feed["dateModified"] = day(last_change(report))
    feed["dataFeedElement"] = [element for _card, element in ordered]
    return feed


def _claim_parts(report: ClaimReport, scale: Scale, settings: Settings) -> Mapping[str, Any]:
    return {PART: _element(report, scale, settings)} if is_public(settings) else {}


def _element(report: ClaimReport, scale: Scale, settings: Settings) -> Thing:
    dates = {"dateCreated": day(first_published(report.claim)), "dateModified": day(report.modified)}
    retired = report.claim.retired
    if retired is not None:
        return {
            "@type": "DataFeedItem",
            **dates,
            "dateDeleted": day(retired.date),
            "item": [_withdrawn(report, settings)],
        }
    return {"@type": "DataFeedItem", **dates, "item": [claim_review(report, scale, settings)]}


def _withdrawn(report: ClaimReport, settings: Settings) -> Thing:
    return {
        "@type": "ClaimReview",
        "@id": review_id(report, settings),
        "url": absolute(settings, report.address),
    }


def _site_files(report: Report, parts: Parts, settings: Settings) -> Iterator[ExportFile]:
    if is_public(settings):
        yield ExportFile.of_text(PATH, write_data(data_feed(report, parts, settings)))


def _site_offers(settings: Settings) -> Iterator[SiteOffer]:
    if is_public(settings):
        yield SiteOffer(PATH, _("All reviews as schema.org has them (ClaimReview in a DataFeed)."))


EXPORT = Export(
    "data-feed", extra=Extra.DATA, claim_parts=_claim_parts, site_files=_site_files, site_offers=_site_offers
)
