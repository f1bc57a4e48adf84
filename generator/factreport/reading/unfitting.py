"""Why none of the figures in a source's words fits the figure of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.model.value import Quantity
from factreport.reading import problem_kinds as kinds
from factreport.reading.days import find_dates
from factreport.reading.record import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from factreport.figures.figure import Figure
    from factreport.model.claim import Citation, ClaimFigure
    from factreport.model.problem import Problem
    from factreport.reading.record import RecordReading

_NO_UNIT = "count"


def unfitting_hint(figure: ClaimFigure, quoted: str, found: Collection[Figure]) -> str:
    """Give a hint with what is probably missing, in the words or in the claim's figure; empty where nothing is seen."""
    bare = next((one for one in found if one.unit == _NO_UNIT), None)
    if bare and figure.claimed_text:
        hint = _("“{found}” has no unit here, and `claimed` is “{claimed}”: write or quote it with its unit.")
        return hint.format(found=bare.text, claimed=figure.claimed_text)
    if not found and not figure.claimed_text and find_dates(quoted):
        hint = _("If “{figure}” is a date, add to it under `figures`: {example}")
        return hint.format(figure=figure.key, example="kind: date")
    return ""


def note_unfitting(figure: ClaimFigure, found: Iterable[Figure], problem: Problem, reading: RecordReading) -> None:
    """Keep a problem with figures that have another unit than the claim's own, which may be what is wrong."""
    texts = [one.text for one in found if one.conversion_of is None]
    if texts and figure.reference.claim == reading.slug:
        reading.unfitting.setdefault(figure.key, []).append((problem, texts))


def tell_unfitting_claims(citations: Collection[Citation], reading: RecordReading) -> None:
    """Where no citation fits what the claim says of a figure, tell that once, at the claim's own words."""
    stated = {one.figure for citation in citations for one in citation.statements}
    for key, noted in reading.unfitting.items():
        figure = reading.figures.get(key)
        if figure and figure.reference not in stated and _is_likely(figure, noted):
            problems = [problem for problem, _texts in noted]
            reading.problems[:] = [problem for problem in reading.problems if problem not in problems]
            _report(figure, [text for _problem, texts in noted for text in texts], reading)


def _is_likely(figure: ClaimFigure, noted: list[tuple[Problem, list[str]]]) -> bool:
    """Whether the claim's own words are wrong, not those of its citations."""
    has_no_unit = isinstance(figure.claimed, Quantity) and figure.claimed.figure.unit == _NO_UNIT
    return has_no_unit or len(noted) > 1


def _report(figure: ClaimFigure, texts: list[str], reading: RecordReading) -> None:
    message = _("`claimed` is “{claimed}”, but what is quoted for “{figure}” has other units: {figures}.").format(
        claimed=shown(figure.claimed_text), figure=figure.key, figures=", ".join(dict.fromkeys(texts))
    )
    hint = _("Write what the claim says with the unit that the sources print, or quote words with a figure like it.")
    place = reading.locator.locate(("figures", figure.key, "claimed"))
    reading.problems.append(kinds.UNREADABLE_FIGURE.at(place, message, hint))
