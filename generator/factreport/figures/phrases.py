"""Tables of phrases: the longest one that stands at a token, forwards or backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factreport.figures.tokens import Tokens

Meaning = TypeVar("Meaning")
Node = dict[str, object]

_MEANING = " "
"""Key of a node that ends a phrase; no word of a phrase is a space."""


def words(listing: str) -> frozenset[str]:
    """Return the words of a listing set apart by spaces and line ends."""
    return frozenset(listing.split())


class Phrases(Generic[Meaning]):
    """Phrases in lower case, words set apart by one space, each with a meaning."""

    def __init__(self, meanings: Mapping[str, Meaning], *, hyphens: bool = True) -> None:
        self._forward: Node = {}
        self._backward: Node = {}
        self._hyphens = hyphens
        for phrase, meaning in meanings.items():
            words = phrase.split(" ")
            _plant(self._forward, words, meaning)
            _plant(self._backward, words[::-1], meaning)

    def after(self, tokens: Tokens, index: int) -> tuple[Meaning, int] | None:
        """Return the meaning of the longest phrase that starts at the token, and the index after its last token."""
        return self._walk(self._forward, tokens, index, 1)

    def before(self, tokens: Tokens, index: int) -> tuple[Meaning, int] | None:
        """Return the meaning of the longest phrase that ends before the token, and the index of its first token."""
        found = self._walk(self._backward, tokens, index - 1, -1)
        return (found[0], found[1] + 1) if found else None

    def _walk(self, node: Node, tokens: Tokens, index: int, step: int) -> tuple[Meaning, int] | None:
        lows = tokens.lows
        found: tuple[Meaning, int] | None = None
        while True:
            following = node.get(lows[index])
            if following is None:
                if not self._hyphens or lows[index] not in _HYPHENS or (found is None and node is self._start(step)):
                    return found
                following = node.get(lows[index + step])
                if following is None:
                    return found
                index += step
            node = following  # type: ignore[assignment]
            index += step
            if _MEANING in node:
                found = (node[_MEANING], index)  # type: ignore[assignment]

    def _start(self, step: int) -> Node:
        return self._forward if step > 0 else self._backward


_HYPHENS = frozenset("-‐‑")


def _plant(node: Node, words: list[str], meaning: object) -> None:
    for word in words:
        node = node.setdefault(word, {})  # type: ignore[assignment]
    node[_MEANING] = meaning
