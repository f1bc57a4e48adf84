"""The problems of all files, kept by the family to which the files belong: one family's may change by themselves."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.building.families import families
from factreport.report.build import by_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.building.families import Family
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.reading.overview import Overview


class Problems(Struct, frozen=True):
    """Those that are left after acknowledging."""

    by_family: Mapping[str, tuple[Problem, ...]]
    """Of the files of each family that has some, by its name."""
    elsewhere: tuple[Problem, ...]
    """Of sources, scale, lock and whatever belongs to no family."""

    def all(self) -> tuple[Problem, ...]:
        """Give all, sorted by place."""
        every = chain(self.elsewhere, *self.by_family.values())
        return tuple(sorted(every, key=lambda problem: problem.sort_key()))


def paths_of(family: Family, content: Content | Overview) -> Iterator[str]:
    """Give the files of a family as problems name them."""
    yield from (content.claim_by_slug[slug].written.path for slug in family.claims)
    yield from (content.story_by_slug[slug].written.path for slug in family.stories)


def sorted_by_family(problems: Iterable[Problem], content: Content | Overview) -> Problems:
    """Give problems by the family of `content` in whose files they are."""
    of_file = dict(by_path(problems))
    found: dict[str, tuple[Problem, ...]] = {}
    for family in families(content):
        own = tuple(problem for path in paths_of(family, content) for problem in of_file.pop(path, ()))
        if own:
            found[family.name] = own
    return Problems(found, tuple(chain.from_iterable(of_file.values())))
