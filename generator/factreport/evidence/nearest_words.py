"""The words of a text that come nearest to a quotation that is not in it: a suggestion, never a proof."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from msgspec import Struct

from factreport.evidence.prepared_text import PreparedText, prepare, prepare_flat

_TOKEN = re.compile(r"\S+")
_MOST_TOKENS = 60
_MOST_DISTINCT_WORDS = 5_000
_MOST_CHARACTERS = 500
"""Of what is compared sign by sign; a quotation that is longer, or a word in its place, is no slip of the pen."""
_LEAST_LIKENESS = 0.5


class NearestWords(Struct, frozen=True):
    """Words of a text, on one line, and where they begin."""

    words: str
    start: int
    """Offset in the original text."""


class _Token(Struct, frozen=True):
    key: str
    """Letters and digits in lower case, so that capitals and signs still come near."""
    start: int
    end: int


@lru_cache(maxsize=64)
def nearest_words(text: str, quotation: str) -> NearestWords | None:
    """Give the run of words in `text` most like `quotation`, or None where nothing comes near. Linear in the text.

    >>> nearest_words("The firm set aside over £12bn for chips.", "set aside over $12bn")
    NearestWords(words='set aside over £12bn', start=9)
    """
    prepared, wanted = prepare(text), prepare_flat(quotation)
    tokens, quoted = _tokens(prepared.characters), _tokens(wanted.characters)[:_MOST_TOKENS]
    if not tokens or not quoted:
        return None
    words = wanted.characters[quoted[0].start : quoted[-1].end]
    if len(words) > _MOST_CHARACTERS:
        return None
    if len(quoted) == 1:
        return _nearest_token(prepared, tokens, quoted[0].key)
    best, likeness = (0, 0), 0.0
    for first in _promising(tokens, quoted):
        for start, end in _windows(first, len(quoted), len(tokens)):
            there = prepared.characters[tokens[start].start : tokens[end - 1].end]
            if len(there) > _MOST_CHARACTERS:
                continue
            ratio = SequenceMatcher(None, there, words, autojunk=False).ratio()
            if ratio > likeness:
                best, likeness = (start, end), ratio
    return _nearest(prepared, tokens, *best) if likeness >= _LEAST_LIKENESS else None


def _tokens(characters: str) -> list[_Token]:
    return [
        _Token(re.sub(r"\W+", "", found.group()).casefold() or found.group(), found.start(), found.end())
        for found in _TOKEN.finditer(characters)
    ]


def _promising(tokens: list[_Token], quoted: list[_Token]) -> list[int]:
    """Give the beginnings of the three windows that share most words with the quotation, best first."""
    missing = Counter(token.key for token in quoted)
    size, shared = len(quoted), 0
    scores: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        shared += missing[token.key] > 0
        missing[token.key] -= 1
        if at >= size:
            gone = tokens[at - size].key
            missing[gone] += 1
            shared -= missing[gone] > 0
        scores.append((-shared, max(0, at - size + 1)))
    return [first for _, first in sorted(scores)[:3]]


def _windows(first: int, size: int, length: int) -> list[tuple[int, int]]:
    return [
        (start, end)
        for start in range(max(0, first - 1), first + 2)
        for end in range(start + max(1, size - 1), start + size + 2)
        if end <= length
    ] or [(first, min(length, first + size))]


def _nearest_token(prepared: PreparedText, tokens: list[_Token], key: str) -> NearestWords | None:
    first_at: dict[str, int] = {}
    for at, token in enumerate(tokens):
        if len(token.key) <= _MOST_CHARACTERS:
            first_at.setdefault(token.key, at)
        if len(first_at) == _MOST_DISTINCT_WORDS:
            break
    for close in get_close_matches(key, first_at, n=1, cutoff=_LEAST_LIKENESS):
        return _nearest(prepared, tokens, first_at[close], first_at[close] + 1)
    return None


def _nearest(prepared: PreparedText, tokens: list[_Token], start: int, end: int) -> NearestWords:
    first, last = prepared.span(tokens[start].start, tokens[end - 1].end)
    return NearestWords(" ".join(prepared.original[first:last].split()), first)
