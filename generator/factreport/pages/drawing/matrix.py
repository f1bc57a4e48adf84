"""Which source of a story states which figure: a table of words with a glyph each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factreport.language import gettext as _
from factreport.model.claim import FigureKind
from factreport.pages.drawing.markup import element, join
from factreport.pages.drawing.matrix_cells import UNKNOWN, MatrixCell, MatrixColumn, MatrixRow, Says, retired_on
from factreport.pages.drawing.matrix_drawing import matrix_drawing
from factreport.pages.drawing.row_words import printed_words
from factreport.pages.drawing.telling_apart import name_among
from factreport.pages.listing import largest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from babel import Locale
    from markupsafe import Markup

    from factreport.pages.drawing.picture import Picture
    from factreport.report.records import ClaimReport, FigureReport, Row, StoryReport

MOST_COLUMNS, MOST_ROWS = 30, 30
"""So many figures and sources are shown; the data has all."""


class Matrix(Struct, frozen=True):
    """All of a story's sources by all of its figures, and as much of it as is shown."""

    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    """By date, undated last."""
    shown_columns: tuple[MatrixColumn, ...]
    """Those of the figures that most sources state."""
    shown_rows: tuple[MatrixRow, ...]
    """Those of the sources that state most of these figures, with their cells for these."""
    picture: Picture
    choice: str
    """How what is shown was chosen, in words; empty where everything is."""

    def table(self, link: Callable[[str], str]) -> Markup:
        """Give the table; `link` turns an address below the site's root into one for the page."""
        heads = [
            element("th", element("a", column.heading, href=link(column.address)), scope="col")
            for column in self.shown_columns
        ]
        head = element("tr", element("th", _("Source"), scope="col"), *heads)
        body = join(*(_table_row(row, self.shown_columns, link) for row in self.shown_rows))
        caption = element("caption", _("What each source says of each figure"))
        return element("table", caption, element("thead", head), element("tbody", body), class_="matrix")


def story_matrix(story: StoryReport, *, locale: Locale, credit: str = "") -> Matrix | None:
    """Give a story's matrix; None where it has fewer than two sources or no figure."""
    figures = [(claim, figure) for claim in story.claims for figure in claim.figures]
    columns = tuple(_column(claim, figure) for claim, figure in figures)
    said = [_cells(figure, locale) for _claim, figure in figures]
    rows = tuple(
        MatrixRow(
            source, name_among(source, story.sources, locale), tuple(cells.get(source.slug, UNKNOWN) for cells in said)
        )
        for source in story.sources
    )
    rows = tuple(row for row in rows if any(cell.says is not Says.UNKNOWN for cell in row.cells))
    if len(rows) < 2 or not columns:
        return None
    title = _("What each source says of each figure: {story}").format(story=story.story.title)
    places = largest(range(len(columns)), lambda place: _stating(row.cells[place] for row in rows), MOST_COLUMNS)
    shown = tuple(columns[place] for place in places)
    cut = [replace(row, cells=tuple(row.cells[place] for place in places)) for row in rows]
    most = largest(cut, lambda row: _stating(row.cells), MOST_ROWS)
    choice = " ".join(_choice(len(shown), len(columns), len(most), len(rows)))
    return Matrix(columns, rows, shown, most, matrix_drawing(title, shown, most, choice, credit), choice)


def _stating(cells: Iterable[MatrixCell]) -> int:
    return sum(cell.says in {Says.STATES, Says.CHANGES} for cell in cells)


def _choice(columns: int, all_columns: int, rows: int, all_rows: int) -> Iterable[str]:
    if columns < all_columns:
        yield _("Of {total} figures, these are the {n} that most sources state.").format(n=columns, total=all_columns)
    if rows < all_rows:
        yield _("Of {total} sources, these are the {n} that state most of them.").format(n=rows, total=all_rows)


def _column(claim: ClaimReport, figure: FigureReport) -> MatrixColumn:
    address = f"{claim.address}#{figure.anchor}"
    return MatrixColumn(figure.figure.label, claim.claim.claim, address, retired_on(claim.claim))


def _cells(figure: FigureReport, locale: Locale) -> dict[str, MatrixCell]:
    """Give the cells of a figure, by the slug of each source that is cited for it."""
    by_source: dict[str, list[Row]] = {}
    for row in figure.rows:
        by_source.setdefault(row.citation.source.slug, []).append(row)
    numbers = figure.figure.kind in {FigureKind.QUANTITY, FigureKind.DATE}
    return {
        slug: MatrixCell(_says(rows), _printed(rows, locale) if numbers else ()) for slug, rows in by_source.items()
    }


def _printed(rows: list[Row], locale: Locale) -> tuple[str, ...]:
    return tuple(dict.fromkeys(printed_words(row, locale) for row in rows if row.stated))


def _says(rows: list[Row]) -> Says:
    if any(row.stated and row.changed for row in rows):
        return Says.CHANGES
    return Says.STATES if any(row.stated for row in rows) else Says.SILENT


def _table_row(row: MatrixRow, columns: tuple[MatrixColumn, ...], link: Callable[[str], str]) -> Markup:
    name = element("a", row.name, href=link(f"sources/{row.source.slug}/"), dir="auto")
    unknown = _table_cell(UNKNOWN, None)
    cells = [
        # What stands above a cell, for paper, where the columns are not.
        unknown if cell.says is Says.UNKNOWN else _table_cell(cell, column.heading)
        for cell, column in zip(row.cells, columns, strict=True)
    ]
    return element("tr", element("th", name, scope="row"), *cells)


def _table_cell(cell: MatrixCell, label: str | None) -> Markup:
    word = element("span", cell.word, class_="matrix-word")
    printed = [element("span", each, class_="matrix-printed", dir="auto") for each in cell.printed]
    return element("td", cell.glyph, word, *printed, class_=f"says-{cell.says}", data_label=label)
