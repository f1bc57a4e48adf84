"""The families of a build: which there are is known at once, what they are is read where it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.building.codec import decode
from factreport.building.input_files import members_of
from factreport.building.made import FamilyBuilt

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from factreport.building.families import Family, Member
    from factreport.building.store import Reader, Store

FAMILIES = "family/"
"""Beginning of the names of pieces: a family's name follows."""


class KeptFamilies(Struct, frozen=True):
    """All families of a site."""

    index: tuple[Family, ...]
    """Sorted by name."""
    unlocked: int
    """Proofs that the lock does not hold yet, of all of them."""
    at_hand: Mapping[str, FamilyBuilt] = field(default_factory=dict)
    """Those that need not be read, by name."""
    store: Store | None = None
    """Has all others."""

    def all(self) -> Iterator[FamilyBuilt]:
        """Give all, sorted by name; UnusableError if they are not as they were written."""
        every = self.read().at_hand
        return (every[family.name] for family in self.index)

    def read(self) -> KeptFamilies:
        """Give the same with all at hand; UnusableError if they are not as they were written."""
        if self.store is None:
            return self
        with self.store.read() as reader:
            kept = {name: decode(data, FamilyBuilt) for name, data in reader.pieces(FAMILIES)}
            found = {family.name: self.at_hand.get(family.name) or kept[family.name] for family in self.index}
        return KeptFamilies(self.index, self.unlocked, found)

    def with_members(self, members: Collection[Member]) -> Iterator[Family]:
        """Give the families that have some of these claims and stories."""
        return (family for family in self.index if not members_of(family).isdisjoint(members))

    def after(self, old: Iterable[FamilyBuilt], new: Iterable[FamilyBuilt]) -> KeptFamilies:
        """Give the same families with some of them made again."""
        fresh = {one.family.name: one for one in new}
        unlocked = self.unlocked - unlocked_in(old) + unlocked_in(fresh.values())
        return KeptFamilies(self.index, unlocked, {**self.at_hand, **fresh}, self.store)


def at_hand(built: Iterable[FamilyBuilt]) -> KeptFamilies:
    """Give families that are all in memory; they are sorted by name."""
    by_name = {one.family.name: one for one in built}
    return KeptFamilies(tuple(one.family for one in by_name.values()), unlocked_in(by_name.values()), by_name)


def unlocked_in(built: Iterable[FamilyBuilt]) -> int:
    """Give how many proofs of some families the lock does not hold yet."""
    return sum(one.unlocked for one in built)


def read_built(reader: Reader, name: str) -> FamilyBuilt:
    """Read what the rest of the site needs of a family."""
    return decode(reader.piece(f"{FAMILIES}{name}"), FamilyBuilt)
