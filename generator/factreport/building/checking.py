"""All problems of a content without its site: from what the last build found where that can be, else found anew.

An editor who writes asks this more often than for a site, and most of the content is what it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport import pipeline
from factreport.building import log
from factreport.building.build import begin, problems_of_all, site_of
from factreport.building.families import families
from factreport.building.going_on import now_after
from factreport.building.inputs import see
from factreport.building.kept_families import at_hand
from factreport.building.left import read_left_of_content
from factreport.building.regroup import regroup
from factreport.building.store import UnusableError, store_of
from factreport.building.workers import each
from factreport.building.workshop import Workshop
from factreport.reading.known import Known, known_in

if TYPE_CHECKING:
    from factreport.building.store import Store
    from factreport.model.problem import Problem
    from factreport.pages.site import Site
    from factreport.settings import Settings


class Checked(Struct, frozen=True):
    """What was found."""

    problems: tuple[Problem, ...]
    """Of all records, scale, lock and what was published; sorted by place."""
    known: Known
    """The names of all records, for texts that lead to them."""
    site: Site
    """Knows the addresses of pages; where there are errors, as far as there can be any."""


def check(settings: Settings, workers: int) -> Checked:
    """Find all problems of the content, by so many processes. Raises OSError where content cannot be laid aside."""
    try:
        return _going_on(settings, workers)
    except UnusableError as error:
        log.debug("everything is checked anew: %s", error)
        return _anew(settings, workers)


@pipeline.collecting_no_circles()
def _going_on(settings: Settings, workers: int) -> Checked:
    """Find what is otherwise since the last build. UnusableError where that cannot be."""
    store = store_of(settings)
    store.hold()
    try:
        return _since_last(settings, store, workers)
    finally:
        store.let_go()


def _since_last(settings: Settings, store: Store, workers: int) -> Checked:
    left = read_left_of_content(settings, store)
    now = now_after(left, see(settings.input_folders))
    if not now.changed and now.prints == left.kept.desk:
        return Checked(left.kept.problems.all(), left.known, left.build.site)
    going_on = regroup(settings, left, now)
    problems, site = going_on.look(workers)
    return Checked(problems.all(), going_on.known, site)


@pipeline.collecting_no_circles()
def _anew(settings: Settings, workers: int) -> Checked:
    beginning = begin(settings, workers)
    seen, desk = beginning.intake.overview, beginning.desk
    workshop = Workshop(beginning.draft, desk, beginning.intake.part, seen.is_complete, settings.project)
    looked = list(each(families(seen), workshop.look, workers))
    built = at_hand(one.built for one in looked)
    found = (problem for one in looked for problem in one.ground.problems)
    problems = problems_of_all(desk, seen, found, built.unlocked)
    return Checked(problems, known_in(seen), site_of(settings, seen, built, problems))
