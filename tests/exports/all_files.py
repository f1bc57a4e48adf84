"""Every exported file of a site whose claims are all at hand in full; a build makes them claim by claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.exports.catalogue import claim_files, claim_parts, site_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.export import ExportFile, LongFile, Parts
    from factreport.report.records import Report
    from factreport.settings import Settings


def all_files(report: Report, settings: Settings) -> Iterator[ExportFile | LongFile]:
    """Give every file of every export, one at a time: those of the claims, then those of the site."""
    for claim in report.claims:
        yield from claim_files(claim, settings)
    yield from site_files(report, all_parts(report, settings), settings)


def all_parts(report: Report, settings: Settings) -> Parts:
    """Give what files of the whole site need of its claims, in their order."""
    return [claim_parts(claim, report.content.scale, settings) for claim in report.claims]
