"""What lists show of claims beyond their cards, read where it is needed: of all claims it is much for one memory."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.building.codec import decode, encode
from factreport.building.store import UnusableError, as_unusable
from factreport.report.cards import Details, Difference, SearchWords, SourceStatement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from factreport.building.store import Piece, Reader, Store
    from factreport.pages.page import Detail
    from factreport.report.cards import ListedDifference

DIFFERENCES, STATEMENTS, WORDS = "differences/", "statements/", "words/"
"""Beginnings of the names of pieces: a claim's slug follows."""
_BY_SOURCE = dict[str, tuple[SourceStatement, ...]]


def shown_pieces(shown: Mapping[str, Details]) -> Iterator[Piece]:
    """Give the details of claims, by slug, as pieces of data."""
    for slug, details in shown.items():
        yield f"{DIFFERENCES}{slug}", encode(details.differences)
        yield f"{STATEMENTS}{slug}", encode(details.statements)
        yield f"{WORDS}{slug}", encode(details.words)


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
            return decode(self._data(f"{DIFFERENCES}{listed.claim}"), tuple[Difference, ...])[listed.place]

    def statements(self, claim: str, source: str) -> tuple[SourceStatement, ...]:
        """Give what a source states on a claim, in the order of the claim's tables."""
        with as_unusable():
            return decode(self._data(f"{STATEMENTS}{claim}"), _BY_SOURCE).get(source, ())

    def words(self, claim: str) -> SearchWords:
        """Give the words by which a claim is found."""
        with as_unusable():
            return decode(self._data(f"{WORDS}{claim}"), SearchWords)

    def details(self, claim: str) -> Details:
        """Give everything that lists show of a claim."""
        with as_unusable():
            return _details(claim, self._data)

    def _data(self, name: str) -> bytes:
        if name in self.at_hand:
            return self.at_hand[name]
        if self._reader is None:
            raise UnusableError(f"{name} is not at hand")
        return self._reader.piece(name)


def is_shown(name: str) -> bool:
    """Tell whether a piece is of what lists show."""
    return name.startswith((DIFFERENCES, STATEMENTS, WORDS))


def shown_otherwise(slugs: Iterable[str], store: Store, new: Mapping[str, bytes]) -> frozenset[Detail]:
    """Give what is shown otherwise of claims than what a store has of them; `new` has their pieces by name.

    What came or went is not among it: lists are sorted and counted otherwise then.
    """
    old = KeptShown(store=store)
    with old.opened():
        return frozenset((slug, name) for slug in slugs for name in _otherwise(slug, old, new))


def _otherwise(slug: str, old: KeptShown, new: Mapping[str, bytes]) -> Iterator[object]:
    """Give the places of differences and the slugs of sources of which something else is shown on a claim."""
    before, now = old.details(slug), _details(slug, new.__getitem__)
    pairs = zip(before.differences, now.differences, strict=False)
    yield from (place for place, (one, other) in enumerate(pairs) if one != other)
    both = before.statements.keys() & now.statements.keys()
    yield from (source for source in both if before.statements[source] != now.statements[source])


def _details(slug: str, data: Callable[[str], bytes]) -> Details:
    return Details(
        differences=decode(data(f"{DIFFERENCES}{slug}"), tuple[Difference, ...]),
        statements=decode(data(f"{STATEMENTS}{slug}"), _BY_SOURCE),
        words=decode(data(f"{WORDS}{slug}"), SearchWords),
    )
