"""Paper for link previews: every pixel is the number of a colour, and colours come in steps from a ground to an ink.

So the finished picture needs no search for its colours: it is small, quick, and the same wherever it is made.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct
from PIL import Image

from factreport.figures.exact import Fraction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factreport.exports.picture.typeface import Type

STEPS = 8
"""Colours from a ground to an ink, both included: enough for smooth edges."""
COMPRESSION = 5
"""Level 9 takes ten times as long and saves a tenth."""


class Ink(Struct, frozen=True):
    """An ink on its ground; both are colours as styles write them ("#1b1e22")."""

    ink: str
    ground: str

    def steps(self) -> bytes:
        """Give the colours from the ground to the ink, three bytes each: red, green, blue."""
        ground, ink = bytes.fromhex(self.ground[1:]), bytes.fromhex(self.ink[1:])
        return bytes(
            round(first + Fraction(last - first) * step / (STEPS - 1))
            for step in range(STEPS)
            for first, last in zip(ground, ink, strict=True)
        )


class Canvas:
    """A picture while it is drawn; it begins as the ground of its first ink."""

    def __init__(self, size: tuple[int, int], inks: Sequence[Ink]) -> None:
        self._inks = tuple(inks)
        self._pixels = Image.new("L", size, 0)

    def fill(self, box: tuple[int, int, int, int], ink: Ink, step: int = STEPS - 1) -> None:
        """Fill a box (left, top, right, bottom; the last two are outside) with an ink, or a step towards it."""
        self._pixels.paste(self._first(ink) + step, box)

    def stamp(self, mask: Image.Image, place: tuple[int, int], ink: Ink) -> None:
        """Put an ink where a mask covers; what is under it must be the ink's ground."""
        covered = mask.getbbox()
        if covered is None:
            return
        # Each pixel of a mask costs time, and most of a line's are empty.
        part = mask.crop(covered)
        place = place[0] + covered[0], place[1] + covered[1]
        self._pixels.paste(part.point(_steps_from(self._first(ink))), place, part.point(_COVERED))

    def write(self, text: str, place: tuple[int, int], type_: Type, ink: Ink) -> None:
        """Write one line; `place` is the left end of its foot."""
        mask, left, foot = type_.mask(text)
        self.stamp(mask, (place[0] - left, place[1] - foot), ink)

    def put(self, part: Canvas, place: tuple[int, int]) -> None:
        """Put a part that was drawn before, with the same inks in the same order; `place` is its left upper corner."""
        self._pixels.paste(part._pixels, place)

    def png(self) -> bytes:
        """Give the picture as a file: palette, and nothing but pixels."""
        self._pixels.putpalette(b"".join(_steps(ink) for ink in self._inks))
        file = BytesIO()
        self._pixels.save(file, "PNG", compress_level=COMPRESSION)
        return file.getvalue()

    def _first(self, ink: Ink) -> int:
        return self._inks.index(ink) * STEPS


_steps = cache(Ink.steps)


def _step(covered: int) -> int:
    return (covered * (STEPS - 1) * 2 + 255) // 510


_COVERED = [255 if _step(covered) else 0 for covered in range(256)]


@cache
def _steps_from(first: int) -> list[int]:
    return [first + _step(covered) for covered in range(256)]
