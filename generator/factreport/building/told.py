"""What is said of problems: each that asks for something, and of notices of one kind only the number where it is large.

Hundreds of notices would hide what is to be done, and a build that goes on from the last one need not read them again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import field

from factreport.model.kept_record import KeptRecord
from factreport.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


FEW = 5
"""Up to so many notices of one kind are shown one by one."""


class Told(KeptRecord, frozen=True):
    """The problems of a build, as they are shown."""

    shown: tuple[Problem, ...] = ()
    """One by one, sorted by place."""
    folded: Mapping[str, int] = field(default_factory=dict)
    """Numbers of notices of the other kinds, by code; each more than `FEW`."""

    @property
    def has_errors(self) -> bool:
        """Whether one of them is an error."""
        return any(problem.severity is Severity.ERROR for problem in self.shown)

    def after(self, gone: Iterable[Problem], new: Iterable[Problem]) -> Told | None:
        """Give what is told once some problems have gone and others come; None where that asks for more than is here.

        That is so where a kind of notice becomes rare: then they are shown one by one.
        """
        old, now = tuple(gone), tuple(new)
        counts = Counter(self.folded)
        counts.subtract(problem.code for problem in self.left_out(old))
        counts.update(problem.code for problem in self.left_out(now))
        if any(number <= FEW for number in counts.values()):
            return None
        of_old, counted = frozenset(old), frozenset(self.left_out(now))
        left = (problem for problem in self.shown if problem not in of_old)
        return tell((*left, *(problem for problem in now if problem not in counted)), counts)

    def left_out(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Give those of some problems that are only counted."""
        return (one for one in problems if one.severity is Severity.NOTICE and one.code in self.folded)


def tell(problems: Iterable[Problem], folded: Mapping[str, int] | None = None) -> Told:
    """Give what is told of problems, beside those notices that are `folded` already."""
    every = sorted(problems, key=lambda problem: problem.sort_key())
    counts = Counter(folded or {})
    counts.update(problem.code for problem in every if problem.severity is Severity.NOTICE)
    many = {code: number for code, number in counts.items() if number > FEW}
    shown = tuple(one for one in every if one.severity is not Severity.NOTICE or one.code not in many)
    return Told(shown, many)
