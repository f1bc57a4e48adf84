"""How rules about two statements make their findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.language import isolated
from factreport.model.value import Wording
from factreport.rules.finding import Finding, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.figures.comparison import Comparison, Kind
    from factreport.rules.case import FigureCase, Pair, Stated


def side(stated: Stated) -> Side:
    """Give a statement as one side of a finding."""
    citation = stated.citation
    return Side(
        stated.source.slug, citation.claim, citation.identity, stated.printed, citation.quote or "", stated.value
    )


def fill(sentence: str, pair: Pair) -> str:
    """Fill a translated sentence with who ({A}, {B}) prints what ({a}, {b}); A is the reference.

    {said_a} and {said_b} are the same with quotation marks around the source's own words, and around nothing else.
    """
    first, second = pair.compared
    said = {"said_a": _marked(pair.reference), "said_b": _marked(pair.other)} if "{said_" in sentence else {}
    words = {"A": pair.reference.source.name, "B": pair.other.source.name, "a": first, "b": second, **said}
    return sentence.format_map({name: isolated(each) for name, each in words.items()})


def _marked(stated: Stated) -> str:
    if side(stated).is_verbatim:
        return _("“{words}”").format(words=stated.printed)
    return (
        _("{words} (wording not kept)").format(words=stated.printed)
        if isinstance(stated.value, Wording)
        else stated.printed
    )


def finding(  # noqa: PLR0913 - one for each part of a finding
    pair: Pair,
    rule: str,
    *,
    word: str,
    sentence: str,
    differs: bool,
    comparison: Comparison | None = None,
    apart: str = "",
    notes: tuple[str, ...] = (),
) -> Finding:
    """Give what `rule` finds in a pair; `word` and `sentence` translated, the sentence not yet filled.

    With `comparison`, its size and its working are those of the finding; its notes are in `notes`.
    """
    return Finding(
        name=pair.name(rule),
        rule=rule,
        figure=pair.figure.reference,
        sides=(side(pair.reference), side(pair.other)),
        word=word,
        sentence=fill(sentence, pair),
        size=comparison.size if comparison else None,
        apart=apart,
        working=comparison.working if comparison else (),
        differs=differs,
        same_origin=pair.same_origin,
        notes=(*(_notes(pair) if differs else ()), *notes),
        comparison=comparison,
    )


def of_kind(case: FigureCase, kind: Kind) -> Iterator[Pair]:
    """Give the pairs of two quantities that the engine compares so."""
    return (pair for pair in case.pairs if pair.comparison is not None and pair.comparison.kind is kind)


def of_values(case: FigureCase, kind: type) -> Iterator[Pair]:
    """Give the pairs in which both sides state a value of this class."""
    return (
        pair for pair in case.pairs if isinstance(pair.reference.value, kind) and isinstance(pair.other.value, kind)
    )


def listed(names: tuple[str, ...], empty: str = "") -> str:
    """Join names as a sentence does: "Nvidia, Huawei and Cambricon"."""
    if len(names) < 2:
        return names[0] if names else empty
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def _notes(pair: Pair) -> tuple[str, ...]:
    if not pair.is_copy:
        return ()
    if not is_verbatim(pair):
        return (fill(_("{B} credits {A} for this, but says something else."), pair),)
    return (fill(_("{B} credits {A} but prints “{b}”."), pair),)


def is_verbatim(pair: Pair) -> bool:
    """Tell whether both sides are given as their sources print them."""
    return side(pair.reference).is_verbatim and side(pair.other).is_verbatim
