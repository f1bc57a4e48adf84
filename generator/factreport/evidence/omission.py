"""Searching a snapshot for words that a source is said to leave out."""

from __future__ import annotations

from msgspec import Struct

from factreport.evidence.prepared_text import prepare_flat
from factreport.evidence.token_edges import is_token_edge


class FoundTerm(Struct, frozen=True):
    """A word that is there after all."""

    term: str
    start: int
    """Offset in the original text."""


def find_terms(text: str, terms: tuple[str, ...]) -> tuple[FoundTerm, ...]:
    """Give the first place of each of `terms` that stands in `text` as a whole word, whatever its capitals.

    >>> find_terms("Forty billion Yuan went abroad.", ("yuan", "road"))
    (FoundTerm(term='yuan', start=14),)
    """
    prepared = prepare_flat(text)
    lowered = _lowered(prepared.characters)
    found = ((term, _first_place(lowered, prepare_flat(term).characters)) for term in terms)
    return tuple(FoundTerm(term, prepared.starts[at]) for term, at in found if at is not None)


def _first_place(lowered: str, term: str) -> int | None:
    wanted = _lowered(term)
    at = lowered.find(wanted) if wanted else -1
    while at >= 0:
        if is_token_edge(lowered, at) and is_token_edge(lowered, at + len(wanted)):
            return at
        at = lowered.find(wanted, at + 1)
    return None


def _lowered(text: str) -> str:
    """Give lower case where that is one character for one, so that offsets stay."""
    lower = {character: character.lower() for character in set(text)}
    return text.translate({ord(upper): low for upper, low in lower.items() if len(low) == 1 and low != upper})
