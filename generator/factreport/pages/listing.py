"""Long lists in parts: how many entries a page has, and the links between the parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
PER_PAGE = 50
"""Entries on one page: about 40 KiB of HTML for claims, small enough for a phone."""


class ListPart(Struct, Generic[Item], frozen=True):
    """One part of a long list: what one of its pages shows."""

    base: str
    """Address of the first page."""
    number: int
    """Counted from 1."""
    last: int
    """Number of the last page."""
    items: Sequence[Item]
    total: int

    @property
    def address(self) -> str:
        """Address of this page."""
        return self.page(self.number)

    @property
    def before(self) -> str | None:
        """Address of the page before; None on the first."""
        return self.page(self.number - 1) if self.number > 1 else None

    @property
    def after(self) -> str | None:
        """Address of the page after; None on the last."""
        return self.page(self.number + 1) if self.number < self.last else None

    def page(self, number: int) -> str:
        """Give the address of the page with that number."""
        return page_address(self.base, number)


def page_address(base: str, number: int) -> str:
    """Give the address of the page with that number, of a list whose first one is at `base`."""
    return base if number == 1 else f"{base}page/{number}/"


def parts(base: str, items: Sequence[Item], per_page: int | None = None) -> Iterator[ListPart[Item]]:
    """Give the pages of a list, each of `PER_PAGE` entries or `per_page`; one, without entries, for an empty list."""
    for number in range(1, count_parts(len(items), per_page) + 1):
        yield part_of(base, items, number, per_page)


def part_of(base: str, items: Sequence[Item], number: int, per_page: int | None = None) -> ListPart[Item]:
    """Give the page of a list with that number, counted from 1."""
    size = per_page or PER_PAGE
    return ListPart(base, number, count_parts(len(items), size), items[(number - 1) * size : number * size], len(items))


def count_parts(total: int, per_page: int | None = None) -> int:
    """Give how many pages so many entries fill; at least one."""
    return max(1, -(-total // (per_page or PER_PAGE)))


def largest(items: Sequence[Item], size: Callable[[Item], int], most: int) -> tuple[Item, ...]:
    """Give the largest items, `most` at most, in the order in which they stand; of one size, the first ones."""
    if len(items) <= most:
        return tuple(items)
    places = sorted(range(len(items)), key=lambda place: (-size(items[place]), place))[:most]
    return tuple(items[place] for place in sorted(places))
