"""What stops a build that goes on from the last one: the errors of the changed files, without making the rest again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport import pipeline
from factreport.building.families import families, part_of
from factreport.building.problems import Problems
from factreport.evidence.examine import lock_problems
from factreport.publication import problem_kinds as published
from factreport.reading import problem_kinds as kinds
from factreport.reading.pruning import prune

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.pipeline import Desk

OF_COMPLETE = frozenset(
    kind.code
    for kind in (
        *(kinds.UNUSED_FIGURE, kinds.UNUSED_SOURCE, kinds.CLAIM_WITHOUT_STORY),
        *(published.VANISHED_ID, published.VANISHED_FINDING, published.VANISHED_PAGE),
    )
)
"""Codes of problems that nobody can tell of while a record cannot be read: what it uses is not known."""


def problems_of_stopped(
    desk: Desk, content: Content, before: Problems, own: Collection[str], unlocked: int
) -> Problems:
    """Give the problems of all files where some could not be read.

    `content` is what could be read of the changed families, `own` are their files, `before` are the problems of the
    last build. Of proofs that the lock does not hold, so many are in other families.
    """
    readable = prune(content)
    judged = [pipeline.judge(desk, part_of(readable, family), complete=False) for family in families(readable)]
    found = (*content.problems, *(problem for one in judged for problem in one.problems))
    new = (one for one in pipeline.acknowledge(found, readable) if one.place.path in own)
    unlocked += sum(one.evidence.unlocked for one in judged)
    left = (one for one in before.all() if one.place.path not in {*own, desk.lock.path, desk.published.path})
    return Problems({}, (*sayable(new), *sayable(left), *lock_problems(desk.lock, unlocked)))


def sayable(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give those of some problems that can be told of while a record cannot be read."""
    return (problem for problem in problems if problem.code not in OF_COMPLETE)
