"""Signs that two sources have it from one place: shared words, shared rounding, shared errors.

Offered beside what the sources declare, never in its place: agencies, press releases and chance leave the same signs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from factreport.evidence.prepared_text import prepare_flat
from factreport.model.value import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.evidence.origins import Origins
    from factreport.figures.figure import Figure, Numeral
    from factreport.model.claim import Citation, FigureReference
    from factreport.model.content import Content

LEAST_SHARED_WORDS = 7
"""Shorter runs are phrases that anybody uses ("declined to comment on the matter")."""
LEAST_SHARED_DIGITS = 3
"""Two digits of a converted amount come out alike at the rates of many days."""
_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*%?|[$£€¥]")


class Sign(StrEnum):
    """What two sources share."""

    WORDING = "wording"
    ROUNDING = "rounding"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class SharedSign:
    """What two sources share that a common origin would explain."""

    sign: Sign
    claim: str
    """Slug of the claim that cites both."""
    first: str
    """Slug of a source."""
    second: str
    """Slug of another, after `first` in the alphabet."""
    shared: str
    """The words, or the figure as the first source prints it."""
    figure: FigureReference | None = None


def shared_wording(first: str, second: str, least: int = LEAST_SHARED_WORDS) -> tuple[str, ...]:
    """Give the runs of at least `least` words that stand in both texts, each as long as it goes, as `first` prints it.

    >>> shared_wording("He plans to buy chips in China now", "So she plans to buy chips in China, too", least=6)
    ('plans to buy chips in China',)
    """
    text = prepare_flat(first).characters
    ours, theirs = _words(text), _words(prepare_flat(second).characters)
    starts: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(theirs) - least + 1):
        starts.setdefault(tuple(word for word, _start, _end in theirs[at : at + least]), []).append(at)
    runs, at = [], 0
    while at + least <= len(ours):
        found = starts.get(tuple(word for word, _start, _end in ours[at : at + least]), ())
        length = max((_run_length(ours, theirs, at, other) for other in found[:_MOST_STARTS]), default=0)
        if length:
            runs.append(text[ours[at][1] : ours[at + length - 1][2]])
        at += max(1, length)
    return tuple(runs)


_MOST_STARTS = 50
"""Without an end, texts of one repeated word would make the search quadratic."""
_Word = tuple[str, int, int]


def _words(text: str) -> list[_Word]:
    return [(found.group().casefold(), found.start(), found.end()) for found in _WORD.finditer(text)]


def _run_length(ours: list[_Word], theirs: list[_Word], at: int, other: int) -> int:
    length = 0
    while (
        at + length < len(ours) and other + length < len(theirs) and ours[at + length][0] == theirs[other + length][0]
    ):
        length += 1
    return length


def shared_rounding(first: Quantity, second: Quantity) -> Figure | None:
    """Give the conversion that both print with the same digits beside the same original, or None.

    A converted amount has a free choice of rate, day and digits; the same choice twice is a sign where the digits are
    fine enough to tell rates of neighbouring days apart ("$5.50 billion").
    """
    if _amount(first.figure) != _amount(second.figure):
        return None
    theirs = {_amount(figure) for figure in second.conversions}
    for ours in first.conversions:
        if (ours.numeral.digits or 0) >= LEAST_SHARED_DIGITS and _amount(ours) in theirs:
            return ours
    return None


def shared_error(first: Quantity, second: Quantity, origin: Quantity) -> Figure | None:
    """Give the figure that both print alike and their origin prints otherwise in the same unit, or None.

    Only other digits count: that several outlets drop the same "over" is too common to be a sign.
    """
    ours, printed = first.figure, origin.figure
    if _amount(ours) != _amount(second.figure) or ours.units != printed.units:
        return None
    return None if _amount(ours) == _amount(printed) else ours


def _amount(figure: Figure) -> tuple[Numeral, Numeral | None, tuple[str, ...]]:
    return figure.numeral, figure.upper, figure.units


def signs_of_common_origin(content: Content, origins: Origins) -> tuple[SharedSign, ...]:
    """Give the signs between every two sources that a claim cites, in the order of its citations."""
    found: dict[SharedSign, None] = {}
    for claim in content.claims:
        for one, other in _pairs(claim.citations):
            found.update(dict.fromkeys(_wording_signs(one, other)))
            found.update(dict.fromkeys(_rounding_signs(one, other)))
            found.update(dict.fromkeys(_error_signs(one, other, claim.citations, origins)))
    return tuple(found)


def _pairs(citations: Iterable[Citation]) -> Iterator[tuple[Citation, Citation]]:
    for one, other in combinations(citations, 2):
        if one.source != other.source:
            yield (one, other) if one.source < other.source else (other, one)


def _wording_signs(one: Citation, other: Citation) -> Iterator[SharedSign]:
    for words in shared_wording(one.quote or "", other.quote or ""):
        yield SharedSign(Sign.WORDING, one.claim, one.source, other.source, words)


def _rounding_signs(one: Citation, other: Citation) -> Iterator[SharedSign]:
    theirs = _quantities(other)
    for figure, ours in _quantities(one).items():
        shared = shared_rounding(ours, theirs[figure]) if figure in theirs else None
        if shared:
            yield SharedSign(Sign.ROUNDING, one.claim, one.source, other.source, shared.text, figure)


def _error_signs(
    one: Citation, other: Citation, citations: Iterable[Citation], origins: Origins
) -> Iterator[SharedSign]:
    common = set(origins.of_citation(one).known) & set(origins.of_citation(other).known) - {one.source, other.source}
    theirs = _quantities(other)
    for third in citations:
        originals = _quantities(third) if third.source in common else {}
        for figure, ours in _quantities(one).items():
            if figure in theirs and figure in originals:
                shared = shared_error(ours, theirs[figure], originals[figure])
                if shared:
                    yield SharedSign(Sign.ERROR, one.claim, one.source, other.source, shared.text, figure)


def _quantities(citation: Citation) -> dict[FigureReference, Quantity]:
    return {
        statement.figure: statement.value for statement in citation.statements if isinstance(statement.value, Quantity)
    }
