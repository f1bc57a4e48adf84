"""Brings together what sources state for each figure, picks the reference, and compares what can be compared."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.comparison import Kind
from factreport.model.claim import SourcePart
from factreport.model.value import Quantity
from factreport.rules.case import FigureCase, OwnConversion, Pair, Stated
from factreport.rules.printed import printed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.evidence.origins import Origins
    from factreport.figures.figure import Figure
    from factreport.figures.meaning import Amount
    from factreport.model.claim import Citation, ClaimFigure, FigureReference
    from factreport.model.content import Content
    from factreport.rules.comparer import Comparer

_PARTS = (
    SourcePart.BODY,
    SourcePart.SUMMARY,
    SourcePart.CAPTION,
    SourcePart.SUBHEADING,
    SourcePart.HEADLINE,
    SourcePart.ADDRESS,
)
"""Which of several statements speaks for its source: the first of these parts."""
_ALARMING = frozenset({Kind.CONFLICT, Kind.NEAR_MISS})


def statements(content: Content, origins: Origins) -> dict[FigureReference, tuple[Stated, ...]]:
    """Give what every source states, by figure, in the order of claims and citations."""
    found: dict[FigureReference, list[tuple[Citation, int]]] = {}
    for claim in content.claims:
        for citation in claim.citations:
            for index, statement in enumerate(citation.statements):
                found.setdefault(statement.figure, []).append((citation, index))
    return {figure: _with_main(entries, content, origins) for figure, entries in found.items()}


def figure_case(figure: ClaimFigure, stated: tuple[Stated, ...], comparer: Comparer) -> FigureCase:
    """Give the case of one figure: its reference, and all pairs that rules look at."""
    reference = _reference(figure, stated)
    speaking = [one for one in stated if one.says]
    bench = _Bench(figure, comparer, comparer.amounts(_figures(speaking)))
    pairs = bench.against(reference, speaking) if reference else ()
    return FigureCase(
        figure=figure,
        stated=stated,
        reference=reference,
        pairs=(*pairs, *bench.elsewhere(reference, pairs)) if reference else (),
        within=tuple(bench.within(speaking)),
        copies=tuple(bench.copies(reference, speaking)),
        conversions=tuple(bench.conversions(speaking)),
    )


class _Bench(Struct, frozen=True):
    """Makes the pairs of one figure."""

    figure: ClaimFigure
    comparer: Comparer
    printed: tuple[Amount, ...]
    """Each different figure that any source prints."""

    def pair(self, reference: Stated, other: Stated) -> Pair:
        comparison = self.comparer.compare(self.figure, other, reference, self.printed)
        placed = self.comparer.place(self.figure, other, reference, self.printed)
        return Pair(self.figure, reference, other, comparison, placed)

    def against(self, reference: Stated, speaking: Iterable[Stated]) -> tuple[Pair, ...]:
        others = (one for one in speaking if one.source.slug != reference.source.slug)
        return tuple(self.pair(reference, other) for other in others)

    def elsewhere(self, reference: Stated, pairs: tuple[Pair, ...]) -> Iterable[Pair]:
        """Give pairs without the reference that conflict though neither side does with it; one for each two values."""
        calm = {
            _spelling(pair.other): pair.other
            for pair in reversed(pairs)
            if not _is_alarming(pair) and pair.other.is_main
        }
        for first, second in combinations(reversed(calm.values()), 2):
            if first.source.slug in {second.source.slug, reference.source.slug}:
                continue
            pair = self.pair(first, second)
            if _is_alarming(pair):
                yield pair

    def within(self, speaking: list[Stated]) -> Iterable[Pair]:
        main = {one.source.slug: one for one in speaking if one.is_main}
        for one in speaking:
            if not one.is_main:
                yield self.pair(main[one.source.slug], one)

    def copies(self, reference: Stated | None, speaking: list[Stated]) -> Iterable[Pair]:
        main = {one.source.slug: one for one in speaking if one.is_main}
        for one in main.values():
            for slug in one.parents:
                if slug in main and main[slug] is not reference and slug != one.source.slug:
                    yield self.pair(main[slug], one)

    def conversions(self, speaking: list[Stated]) -> Iterable[OwnConversion]:
        for one in speaking:
            if isinstance(one.value, Quantity):
                printed_and_meant = zip(one.value.conversions, one.value.meant[1:], strict=True)
                for position, (conversion, meant) in enumerate(printed_and_meant):
                    comparison = self.comparer.own_conversion(self.figure, one, meant, self.printed)
                    yield OwnConversion(one, comparison, conversion, one.printed, position)


def _with_main(entries: list[tuple[Citation, int]], content: Content, origins: Origins) -> tuple[Stated, ...]:
    made = [_stated(citation, index, content, origins) for citation, index in entries]
    mains: dict[str, int] = {}
    for position, one in enumerate(made):
        current = mains.get(one.source.slug)
        if current is None or _main_order(one) < _main_order(made[current]):
            mains[one.source.slug] = position
    chosen = set(mains.values())
    return tuple(_as_main(one) if position in chosen else one for position, one in enumerate(made))


def _stated(citation: Citation, index: int, content: Content, origins: Origins) -> Stated:
    source = content.source_by_slug[citation.source]
    statement = citation.statements[index]
    return Stated(
        statement=statement,
        citation=citation,
        source=source,
        printed=printed(statement),
        days=source.published,
        origins=origins.of_citation(citation).known,
        parents=source.credits if citation.credits is None else citation.credits,
        is_main=False,
    )


def _as_main(one: Stated) -> Stated:
    return Stated(
        one.statement, one.citation, one.source, one.printed, one.days, one.origins, one.parents, is_main=True
    )


def _main_order(one: Stated) -> tuple[bool, int]:
    return (not one.says, _PARTS.index(one.citation.part))


def _reference(figure: ClaimFigure, stated: tuple[Stated, ...]) -> Stated | None:
    """Pick what the others are compared with: the editor's choice, else the earliest origin, else the earliest."""
    mains = [one for one in stated if one.is_main and one.says]
    for one in mains:
        if one.source.slug == figure.compared_with:
            return one
    origins = [one for one in mains if one.origins == (one.source.slug,) and not one.parents]
    return min(origins or mains, key=_age, default=None)


def _age(one: Stated) -> tuple[object, ...]:
    return (one.days.order, one.source.slug)


def _figures(speaking: Iterable[Stated]) -> Iterable[Figure]:
    """Give each different figure that any source prints here, conversions included: what a pivot can go by."""
    seen: dict[tuple[object, ...], Figure] = {}
    for one in speaking:
        if isinstance(one.value, Quantity):
            for figure in (one.value.figure, *one.value.conversions):
                seen.setdefault((figure.numeral, figure.upper, figure.units), figure)
    return seen.values()


def _spelling(one: Stated) -> tuple[object, ...]:
    value = one.value
    if isinstance(value, Quantity):
        return (value.figure.numeral, value.figure.upper, value.figure.units, value.figure.qualifier)
    return (one.source.slug,)


def _is_alarming(pair: Pair) -> bool:
    return pair.comparison is not None and pair.comparison.kind in _ALARMING
