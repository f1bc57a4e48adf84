"""The tables of figures and of what each source states for them: the words, and the range that they allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.exports.address import absolute
from factreport.exports.once import once_per_claim
from factreport.exports.tables.cells import range_cells, range_columns
from factreport.exports.tables.table import Column, Kind, Reference, Table
from factreport.exports.tables.withdrawn import RETIRED, marked
from factreport.model.value import Quantity
from factreport.rules.order import worst_state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.tables.table import Cells
    from factreport.report.records import ClaimReport, FigureReport, Row
    from factreport.settings import Settings

RELATION = "relation"
"""The kind of a row that is arithmetic between figures, which no source states as such."""


def _figure_cells(report: ClaimReport, figure: FigureReport, settings: Settings) -> Cells:
    """Give the row of a figure."""
    own = figure.claimed_own
    return {
        "claim": report.claim.slug,
        "figure": figure.figure.key,
        "label": figure.figure.label,
        "kind": figure.figure.kind.value,
        "note": figure.figure.note,
        "claimed": figure.figure.claimed_text,
        "claimed_unit": own.unit if own else "",
        **range_cells("claimed_", own, own.range if own else None),
        "summary": figure.summary,
        "reports": figure.count.reports,
        "origins": figure.count.origins,
        "differs": figure.differs,
        "page": absolute(settings, f"{report.address}#{figure.anchor}"),
    }


def relation_cells(report: ClaimReport, settings: Settings) -> Iterator[Cells]:
    """Give the rows of a claim's arithmetic between figures."""
    for one in report.relations:
        relation = one.relation
        yield {
            "claim": report.claim.slug,
            "figure": relation.reference.figure,
            "label": relation.label,
            "kind": RELATION,
            "note": relation.note,
            "claimed": "",
            "claimed_unit": "",
            **range_cells("claimed_", None, None),
            "summary": one.summary,
            "reports": len({side.source for finding in one.findings for side in finding.sides}),
            "origins": None,
            "differs": any(finding.differs for finding in one.findings),
            "page": absolute(settings, f"{report.address}#{one.anchor}"),
        }


def _figures(report: ClaimReport, settings: Settings) -> Iterator[Cells]:
    yield from (figure for figure, _statements in rows_by_figure(report, settings))
    yield from relation_cells(report, settings)


FIGURES = Table(
    "figures",
    "What claims turn on: one row per figure, and one per arithmetic between figures (kind `relation`).",
    ("claim", "figure"),
    (
        Column("claim", Kind.SLUG, "Claim that turns on it."),
        Column("figure", Kind.SLUG, "Name of the figure within its claim."),
        Column("label", Kind.TEXT, "What is counted, said or named."),
        Column("kind", Kind.SLUG, "quantity, date, names, responses, position, wording or relation."),
        Column("note", Kind.TEXT, "What is included and what is not; empty where the label says it all."),
        Column("claimed", Kind.TEXT, "What the claim itself says, as written; empty where it gives no figure."),
        Column("claimed_unit", Kind.TEXT, "Unit of the claimed range: an ISO 4217 code, %, count, date..."),
        *range_columns("claimed_", "What the claim's own figure can mean"),
        Column("summary", Kind.TEXT, "What we found, in one sentence."),
        Column("reports", Kind.INTEGER, "Sources that state it."),
        Column("origins", Kind.INTEGER, "Origins behind them; missing for a relation.", optional=True),
        Column("differs", Kind.BOOLEAN, "Whether sources state different things."),
        RETIRED,
        Column("page", Kind.ADDRESS, "Address of the figure on its claim's page."),
    ),
    claim_rows=marked(_figures),
    references=(Reference(("claim",), "claims", ("claim",)),),
)


def _statement_cells(report: ClaimReport, figure: FigureReport, row: Row, settings: Settings) -> Cells:
    """Give the row of what one source states for one figure."""
    value, cited = row.statement.value, row.citation.citation
    printed = value.figure if isinstance(value, Quantity) else None
    own, compared = row.own, row.measure
    return {
        "claim": report.claim.slug,
        "figure": figure.figure.key,
        "source": cited.source,
        "cited_in": cited.claim,
        "citation": cited.identity,
        "part": cited.part.value,
        "stated": row.stated,
        "printed": row.printed,
        "qualifier": printed.qualifier.value if printed else None,
        "unit": own.unit if own else "",
        **range_cells("", own, own.range if own else None),
        **range_cells("widest_", own, own.outer if own else None),
        "compared_unit": compared.unit if compared else "",
        **range_cells("compared_", compared, compared.range if compared else None),
        "converted": compared.converted if compared else False,
        "working": compared.working if compared else (),
        "own_conversions": row.own_conversions,
        "own_rate": row.own_rate,
        "is_reference": row.is_reference,
        "state": worst_state(finding.state for finding in row.findings if finding.differs).value,
        "origins": row.origins,
        "repeats": row.copies,
        "probably_used": row.inferred,
        "changed": row.changed,
        "page": absolute(settings, f"{report.address}#{row.anchor}"),
    }


@once_per_claim
def rows_by_figure(report: ClaimReport, settings: Settings) -> tuple[tuple[Cells, tuple[Cells, ...]], ...]:
    """Give the row of each figure of a claim, with the rows of what sources state for it."""
    return tuple(
        (
            _figure_cells(report, figure, settings),
            tuple(_statement_cells(report, figure, row, settings) for row in figure.rows),
        )
        for figure in report.figures
    )


def _statements(report: ClaimReport, settings: Settings) -> Iterator[Cells]:
    return (cells for _figure, statements in rows_by_figure(report, settings) for cells in statements)


STATEMENTS = Table(
    "statements",
    "What one source states for one figure, in one place of that source.",
    ("claim", "figure", "cited_in", "citation"),
    (
        Column("claim", Kind.SLUG, "Claim whose figure it is."),
        Column("figure", Kind.SLUG, "Figure."),
        Column("source", Kind.SLUG, "Source that states it."),
        Column("cited_in", Kind.SLUG, "Claim whose file has the citation; usually the same."),
        Column("citation", Kind.SLUG, "Name of the citation within that claim."),
        Column("part", Kind.SLUG, "headline, subheading, summary, caption, body or address of the source."),
        Column("stated", Kind.BOOLEAN, "False: the source was searched and says nothing about it."),
        Column("printed", Kind.TEXT, "As the source prints it; replies, names and positions written out in words."),
        Column(
            "qualifier",
            Kind.SLUG,
            "How the words limit the number: none, over, at-least, under, at-most, about, nearly, between; "
            "missing where it is no number.",
            optional=True,
        ),
        Column("unit", Kind.TEXT, "Unit of the range: an ISO 4217 code, %, count, date...; empty without a range."),
        *range_columns("", "What the printed words can mean if the number was rounded to nearest"),
        *range_columns("widest_", "What they can mean at most"),
        Column("compared_unit", Kind.TEXT, "Unit in which it is compared with the others; empty if it is not."),
        *range_columns("compared_", "The range in that unit"),
        Column("converted", Kind.BOOLEAN, "Whether we converted it to that unit."),
        Column("working", Kind.LINES, "How we converted it, step by step."),
        Column("own_conversions", Kind.LINES, "Conversions that the source itself prints."),
        Column("own_rate", Kind.TEXT, "Exchange rate that the source itself prints; empty for none."),
        Column("is_reference", Kind.BOOLEAN, "Whether the other sources are compared with it."),
        Column("state", Kind.SLUG, "settled (agrees), explained or open: its worst difference."),
        Column("origins", Kind.SLUGS, "Sources that it rests on in the end; itself where it is an origin."),
        Column("repeats", Kind.SLUGS, "Sources that it credits."),
        Column("probably_used", Kind.SLUGS, "Sources that it used without saying so, as we infer."),
        Column("changed", Kind.BOOLEAN, "Whether it credits another source and states something else."),
        RETIRED,
        Column("page", Kind.ADDRESS, "Address of the row on the claim's page."),
    ),
    claim_rows=marked(_statements),
    references=(
        Reference(("claim", "figure"), "figures", ("claim", "figure")),
        Reference(("source",), "sources", ("source",)),
        Reference(("cited_in", "citation"), "citations", ("claim", "citation")),
    ),
)
