"""What lists show of claims beyond their cards, read where it is needed: of all claims it is much for one memory."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from factreport.building.codec import decode, decoder_of, encode
from factreport.building.store import UnusableError, as_unusable, piece
from factreport.report.cards import Difference, SearchWords, SourceStatement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.building.store import Piece, Reader, Store
    from factreport.report.cards import Details, ListedDifference

DIFFERENCES, STATEMENTS, WORDS = "differences/", "statements/", "words/"
"""Beginnings of the names of pieces: a claim's slug follows."""


def shown_pieces(shown: Mapping[str, Details]) -> Iterator[Piece]:
    """Give the details of claims, by slug, as pieces of data."""
    for slug, details in shown.items():
        statements = {source: [encode(one) for one in found] for source, found in details.statements.items()}
        yield piece(f"{DIFFERENCES}{slug}", [encode(one) for one in details.differences])
        yield piece(f"{STATEMENTS}{slug}", statements)
        yield piece(f"{WORDS}{slug}", encode(details.words))


class KeptShown(Struct):
    """The details of all claims, to be `opened` before they are asked for; UnusableError where they are damaged."""

    at_hand: Mapping[str, bytes] = field(default_factory=dict)
    """Those that need not be read, by the names of their pieces."""
    store: Store | None = None
    """Has all others."""
    uncommitted: bool = False
    """Whether what is being written to the store is meant."""
    _reader: Reader | None = None

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Let details be read, by this process alone."""
        if self.store is None:
            yield
            return
        with self.store.opened(uncommitted=self.uncommitted) as reader:
            self._reader = reader
            try:
                yield
            finally:
                self._reader = None

    def settle(self, store: Store) -> None:
        """Read everything from a store from now on."""
        self.at_hand, self.store, self.uncommitted = {}, store, False

    def difference(self, listed: ListedDifference) -> Difference:
        """Give a difference as lists show it."""
        with as_unusable():
            found: Difference = decode(Difference, self.data(f"{DIFFERENCES}{listed.claim}")[listed.place])
            return found

    def statements(self, claim: str, source: str) -> tuple[SourceStatement, ...]:
        """Give what a source states on a claim, in the order of the claim's tables."""
        with as_unusable():
            found = self.data(f"{STATEMENTS}{claim}").get(source, ())
            return tuple(map(decoder_of(SourceStatement), found))

    def words(self, claim: str) -> SearchWords:
        """Give the words by which a claim is found."""
        with as_unusable():
            found: SearchWords = decode(SearchWords, self.data(f"{WORDS}{claim}"))
            return found

    def data(self, name: str) -> Any:
        """Give the data of one piece."""
        if name in self.at_hand:
            return json.loads(self.at_hand[name])
        if self._reader is None:
            raise UnusableError(f"{name} is not at hand")
        return self._reader.piece(name)


def is_shown(name: str) -> bool:
    """Tell whether a piece is of what lists show."""
    return name.startswith((DIFFERENCES, STATEMENTS, WORDS))


def otherwise(slug: str, old: KeptShown, new: Mapping[str, bytes]) -> Iterator[tuple[str, object]]:
    """Give what is shown otherwise of a claim than before: places of differences, and slugs of sources.

    What came or went is not among it: lists are sorted and counted otherwise then. `new` has its pieces by name.
    """
    with as_unusable():
        before, now = old.data(f"{DIFFERENCES}{slug}"), json.loads(new[f"{DIFFERENCES}{slug}"])
        yield from ((slug, place) for place, (one, other) in enumerate(zip(before, now, strict=False)) if one != other)
        before, now = old.data(f"{STATEMENTS}{slug}"), json.loads(new[f"{STATEMENTS}{slug}"])
        yield from ((slug, source) for source in before.keys() & now.keys() if before[source] != now[source])
