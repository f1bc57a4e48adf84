"""The verdict guard: notices where verdict and figures contradict each other. It never sets a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.meaning import amount_of
from factreport.language import gettext as _
from factreport.model.scale import Look
from factreport.model.value import Quantity
from factreport.rules.problem_kinds import SUPPORTED_BY_ONE_ORIGIN, VERDICT_AGAINST_FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.evidence.origins import Origins
    from factreport.figures.interval import Interval
    from factreport.figures.meaning import Settings
    from factreport.model.claim import Claim, ClaimFigure, FigureReference
    from factreport.model.content import Content
    from factreport.model.problem import Problem, ProblemKind
    from factreport.model.value import Value
    from factreport.rules.case import FigureCase, Stated


def guard(
    content: Content, cases: Mapping[FigureReference, FigureCase], origins: Origins, settings: Settings
) -> tuple[Problem, ...]:
    """Give a notice for each claim whose verdict its figures do not bear out."""
    return tuple(problem for claim in content.claims for problem in _of_claim(claim, content, cases, origins, settings))


def _of_claim(
    claim: Claim,
    content: Content,
    cases: Mapping[FigureReference, FigureCase],
    origins: Origins,
    settings: Settings,
) -> Iterator[Problem]:
    look = content.scale.verdict(claim.verdict).look
    figures = ((figure, cases[figure.reference]) for figure in claim.figures)
    meets = [meet for figure, case in figures for meet in _claimed_meets(claim, figure, case, settings)]
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


def _claimed_meets(claim: Claim, figure: ClaimFigure, case: FigureCase, settings: Settings) -> list[bool]:
    """Tell of each other source with a number in the claim's unit whether it can be what the claim says."""
    if not isinstance(figure.claimed, Quantity):
        return []
    claimed = amount_of(figure.claimed.figure, settings).sets.tight
    others = [one for one in case.stated if one.is_main and not _speaks_for(claim, one)]
    ranges = [_range_in(one.value, figure.claimed.figure.units, settings) for one in others]
    return [claimed.intersects(one) for one in ranges if one is not None]


def _speaks_for(claim: Claim, stated: Stated) -> bool:
    """Tell whether a source only repeats the claim because it is where the claim was made."""
    return stated.source.slug == claim.first_seen or stated.source.publisher == claim.claimant


def _range_in(value: Value, units: tuple[str, ...], settings: Settings) -> Interval | None:
    if not isinstance(value, Quantity):
        return None
    figures = (value.figure, *value.conversions)
    return next((amount_of(one, settings).sets.tight for one in figures if one.units == units), None)


def _rests_on_one_origin(claim: Claim, cases: Mapping[FigureReference, FigureCase], origins: Origins) -> bool:
    """Tell whether several reports have one origin, and none an unknown one, which may be another."""
    stated = (one for figure in claim.figures for one in cases[figure.reference].stated if one.says)
    count = origins.count(one.citation for one in stated)
    return count.reports > 1 and len(count.known) == 1 and not count.unknown
