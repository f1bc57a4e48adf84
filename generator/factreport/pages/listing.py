"""Long lists in parts: how many entries a page has, and the links between the parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Item = TypeVar("Item")
PER_PAGE = 50
"""Entries on one page: about 40 KiB of HTML for claims, small enough for a phone."""


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """One page of a long list."""

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
        return self.base if number == 1 else f"{self.base}page/{number}/"


def parts(base: str, items: Sequence[Item], per_page: int = PER_PAGE) -> Iterator[Part[Item]]:
    """Give the pages of a list; one, without entries, for an empty list."""
    last = max(1, -(-len(items) // per_page))
    for number in range(1, last + 1):
        yield Part(base, number, last, items[(number - 1) * per_page : number * per_page], len(items))
