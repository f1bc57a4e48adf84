"""Texts broken into lines that fit a width.

A text is measured once, character by character; from then on the width of any part of it is two additions. Lines are
tried in many widths and sizes before a picture looks well, so this is where its time would go.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Span = tuple[int, int]
"""A part of a text: its first character, and the first after it."""


class MeasuredText:
    """A text in one type, and how far any part of it runs where it stands by itself."""

    def __init__(self, text: str, step: Callable[[str, str], int], finer: int) -> None:
        """Measure a text; `step` gives how far the pen goes on at a character before another, or before nothing ("").

        So many steps, `finer`, are a pixel.
        """
        self._text = text
        self._finer = finer
        self._pen = tuple(accumulate((step(*pair) for pair in pairwise(text)), initial=0))
        self._last = tuple(step(character, "") for character in text)
        starts = (0, *(place + 1 for place, character in enumerate(text) if character == " "))
        ends = (*(start - 1 for start in starts[1:]), len(text))
        self._words = tuple(zip(starts, ends, strict=True)) if text else ()
        self._after_digits = frozenset(end for start, end in self._words if text[start:end][-1:].isdigit())

    def lines(self, width: float) -> tuple[str, ...]:
        """Break the text at its blanks; a word that is wider by itself is broken anywhere."""
        found: list[Span] = []
        for start, end in self._close_words(width):
            first = found[-1][0] if found else start
            if self._fits(first, end, width):
                found[-1:] = [(first, end)]
            else:
                found.extend(self._pieces(start, end, width))
        return tuple(self._text[start:end] for start, end in found)

    def balanced(self, width: float) -> tuple[str, ...]:
        """Break the text into as few lines as `lines` does, but of like length."""
        broken = self.lines(width)
        narrow = width * (len(broken) - 1) / max(len(broken), 1)
        tried = (self.lines(narrow + (width - narrow) * part / 12) for part in range(1, 12))
        # A line more, or a word broken that need not be, would be no better.
        return next((lines for lines in tried if len(lines) <= len(broken) and " ".join(lines) == self._text), broken)

    def _fits(self, start: int, end: int, width: float) -> bool:
        if start == end:
            return width >= 0
        return (self._pen[end - 1] - self._pen[start] + self._last[end - 1]) / self._finer <= width

    def _close_words(self, width: float) -> list[Span]:
        """Give the words, and as one what follows a number closely: "$12 billion", "19 January"."""
        words: list[Span] = []
        for start, end in self._words:
            first, before = words[-1] if words else (0, 0)
            if before in self._after_digits and self._fits(first, end, width / 2):
                words[-1] = first, end
            else:
                words.append((start, end))
        return words

    def _pieces(self, start: int, end: int, width: float) -> Iterator[Span]:
        for place in range(start + 1, end):
            if not self._fits(start, place + 1, width):
                yield start, place
                start = place
        yield start, end
