"""Findings that say the same of different sources, brought together so that readers meet them once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factreport.language import ngettext
from factreport.model.value import Position
from factreport.report.records import FindingGroup
from factreport.rules.printed import print_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.model.source import Source
    from factreport.rules.finding import Finding


def group(findings: Iterable[Finding], sources: Mapping[str, Source]) -> tuple[FindingGroup, ...]:
    """Give the findings in groups, in the order of the first of each."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_key(finding), []).append(finding)
    return tuple(FindingGroup(tuple(members), _sentence(members, sources)) for members in groups.values())


def _key(finding: Finding) -> object:
    """Give what tells findings apart: rule, word, state, cause and what each side prints, not who prints it."""
    cause = finding.explanation.cause if finding.explanation else None
    said = tuple(print_key(side.value) for side in finding.sides)
    return (finding.figure, finding.rule, finding.word, finding.state, cause, _reference(finding), said)


def _reference(finding: Finding) -> str:
    """Give the source that others are compared with; nothing where the finding is about one source."""
    return finding.sides[0].source if len({side.source for side in finding.sides}) > 1 else ""


def _sentence(findings: list[Finding], sources: Mapping[str, Source]) -> str:
    first = findings[0]
    if isinstance(first.sides[0].value, Position):
        return first.sentence
    number = len({finding.sides[-1].source for finding in findings})
    if number < 2 or not _reference(first):
        return first.sentence
    if not all(side.is_verbatim for finding in findings for side in finding.sides):
        message = ngettext("{A}: {a}. {n} other source: {b}.", "{A}: {a}. {n} other sources: {b}.", number)
    else:
        message = ngettext(
            "{A} prints “{a}”, {n} other source “{b}”.", "{A} prints “{a}”, {n} other sources “{b}”.", number
        )
    return message.format(
        A=sources[first.sides[0].source].name,
        a=first.sides[0].printed,
        n=number,
        b=usual_spelling(finding.sides[-1].printed for finding in findings),
    )


def usual_spelling(spellings: Iterable[str]) -> str:
    """Give the spelling that stands for all: the most frequent; of several the one with the fewest capitals."""
    counted = Counter(spellings)
    return max(counted, key=lambda one: (counted[one], -sum(map(str.isupper, one))))
