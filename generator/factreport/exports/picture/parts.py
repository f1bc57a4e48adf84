"""What many link previews share: sizes, colours, and the parts that are drawn once, the site's head and the badges."""

from __future__ import annotations

from functools import lru_cache

from factreport.exports.picture import WIDTH
from factreport.exports.picture.canvas import Canvas, Ink
from factreport.exports.picture.signs import dashed, look_sign, mark, rounded
from factreport.exports.picture.typeface import Face, Type
from factreport.model.scale import Look

MARGIN = 72
COLUMN = WIDTH - 2 * MARGIN
HEAD = 120
"""Height of what stands above the title."""

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
HEADS, BADGES = 4, 32
"""Parts that are kept for the next picture: a site has one head, and a badge for each verdict."""


class Inks:
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

    @classmethod
    def of(cls, look: Look) -> Inks:
        """Give the inks of a verdict of that look."""
        return cls(*LOOKS[look])

    @property
    def all(self) -> tuple[Ink, ...]:
        """All of them, paper first."""
        return tuple(vars(self).values())


@lru_cache(HEADS)
def head(site: str) -> Canvas:
    """Draw what stands above the title: the same in all pictures of a site, whatever the look, which gives no ink."""
    inks = Inks.of(Look.SUPPORTED)
    canvas = Canvas((WIDTH, HEAD), inks.all)
    canvas.stamp(rounded(40, 40, 8), (MARGIN, 48), inks.icon)
    canvas.stamp(mark(40), (MARGIN, 48), inks.icon_lines)
    if site:
        canvas.write(SITE.cut(site, COLUMN - 56)[0], (MARGIN + 56, 78), SITE, inks.text)
    return canvas


@lru_cache(BADGES)
def badge(word: str, look: Look) -> Canvas:
    """Draw sign and word of a verdict in a box: filled, or with an edge that is plain, double or dashed."""
    inks = Inks.of(look)
    text = BADGE.cut(word, COLUMN - 80)[0] if word else ""
    width, height = round(BADGE.width(text)) + (80 if text else 60), 56
    canvas = Canvas((width, height), inks.all)
    canvas.fill((0, 0, width, height), inks.answer, 0)
    inside = inks.on_verdict if look in SOLID else inks.verdict
    if look is Look.CANNOT_BE_SETTLED:
        canvas.fill((0, 0, width, height), inks.badge_paper)
        canvas.stamp(dashed(width, height, 10, 6, EDGE), (0, 0), inks.verdict)
    else:
        for inset, ink in _BOXES[look]:
            box = rounded(width - 2 * inset, height - 2 * inset, 6 - inset // 2)
            canvas.stamp(box, (inset, inset), getattr(inks, ink))
    canvas.stamp(look_sign(look, 36), (14, 10), inside)
    if text:
        canvas.write(text, (62, 39), BADGE, inside)
    return canvas
