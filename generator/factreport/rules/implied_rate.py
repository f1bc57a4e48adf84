"""The exchange rate at which two figures of a source are one amount, beside the market's.

An outlet that converts a sum tells which rate it used, as closely as its digits allow. Several outlets' rates can be
compared, and each with the European Central Bank's reference rates of those days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.relations import RelationState
from factreport.language import gettext as _
from factreport.language import isolated, mark
from factreport.rules.catalogue import Rule
from factreport.rules.finding import Finding
from factreport.rules.pairs import side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.figures.relations import ImpliedRate
    from factreport.rules.case import RelationCase


def find(case: RelationCase) -> Iterator[Finding]:
    """Give a finding for each rate that the source's figures imply."""
    for position, rate in enumerate(case.rates):
        yield _finding(case, rate, position)


def _finding(case: RelationCase, rate: ImpliedRate, position: int) -> Finding:
    suffix = f"-{position + 1}" if position else ""
    return Finding(
        name=case.name(RULE.name) + suffix,
        rule=RULE.name,
        figure=case.relation.reference,
        sides=tuple(side(one) for one in case.stated),
        word=RULE.title,
        sentence=_sentence(case, rate),
        working=rate.working,
        notes=rate.notes,
        differs=rate.fits_market is RelationState.FAILS,
        same_origin=True,
    )


def _sentence(case: RelationCase, rate: ImpliedRate) -> str:
    fits = {
        RelationState.HOLDS: _("a market rate of those days"),
        RelationState.POSSIBLE: _("close to the market rates of those days"),
        RelationState.FAILS: _("not a market rate of those days"),
        RelationState.NOT_STATED: _("no market rate is known to compare it with"),
    }
    return _("{A}: {working}; {fits}.").format(
        A=isolated(case.source.name), working=rate.working[0], fits=fits[rate.fits_market]
    )


RULE = Rule("implied-rate", 48, mark("Exchange rate this implies"), find_related=find)
