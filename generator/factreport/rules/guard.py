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
    from factreport.model.claim import Claim, ClaimFigure, FigureReference
    from factreport.model.content import Content
    from factreport.model.problem import Problem, ProblemKind
    from factreport.rules.case import FigureCase


def guard(content: Content, cases: Mapping[FigureReference, FigureCase], origins: Origins) -> tuple[Problem, ...]:
    """Give a notice for each claim whose verdict its figures do not bear out."""
    return tuple(problem for claim in content.claims for problem in _of_claim(claim, content, cases, origins))


def _of_claim(
    claim: Claim, content: Content, cases: Mapping[FigureReference, FigureCase], origins: Origins
) -> Iterator[Problem]:
    look = content.scale.verdict(claim.verdict).look
    fits = [_claimed_fits(figure, cases[figure.reference]) for figure in claim.figures]
    known = [fit for fit in fits if fit is not None]
    if look is Look.CONTRADICTED and known and all(known):
        yield _notice(
            claim,
            VERDICT_AGAINST_FIGURES,
            _("The verdict is that the claim is contradicted, yet what it says lies inside what every source prints."),
        )
    if look is Look.SUPPORTED and known and not any(known):
        yield _notice(
            claim,
            VERDICT_AGAINST_FIGURES,
            _("The verdict is that the claim is supported, yet what it says lies outside what every source prints."),
        )
    if look is Look.SUPPORTED and _rests_on_one_origin(claim, cases, origins):
        yield _notice(
            claim,
            SUPPORTED_BY_ONE_ORIGIN,
            _("The verdict is that the claim is supported, yet all reports of it rest on one origin."),
        )


def _notice(claim: Claim, kind: ProblemKind, message: str) -> Problem:
    hint = _("Check the verdict; if it stands, say why in the text.")
    return kind.at(claim.place("verdict"), message, hint)


def _claimed_fits(figure: ClaimFigure, case: FigureCase) -> bool | None:
    """Tell whether the claimed number lies inside every main statement in its unit; None where that can't be said."""
    if not isinstance(figure.claimed, Quantity):
        return None
    claimed = amount_of(figure.claimed.figure).sets.tight
    unit = figure.claimed.figure.units
    ranges = [
        amount_of(one.value.figure).sets.tight
        for one in case.stated
        if one.is_main and isinstance(one.value, Quantity) and one.value.figure.units == unit
    ]
    return all(_meets(claimed, one) for one in ranges) if ranges else None


def _meets(claimed: Interval, stated: Interval) -> bool:
    return claimed.intersects(stated)


def _rests_on_one_origin(claim: Claim, cases: Mapping[FigureReference, FigureCase], origins: Origins) -> bool:
    sources = {one.source.slug for figure in claim.figures for one in cases[figure.reference].stated if one.says}
    found = {origin for slug in sources for origin in origins.of(slug)}
    return len(sources) > 1 and len(found) == 1
