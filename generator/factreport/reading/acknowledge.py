"""Acknowledged warnings: taken out of the problems, unless there was nothing to acknowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.model.problem import Problem, Severity
from factreport.reading import problem_kinds as kinds
from factreport.reading.record import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.model.claim import Claim
    from factreport.model.content import Content
    from factreport.model.news import Story
    from factreport.model.problem import ProblemKind
    from factreport.model.source import Source
    from factreport.reading.overview import Outline, Overview


def acknowledge(
    problems: Iterable[Problem], content: Content | Overview, known: Iterable[ProblemKind] = ()
) -> tuple[Problem, ...]:
    """Give the problems that are left, sorted, to be asked once all rooms have reported.

    A warning goes if the file it stands in accepts its code. New ones come for codes that `known` does not have, for
    those of errors and notices, and for acceptances without a warning.
    """
    # With errors about, some warnings are not looked for: then no acceptance is called idle.
    idle = kinds.IDLE_ACCEPTANCE.code
    by_code = {kind.code: kind for kind in (*kinds.KINDS, *known)}
    accepted = {
        (record.written.path, acceptance.code)
        for record in _records(content)
        for acceptance in record.accepted
        if _is_warning(by_code.get(acceptance.code))
    }
    left, met = [], set()
    for problem in problems:
        key = (problem.place.path, problem.code)
        if key in accepted:
            met.add(key)
        else:
            left.append(problem)
    judged = all(problem.severity is not Severity.ERROR for problem in left)
    for record in _records(content):
        left += (problem for problem in _wrong(record, by_code, met) if judged or problem.code != idle)
    return tuple(sorted(left, key=Problem.sort_key))


def _is_warning(kind: ProblemKind | None) -> bool:
    return kind is not None and kind.severity is Severity.WARNING


def _records(content: Content | Overview) -> Iterator[Claim | Source | Story | Outline]:
    yield from content.claims
    yield from content.sources
    yield from content.stories


def _wrong(
    record: Claim | Source | Story | Outline, by_code: Mapping[str, ProblemKind], met: set[tuple[str, str]]
) -> Iterator[Problem]:
    for acceptance in record.accepted:
        kind = by_code.get(acceptance.code)
        if _is_warning(kind) and (record.written.path, acceptance.code) in met:
            continue
        place = record.place(*acceptance.keys, "code")
        if kind is None:
            message = _("No problem has the code “{code}”.").format(code=acceptance.code)
            yield kinds.UNKNOWN_CODE.at(place, message, did_you_mean(acceptance.code, by_code))
        elif not _is_warning(kind):
            message = _("“{code}” is not a warning, so it cannot be accepted.").format(code=acceptance.code)
            hint = _("Mend what it is about; a notice stops nothing and needs no acceptance.")
            yield kinds.CANNOT_ACCEPT.at(place, message, hint)
        else:
            message = _("The warning “{code}” is accepted here, but does not come up.").format(code=acceptance.code)
            yield kinds.IDLE_ACCEPTANCE.at(place, message, _("Delete the acceptance."))
