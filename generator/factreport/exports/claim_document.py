"""Everything that a claim's page says, as one JSON document, and the schema that it keeps to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factreport.exports.address import absolute
from factreport.exports.credit import cite_claim
from factreport.exports.tables.cells import range_cells, range_columns
from factreport.exports.tables.citations import CITATIONS, citation_cells
from factreport.exports.tables.claims import CLAIMS, CORRECTIONS, UPDATES, claim_cells, correction_cells, update_cells
from factreport.exports.tables.figures import FIGURES, STATEMENTS, relation_cells, rows_by_figure
from factreport.exports.tables.findings import FINDINGS, SIDES, finding_cells, named, side_cells
from factreport.exports.tables.table import LISTS, Kind
from factreport.exports.tables.withdrawn import RETIRED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.exports.tables.table import Cells, Column
    from factreport.model.source import Source
    from factreport.report.records import ClaimReport, FigureReport
    from factreport.settings import Settings

VERSION = 1
"""Of the form of our documents; a later form has another."""
Document = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PATTERNS = {
    Kind.NUMBER: r"^-?\d+(\.\d+|/\d+)?$",
    Kind.BOUND: r"^(-?\d+(\.\d+|/\d+)?|\d{4}-\d{2}-\d{2})$",
    Kind.DATE: r"^\d{4}-\d{2}-\d{2}$",
}


def claim_document(report: ClaimReport, settings: Settings) -> Document:
    """Give everything that a claim's page says. Lists are lists; what is missing is null."""
    sources = {one.source.slug: one.source for one in report.citations}
    return {
        "$schema": schema_address("claim", settings),
        **heading(cite_claim(report, settings), settings),
        "claim": claim_cells(report, settings),
        "reasoning": report.claim.body.strip(),
        "figures": [
            {**cells, "all_fit": _all_fit(figure), "statements": statements}
            for figure, (cells, statements) in zip(report.figures, rows_by_figure(report, settings), strict=True)
        ],
        "relations": list(relation_cells(report, settings)),
        "findings": [
            {**finding_cells(report, name, finding, settings), "sides": list(side_cells(report, name, finding))}
            for name, finding in named(report)
        ],
        "citations": [citation_cells(report, cited, settings) for cited in report.citations],
        "sources": [_source(sources[slug], settings) for slug in sorted(sources)],
        "repetitions": [
            {"source": to, "repeats": origin, "declared": not inferred}
            for origin, to, inferred in report.provenance.edges
        ],
        "corrections": list(correction_cells(report)),
        "updates": list(update_cells(report)),
        "related_news": list(_news(report)),
    }


def schema_address(name: str, settings: Settings) -> str:
    """Give the address of a schema: full where the site's is known, else below the root."""
    return absolute(settings, f"data/schema/{name}.json")


def heading(cite_as: str, settings: Settings) -> Document:
    """Give what every document begins with: its version, its licence and how to cite it."""
    return {
        "version": VERSION,
        "site": settings.site_name,
        "license": settings.license,
        "license_address": settings.license_url,
        "cite_as": cite_as,
    }


def _all_fit(figure: FigureReport) -> Cells | None:
    """Give where the ranges of all independent origins meet; None where they do not."""
    if figure.overlap is None or not figure.rows or figure.rows[0].measure is None:
        return None
    return range_cells("", figure.rows[0].measure, figure.overlap)


def _source(source: Source, settings: Settings) -> Document:
    return {
        "source": source.slug,
        "publisher": source.publisher,
        "name": source.name,
        "title": source.title,
        "kind": source.kind.value,
        "address": source.url if source.link else "",
        "published": source.published.text,
        "page": absolute(settings, f"sources/{source.slug}/"),
    }


def _news(report: ClaimReport) -> Iterator[Document]:
    for one in report.news:
        yield {
            "title": one.item.title,
            "publisher": one.item.publisher,
            "address": one.item.url,
            "published": one.item.published.text,
        }


def claim_schema(settings: Settings) -> Document:
    """Give the schema of a claim's document."""
    figure = properties(FIGURES.columns)
    figure["all_fit"] = {
        **record(properties(range_columns("", "Where the ranges of all independent origins meet"))),
        "type": ["object", "null"],
    }
    figure["statements"] = _list_of(STATEMENTS.columns)
    finding = properties(FINDINGS.columns)
    finding["sides"] = _list_of(SIDES.columns)
    return {
        "$schema": DRAFT,
        "$id": schema_address("claim", settings),
        "title": "A claim, with everything that its page says",
        **record(
            {
                "$schema": {"type": "string"},
                **heading_schema(),
                "claim": record(properties(CLAIMS.columns)),
                "reasoning": text("Our reasoning, in Markdown; [@source:figure] names a citation."),
                "figures": {"type": "array", "items": record(figure)},
                "relations": _list_of(FIGURES.columns),
                "findings": {"type": "array", "items": record(finding)},
                "citations": _list_of(CITATIONS.columns),
                "sources": {"type": "array", "items": record(_SOURCE)},
                "repetitions": {"type": "array", "items": record(_REPETITION)},
                "corrections": _list_of(CORRECTIONS.columns),
                "updates": _list_of(UPDATES.columns),
                "related_news": {"type": "array", "items": record(_NEWS)},
            }
        ),
    }


def text(about: str) -> Document:
    """Give the schema of a text."""
    return {"type": "string", "description": about}


_SOURCE = {
    "source": text("Name of the source."),
    "publisher": text("Publisher."),
    "name": text("How readers tell it from other items of its publisher."),
    "title": text("Exact title; empty where none was seen."),
    "kind": text("What sort of item it is."),
    "address": text("Where it stands; empty where not known, and for scraped copies."),
    "published": text("When it was published, as far as known."),
    "page": text("Address of its page here."),
}
_REPETITION = {
    "source": text("The one that repeats."),
    "repeats": text("The one that is repeated."),
    "declared": {"type": "boolean", "description": "Whether it says so itself; false: we infer it."},
}
_NEWS = {
    "title": text("Headline."),
    "publisher": text("Publisher; empty where not known."),
    "address": text("Where it stands; empty where not known."),
    "published": text("When it was published, as far as known."),
}


def heading_schema() -> Document:
    """Give the schema of what every document begins with."""
    return {
        "version": {"const": VERSION, "description": "Version of the form of these documents."},
        "site": text("Name of the site."),
        "license": text("Name of the licence; empty where nothing is said of it."),
        "license_address": text("Address of the licence; empty where nothing is said of it."),
        "cite_as": text("How to cite it."),
    }


def record(members: Document) -> Document:
    """Give the schema of an object that has just these members."""
    return {"type": "object", "properties": members, "required": list(members), "additionalProperties": False}


def properties(columns: Iterable[Column]) -> Document:
    """Give the schemas of a row's members; a document says once, of its claim, that it was withdrawn."""
    return {column.name: _property(column) for column in columns if column is not RETIRED}


def _list_of(columns: Iterable[Column]) -> Document:
    return {"type": "array", "items": record(properties(columns))}


def _property(column: Column) -> Document:
    about = {"description": column.about}
    if column.kind in LISTS:
        return {"type": "array", "items": {"type": "string"}, **about}
    if column.kind in {Kind.INTEGER, Kind.BOOLEAN}:
        return {"type": [column.kind.value, "null"] if column.optional else column.kind.value, **about}
    pattern = {"pattern": _PATTERNS[column.kind]} if column.kind in _PATTERNS else {}
    return {"type": ["string", "null"] if column.optional else "string", **pattern, **about}
