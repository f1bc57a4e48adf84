"""The table of citations: the words of each source, and how they were checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.exports.address import absolute
from factreport.exports.tables.cells import day
from factreport.exports.tables.table import Column, Kind, Reference, Table
from factreport.exports.tables.withdrawn import RETIRED, marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.tables.table import Cells
    from factreport.report.records import CitationReport, ClaimReport
    from factreport.settings import Settings


def citation_cells(report: ClaimReport, cited: CitationReport, settings: Settings) -> Cells:
    """Give the row of a citation as it stands on the claim's page."""
    citation, proof = cited.citation, cited.proof
    found = proof.is_verified_quotation
    return {
        "claim": citation.claim,
        "citation": citation.identity,
        "number": cited.number,
        "source": citation.source,
        "part": citation.part.value,
        "locator": citation.locator,
        "quote": citation.quote or "",
        "translation": citation.translation,
        "noted": citation.noted or "",
        "searched": citation.omits,
        "through": citation.through,
        "credits": citation.credits or (),
        "rate": citation.rate.text if citation.rate else "",
        "note": citation.note,
        "proof": proof.state.value,
        "match": proof.match.value if proof.match else None,
        "snapshot": proof.snapshot,
        "start": proof.start if found else None,
        "end": proof.end if found else None,
        "length": proof.length or None,
        "proved": day(proof.proved),
        "page": absolute(settings, f"{report.address}#{cited.anchor}"),
    }


def _citations(report: ClaimReport, settings: Settings) -> Iterator[Cells]:
    for cited in report.citations:
        if cited.citation.claim == report.claim.slug:
            yield citation_cells(report, cited, settings)


CITATIONS = Table(
    "citations",
    "The words or the figure that a source is cited for, and how they were checked.",
    ("claim", "citation"),
    (
        Column("claim", Kind.SLUG, "Claim whose file cites it."),
        Column("citation", Kind.SLUG, "Name of the citation within that claim; stable."),
        Column("number", Kind.INTEGER, "Its number on the page, counted from 1."),
        Column("source", Kind.SLUG, "Source."),
        Column("part", Kind.SLUG, "headline, subheading, summary, caption, body or address of the source."),
        Column("locator", Kind.TEXT, "Page, paragraph or time code; empty where none is given."),
        Column("quote", Kind.TEXT, "The source's own words; empty where they were not kept."),
        Column("translation", Kind.TEXT, "Our translation of them; empty where none is needed."),
        Column("noted", Kind.TEXT, "A figure recorded without its wording; empty where the words are quoted."),
        Column("searched", Kind.LINES, "Words searched for in the whole source, and not in it."),
        Column("through", Kind.SLUGS, "Sources that we know this one's words from."),
        Column("credits", Kind.SLUGS, "Sources that it credits for this in particular."),
        Column("rate", Kind.TEXT, "Exchange rate that the source prints; empty for none."),
        Column("note", Kind.TEXT, "Our remark on it."),
        Column(
            "proof",
            Kind.SLUG,
            "verified (found in our copy just now), locked (found in it on the day given), unchecked, failed, "
            "no-snapshot (we hold no copy), not-kept (a figure without its words), "
            "omission-proved (our copy was searched), omission-read (read whole, no copy).",
        ),
        Column(
            "match", Kind.SLUG, "exact, or typographic: only quotation marks, spaces or dashes differ.", optional=True
        ),
        Column("snapshot", Kind.TEXT, "SHA-256 of our copy of the source; missing where we hold none.", optional=True),
        Column("start", Kind.INTEGER, "Code point of our copy at which the words begin, from 0.", optional=True),
        Column("end", Kind.INTEGER, "Code point after the last.", optional=True),
        Column("length", Kind.INTEGER, "Code points of our copy.", optional=True),
        Column("proved", Kind.DATE, "When the words were first found in that copy.", optional=True),
        RETIRED,
        Column("page", Kind.ADDRESS, "Address of the citation on the claim's page."),
    ),
    claim_rows=marked(_citations),
    references=(Reference(("claim",), "claims", ("claim",)), Reference(("source",), "sources", ("source",))),
)
