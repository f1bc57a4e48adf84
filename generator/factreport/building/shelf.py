"""Where families lie from the moment they are made until the whole is put together: on disk if it can be, else at hand.

What is kept of a claim takes more memory than anything else, and only some of it is needed at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.building.codec import decode
from factreport.building.kept import GROUNDS, grounds_in
from factreport.building.kept_claims import KeptClaims
from factreport.building.kept_families import FAMILIES, KeptFamilies, at_hand
from factreport.building.made import FamilyBuilt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.building.store import Piece, Store
    from factreport.model.problem import Problem

MOST_WAITING = 4_000_000
"""Bytes that may wait to be written together."""


class Shelf(Struct):
    """The pieces of a build under way."""

    store: Store | None
    """None: everything stays at hand."""
    _at_hand: dict[str, bytes] = field(default_factory=dict)
    """Of a shelf on disk, what waits to be written."""
    _waiting: int = 0

    def __post_init__(self) -> None:
        if self.store is not None:
            self.store.begin()

    def put(self, pieces: Iterable[Piece]) -> None:
        """Keep pieces. Raises OSError if they cannot be written."""
        for name, data in pieces:
            self._at_hand[name] = data
            self._waiting += len(data)
        if self._waiting > MOST_WAITING:
            self._write()

    def _write(self) -> None:
        if self.store is not None:
            self.store.update(self._at_hand.items())
            self._at_hand.clear()
        self._waiting = 0

    def families(self) -> KeptFamilies:
        """Give all families; nothing waits any more."""
        return at_hand(decode(data, FamilyBuilt) for data in self._data(FAMILIES))

    def problems(self) -> tuple[Problem, ...]:
        """Give what was found after reading in all families, each once, by the names of families."""
        found = (problem for ground in grounds_in(self._data(GROUNDS)) for problem in ground.problems)
        return tuple(dict.fromkeys(found))

    def _data(self, beginning: str) -> Iterator[bytes]:
        """Give the data of the pieces whose names begin so, sorted by name."""
        if self.store is None:
            yield from (self._at_hand[name] for name in sorted(self._at_hand) if name.startswith(beginning))
            return
        self._write()
        with self.store.read(uncommitted=True) as reader:
            yield from (data for _name, data in reader.pieces(beginning))

    @property
    def claims(self) -> KeptClaims:
        """What was put here of claims."""
        return KeptClaims(self._at_hand, self.store, uncommitted=True)

    def finish(self) -> None:
        """Write what waits. Raises OSError if it cannot be written."""
        self._write()
