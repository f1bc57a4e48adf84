"""What a content file may refer to: the names of everything there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factreport.model.claim import ClaimFigure
    from factreport.model.content import Content
    from factreport.reading.overview import Overview


def _no_figures(_claim: str) -> Mapping[str, ClaimFigure | None] | None:
    return None


def _nowhere(_folder: str, _slug: str) -> bool:
    return False


class Known(Struct, frozen=True):
    """Names of all records, those with errors included, so that one mistake is reported once."""

    claims: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    stories: frozenset[str] = frozenset()
    verdicts: tuple[str, ...] | None = ()
    """None: the scale could not be read, so nothing follows from it."""
    reporting: tuple[str, ...] | None = ()
    complete: bool = True
    """False: records with errors are missing, so a name that is not here says nothing."""
    figures_of: Callable[[str], Mapping[str, ClaimFigure | None] | None] = _no_figures
    """Gives the figures of a claim; None where its file could not be read."""
    lies_elsewhere: Callable[[str, str], bool] = _nowhere
    """Tells whether a record of this folder and name lies where it is not read as one, so that it is told of there."""


def known_in(content: Content | Overview) -> Known:
    """Give the names of all records that were read, for texts that lead to them."""
    return Known(
        claims=frozenset(content.claim_by_slug),
        sources=frozenset(content.source_by_slug),
        stories=frozenset(content.story_by_slug),
        complete=all(problem.severity is not Severity.ERROR for problem in content.problems),
    )
