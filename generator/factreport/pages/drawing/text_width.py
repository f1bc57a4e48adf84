"""How wide words are, roughly: files carry no font, so lines are broken by the widths of a wide common face."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, takewhile
from unicodedata import combining, east_asian_width

NARROW = frozenset("ijltfr.,:;'|!()[]/ \N{RIGHT SINGLE QUOTATION MARK}\N{NARROW NO-BREAK SPACE}")
WIDE = frozenset("mwMW@%&<>=+~#—")
ELLIPSIS = "…"
WORDS_KEPT = 8192
"""Words whose width is kept; most of what drawings say are the same few thousand."""


class Widths(dict[str, int]):
    """Widths of characters in hundredths of an em, worked out when first asked for."""

    def __missing__(self, character: str) -> int:
        """Work out the width of a character, and keep it."""
        self[character] = width = _width(character)
        return width


WIDTHS = Widths()


def text_width(text: str, size: int) -> float:
    """Give the width of a text in pixels at a font size in pixels."""
    return _hundredths(text) * size / 100


@lru_cache(WORDS_KEPT)
def _hundredths(text: str) -> int:
    """Give the width of a text in hundredths of an em."""
    return sum(map(WIDTHS.__getitem__, text))


def wrapped(text: str, width: float, size: int) -> list[str]:
    """Break a text into lines that fit a width in pixels; words that are wider by themselves are broken anywhere."""
    if text_width(text, size) <= width:
        return [whole] if (whole := " ".join(text.split())) else []
    lines, reached = [""], 0
    for word in text.split():
        further = reached + (WIDTHS[" "] if lines[-1] else 0) + _hundredths(word)
        if further * size / 100 <= width:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
            reached = further
            continue
        if not lines[-1]:
            lines.pop()
        lines += _pieces(word, width, size)
        reached = _hundredths(lines[-1])
    return lines if lines != [""] else []


def shortened(text: str, width: float, size: int) -> str:
    """Give a text cut to a width in pixels, with an ellipsis where something is missing."""
    if text_width(text, size) <= width:
        return text
    reached = accumulate((WIDTHS[character] for character in text), initial=_hundredths(ELLIPSIS))
    fitting = sum(1 for _end in takewhile(lambda end: end * size / 100 <= width, reached))
    return text[: max(fitting - 1, 0)].rstrip() + ELLIPSIS


def _pieces(word: str, width: float, size: int) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _width(character: str) -> int:
    if combining(character):
        return 0
    if east_asian_width(character) in "WF":
        return 100
    if character in NARROW:
        return 37
    if character in WIDE:
        return 96
    return 71 if character.isupper() else 62
