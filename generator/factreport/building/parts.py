"""What exports keep of claims, read where it is needed and then let go: of many claims it is more than memory holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field, json

from factreport.building.codec import encode
from factreport.building.store import as_unusable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.building.store import Piece, Reader, Store

BEGINNING = "part/"


def part_pieces(parts: Mapping[str, Mapping[str, Any]]) -> Iterator[Piece]:
    """Give the parts of claims, by slug and name, as pieces of data."""
    for slug, named in parts.items():
        yield from ((_name(slug, name), encode(part)) for name, part in named.items())


class KeptParts(Struct, frozen=True):
    """The parts of claims, in the order of their slugs."""

    slugs: tuple[str, ...]
    at_hand: Mapping[str, bytes] = field(default_factory=dict)
    """Those that need not be read, by the names of their pieces."""
    store: Store | None = None
    """Has all others."""
    uncommitted: bool = False
    """Whether what is being written to the store is meant."""

    def __iter__(self) -> Iterator[_KeptPart]:
        """Give the parts one claim after the other; UnusableError if some are not as they were written."""
        if self.store is None:
            yield from (_KeptPart(slug, self.at_hand, None) for slug in self.slugs)
            return
        with self.store.read(uncommitted=self.uncommitted) as reader:
            yield from (_KeptPart(slug, self.at_hand, reader) for slug in self.slugs)


class _KeptPart(Struct, frozen=True):
    """What exports keep of one claim; each thing is read when it is asked for."""

    slug: str
    at_hand: Mapping[str, bytes]
    reader: Reader | None

    def __getitem__(self, name: str, /) -> Any:
        kept = _name(self.slug, name)
        if self.reader is None or kept in self.at_hand:
            return json.decode(self.at_hand[kept])
        # Asked for outside of the generator that opened the store, so errors are not met there.
        with as_unusable():
            return json.decode(self.reader.piece(kept))


def _name(slug: str, name: str) -> str:
    return f"{BEGINNING}{slug}/{name}"
