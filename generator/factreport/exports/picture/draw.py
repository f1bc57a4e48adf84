"""A claim as a picture of 1200 by 630 pixels: whose page it is, the claim, the verdict, its answer, and the strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date
from msgspec import Struct
from msgspec.structs import replace

from factreport.exports.picture import HEIGHT, WIDTH
from factreport.exports.picture.canvas import Canvas
from factreport.exports.picture.characters import as_drawn
from factreport.exports.picture.parts import COLUMN, HEAD, MARGIN, Inks, badge, head
from factreport.exports.picture.strip import HEIGHT as STRIP
from factreport.exports.picture.strip import Strip, draw_strip, strip_of
from factreport.exports.picture.typeface import Face, Type
from factreport.language import gettext as _
from factreport.language import locale_of

if TYPE_CHECKING:
    from factreport.model.scale import Look
    from factreport.report.records import ClaimReport
    from factreport.settings import Settings

META = Type(Face.INTERFACE, 23)
SIZES = (
    (Type(Face.TITLE, 64, 76), Type(Face.TEXT, 36, 50)),
    (Type(Face.TITLE, 58, 69), Type(Face.TEXT, 34, 47)),
    (Type(Face.TITLE, 52, 62), Type(Face.TEXT, 32, 44)),
    (Type(Face.TITLE, 46, 56), Type(Face.TEXT, 30, 42)),
    (Type(Face.TITLE, 40, 49), Type(Face.TEXT, 28, 39)),
)
"""Sizes of title and answer, tried from the largest."""
MOST_LINES = 3
"""Of a title or an answer that is too long for the smallest sizes."""
PANEL = 172
"""Height of the panel without the lines of the answer."""


class Words(Struct, frozen=True):
    """What the picture says; what the fonts cannot write is empty."""

    site: str
    title: str
    verdict: str
    answer: str
    meta: str


class Layout(Struct, frozen=True):
    """Lines and their sizes, chosen so that everything fits."""

    title: tuple[str, ...]
    title_type: Type
    answer: tuple[str, ...]
    answer_type: Type
    strip: Strip | None

    @property
    def spare(self) -> int:
        """Pixels of the height that nothing needs; below 0 where it does not fit."""
        lines = len(self.title) * self.title_type.leading + len(self.answer) * self.answer_type.leading
        return HEIGHT - HEAD - PANEL - lines - (STRIP if self.strip else 0)


def draw(report: ClaimReport, settings: Settings) -> bytes:
    """Give the picture of a claim as a PNG file: the same bytes for the same report and settings."""
    words = _words(report, settings)
    layout = _layout(words, strip_of(report))
    look = report.verdict.look
    inks = Inks.of(look)
    canvas = Canvas((WIDTH, HEIGHT), inks.all)
    canvas.put(head(words.site), (0, 0))
    bottom = HEIGHT - (STRIP if layout.strip else 0)
    panel = PANEL + len(layout.answer) * layout.answer_type.leading + layout.spare // (3 if layout.title else 1)
    _title(canvas, layout, bottom - panel, inks)
    _panel(canvas, words, layout, (bottom - panel, bottom), look, inks)
    if layout.strip is not None:
        draw_strip(canvas, layout.strip, (MARGIN, COLUMN, bottom + 66), inks.data, inks.verdict)
    return canvas.png()


def _words(report: ClaimReport, settings: Settings) -> Words:
    claim = report.claim
    day = format_date(claim.checked, "long", locale=locale_of(settings.language))
    said = (_("Checked {day}").format(day=day), report.provenance.count.sentence)
    return Words(
        site=as_drawn(settings.site_name),
        title=as_drawn(f"“{claim.claim}”" if claim.verbatim else claim.claim),
        verdict=as_drawn(report.verdict.word),
        answer=as_drawn(claim.answer),
        meta=" · ".join(part for text in said if (part := as_drawn(text))),
    )


def _layout(words: Words, strip: Strip | None) -> Layout:
    """Give the best layout that fits: with the strip unless that asks for the smallest letters, large letters first."""
    with_strip = SIZES[:-1] if strip is not None else ()
    for sizes, one in ((with_strip, strip), (SIZES, None)):
        for title, answer in sizes:
            tried = Layout(title.lines(words.title, COLUMN), title, answer.lines(words.answer, COLUMN), answer, one)
            if tried.spare >= 0:
                balanced = title.balanced(words.title, COLUMN), answer.balanced(words.answer, COLUMN)
                return replace(tried, title=balanced[0], answer=balanced[1])
    title, answer = SIZES[-1]
    cut = title.cut(words.title, COLUMN, MOST_LINES), answer.cut(words.answer, COLUMN, MOST_LINES)
    return Layout(cut[0], title, cut[1], answer, None)


def _title(canvas: Canvas, layout: Layout, below: int, inks: Inks) -> None:
    """Write the title in the middle between head and panel."""
    leading = layout.title_type.leading
    free = below - HEAD - len(layout.title) * leading
    for number, line in enumerate(layout.title):
        foot = HEAD + free // 2 + number * leading + layout.title_type.capital
        canvas.write(line, (MARGIN, foot), layout.title_type, inks.text)


def _panel(canvas: Canvas, words: Words, layout: Layout, ends: tuple[int, int], look: Look, inks: Inks) -> None:
    top, bottom = ends
    canvas.fill((0, top, WIDTH, bottom), inks.answer, 0)
    canvas.fill((0, top, 20, bottom), inks.badge)
    free = bottom - top - PANEL - len(layout.answer) * layout.answer_type.leading
    at = top + 32 + free // 3
    canvas.put(badge(words.verdict, look), (MARGIN, at))
    for number, line in enumerate(layout.answer):
        foot = at + 78 + free // 4 + number * layout.answer_type.leading + layout.answer_type.capital
        canvas.write(line, (MARGIN, foot), layout.answer_type, inks.answer)
    if words.meta:
        canvas.write(META.cut(words.meta, COLUMN)[0], (MARGIN, bottom - 28 - free // 4), META, inks.meta)
