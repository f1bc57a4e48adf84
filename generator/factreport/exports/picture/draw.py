"""A claim as a picture of 1200 by 630 pixels: whose page it is, the claim, the verdict, its answer, and the strip."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from babel.dates import format_date

from factreport.exports.picture.canvas import Canvas, Ink
from factreport.exports.picture.signs import dashed, look_sign, mark, rounded
from factreport.exports.picture.strip import HEIGHT as STRIP
from factreport.exports.picture.strip import Strip, draw_strip, strip_of
from factreport.exports.picture.typeface import Face, Type, as_drawn
from factreport.language import gettext as _
from factreport.language import locale_of
from factreport.model.scale import Look

if TYPE_CHECKING:
    from factreport.report.records import ClaimReport
    from factreport.settings import Settings

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
COLUMN = WIDTH - 2 * MARGIN

PAPER, TEXT, MUTED, LINK, DATA = "#fdfcf9", "#1b1e22", "#565c64", "#0b57a4", "#27506f"
LOOKS = {
    Look.SUPPORTED: ("#00507f", "#e3f0f8"),
    Look.PARTLY_SUPPORTED: ("#1d6f7a", "#e1f2f2"),
    Look.DISPUTED: ("#6b3fa0", "#f1eaf9"),
    Look.NOT_SUPPORTED: ("#8a5300", "#fbefd9"),
    Look.CONTRADICTED: ("#a3260f", "#fbe6e1"),
    Look.CANNOT_BE_SETTLED: ("#555b62", "#ecedef"),
}
"""Ink and tint of each look; all colours are those of the light pages, in `css/site.css` and `css/drawing.css`."""
SOLID = frozenset({Look.SUPPORTED, Look.CONTRADICTED})
"""Looks whose badge is filled."""

EDGE = 3
"""Pixels of a badge's edge."""
_OUTLINE = ((0, "badge"), (EDGE, "on_verdict"))
_BOXES = {
    Look.SUPPORTED: ((0, "badge"),),
    Look.CONTRADICTED: ((0, "badge"),),
    Look.PARTLY_SUPPORTED: _OUTLINE,
    Look.NOT_SUPPORTED: _OUTLINE,
    Look.DISPUTED: (*_OUTLINE, (EDGE + 2, "verdict"), (EDGE + 4, "on_verdict")),
}
"""Boxes of a badge from the outermost: how far each is inside, and its ink."""

SITE = Type(Face.INTERFACE, 28)
BADGE = Type(Face.INTERFACE, 32)
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
HEAD, PANEL = 120, 172
"""Height of what stands above the title, and of the panel without the lines of the answer."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the picture says; what the fonts cannot write is empty."""

    site: str
    title: str
    verdict: str
    answer: str
    meta: str


@dataclass(frozen=True, slots=True)
class Layout:
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


def can_draw(report: ClaimReport) -> bool:
    """Tell whether the fonts can write the claim or its answer; without both a picture would say nothing."""
    return bool(as_drawn(report.claim.claim) or as_drawn(report.claim.answer))


def draw(report: ClaimReport, settings: Settings) -> bytes:
    """Give the picture of a claim as a PNG file: the same bytes for the same report and settings."""
    words = _words(report, settings)
    layout = _layout(words, strip_of(report))
    look = report.verdict.look
    ink, tint = LOOKS[look]
    inks = _Inks(ink, tint)
    canvas = Canvas((WIDTH, HEIGHT), inks.all)
    _head(canvas, words, inks)
    bottom = HEIGHT - (STRIP if layout.strip else 0)
    panel = PANEL + len(layout.answer) * layout.answer_type.leading + layout.spare // (3 if layout.title else 1)
    _title(canvas, layout, bottom - panel, inks)
    _panel(canvas, words, layout, (bottom - panel, bottom), look, inks)
    if layout.strip is not None:
        draw_strip(canvas, layout.strip, (MARGIN, COLUMN, bottom + 66), inks.data, inks.verdict)
    return canvas.png()


class _Inks:
    """The inks of one picture."""

    def __init__(self, ink: str, tint: str) -> None:
        self.text = Ink(TEXT, PAPER)
        self.icon = Ink(LINK, PAPER)
        self.icon_lines = Ink(PAPER, LINK)
        self.data = Ink(DATA, PAPER)
        self.verdict = Ink(ink, PAPER)
        self.on_verdict = Ink(PAPER, ink)
        self.badge = Ink(ink, tint)
        self.badge_paper = Ink(PAPER, tint)
        self.answer = Ink(TEXT, tint)
        self.meta = Ink(MUTED, tint)

    @property
    def all(self) -> tuple[Ink, ...]:
        """All of them, paper first."""
        return tuple(vars(self).values())


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


def _head(canvas: Canvas, words: Words, inks: _Inks) -> None:
    canvas.stamp(rounded(40, 40, 8), (MARGIN, 48), inks.icon)
    canvas.stamp(mark(40), (MARGIN, 48), inks.icon_lines)
    if words.site:
        canvas.write(SITE.cut(words.site, COLUMN - 56)[0], (MARGIN + 56, 78), SITE, inks.text)


def _title(canvas: Canvas, layout: Layout, below: int, inks: _Inks) -> None:
    """Write the title in the middle between head and panel."""
    leading = layout.title_type.leading
    free = below - HEAD - len(layout.title) * leading
    for number, line in enumerate(layout.title):
        foot = HEAD + free // 2 + number * leading + layout.title_type.capital
        canvas.write(line, (MARGIN, foot), layout.title_type, inks.text)


def _panel(canvas: Canvas, words: Words, layout: Layout, ends: tuple[int, int], look: Look, inks: _Inks) -> None:
    top, bottom = ends
    canvas.fill((0, top, WIDTH, bottom), inks.answer, 0)
    canvas.fill((0, top, 20, bottom), inks.badge)
    free = bottom - top - PANEL - len(layout.answer) * layout.answer_type.leading
    at = top + 32 + free // 3
    _badge(canvas, words.verdict, at, look, inks)
    for number, line in enumerate(layout.answer):
        foot = at + 78 + free // 4 + number * layout.answer_type.leading + layout.answer_type.capital
        canvas.write(line, (MARGIN, foot), layout.answer_type, inks.answer)
    if words.meta:
        canvas.write(META.cut(words.meta, COLUMN)[0], (MARGIN, bottom - 28 - free // 4), META, inks.meta)


def _badge(canvas: Canvas, word: str, top: int, look: Look, inks: _Inks) -> None:
    """Draw sign and word in a box: filled, or with an edge that is plain, double or dashed."""
    text = BADGE.cut(word, COLUMN - 80)[0] if word else ""
    width, height = round(BADGE.width(text)) + (80 if text else 60), 56
    inside = inks.on_verdict if look in SOLID else inks.verdict
    if look is Look.CANNOT_BE_SETTLED:
        canvas.fill((MARGIN, top, MARGIN + width, top + height), inks.badge_paper)
        canvas.stamp(dashed(width, height, 10, 6, EDGE), (MARGIN, top), inks.verdict)
    else:
        for inset, ink in _BOXES[look]:
            box = rounded(width - 2 * inset, height - 2 * inset, 6 - inset // 2)
            canvas.stamp(box, (MARGIN + inset, top + inset), getattr(inks, ink))
    canvas.stamp(look_sign(look, 36), (MARGIN + 14, top + 10), inside)
    if text:
        canvas.write(text, (MARGIN + 62, top + 39), BADGE, inside)
