"""Finding a quotation in a text, character by character, and the nearest words where it is not there.

A quotation is found where its prepared characters stand between token edges, within one paragraph. Parts separated by
` … ` or ` ... ` stand in this order, each within `ELLIPSIS_REACH` of the one before. A search that forgives differences
only ever suggests; it never finds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.evidence.prepared_text import PARAGRAPH_END, PreparedText, prepare, prepare_flat
from factreport.evidence.token_edges import is_token_edge

if TYPE_CHECKING:
    from collections.abc import Iterator

ELLIPSIS_REACH = 300
"""Most code points that an ellipsis may stand for: two or three sentences of news."""

_MOST_OCCURRENCES = 10_000
"""Without an end, a text of one repeated word would make the search quadratic."""

_MOST_PARTS = 12
"""More is no quotation; 25 words cannot need it."""

_WORD = re.compile(r"[0-9A-Za-z_]+")
_ELLIPSIS = re.compile(r" (?:\u2026|\.\.\.) ")


class MatchClass(StrEnum):
    """How close the words of the text are to those of the quotation."""

    EXACT = "exact"
    """The same code points."""
    TYPOGRAPHIC = "typographic"
    """The same but for kinds of space, quotation marks, dashes and ellipses, line breaks and widthless characters."""


class Match(Struct, frozen=True):
    """A quotation found in exactly one place."""

    start: int
    """Offset of its first code point in the original text."""
    end: int
    """Offset after its last code point."""
    spans: tuple[tuple[int, int], ...]
    """Half-open spans of its parts, in order; one where it has no ellipsis."""
    match: MatchClass
    occurrences: int
    """How often these words stand in the text, whatever stands around them; at least 1."""


class Reason(StrEnum):
    """Why a quotation was not found."""

    ABSENT = "absent"
    SEVERAL = "several"
    """It stands there more than once, and prefix and suffix do not tell which one is meant."""
    CONTEXT = "context"
    """It stands there, but not after the prefix or not before the suffix."""
    PARAGRAPHS = "paragraphs"
    """It stands there only across the end of a paragraph."""
    PART_OF_WORD = "part-of-word"
    """It stands there only as part of a longer word or number."""


class NoMatch(Struct, frozen=True):
    """A quotation that cannot be placed."""

    reason: Reason
    occurrences: int = 0


class _Part(Struct, frozen=True):
    """One of the parts that an ellipsis separates."""

    words: str
    start: int
    """Offset in the prepared quotation."""
    end: int


def find_quotation(text: str, quotation: str, *, prefix: str = "", suffix: str = "") -> Match | NoMatch:
    """Find the one place of `quotation` in `text`, between `prefix` and `suffix` where they are given.

    >>> find_quotation("It will spend $12bn.", "spend $12bn")
    Match(start=8, end=19, spans=((8, 19),), match=<MatchClass.EXACT: 'exact'>, occurrences=1)
    >>> find_quotation("It will spend $12bn.", "spend £12bn")
    NoMatch(reason=<Reason.ABSENT: 'absent'>, occurrences=0)
    """
    prepared, wanted = prepare(text), prepare_flat(quotation)
    if not wanted.characters:
        return NoMatch(Reason.ABSENT)
    for parts in _readings(wanted.characters):
        found = [_whole_places(prepared, part.words) for part in parts]
        chains, occurrences = _chains(prepared.characters, parts, found)
        if occurrences:
            break
    else:
        return NoMatch(_why_absent(prepared.characters, wanted.characters))
    if prefix or suffix:
        found[0] = [at for at in found[0] if _follows(prepared.characters, at, prefix)]
        found[-1] = [at for at in found[-1] if _precedes(prepared.characters, at + len(parts[-1].words), suffix)]
        chains, ways = _chains(prepared.characters, parts, found)
    else:
        ways = occurrences
    if ways != 1:
        return NoMatch(Reason.SEVERAL if ways else Reason.CONTEXT, occurrences)
    return _match(prepared, wanted, parts, chains, occurrences)


def _readings(characters: str) -> Iterator[tuple[_Part, ...]]:
    """Give the parts of a quotation, first with any ellipsis as the source's own, then as words left out."""
    yield (_Part(characters, 0, len(characters)),)
    edges = [0, *(edge for gap in _ELLIPSIS.finditer(characters) for edge in gap.span()), len(characters)]
    if 2 < len(edges) <= 2 * _MOST_PARTS:
        yield tuple(
            _Part(characters[start:end], start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)
        )


def _whole_places(prepared: PreparedText, words: str) -> list[int]:
    """Give the offsets of `words` where no character of the original is cut in two, as an ellipsis would be."""
    places = _places(prepared.characters, words)
    return [at for at in places if not (prepared.parts(at) or prepared.parts(at + len(words)))]


def _places(text: str, words: str) -> list[int]:
    """Give every offset at which `words` stand in `text` between token edges; overlapping ones too."""
    places: list[int] = []
    at = text.find(words)
    while at >= 0 and len(places) < _MOST_OCCURRENCES:
        if is_token_edge(text, at) and is_token_edge(text, at + len(words)):
            places.append(at)
        at = text.find(words, _after_word(text, at))
    return places


def _after_word(text: str, at: int) -> int:
    """Give the next offset after `at` at which a token may begin: none does among Latin letters and digits."""
    word = _WORD.match(text, at)
    return max(at + 1, word.end() if word else 0)


def _chains(text: str, parts: tuple[_Part, ...], found: list[list[int]]) -> tuple[tuple[int, ...], int]:
    """Lay all parts over the text, in order and within reach: one chain of places, and how many there are.

    The chain is the only one if the number is 1. Runs of sums over sorted places keep the work linear.
    """
    chains: list[tuple[tuple[int, ...], int]] = [((place,), 1) for place in found[0]]
    for before, part_places in zip(parts, found[1:], strict=False):
        ends = [places[-1] + len(before.words) for places, _ in chains]
        totals = [0, *accumulate(ways for _, ways in chains)]
        longer: list[tuple[tuple[int, ...], int]] = []
        for place in part_places:
            first = bisect_left(ends, _reach_back(text, place))
            last = bisect_right(ends, place)
            if first < last:
                longer.append(((*chains[last - 1][0], place), totals[last] - totals[first]))
        chains = longer
    return (chains[-1][0] if chains else ()), sum(ways for _, ways in chains)


def _reach_back(text: str, place: int) -> int:
    """Give the earliest offset at which the part before may end: within reach and in the same paragraph."""
    earliest = max(0, place - ELLIPSIS_REACH)
    return max(earliest, text.rfind(PARAGRAPH_END, earliest, place) + 1)


def _follows(text: str, at: int, prefix: str) -> bool:
    words = prepare_flat(prefix).characters
    end = at - 1 if at and text[at - 1].isspace() else at
    start = end - len(words)
    return start >= 0 and text[start:end] == words and is_token_edge(text, start)


def _precedes(text: str, at: int, suffix: str) -> bool:
    words = prepare_flat(suffix).characters
    start = at + 1 if text[at : at + 1].isspace() else at
    return text.startswith(words, start) and is_token_edge(text, start + len(words))


def _match(
    prepared: PreparedText, wanted: PreparedText, parts: tuple[_Part, ...], chain: tuple[int, ...], occurrences: int
) -> Match:
    spans = tuple(prepared.span(at, at + len(part.words)) for part, at in zip(parts, chain, strict=True))
    printed = (prepared.original[start:end] for start, end in spans)
    quoted = (wanted.original[slice(*wanted.span(part.start, part.end))] for part in parts)
    same = all(there == here for there, here in zip(printed, quoted, strict=True))
    match = MatchClass.EXACT if same else MatchClass.TYPOGRAPHIC
    return Match(spans[0][0], spans[-1][1], spans, match, occurrences)


def _why_absent(text: str, words: str) -> Reason:
    if words in text:
        return Reason.PART_OF_WORD
    return Reason.PARAGRAPHS if _places(text.replace(PARAGRAPH_END, " "), words) else Reason.ABSENT
