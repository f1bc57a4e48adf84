"""What a figure's sources print in all, in one sentence: the title of its chart and table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.comparison import Kind
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.model.source import Read
from factreport.model.value import DateValue, Meaning, Position, Quantity, Stance, Wording
from factreport.rules.opposite_directions import RULE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.model.source import Source
    from factreport.report.records import Group, Row
    from factreport.rules.case import FigureCase
    from factreport.rules.finding import Finding

OPPOSITE = RULE.name
_MOST_CHARACTERS = 48
"""Longest printed text in a title: one line on a wide screen, two on a phone."""


def title(case: FigureCase, findings: tuple[Finding, ...], groups: tuple[Group, ...]) -> str:
    """Give the finding as a sentence: how many sources print what, and how the others stand to it."""
    speaking = {row.citation.source.slug for group in groups for row in group.rows}
    if not speaking:
        return silence([one.source for one in case.stated])
    if len(speaking) == 1:
        return _("One source only, so nothing to compare")
    alike = _alike(groups)
    if alike:
        return _with_others(_meant(groups, alike, len(speaking)), len(speaking) - len(alike), case, findings)
    largest = max(groups, key=lambda group: len(_sources(group)))
    number = len(_sources(largest))
    each_its_own = number == 1 and isinstance(largest.rows[0].statement.value, Wording)
    if len(groups) > 1 and (each_its_own or len(largest.printed) > _MOST_CHARACTERS):
        return _in_many_ways(len(speaking), len(groups))
    if number < len(speaking):
        return _with_others(_most(largest, number, len(speaking)), len(speaking) - number, case, findings)
    in_unison = _with_more(_in_unison(largest, number), [group for group in groups if group is not largest])
    return _("{text}; not all can be right").format(text=in_unison) if _are_opposite(findings) else in_unison


def _in_many_ways(sources: int, ways: int) -> str:
    if sources == ways == 2:
        return _("The two sources tell it differently")
    return _("{all} sources tell it in {ways} ways").format(all=sources, ways=ways)


def silence(sources: Iterable[Source]) -> str:
    """Give the title of a figure that no source states: in how many we looked, and whether we read them whole."""
    silent = {source.slug: source for source in sources}
    if not silent:
        return _("Nobody states a figure")
    if any(source.read is not Read.WHOLE for source in silent.values()):
        return ngettext(
            "We did not find it in the one source, which we did not read whole",
            "We did not find it in {n} sources, some of which we did not read whole",
            len(silent),
        ).format(n=len(silent))
    if len(silent) == 2:
        return _("Neither of the two sources states it")
    return ngettext("The one source does not state it", "None of the {n} sources states it", len(silent)).format(
        n=len(silent)
    )


def _alike(groups: tuple[Group, ...]) -> frozenset[str]:
    """Give the sources that an editor has found to mean what the reference says in other words, and it; else none."""
    same = [group for group in groups if _means_the_same(group)]
    said = [group for group in groups if group.has_reference]
    return frozenset[str]().union(*map(_sources, [*said, *same])) if said and same else frozenset()


def _means_the_same(group: Group) -> bool:
    value = group.rows[0].statement.value
    return isinstance(value, Wording) and value.meaning is Meaning.SAME and not group.has_reference


def _meant(groups: tuple[Group, ...], alike: frozenset[str], every: int) -> str:
    printed = next(_short(group) for group in groups if group.has_reference)
    if len(alike) == every == 2:
        return _("Both sources mean: {printed}, one in other words").format(printed=printed)
    if len(alike) == every:
        return _("All {n} sources mean: {printed}, not all in these words").format(n=every, printed=printed)
    return _("{n} of {all} sources mean: {printed}").format(n=len(alike), all=every, printed=printed)


def _in_unison(group: Group, number: int) -> str:
    """Say that all print the same."""
    printed = _short(group)
    if not isinstance(group.rows[0].statement.value, Quantity | DateValue):
        return (_("Both sources: {printed}") if number == 2 else _("All {n} sources: {printed}")).format(
            n=number, printed=printed
        )
    return (_("Both sources print {printed}") if number == 2 else _("All {n} sources print {printed}")).format(
        n=number, printed=printed
    )


def _with_more(text: str, others: list[Group]) -> str:
    """Add that some of those who say `text` say something else as well, in another place."""
    number = len(frozenset[str]().union(*map(_sources, others)))
    if not number:
        return text
    if len(others) == 1:
        told = ngettext("{text}; one also has {printed}", "{text}; {n} also have {printed}", number)
        return told.format(text=text, n=number, printed=_short(others[0]))
    told = ngettext("{text}; one prints something else as well", "{text}; some print something else as well", number)
    return told.format(text=text)


def _most(group: Group, number: int, every: int) -> str:
    """Say how many of all print what the most print."""
    value = group.rows[0].statement.value
    if isinstance(value, Quantity | DateValue):
        told = ngettext("{n} of {all} sources prints {printed}", "{n} of {all} sources print {printed}", number)
    elif isinstance(value, Position):
        told = _stance(value.stance, number)
    else:
        told = _("{n} of {all} sources: {printed}")
    return told.format(n=number, all=every, printed=_short(group))


def _stance(stance: Stance, number: int) -> str:
    if stance is Stance.ASSERTS:
        return ngettext("{n} of {all} sources says so", "{n} of {all} sources say so", number)
    if stance is Stance.DENIES:
        return ngettext("{n} of {all} sources says the opposite", "{n} of {all} sources say the opposite", number)
    return _("{n} of {all} sources: {printed}")


def _with_others(text: str, others: int, case: FigureCase, findings: tuple[Finding, ...]) -> str:
    """Add how the others, so many of them, stand to what `text` says."""
    if not others:
        return text
    kinds = {finding.comparison.kind for finding in findings if finding.comparison}
    if not any(finding.differs for finding in findings):
        between = {one.comparison.kind for one in findings if one.comparison and not one.is_within}
        return _in_peace(between, others).format(text=text)
    if Kind.CONFLICT in kinds or _are_opposite(findings):
        return _("{text}; not all can be right").format(text=text)
    if isinstance(case.figure.claimed, Quantity) or kinds:
        return _("{text}; no figures conflict").format(text=text)
    return ngettext("{text}; the other differs", "{text}; others differ", others).format(text=text)


def _are_opposite(findings: tuple[Finding, ...]) -> bool:
    """Tell whether some say that it rose and others that it fell, by whatever number."""
    return any(finding.rule == OPPOSITE for finding in findings)


def _in_peace(kinds: set[Kind], others: int) -> str:
    """Say how the others stand where none of them differs; what cannot be compared does not agree either."""
    if Kind.INCOMPARABLE in kinds:
        if kinds <= {Kind.INCOMPARABLE, Kind.SAME}:
            return ngettext("{text}; the other cannot be compared", "{text}; not all others can be compared", others)
        return _("{text}; no figures conflict")
    if Kind.COMPATIBLE in kinds:
        return _("{text}; all of it can be true")
    return ngettext("{text}; the other agrees", "{text}; the others agree", others)


def _sources(group: Group) -> frozenset[str]:
    return frozenset(row.citation.source.slug for row in group.rows)


def _short(group: Group) -> str:
    """Give what a group prints, cut after a word where it is too long for a title."""
    text = group.printed
    if len(text) > _MOST_CHARACTERS:
        text = text[:_MOST_CHARACTERS].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return _("“{words}”").format(words=text) if any(map(_has_the_words, group.rows)) else text


def _has_the_words(row: Row) -> bool:
    """Tell whether the source itself has these words; only they stand in quotation marks, and days ("by 2025")."""
    value = row.statement.value
    if isinstance(value, DateValue):
        return bool(value.preposition)
    return isinstance(value, Wording) and bool(row.citation.citation.quote)
