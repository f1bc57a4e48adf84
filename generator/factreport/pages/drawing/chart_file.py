"""The interval chart as a file of its own: 720 pixels wide, words in a column, strips beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.pages.drawing.across import InPixels
from factreport.pages.drawing.backdrop import Backdrop, hatching
from factreport.pages.drawing.chart_row import Shape
from factreport.pages.drawing.file import MARGIN, WIDTH, Sheet
from factreport.pages.drawing.markup import join, moved, svg_line, svg_text
from factreport.pages.drawing.strip import Strip
from factreport.pages.drawing.text_width import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from factreport.pages.drawing.chart_content import ChartContent
    from factreport.pages.drawing.chart_row import ChartRow
    from factreport.pages.drawing.scale import Scale

WORDS = 262
"""Width of the column of words, in pixels."""
STRIP = InPixels(MARGIN + WORDS + 18, WIDTH - 2 * MARGIN - WORDS - 18)
INDENT = 16
LEAST_ROW = 40


def chart_file(content: ChartContent, caption: str) -> str:
    """Give the file's text."""
    scale = content.scale
    sheet = Sheet(content.title, _description(content.rows, caption), content.look, content.subject)
    backdrop = Backdrop(scale, STRIP, content.claimed, content.overlap, "file")
    if content.claimed is not None:
        sheet.add(join(hatching("file") if content.claimed.is_range else join(), backdrop.flag(sheet.down(14))))
        sheet.down(3)
    sheet.add(svg_text(content.unit_words, "unit", MARGIN, sheet.peek(14)))
    labels = content.tick_labels(scale)
    sheet.add(backdrop.tick_labels(labels, sheet.down(14)))
    sheet.down(8)
    _shared_rows(sheet, [row for row in content.rows if row.shape is not Shape.APART], backdrop)
    _rows_apart(sheet, [row for row in content.rows if row.shape is Shape.APART], scale)
    return sheet.finish(caption, content.credit)


def _description(rows: Sequence[ChartRow], caption: str) -> str:
    return "\n".join([*(f"{row.name}: {row.text}." for row in rows), caption])


def _shared_rows(sheet: Sheet, rows: list[ChartRow], backdrop: Backdrop) -> None:
    top = sheet.y
    drawn = [_row(row, Strip(backdrop.scale, STRIP), sheet) for row in rows]
    sheet.add(backdrop.columns(top=str(top), height=str(sheet.y - top)))
    sheet.add(backdrop.lines(top=str(top), bottom=str(sheet.y)))
    sheet.add(join(*drawn))


def _rows_apart(sheet: Sheet, rows: list[ChartRow], scale: Scale) -> None:
    if not rows:
        return
    sheet.add(svg_line("rule", MARGIN, WIDTH - MARGIN, sheet.peek(4), sheet.peek(4)))
    sheet.down(8)
    sheet.add(join(*[_row(row, Strip(scale, STRIP), sheet) for row in rows]))


def _row(row: ChartRow, strip: Strip, sheet: Sheet) -> Markup:
    indent = INDENT if row.copy else 0
    names = wrapped(("↳ " if row.copy else "") + row.name, WORDS - indent, 13)
    texts = wrapped(row.text, WORDS - indent, 12)
    height = max(LEAST_ROW, 17 * len(names) + 15 * len(texts) + 10)
    top = sheet.y
    sheet.down(height)
    x = MARGIN + indent
    lines = [svg_text(line, "name", x, top + 15 + 17 * n) for n, line in enumerate(names)]
    below = top + 17 * len(names) + 13
    lines += [svg_text(line, "words", x, below + 15 * n) for n, line in enumerate(texts)]
    marks = moved(strip.marks(row), 0, top + height // 2)
    return join(*lines, marks)
