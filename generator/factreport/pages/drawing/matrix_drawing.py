"""A story's matrix as a drawing: slanted labels over columns of glyphs, and a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages.drawing.markup import element, join, moved, svg_line, svg_text
from factreport.pages.drawing.matrix_cells import Says, glyph, says_words
from factreport.pages.drawing.picture import Picture
from factreport.pages.drawing.text_width import shortened, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from factreport.pages.drawing.matrix_cells import MatrixColumn, MatrixRow

NAME_WIDTH, COLUMN, ROW = 220, 46, 27
HEADER, LABEL_WIDTH = 138, 180
LEAST_WIDTH = 540
KEY_LINE = 20


def matrix_drawing(
    title: str, columns: tuple[MatrixColumn, ...], rows: tuple[MatrixRow, ...], choice: str, credit: str
) -> Picture:
    """Give the drawing of these columns and rows; `choice` says how they were chosen, empty where they are all."""
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
    text = shortened(column.heading, LABEL_WIDTH, 12)
    label = element("text", text, class_="tick", transform=f"translate({x} {HEADER - 14}) rotate(-40)")
    return svg_line("grid", x, x, HEADER - 8, bottom) + label


def _drawn_row(number: int, row: MatrixRow, width: int) -> Markup:
    y = HEADER + ROW * number + ROW // 2
    name = svg_text(shortened(row.name, NAME_WIDTH - 16, 13), "label", 0, y + 4)
    line = svg_line("grid", 0, width - 90, y + ROW // 2, y + ROW // 2)
    cells = [
        moved(glyph(cell.says), NAME_WIDTH + COLUMN * place + COLUMN // 2, y) for place, cell in enumerate(row.cells)
    ]
    return join(line, name, *cells)


def _key_entry(number: int, says: Says, top: int) -> Markup:
    line, side = divmod(number, 2)
    words = svg_text(says_words(says), "small", 18, 4)
    return element("g", glyph(says), words, transform=f"translate({10 + side * 260} {top + KEY_LINE * line})")


def _sentences(columns: tuple[MatrixColumn, ...], rows: tuple[MatrixRow, ...]) -> Iterable[str]:
    for row in rows:
        said = [
            _("{figure}: {what}").format(figure=column.heading, what=", ".join(cell.printed) or cell.word)
            for column, cell in zip(columns, row.cells, strict=True)
            if cell.says is not Says.UNKNOWN
        ]
        yield _("{source}: {notes}").format(source=row.name, notes="; ".join(said))
