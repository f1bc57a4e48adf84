"""Where a claim appeared: the published items of others that say it as the claim has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factreport.rules.printed import print_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.model.source import Source
    from factreport.report.records import ClaimReport, FigureReport
    from factreport.settings import Settings


_WORD = re.compile(r"[^\W_]+")


def first_appearance(report: ClaimReport, settings: Settings) -> Source | None:
    """Give the source in which the claim was first seen; None if none is known, or it has no address of its own.

    Nor is it given where another item that says the claim is older: then it was not the first to appear.
    """
    first = report.first_seen
    if first is None or not has_address(first, settings):
        return None
    day = first.published.last
    others = (one.published.last for one in appearances(report, settings))
    return None if day and any(other and other < day for other in others) else first


def appearances(report: ClaimReport, settings: Settings) -> tuple[Source, ...]:
    """Give the sources that say what the claim says, by date, each with an address on another site than ours.

    A source counts if it prints, for each figure of the claim that it states, what the claim itself says; where the
    claim gives no figure of its own, what the source prints in which it was first seen. Where that leads to none, the
    claimant's own items count.
    """
    agreeing: dict[str, bool] = {}
    sources: dict[str, Source] = {}
    for figure in report.figures:
        for source, agrees in _agreement(report, figure):
            agreeing[source.slug] = agreeing.get(source.slug, True) and agrees
            sources[source.slug] = source
    found = [source for slug, source in sources.items() if agreeing[slug]] or list(_of_claimant(report))
    return tuple(sorted((source for source in found if has_address(source, settings)), key=_age))


def _of_claimant(report: ClaimReport) -> Iterator[Source]:
    """Give the cited items whose publisher the claimant's name has in it ("EconoTimes and other outlets")."""
    claimant = _words(report.claim.claimant)
    stated = {row.citation.source.slug: row.citation.source for one in report.figures for row in one.rows if row.stated}
    return (source for source in stated.values() if _words(source.publisher) in claimant)


def _words(name: str) -> str:
    words = _WORD.findall(name.casefold())
    return f" {' '.join(words)} "


def _agreement(report: ClaimReport, figure: FigureReport) -> Iterator[tuple[Source, bool]]:
    said = figure.figure.claimed
    if said is None and report.first_seen is not None:
        first = report.first_seen.slug
        said = next(
            (row.statement.value for row in figure.rows if row.stated and row.citation.source.slug == first), None
        )
    if said is not None:
        for row in figure.rows:
            if row.stated:
                yield row.citation.source, print_key(row.statement.value) == print_key(said)


def has_address(source: Source, settings: Settings) -> bool:
    """Tell whether a source can be linked, and stands on another site than ours."""
    host = urlsplit(source.url).hostname
    return bool(source.link and host) and host != urlsplit(settings.site_url).hostname


def _age(source: Source) -> tuple[object, ...]:
    return (source.published.order, source.slug)
