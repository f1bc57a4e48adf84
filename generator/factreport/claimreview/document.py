"""Documents: what one file or page holds, and the reviews, feeds and checks of media found in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.claimreview.json_text import locate
from factreport.claimreview.values import is_empty, types_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.claimreview.json_text import Json
    from factreport.claimreview.problem import Found, Keys
    from factreport.claimreview.web_page import WebPage

REFERENCE = frozenset({"@id", "@type", "url"})
"""An object with nothing else only points at another one."""
POLICIES = frozenset(
    {"correctionsPolicy", "actionableFeedbackPolicy", "verificationFactCheckingPolicy", "publishingPrinciples"}
)
_POINTERS = frozenset({"associatedClaimReview", "associatedMediaReview", "associatedReview", "relatedClaimReview"})


class Block(Struct, frozen=True):
    """One piece of JSON-LD."""

    path: str
    """The file it stands in, as shown to people."""
    data: Json
    text: str
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


class Failure(Struct, frozen=True):
    """Something that reading noticed, in its place."""

    path: str
    line: int
    column: int
    code: str
    found: Found


class Node(Struct, frozen=True):
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


class Document(Struct, frozen=True):
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
    policies: frozenset[str] = frozenset()
    """The properties of its objects that name a policy of an organization."""


def is_kind(node: Json | Mapping[str, Json], name: str) -> bool:
    """Tell whether an object has that type, also where its letters are in the wrong case."""
    return any(one.casefold() == name.casefold() for one in types_of(node))


def walk(block: Block) -> Iterator[Node]:
    """Give every object of a block, outermost first; what only points at a review is passed over."""
    waiting = _inner(block, (), block.data, None, None)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        inner: list[Node] = []
        for name, value in node.data.items():
            if isinstance(value, dict | list) and name not in _POINTERS:
                inner += _inner(block, (*node.keys, name), value, node.context, node.feed)
        waiting += reversed(inner)


def _inner(block: Block, keys: Keys, value: Json, context: Json, feed: Keys | None) -> list[Node]:
    """Give an object, or the objects of a list, lists within lists too."""
    if isinstance(value, dict):
        return [Node(block, keys, value, value.get("@context") or context, feed)]
    of_feed = keys[-1:] == ("dataFeedElement",)
    found: list[Node] = []
    waiting: list[tuple[Keys, Json]] = [(keys, value)]
    while waiting:
        path, entry = waiting.pop()
        if isinstance(entry, dict):
            entry_context = entry.get("@context") or context
            found.append(Node(block, path, entry, entry_context, path if of_feed else feed))
        elif isinstance(entry, list):
            waiting += reversed([((*path, place), one) for place, one in enumerate(entry)])
    return found


def found_in(path: str, blocks: tuple[Block, ...], page: WebPage | None, failures: tuple[Failure, ...]) -> Document:
    """Give the document with the reviews, feeds and checks of media that its blocks hold."""
    nodes = [node for block in blocks for node in walk(block)]
    kinds = [{name.casefold() for name in types_of(node.data)} for node in nodes]
    by_id = {str(node.data["@id"]): node.data for node in nodes if node.data.get("@id") and len(node.data) > 1}
    return Document(
        path=path,
        blocks=blocks,
        page=page,
        failures=failures,
        address=page.canonical if page else "",
        reviews=tuple(
            node for node, kind in zip(nodes, kinds, strict=True) if "claimreview" in kind and not _is_withdrawn(node)
        ),
        feeds=tuple(
            node
            for node, kind in zip(nodes, kinds, strict=True)
            if "datafeed" in kind or "dataFeedElement" in node.data
        ),
        media=tuple(node for node, kind in zip(nodes, kinds, strict=True) if "mediareview" in kind),
        by_id=by_id,
        policies=frozenset(
            name for node in nodes for name in POLICIES & node.data.keys() if not is_empty(node.data[name])
        ),
    )


def _is_withdrawn(node: Node) -> bool:
    """Tell whether a feed only names a review any more, or a graph only points at it."""
    return bool(node.keys) and node.data.keys() <= REFERENCE and (node.feed is not None or "@id" in node.data)
