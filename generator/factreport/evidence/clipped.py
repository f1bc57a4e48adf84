"""What a quotation leaves out at its edges: a negation elsewhere in its sentence."""

from __future__ import annotations

import re

from factreport.evidence.prepared_text import PARAGRAPH_END, prepare

_NEGATION = re.compile(
    r"\b(?:not|cannot|never|no|none|neither|nor|nothing|nobody|nowhere|without|hardly|scarcely|barely)\b|\b\w+n't\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?\u2026]['\")\]]* (?=['\"(\[]*[A-Z0-9$£€¥])")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|No|vs|cf|etc|approx|est|bn|mn|Inc|Co|Corp|Ltd))\.$"
)


def clipped_negation(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Give a negation that stands in the quotation's sentence but not in its `spans`; empty where there is none.

    >>> clipped_negation("It did not say that it will buy chips. It never does.", ((20, 37),))
    'not'
    """
    prepared = prepare(text)
    first, last = sentence_around(prepared.characters, *prepared.inside(spans[0][0], spans[-1][1]))
    for found in _NEGATION.finditer(prepared.characters, first, last):
        place = prepared.span(found.start(), found.end())
        if not any(begin <= place[0] and place[1] <= finish for begin, finish in spans):
            return found.group()
    return ""


def sentence_around(characters: str, start: int, end: int) -> tuple[int, int]:
    """Give the half-open span of the sentence or sentences that hold `characters[start:end]`, within its paragraph."""
    paragraph = characters.rfind(PARAGRAPH_END, 0, start) + 1
    close = characters.find(PARAGRAPH_END, end)
    close = close if close >= 0 else len(characters)
    first, last = paragraph, close
    for found in _SENTENCE_END.finditer(characters, paragraph, close):
        if _ABBREVIATION.search(characters[max(paragraph, found.start() - 8) : found.start() + 1]):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.start() + 1 >= end - 1:
            last = found.end()
            break
    return first, last
