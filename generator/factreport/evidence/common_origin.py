"""Signs that two sources have it from one place: shared words, shared rounding, shared errors.

Offered beside what the sources declare, never in its place: agencies, press releases and chance leave the same signs.
"""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.evidence.prepared_text import prepare_flat
from factreport.model.value import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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


class SharedSign(Struct, frozen=True):
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
    return _shared_runs(_worded(first), _worded(second), least)


class _Worded(Struct, frozen=True):
    """A text cut into words."""

    text: str
    words: tuple[str, ...]
    """Without regard to case."""
    spans: tuple[tuple[int, int], ...]

    def runs(self, least: int) -> list[tuple[str, ...]]:
        """Give every run of so many words, by where it starts."""
        return [self.words[at : at + least] for at in range(len(self.words) - least + 1)]


def _worded(text: str) -> _Worded:
    flat = prepare_flat(text).characters
    found = list(_WORD.finditer(flat))
    return _Worded(flat, tuple(one.group().casefold() for one in found), tuple(one.span() for one in found))


def _shared_runs(ours: _Worded, theirs: _Worded, least: int) -> tuple[str, ...]:
    starts: dict[tuple[str, ...], list[int]] = {}
    for at, words in enumerate(theirs.runs(least)):
        starts.setdefault(words, []).append(at)
    runs, at = [], 0
    while at + least <= len(ours.words):
        found = starts.get(ours.words[at : at + least])
        if found is None:
            at += 1
            continue
        length = max(_run_length(ours.words, theirs.words, at, other) for other in found[:_MOST_STARTS])
        runs.append(ours.text[ours.spans[at][0] : ours.spans[at + length - 1][1]])
        at += length
    return tuple(runs)


_MOST_STARTS = 50
"""Without an end, texts of one repeated word would make the search quadratic."""


def _run_length(ours: tuple[str, ...], theirs: tuple[str, ...], at: int, other: int) -> int:
    length = 0
    while at + length < len(ours) and other + length < len(theirs) and ours[at + length] == theirs[other + length]:
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
        cited = tuple(_cited(citation, origins) for citation in claim.citations)
        for one, other in _pairs(cited):
            found.update(dict.fromkeys(_wording_signs(one, other)))
            found.update(dict.fromkeys(_rounding_signs(one, other)))
            found.update(dict.fromkeys(_error_signs(one, other, cited)))
    return tuple(found)


class _Cited(Struct, frozen=True):
    """A citation with what is asked of it beside each of the others."""

    claim: str
    source: str
    words: _Worded
    quantities: Mapping[FigureReference, Quantity]
    origins: frozenset[str]
    """Slugs of those that are known."""


def _cited(citation: Citation, origins: Origins) -> _Cited:
    quantities = {one.figure: one.value for one in citation.statements if isinstance(one.value, Quantity)}
    known = frozenset(origins.of_citation(citation).known)
    return _Cited(citation.claim, citation.source, _worded(citation.quote or ""), quantities, known)


def _pairs(cited: tuple[_Cited, ...]) -> Iterator[tuple[_Cited, _Cited]]:
    """Give every two citations of different sources that state one figure or share a run of words."""
    members: dict[object, list[int]] = {}
    for number, one in enumerate(cited):
        for key in {*one.words.runs(LEAST_SHARED_WORDS), *one.quantities}:
            members.setdefault(key, []).append(number)
    alike = {pair for numbers in members.values() if len(numbers) > 1 for pair in combinations(numbers, 2)}
    for first, second in sorted(alike):
        one, other = cited[first], cited[second]
        if one.source != other.source:
            yield (one, other) if one.source < other.source else (other, one)


def _wording_signs(one: _Cited, other: _Cited) -> Iterator[SharedSign]:
    for words in _shared_runs(one.words, other.words, LEAST_SHARED_WORDS):
        yield SharedSign(Sign.WORDING, one.claim, one.source, other.source, words)


def _rounding_signs(one: _Cited, other: _Cited) -> Iterator[SharedSign]:
    for figure, ours in one.quantities.items():
        theirs = other.quantities.get(figure)
        shared = shared_rounding(ours, theirs) if theirs else None
        if shared:
            yield SharedSign(Sign.ROUNDING, one.claim, one.source, other.source, shared.text, figure)


def _error_signs(one: _Cited, other: _Cited, cited: tuple[_Cited, ...]) -> Iterator[SharedSign]:
    common = one.origins & other.origins - {one.source, other.source}
    if not common:
        return
    for third in cited:
        originals = third.quantities if third.source in common else {}
        for figure, ours in one.quantities.items():
            if figure in other.quantities and figure in originals:
                shared = shared_error(ours, other.quantities[figure], originals[figure])
                if shared:
                    yield SharedSign(Sign.ERROR, one.claim, one.source, other.source, shared.text, figure)
