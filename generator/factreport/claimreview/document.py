"""Documents: what one file or page holds, and the reviews, feeds and checks of media found in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factreport.claimreview.json_text import locate
from factreport.claimreview.values import types_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.claimreview.json_text import Json
    from factreport.claimreview.problem import Found, Keys
    from factreport.claimreview.web_page import WebPage

REFERENCE = frozenset({"@id", "@type", "url"})
"""An object with nothing else only points at another one."""
_POINTERS = frozenset({"associatedClaimReview", "associatedMediaReview", "associatedReview", "relatedClaimReview"})


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of JSON-LD."""

    path: str
    """The file it stands in, as shown to people."""
    data: Json
    text: str = field(repr=False)
    line: int = 1
    """Where it begins in the file, counted from 1."""
    column: int = 1

    def place(self, keys: Keys) -> tuple[int, int]:
        """Give line and column in the file of a value, or of its nearest parent that is there."""
        return self.places([keys])[keys]

    def places(self, wanted: Iterable[Keys]) -> dict[Keys, tuple[int, int]]:
        """Give line and column in the file of each value; one pass for all, so ask for many at once."""
        starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        return {keys: self._place(offset, starts) for keys, offset in locate(self.text, wanted).items()}

    def _place(self, offset: int, starts: list[int]) -> tuple[int, int]:
        line = bisect_right(starts, offset) - 1
        return self.line + line, offset - starts[line] + (1 if line else self.column)


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that reading noticed, in its place."""

    path: str
    line: int
    column: int
    code: str
    found: Found


@dataclass(frozen=True, slots=True)
class Node:
    """An object of a block that rules look at."""

    block: Block
    keys: Keys
    """Its path in the block."""
    data: Mapping[str, Json]
    context: Json = None
    """The nearest `@context` on the way to it; None where there is none."""
    feed: Keys | None = None
    """Path of the feed's element that carries it; None outside feeds."""

    @property
    def is_on_top(self) -> bool:
        """Whether it is the block itself, in no list or graph."""
        return not self.keys


@dataclass(frozen=True, slots=True)
class Document:
    """One file as the linter sees it."""

    path: str
    """As shown to people, with forward slashes."""
    blocks: tuple[Block, ...] = ()
    page: WebPage | None = None
    failures: tuple[Failure, ...] = ()
    address: str = ""
    """Where it is published, as far as known: its canonical address, or its place below the site's address."""
    relative: str = ""
    """Its path below the folder of its site; empty for single files."""
    reviews: tuple[Node, ...] = ()
    feeds: tuple[Node, ...] = ()
    media: tuple[Node, ...] = ()
    by_id: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    """Its objects that say more than their `@id`, by that."""


def is_kind(node: Json | Mapping[str, Json], name: str) -> bool:
    """Tell whether an object has that type, also where its letters are in the wrong case."""
    return any(one.casefold() == name.casefold() for one in types_of(node))


def walk(block: Block) -> Iterator[Node]:
    """Give every object of a block, outermost first; what only points at a review is passed over."""
    waiting = (
        [Node(block, (), block.data)] if isinstance(block.data, dict) else _entries(block, (), block.data, None, None)
    )
    waiting = waiting[::-1]
    while waiting:
        node = waiting.pop()
        context = node.data.get("@context") or node.context
        node = Node(block, node.keys, node.data, context, node.feed)
        yield node
        inner: list[Node] = []
        for name, value in node.data.items():
            if name not in _POINTERS:
                feed = node.feed
                inner += _inner(block, (*node.keys, name), value, context, feed)
        waiting += reversed(inner)


def _inner(block: Block, keys: Keys, value: Json, context: Json, feed: Keys | None) -> list[Node]:
    if isinstance(value, dict):
        return [Node(block, keys, value, context, feed)]
    return _entries(block, keys, value, context, feed)


def _entries(block: Block, keys: Keys, value: Json, context: Json, feed: Keys | None) -> list[Node]:
    """Give the objects of a list, lists within lists too."""
    found: list[Node] = []
    waiting: list[tuple[Keys, Json]] = [(keys, value)]
    while waiting:
        path, entry = waiting.pop()
        if isinstance(entry, dict):
            found.append(Node(block, path, entry, context, path if keys[-1:] == ("dataFeedElement",) else feed))
        elif isinstance(entry, list):
            waiting += reversed([((*path, place), one) for place, one in enumerate(entry)])
    return found


def found_in(path: str, blocks: tuple[Block, ...], page: WebPage | None, failures: tuple[Failure, ...]) -> Document:
    """Give the document with the reviews, feeds and checks of media that its blocks hold."""
    nodes = [node for block in blocks for node in walk(block)]
    by_id = {str(node.data["@id"]): node.data for node in nodes if node.data.get("@id") and len(node.data) > 1}
    return Document(
        path=path,
        blocks=blocks,
        page=page,
        failures=failures,
        address=page.canonical if page else "",
        reviews=tuple(node for node in nodes if is_kind(node.data, "ClaimReview") and not _is_withdrawn(node)),
        feeds=tuple(node for node in nodes if is_kind(node.data, "DataFeed") or "dataFeedElement" in node.data),
        media=tuple(node for node in nodes if is_kind(node.data, "MediaReview")),
        by_id=by_id,
    )


def _is_withdrawn(node: Node) -> bool:
    """Tell whether a feed only names a review any more, or a graph only points at it."""
    return bool(node.keys) and node.data.keys() <= REFERENCE and (node.feed is not None or "@id" in node.data)
