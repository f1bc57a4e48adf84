"""All tables, and which of them are spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.exports.tables.citations import CITATIONS
from factreport.exports.tables.claims import CLAIMS, CORRECTIONS, TOPICS, UPDATES
from factreport.exports.tables.figures import FIGURES, STATEMENTS, rows_by_figure
from factreport.exports.tables.findings import FINDINGS, SIDES
from factreport.exports.tables.sources import CREDITS, SOURCES, STORIES
from factreport.exports.tables.table import Table
from factreport.exports.tables.withdrawn import marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.tables.table import Cells, Column
    from factreport.report.records import ClaimReport
    from factreport.settings import Settings

TABLES: tuple[Table, ...] = (
    CLAIMS,
    FIGURES,
    STATEMENTS,
    CITATIONS,
    FINDINGS,
    SIDES,
    SOURCES,
    CREDITS,
    STORIES,
    TOPICS,
    CORRECTIONS,
    UPDATES,
)
"""Tables of the database."""

_OF_FIGURE = ("label", "kind", "note", "claimed", "summary")


def stated_figures(report: ClaimReport, settings: Settings) -> Iterator[Cells]:
    """Give what each source states for the figures of a claim, with the figure's own words beside it."""
    for figure, statements in rows_by_figure(report, settings):
        about = {f"figure_{name}": figure[name] for name in _OF_FIGURE}
        for cells in statements:
            yield cells | about


def _of_figure() -> Iterator[Column]:
    for column in FIGURES.columns:
        if column.name in _OF_FIGURE:
            yield type(column)(f"figure_{column.name}", column.kind, f"Of the figure: {column.about}")


STATED_FIGURES = Table(
    "figures",
    "What each source states for each figure: the words printed, and the range that they allow.",
    STATEMENTS.key,
    (*STATEMENTS.columns, *_of_figure()),
    claim_rows=marked(stated_figures),
    kept_as="stated_figures",
)
"""Figures for spreadsheets, which cannot join: statements with their figure."""

SHEETS: tuple[Table, ...] = (CLAIMS, STATED_FIGURES, CITATIONS, FINDINGS, SOURCES)
"""Tables that are spreadsheets."""
