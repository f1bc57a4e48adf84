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
AT_ONCE = 200
"""Claims of which parts are read together."""


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
            yield from self._parts(None)
            return
        with self.store.read(uncommitted=self.uncommitted) as reader:
            yield from self._parts(reader)

    def _parts(self, reader: Reader | None) -> Iterator[_KeptPart]:
        for first in range(0, len(self.slugs), AT_ONCE):
            slugs = self.slugs[first : first + AT_ONCE]
            some = _SomeParts(slugs, self.at_hand, reader)
            yield from (_KeptPart(slug, some) for slug in slugs)


class _SomeParts(Struct):
    """What exports keep of a few claims: what is asked for of one will be asked for of the next."""

    slugs: tuple[str, ...]
    at_hand: Mapping[str, bytes]
    reader: Reader | None
    _found: dict[str, Mapping[str, bytes]] = field(default_factory=dict)
    """By the names of exports."""

    def part(self, slug: str, name: str) -> bytes:
        """Give what is kept of one of the claims under a name."""
        if name not in self._found:
            self._found[name] = self._read(name)
        return self._found[name][_name(slug, name)]

    def _read(self, name: str) -> Mapping[str, bytes]:
        names = [_name(slug, name) for slug in self.slugs]
        if self.reader is None:
            return {one: self.at_hand[one] for one in names}
        elsewhere = [one for one in names if one not in self.at_hand]
        return {one: self.at_hand[one] for one in names if one in self.at_hand} | self.reader.some(elsewhere)


class _KeptPart(Struct, frozen=True):
    """What exports keep of one claim; each thing is read when it is asked for."""

    slug: str
    some: _SomeParts

    def __getitem__(self, name: str, /) -> Any:
        # Asked for outside of the generator that opened the store, so errors are not met there.
        with as_unusable():
            return json.decode(self.some.part(self.slug, name))


def _name(slug: str, name: str) -> str:
    return f"{BEGINNING}{slug}/{name}"
