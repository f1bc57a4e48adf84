"""Where marks stand across a strip: in per cent on a page, where widths vary, or in pixels in a file of fixed width.

A mark's own shape is always in pixels, so it keeps its form at every width.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from factreport.pages.drawing.markup import element, moved

if TYPE_CHECKING:
    from markupsafe import Markup

    from factreport.figures.exact import Fraction


class Across(Protocol):
    """Turns a place on the strip, from 0 (left) to 1 (right), into attributes."""

    def x(self, place: Fraction) -> str:
        """Give the place for attributes such as `x` and `cx`."""
        ...

    def width(self, share: Fraction) -> str:
        """Give a share of the strip's width for the attribute `width`."""
        ...

    def at(self, place: Fraction, shape: Markup) -> Markup:
        """Give a shape that is drawn around 0,0 moved to that place."""
        ...


class InPercent(Struct, frozen=True):
    """For pages: strips without a viewBox, as wide as there is room."""

    def x(self, place: Fraction) -> str:
        """Give the place in per cent."""
        return f"{decimal_text(place, shift=2)}%"

    def width(self, share: Fraction) -> str:
        """Give the width in per cent."""
        return self.x(share)

    def at(self, place: Fraction, shape: Markup) -> Markup:
        """Give the shape inside an SVG viewport that begins at the place, since `transform` knows no per cent."""
        return element("svg", shape, x=self.x(place), overflow="visible")


class InPixels(Struct, frozen=True):
    """For files that stand by themselves: a strip from `left`, `length` wide, both in pixels."""

    left: int
    length: int

    def x(self, place: Fraction) -> str:
        """Give the place in pixels from the file's left edge."""
        return _decimal(self.left * place.denominator + place.numerator * self.length, place.denominator, 2)

    def width(self, share: Fraction) -> str:
        """Give the width in pixels."""
        return _decimal(share.numerator * self.length, share.denominator, 2)

    def at(self, place: Fraction, shape: Markup) -> Markup:
        """Give the shape moved to the place."""
        return moved(shape, self.x(place), 0)


def decimal_text(value: Fraction, places: int = 3, *, shift: int = 0) -> str:
    """Give a number, or 10**`shift` times that, with at most so many decimals, rounded half to even.

    Without trailing zeros or exponent.
    """
    return _decimal(value.numerator * 10**shift, value.denominator, places)


def _decimal(numerator: int, denominator: int, places: int) -> str:
    scaled = _rounded(numerator * 10**places, denominator)
    whole, rest = divmod(abs(scaled), 10**places)
    if not rest:
        return str(scaled // 10**places)
    text = f"{whole}.{rest:0{places}d}".rstrip("0")
    return f"-{text}" if scaled < 0 else text


def _rounded(numerator: int, denominator: int) -> int:
    """Give the whole number nearest to a fraction, of two equally near ones the even one."""
    whole, rest = divmod(numerator, denominator)
    beyond = 2 * rest - denominator
    return whole + (beyond > 0 or (beyond == 0 and whole % 2 == 1))
