"""The faces of link previews, and lines of text that fit a width. Everything is in pixels of the finished picture."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache, partial
from io import BytesIO

from msgspec import Struct
from PIL import Image, ImageDraw, ImageFont

from factreport.exports.picture.characters import font_file
from factreport.exports.picture.lines import MeasuredText

FINER = 3
"""Letters are drawn so many times larger and then reduced: their places are thirds of a pixel, their edges smooth."""
KEPT = 4096
"""Drawn letters that are kept for the next picture, about a kilobyte each."""
TEXTS = 16
"""Measured texts that are kept: those of one picture in the sizes that are tried."""
ELLIPSIS = "…"


class Face(StrEnum):
    """A font by its file."""

    TITLE = "NotoSerif-SemiBold.ttf"
    TEXT = "NotoSerif-Regular.ttf"
    INTERFACE = "NotoSans-SemiBold.ttf"


class Type(Struct, frozen=True):
    """A face in a size."""

    face: Face
    size: int
    """Of the em."""
    leading: int = 0
    """From one line's foot to the next; 0 for what stands on one line."""

    @property
    def capital(self) -> int:
        """How high capitals stand above the line: 0.714 em in all faces."""
        return self.size * 5 // 7

    def width(self, text: str) -> float:
        """Give how far a text runs on one line."""
        return sum(_steps(self.face, self.size, text)) / FINER

    def fits(self, text: str, width: float) -> bool:
        """Tell whether a text stands on one line of that width."""
        return self.width(text) <= width

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """Break a text at its blanks; a word that is wider by itself is broken anywhere."""
        return _measured(self.face, self.size, text).lines(width)

    def balanced(self, text: str, width: float) -> tuple[str, ...]:
        """Break a text into as few lines as `lines` does, but of like length."""
        return _measured(self.face, self.size, text).balanced(width)

    def cut(self, text: str, width: float, lines: int = 1) -> tuple[str, ...]:
        """Break a text into at most so many lines; where something is left out, it ends at a word with an ellipsis."""
        broken = self.lines(text, width)
        if len(broken) <= lines:
            return broken
        last = broken[lines - 1]
        while not self.fits(last + ELLIPSIS, width):
            last = last.rpartition(" ")[0] or last[:-1]
        return (*broken[: lines - 1], last.rstrip(" ,;:.–—") + ELLIPSIS)

    def mask(self, text: str) -> tuple[Image.Image, int, int]:
        """Draw one line: how far each pixel is covered, and where in it the line's foot begins (left, down)."""
        left, foot = self.size, self.size * 5 // 4
        steps = _steps(self.face, self.size, text)
        paper = Image.new("L", (sum(steps) // FINER + 2 * left, foot + self.size // 2))
        at = 0
        for character, step in zip(text, steps, strict=True):
            if character != " ":
                drawn, (right, down) = _character(self.face, self.size, character, at % FINER)
                paper.paste(255, (left + at // FINER + right, foot + down), drawn)
            at += step
        return paper, left, foot


@lru_cache(KEPT)
def _character(face: Face, size: int, character: str, phase: int) -> tuple[Image.Image, tuple[int, int]]:
    """Draw one character, moved to the right by some parts of a pixel, and tell where it stands from the pen."""
    font = _font(face, size)
    before, foot = size // 2, size * 5 // 4
    wide = int(font.getlength(character)) // FINER + 1 + 2 * before
    paper = Image.new("L", (wide * FINER, (foot + size // 2) * FINER))
    place = (before * FINER + phase, foot * FINER)
    ImageDraw.Draw(paper).text(place, character, fill=255, font=font, anchor="ls")
    drawn = paper.reduce(FINER)
    box = drawn.getbbox() or (0, 0, 1, 1)
    return drawn.crop(box), (box[0] - before, box[1] - foot)


@lru_cache(TEXTS)
def _measured(face: Face, size: int, text: str) -> MeasuredText:
    return MeasuredText(text, partial(_step, face, size), FINER)


def _steps(face: Face, size: int, text: str) -> list[int]:
    """Give how far the pen goes on at each character, in the finer pixels."""
    return [_step(face, size, *pair) for pair in zip(text, (*text[1:], ""), strict=False)]


@lru_cache(16 * KEPT)
def _step(face: Face, size: int, character: str, following: str) -> int:
    """Give how far the pen goes on before the following character: pairs such as "To" stand closer."""
    return round(_font(face, size).getlength(character + following) - _length(face, size, following))


@lru_cache(KEPT)
def _length(face: Face, size: int, character: str) -> float:
    """Give how far one character runs, or none (""), in the finer pixels."""
    return _font(face, size).getlength(character) if character else 0


@cache
def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout is part of Pillow; the other one uses a library that some machines have and some have not.
    return ImageFont.truetype(BytesIO(font_file(face)), size * FINER, layout_engine=ImageFont.Layout.BASIC)
