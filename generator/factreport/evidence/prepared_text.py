"""A text made ready for matching: only typography is evened out, and every character knows where it came from.

Evened out, and nothing else: Unicode composition (NFC), kinds of space and line breaks, curly quotation marks, kinds of
dash, an ellipsis and three points, soft hyphens and characters without width. Case, currency signs, digits and
`. , % + -` stay what they are, so that `$12bn` never equals `£12bn`. A dash in the place of a sign stays as printed,
and so does any minus before a digit.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.evidence.token_edges import is_sign

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAGRAPH_END = "\n"
"""Stands in a prepared text for the end of a paragraph; a prepared quotation has none, so no match crosses one."""

# Soft hyphen, joiners and their opposites, directions of writing, forms of the character before.
_WIDTHLESS = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
_STRAIGHT = dict.fromkeys("\u2018\u2019\u201a\u201b", "'") | dict.fromkeys("\u201c\u201d\u201e\u201f", '"')
_EVENED_OUT = _STRAIGHT | {"\u2026": "..."}
_DASH = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63]")

_RUN = re.compile(
    r"(?P<plain>[\x21-\x7e]+(?: [\x21-\x7e]+)*(?![^\x00-\x7f\s]))"
    r"|(?P<space>\s+)"
    r"|(?P<mixed>[\x21-\x7e]?[^\x00-\x7f\s]+)"
    r"|(?P<control>[\x00-\x1f\x7f])"
)
_LINE_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_LONGEST_WRAPPED_LINE = 160
"""No program wraps prose wider; a longer line is a whole paragraph."""
_LONGER_THAN_HEADLINES = 60
_UNFINISHED = re.compile(
    r"(?:,|\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|that|which|than|is|are|was|were|will|has|its))\Z"
)


class PreparedText(Struct, frozen=True):
    """The evened-out characters of a text, with the offsets in the original of each."""

    original: str
    characters: str
    """Never begins or ends with a space, never has two in a row; paragraphs end with `PARAGRAPH_END`."""
    starts: array[int]
    """Offset in `original` of each character, in code points."""
    ends: array[int]
    """Offset in `original` after each character."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the half-open span in the original of `characters[start:end]`, which must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def inside(self, start: int, end: int) -> tuple[int, int]:
        """Give the half-open span of the characters that `original[start:end]` became."""
        last = bisect_left(self.ends, end)
        # One character may have become several, which end where it does.
        close = self.ends[last] if last < len(self.ends) else end
        return bisect_left(self.starts, start), bisect_right(self.ends, close)

    def parts(self, at: int) -> bool:
        """Tell whether a cut before offset `at` would part what is one character in the original."""
        return 0 < at < len(self.starts) and self.starts[at - 1] == self.starts[at]


@lru_cache(maxsize=32)
def prepare(text: str) -> PreparedText:
    """Prepare a snapshot: paragraph ends are kept apart from spaces."""
    return _prepare(text, _wrapping_breaks(text))


@lru_cache(maxsize=1024)
def prepare_flat(text: str) -> PreparedText:
    """Prepare a quotation: every line break is a space, since YAML folds lines where the editor likes."""
    return _prepare(text, None)


def _prepare(text: str, wrapping: frozenset[int] | None) -> PreparedText:
    builder = _Builder(text, wrapping)
    for run in _RUN.finditer(text):
        match run.lastgroup:
            case "space":
                builder.add_space(run.start(), run.end())
            case "mixed":
                for start, end, cluster in _clusters(text, run.start(), run.end()):
                    builder.add_cluster(start, end, cluster)
            case _:
                builder.add_plain(run.start(), run.end())
    return builder.result()


class _Builder:
    """Collects characters with their offsets; a space waits until something visible follows it."""

    def __init__(self, text: str, wrapping: frozenset[int] | None) -> None:
        self.text = text
        self.wrapping = wrapping
        self.pieces: list[str] = []
        self.starts: array[int] = array("L")
        self.ends: array[int] = array("L")
        self.space: tuple[int, int] | None = None
        self.breaks: list[re.Match[str]] = []

    def add_space(self, start: int, end: int) -> None:
        self.space = (self.space[0] if self.space else start, end)
        if self.wrapping is not None:
            self.breaks.extend(_LINE_BREAK.finditer(self.text, start, end))

    def add_plain(self, start: int, end: int) -> None:
        self._settle_space()
        self.pieces.append(self.text[start:end])
        self.starts.extend(range(start, end))
        self.ends.extend(range(start + 1, end + 1))

    def add_cluster(self, start: int, end: int, cluster: str) -> None:
        self._settle_space()
        composed = unicodedata.normalize("NFC", cluster)
        if len(composed) == 1:
            composed = _EVENED_OUT.get(composed, composed)
        self.pieces.append(composed)
        self.starts.extend([start] * len(composed))
        self.ends.extend([end] * len(composed))

    def result(self) -> PreparedText:
        return PreparedText(self.text, _even_out_dashes("".join(self.pieces)), self.starts, self.ends)

    def _settle_space(self) -> None:
        if self.space and self.pieces:
            self.pieces.append(PARAGRAPH_END if self._ends_paragraph() else " ")
            self.starts.append(self.space[0])
            self.ends.append(self.space[1])
        self.space = None
        self.breaks = []

    def _ends_paragraph(self) -> bool:
        if self.wrapping is None or not self.breaks:
            return False
        if len(self.breaks) > 1 or self.breaks[0].group() == "\u2029":
            return True
        return self.breaks[0].start() not in self.wrapping


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Give spans that compose on their own: a character with the marks that follow it; widthless ones are left out."""
    first, last, cluster = start, start, ""
    for offset in range(start, end):
        character = text[offset]
        if character in _WIDTHLESS:
            continue
        if cluster and not composes_with_previous(character):
            yield first, last, cluster
            cluster = ""
        if not cluster:
            first = offset
        cluster += character
        last = offset + 1
    if cluster:
        yield first, last, cluster


def composes_with_previous(character: str) -> bool:
    """Tell whether NFC may join the character to the one before it: marks, inner letters of Hangul and Kirat Rai."""
    return (
        unicodedata.category(character)[0] == "M"
        or "\u1160" <= character <= "\u11ff"
        or "\U00016d63" <= character <= "\U00016d6a"
    )


def _even_out_dashes(characters: str) -> str:
    """Make a hyphen of every dash that is no sign of a number."""
    return _DASH.sub(lambda dash: dash[0] if is_sign(characters, dash.start()) else "-", characters)


def _wrapping_breaks(text: str) -> frozenset[int]:
    """Give the offsets of line breaks that only wrap a line; none where paragraphs are single lines.

    A text is taken for wrapped when no line is too long for it and at least a third of the breaks between two lines
    stand within a sentence, as hardly a paragraph's end does. There, a break wraps if the next line goes on in lower
    case or its first word had no room left; a short headline above a paragraph so stays apart.
    """
    lines = _lines(text)
    if not lines or max(len(line) for _, line in lines) > _LONGEST_WRAPPED_LINE:
        return frozenset()
    joints = [(offset, line, below) for (offset, line), (_, below) in pairwise(lines) if line and below]
    if 3 * sum(_runs_on(line, below) for _, line, below in joints) < len(joints):
        return frozenset()
    width = max(len(line) for _, line in lines)
    return frozenset(
        offset
        for offset, line, below in joints
        if below[0].islower() or len(line) + 1 + len(below.split(maxsplit=1)[0]) > width
    )


def _runs_on(line: str, below: str) -> bool:
    """Tell whether a sentence runs on over a break: in lower case, or after a long line without an end of its own."""
    return below[0].islower() or (len(line) >= _LONGER_THAN_HEADLINES and _UNFINISHED.search(line) is not None)


def _lines(text: str) -> list[tuple[int, str]]:
    """Give each line without outer spaces, with the offset of the break that ends it."""
    lines, start = [], 0
    for line_break in _LINE_BREAK.finditer(text):
        lines.append((line_break.start(), text[start : line_break.start()].strip()))
        start = line_break.end()
    lines.append((len(text), text[start:].strip()))
    return lines
