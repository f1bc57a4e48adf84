"""JSON: a document for each claim, one that lists all claims, and the schemas they keep to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factreport.exports.address import absolute
from factreport.exports.claim_document import (
    DRAFT,
    claim_document,
    claim_schema,
    heading,
    heading_schema,
    properties,
    record,
    schema_address,
    text,
)
from factreport.exports.credit import cite_site, last_change
from factreport.exports.export import Export, ExportFile, Offer, SiteOffer
from factreport.exports.once import once_per_claim
from factreport.exports.tables.cells import day
from factreport.exports.tables.claims import CLAIMS, claim_cells
from factreport.language import gettext as _
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.exports.export import Parts
    from factreport.model.scale import Scale
    from factreport.report.records import ClaimReport, Report
    from factreport.settings import Settings

DOCUMENT = "data.json"
"""Name of a claim's document within its folder."""
PART = "json"
"""Name under which a claim's entry in the list of all is kept."""


def write_json(value: Any) -> str:
    """Give a value as JSON that people can read, in the order in which it was put together."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def write_data(value: Any) -> str:
    """Give a value as JSON for programs, on one line: pages of it are written, so it has to be quick."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"


@once_per_claim
def claim_json(report: ClaimReport, settings: Settings) -> ExportFile:
    """Give a claim's document as the file beside its page; its page asks for it too, to name its hash."""
    return ExportFile.of_text(f"{report.address}{DOCUMENT}", write_data(claim_document(report, settings)))


def _claim_files(report: ClaimReport, settings: Settings) -> Iterator[ExportFile]:
    yield claim_json(report, settings)


def _claim_parts(report: ClaimReport, _scale: Scale, settings: Settings) -> Mapping[str, Any]:
    return {PART: {**claim_cells(report, settings), "document": absolute(settings, f"{report.address}{DOCUMENT}")}}


def _site_files(report: Report, parts: Parts, settings: Settings) -> Iterator[ExportFile]:
    yield ExportFile.of_text("data/claims.json", write_data(claims_document(report, parts, settings)))
    yield ExportFile.of_text("data/schema/claim.json", write_json(claim_schema(settings)))
    yield ExportFile.of_text("data/schema/claims.json", write_json(claims_schema(settings)))


def claims_document(report: Report, parts: Parts, settings: Settings) -> dict[str, Any]:
    """Give all claims without their evidence, and where the evidence of each is."""
    return {
        "$schema": schema_address("claims", settings),
        **heading(cite_site(report, settings), settings),
        "modified": day(last_change(report)),
        "claims": [part[PART] for part in parts],
    }


def claims_schema(settings: Settings) -> dict[str, Any]:
    """Give the schema of the list of claims."""
    members = properties(CLAIMS.columns)
    members["document"] = text("Address of the claim's own document, with figures, findings and citations.")
    return {
        "$schema": DRAFT,
        "$id": schema_address("claims", settings),
        "title": "All claims of the site",
        **record(
            {
                "$schema": {"type": "string"},
                **heading_schema(),
                "modified": {"type": ["string", "null"], "description": "Day of the latest change of any claim."},
                "claims": {"type": "array", "items": record(members)},
            }
        ),
    }


def _offers() -> tuple[Offer, ...]:
    return (Offer(DOCUMENT, _("everything on this page (JSON)"), "application/json"),)


def _site_offers(_settings: Settings) -> Iterator[SiteOffer]:
    yield SiteOffer("data/claims.json", _("All claims with verdict and answer, and where the evidence of each is."))


EXPORT = Export(
    "json",
    extra=Extra.DATA,
    claim_files=_claim_files,
    claim_parts=_claim_parts,
    site_files=_site_files,
    offers=_offers,
    site_offers=_site_offers,
)
