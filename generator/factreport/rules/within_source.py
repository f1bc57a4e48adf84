"""One source says it in two ways.

A headline that drops the body's "over", or a caption that promises what the figures below it don't say: no other source
is needed to see it. The main statement is the one in the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.comparison import Kind
from factreport.language import gettext as _
from factreport.language import isolated, mark
from factreport.rules.catalogue import Rule
from factreport.rules.finding import Finding
from factreport.rules.pairs import listed, side
from factreport.rules.parts import part_words
from factreport.rules.printed import says_the_same
from factreport.rules.quantities import pair_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import FigureCase, Pair, Stated

_AGREE = {Kind.SAME, Kind.CONVERTED_EXACT, Kind.CONVERTED_WITHIN_ROUNDING, Kind.SAME_WITHIN_ROUNDING}


def find(case: FigureCase) -> Iterator[Finding]:
    """Give one finding for each source whose statements for the figure are not the same."""
    by_source: dict[str, list[Pair]] = {}
    for pair in case.within:
        if _differ(pair):
            by_source.setdefault(pair.reference.source.slug, []).append(pair)
    for slug, pairs in by_source.items():
        yield _finding(case, slug, pairs)


def _differ(pair: Pair) -> bool:
    if pair.comparison is not None:
        return pair.comparison.kind not in _AGREE
    return not says_the_same(pair.reference.value, pair.other.value)


def _bars(pair: Pair) -> int:
    return pair.comparison.size.bars if pair.comparison and pair.comparison.size else 0


def _finding(case: FigureCase, slug: str, pairs: list[Pair]) -> Finding:
    main, others = pairs[0].reference, [pair.other for pair in pairs]
    far = max(pairs, key=_bars)
    worst = far.comparison
    said = [*others, main]
    return Finding(
        name=f"{case.figure.key}/{slug}/{RULE.name}",
        rule=RULE.name,
        figure=case.figure.reference,
        sides=tuple(side(stated) for stated in (main, *others)),
        word=RULE.title,
        sentence=_sentence(said),
        size=worst.size if worst else None,
        apart=pair_apart(far),
        working=worst.working if worst else (),
        notes=(_("Both statements stand in one item of {A}.").format(A=isolated(main.source.name)),),
        same_origin=True,
        comparison=worst,
    )


def _sentence(said: list[Stated]) -> str:
    """Give what stands where; without the places where they are one."""
    if len({one.citation.part for one in said}) == 1:
        return _("It says {said}.").format(said=listed(tuple(f"“{one.printed}”" for one in said)))
    return "; ".join(f"{part_words(one.citation.part)}: “{one.printed}”" for one in said) + "."


RULE = Rule("within-source", 44, mark("Says it two ways"), find)
