"""Figures whose editor chose a source to compare with that says nothing of them: another one takes its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.rules.problem_kinds import IDLE_REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.model.claim import FigureReference
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.rules.case import FigureCase


def idle_references(content: Content, cases: Mapping[FigureReference, FigureCase]) -> Iterator[Problem]:
    """Give a warning for each choice that came to nothing; where no source states the figure, that is told already."""
    for claim in content.claims:
        for figure in claim.figures:
            used = cases[figure.reference].reference
            if not figure.compared_with or used is None or used.source.slug == figure.compared_with:
                continue
            message = _("“{slug}” states nothing for this figure, so the others are compared with “{used}”.")
            hint = _("Name a source that states it, cite that one for it, or leave `compared_with` out.")
            place = claim.place("figures", figure.key, "compared_with")
            yield IDLE_REFERENCE.at(place, message.format(slug=figure.compared_with, used=used.source.slug), hint)
