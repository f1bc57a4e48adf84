"""Which source of a story states which figure: a table of words with a glyph each, and the same as a drawing."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from factreport.language import gettext as _
from factreport.model.claim import FigureKind
from factreport.pages.drawing.markup import element, join, moved, svg_line, svg_text
from factreport.pages.drawing.picture import Picture
from factreport.pages.drawing.row_words import printed_words
from factreport.pages.drawing.telling_apart import name_among
from factreport.pages.drawing.text_width import shortened, wrapped
from factreport.pages.listing import largest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from babel import Locale

    from factreport.model.source import Source
    from factreport.report.records import ClaimReport, FigureReport, Row, StoryReport

NAME_WIDTH, COLUMN, ROW = 220, 46, 27
HEADER, LABEL_WIDTH = 138, 180
LEAST_WIDTH = 540
KEY_LINE = 20
MOST_COLUMNS, MOST_ROWS = 30, 30
"""So many figures and sources are shown; the data has all."""


class Says(StrEnum):
    """How a source stands to a figure."""

    STATES = "states"
    CHANGES = "changes"
    """Credits another source and prints something else."""
    SILENT = "silent"
    """Examined, and says nothing of it."""
    UNKNOWN = "unknown"
    """Not cited for it: we do not say whether it states it."""


GLYPHS = {
    Says.STATES: '<circle class="dot" r="5.5"/>',
    Says.CHANGES: '<circle class="changed-disc" r="8"/><path class="unequal" d="M-4-2H4M-4 2H4M2.5-5-2.5 5"/>',
    Says.SILENT: '<circle class="ring" r="5.5"/>',
    Says.UNKNOWN: '<circle class="speck" r="1.5"/>',
}


class MatrixColumn(Struct, frozen=True):
    """A figure of one of the story's claims."""

    label: str
    claim: str
    """What the claim says."""
    address: str
    """Of the figure, below the site's root."""


class MatrixCell(Struct, frozen=True):
    """What a source says of a figure."""

    says: Says
    printed: tuple[str, ...]
    """What it prints, for quantities and dates; several where its parts differ."""

    @property
    def word(self) -> str:
        """The same in a word or two."""
        return says_words(self.says)

    @property
    def glyph(self) -> Markup:
        """The same as a glyph; the word stands beside it."""
        return _small_glyph(self.says)


UNKNOWN = MatrixCell(Says.UNKNOWN, ())


class MatrixRow(Struct, frozen=True):
    """A source with its cells, one for each column."""

    source: Source
    name: str
    """Its name; with date and title where another source of the story has the same (see `name_among`)."""
    cells: tuple[MatrixCell, ...]


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
            element("th", element("a", column.label, href=link(column.address)), scope="col")
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
    return Matrix(columns, rows, shown, most, _picture(title, shown, most, choice, credit), choice)


def says_words(says: Says) -> str:
    """Give how a source stands to a figure, in words."""
    return {
        Says.STATES: _("states it"),
        Says.CHANGES: _("credits another, prints something else"),
        Says.SILENT: _("says nothing of it"),
        Says.UNKNOWN: _("not cited here"),
    }[says]


def _stating(cells: Iterable[MatrixCell]) -> int:
    return sum(cell.says in {Says.STATES, Says.CHANGES} for cell in cells)


def _choice(columns: int, all_columns: int, rows: int, all_rows: int) -> Iterable[str]:
    if columns < all_columns:
        yield _("Of {total} figures, these are the {n} that most sources state.").format(n=columns, total=all_columns)
    if rows < all_rows:
        yield _("Of {total} sources, these are the {n} that state most of them.").format(n=rows, total=all_rows)


def _column(claim: ClaimReport, figure: FigureReport) -> MatrixColumn:
    return MatrixColumn(figure.figure.label, claim.claim.claim, f"{claim.address}#{figure.anchor}")


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
    name = element("a", row.name, href=link(f"sources/{row.source.slug}/"))
    unknown = _table_cell(UNKNOWN, None)
    cells = [
        # What stands above a cell, for paper, where the columns are not.
        unknown if cell.says is Says.UNKNOWN else _table_cell(cell, column.label)
        for cell, column in zip(row.cells, columns, strict=True)
    ]
    return element("tr", element("th", name, scope="row"), *cells)


def _table_cell(cell: MatrixCell, label: str | None) -> Markup:
    word = element("span", cell.word, class_="matrix-word")
    printed = [element("span", each, class_="matrix-printed") for each in cell.printed]
    return element("td", cell.glyph, word, *printed, class_=f"says-{cell.says}", data_label=label)


@cache
def _small_glyph(says: Says) -> Markup:
    return element(
        "svg", _glyph(says),
        class_="drawing matrix-glyph", width=20, height=20, viewBox="-10 -10 20 20",
        aria_hidden="true", focusable="false",
    )  # fmt: skip


def _glyph(says: Says) -> Markup:
    return Markup(GLYPHS[says])  # noqa: S704 - constants of this module only


def _picture(
    title: str, columns: tuple[MatrixColumn, ...], rows: tuple[MatrixRow, ...], choice: str, credit: str
) -> Picture:
    width = NAME_WIDTH + COLUMN * len(columns) + 90
    bottom = HEADER + ROW * len(rows)
    parts = [_head(number, column, bottom) for number, column in enumerate(columns)]
    parts += [_drawn_row(number, row, width) for number, row in enumerate(rows)]
    used = [says for says in Says if any(cell.says is says for row in rows for cell in row.cells)]
    parts += [_key_entry(number, says, bottom + 26) for number, says in enumerate(used)]
    height = bottom + 26 + KEY_LINE * ((len(used) + 1) // 2)
    for line in wrapped(choice, LEAST_WIDTH, 12) if choice else ():
        parts.append(svg_text(line, "small", 0, height + 4))
        height += KEY_LINE
    said = "\n".join((*_sentences(columns, rows), *([choice] if choice else [])))
    return Picture(title, said, join(*parts), max(width, LEAST_WIDTH), height, credit=credit)


def _head(number: int, column: MatrixColumn, bottom: int) -> Markup:
    """Give a column's label, slanted so that it can be long, and its line."""
    x = NAME_WIDTH + COLUMN * number + COLUMN // 2
    text = shortened(column.label, LABEL_WIDTH, 12)
    label = element("text", text, class_="tick", transform=f"translate({x} {HEADER - 14}) rotate(-40)")
    return svg_line("grid", x, x, HEADER - 8, bottom) + label


def _drawn_row(number: int, row: MatrixRow, width: int) -> Markup:
    y = HEADER + ROW * number + ROW // 2
    name = svg_text(shortened(row.name, NAME_WIDTH - 16, 13), "label", 0, y + 4)
    line = svg_line("grid", 0, width - 90, y + ROW // 2, y + ROW // 2)
    cells = [
        moved(_glyph(cell.says), NAME_WIDTH + COLUMN * place + COLUMN // 2, y) for place, cell in enumerate(row.cells)
    ]
    return join(line, name, *cells)


def _key_entry(number: int, says: Says, top: int) -> Markup:
    line, side = divmod(number, 2)
    words = svg_text(says_words(says), "small", 18, 4)
    return element("g", _glyph(says), words, transform=f"translate({10 + side * 260} {top + KEY_LINE * line})")


def _sentences(columns: tuple[MatrixColumn, ...], rows: tuple[MatrixRow, ...]) -> Iterable[str]:
    for row in rows:
        said = [
            _("{figure}: {what}").format(figure=column.label, what=", ".join(cell.printed) or cell.word)
            for column, cell in zip(columns, row.cells, strict=True)
            if cell.says is not Says.UNKNOWN
        ]
        yield _("{source}: {notes}").format(source=row.name, notes="; ".join(said))
