"""The verdict guard: notices where verdict and figures contradict each other. It never sets a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.comparison import Kind
from factreport.figures.meaning import amount_of
from factreport.language import gettext as _
from factreport.model.scale import Look
from factreport.model.value import Quantity
from factreport.rules.problem_kinds import SUPPORTED_BY_ONE_ORIGIN, VERDICT_AGAINST_FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.evidence.origins import Origins
    from factreport.model.claim import Claim, ClaimFigure, FigureReference
    from factreport.model.content import Content
    from factreport.model.problem import Problem, ProblemKind
    from factreport.rules.case import FigureCase, Stated
    from factreport.rules.comparer import Comparer


def guard(
    content: Content, cases: Mapping[FigureReference, FigureCase], origins: Origins, comparer: Comparer
) -> tuple[Problem, ...]:
    """Give a notice for each claim whose verdict its figures do not bear out."""
    return tuple(problem for claim in content.claims for problem in _of_claim(claim, content, cases, origins, comparer))


def _of_claim(
    claim: Claim, content: Content, cases: Mapping[FigureReference, FigureCase], origins: Origins, comparer: Comparer
) -> Iterator[Problem]:
    look = content.scale.verdict(claim.verdict).look
    meets = [
        meet for figure in claim.figures for meet in _claimed_meets(claim, figure, cases[figure.reference], comparer)
    ]
    if look is Look.CONTRADICTED and meets and all(meets):
        message = _("The verdict is that the claim is contradicted, yet all other sources print what it says.")
        yield _notice(claim, VERDICT_AGAINST_FIGURES, message)
    if look is Look.SUPPORTED and meets and not any(meets):
        message = _("The verdict is that the claim is supported, yet no other source prints what it says.")
        yield _notice(claim, VERDICT_AGAINST_FIGURES, message)
    if look is Look.SUPPORTED and _rests_on_one_origin(claim, cases, origins):
        message = _("The verdict is that the claim is supported, yet all reports of it rest on one origin.")
        yield _notice(claim, SUPPORTED_BY_ONE_ORIGIN, message)


def _notice(claim: Claim, kind: ProblemKind, message: str) -> Problem:
    hint = _("Check the verdict; if it stands, say why in the text.")
    return kind.at(claim.place("verdict"), message, hint)


def _claimed_meets(claim: Claim, figure: ClaimFigure, case: FigureCase, comparer: Comparer) -> list[bool]:
    """Tell of each other source with a number whether it can be what the claim says, where that can be told."""
    others = [one for one in case.stated if one.is_main and one.says and not _speaks_for(claim, one)]
    found = (_meets(figure, one, comparer) for one in others)
    return [one for one in found if one is not None]


def _meets(figure: ClaimFigure, stated: Stated, comparer: Comparer) -> bool | None:
    """Tell whether a source's number can be what the claim says; None where the units or the rate leave it open."""
    if not isinstance(figure.claimed, Quantity) or not isinstance(stated.value, Quantity):
        return None
    claimed = figure.claimed.figure
    for one in (stated.value.figure, *stated.value.conversions):
        if one.units == claimed.units:
            printed, said = (amount_of(each, comparer.conventions).sets.tight for each in (one, claimed))
            return printed.intersects(said)
    comparison = comparer.with_claimed(figure, stated)
    if comparison is None or comparison.a_in_b is None or comparison.b_sets is None:
        return None
    if comparison.kind is Kind.NEAR_MISS:
        return None
    return comparison.a_in_b.tight.intersects(comparison.b_sets.tight)


def _speaks_for(claim: Claim, stated: Stated) -> bool:
    """Tell whether a source only repeats the claim because it is where the claim was made."""
    return stated.source.slug == claim.first_seen or stated.source.publisher == claim.claimant


def _rests_on_one_origin(claim: Claim, cases: Mapping[FigureReference, FigureCase], origins: Origins) -> bool:
    """Tell whether several reports have one origin, and none an unknown one, which may be another."""
    stated = (one for figure in claim.figures for one in cases[figure.reference].stated if one.says)
    count = origins.count(one.citation for one in stated)
    return count.reports > 1 and len(count.known) == 1 and not count.unknown
