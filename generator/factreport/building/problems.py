"""The problems of all files, kept by the family to which the files belong: one family's may change by themselves."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.building.codec import decode, encode
from factreport.model.problem import Problem
from factreport.report.build import by_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.building.families import Family
    from factreport.building.store import Piece, Store
    from factreport.model.content import Content
    from factreport.reading.overview import Overview

PROBLEMS = "problems/"
"""Beginning of the names of pieces: a family's name follows."""


class Problems(Struct, frozen=True):
    """Those that are left after acknowledging."""

    at_hand: Mapping[str, tuple[Problem, ...]]
    """Of the files of families, by name; those that need not be read."""
    elsewhere: tuple[Problem, ...]
    """Of sources, scale, lock and whatever belongs to no family."""
    store: Store | None = None
    """Has those of all other families; None: they have none."""

    def of(self, family: str) -> tuple[Problem, ...]:
        """Give those of a family's files by its name; UnusableError if they are not as they were written."""
        if family in self.at_hand or self.store is None:
            return self.at_hand.get(family, ())
        with self.store.read() as reader:
            name = f"{PROBLEMS}{family}"
            return () if reader.data(name) is None else decode(reader.piece(name), tuple[Problem, ...])

    def all(self) -> tuple[Problem, ...]:
        """Give all, sorted by place; UnusableError if they are not as they were written."""
        every = chain(self.elsewhere, *self.read().at_hand.values())
        return tuple(sorted(every, key=lambda problem: problem.sort_key()))

    def read(self) -> Problems:
        """Give the same with all at hand; UnusableError if they are not as they were written."""
        if self.store is None:
            return self
        with self.store.read() as reader:
            kept = {name: decode(data, tuple[Problem, ...]) for name, data in reader.pieces(PROBLEMS)}
        return Problems({**kept, **self.at_hand}, self.elsewhere)

    def after(self, new: Mapping[str, tuple[Problem, ...]], elsewhere: tuple[Problem, ...]) -> Problems:
        """Give the problems once those of some families are others."""
        return Problems({**self.at_hand, **new}, elsewhere, self.store)


def problems_piece(name: str, problems: Iterable[Problem]) -> Piece:
    """Give the problems of a family's files as a piece of data."""
    return f"{PROBLEMS}{name}", encode(tuple(problems))


def paths_of(family: Family, content: Content | Overview) -> Iterator[str]:
    """Give the files of a family as problems name them."""
    yield from (content.claim_by_slug[slug].written.path for slug in family.claims)
    yield from (content.story_by_slug[slug].written.path for slug in family.stories)


def sorted_by_family(problems: Iterable[Problem], content: Overview, every: Iterable[Family]) -> Problems:
    """Give problems by the family in whose files they are; `every` are all families of `content`."""
    of_file = dict(by_path(problems))
    found: dict[str, tuple[Problem, ...]] = {}
    for family in every:
        own = tuple(problem for path in paths_of(family, content) for problem in of_file.pop(path, ()))
        if own:
            found[family.name] = own
    return Problems(found, tuple(chain.from_iterable(of_file.values())))
