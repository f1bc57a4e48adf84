"""Facets: long lists cut by what their entries have in common, each a list of pages of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from factreport.pages.listing import ListPart, largest, parts
from factreport.pages.page import Plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")
MOST_SHOWN = 50
"""So many facets of one kind are named beside a list: those with most entries. All are on pages of their own."""


class Facet(Struct, Generic[Item], frozen=True):
    """Entries that have one thing in common."""

    kind: str
    """ "verdict", "topic", "size"...; empty for all entries."""
    key: str
    name: str
    address: str
    """Of its first page."""
    items: tuple[Item, ...]
    note: str = ""
    """What tells it from another of the same name; empty where the name is enough."""
    note_language: str = ""
    """BCP 47 code of the note's language; empty: the site's."""
    sentence: str = ""
    """What there is to say of its entries together; worked out once, since every one of its pages says it."""


class FacetGroup(Struct, Generic[Item], frozen=True):
    """Facets of one kind."""

    kind: str
    name: str
    """Heading."""
    address: str
    """Of the page that lists them all, where there are more than are shown beside a list."""
    facets: tuple[Facet[Item], ...]
    largest: tuple[Facet[Item], ...]
    """Those that are shown beside every list, in the order of `facets`."""

    @property
    def is_long(self) -> bool:
        """Whether there are more of them than are shown beside a list."""
        return len(self.facets) > len(self.largest)


def shown_beside(groups: Iterable[FacetGroup[Item]]) -> tuple[object, ...]:
    """Give what lists show of their facets: names and numbers."""
    return tuple(
        (group.name, len(group.facets), tuple((one.name, one.address, len(one.items)) for one in group.largest))
        for group in groups
    )


class FacetPage(Struct, Generic[Item], frozen=True):
    """One part of the entries of a facet."""

    facet: Facet[Item]
    part: ListPart[Item]


def facet_group(kind: str, name: str, address: str, facets: Iterable[Facet[Item]]) -> FacetGroup[Item]:
    """Give a group of those facets that have entries."""
    filled = tuple(facet for facet in facets if facet.items)
    return FacetGroup(kind, name, address, filled, largest(filled, lambda facet: len(facet.items), MOST_SHOWN))


def facet_plans(facets: Iterable[Facet[Item]]) -> Iterator[Plan]:
    """Give the pages of each facet; search engines are told of the first only."""
    for facet in facets:
        for part in parts(facet.address, facet.items):
            yield Plan(part.address, FacetPage(facet, part), listed=part.number == 1)
