"""The column by which each row of a withdrawn claim says so, in the tables that go by claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.exports.tables.cells import day
from factreport.exports.tables.table import Column, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.tables.table import Cells, ClaimRows
    from factreport.report.records import ClaimReport
    from factreport.settings import Settings

RETIRED = Column(
    "retired",
    Kind.DATE,
    "Day on which the claim was withdrawn: we no longer stand by this row; missing where it stands.",
    optional=True,
)


def marked(rows: ClaimRows) -> ClaimRows:
    """Give the rows of a claim, each with the day on which the claim was withdrawn."""

    def with_day(report: ClaimReport, settings: Settings) -> Iterator[Cells]:
        retired = day(report.claim.retired.date) if report.claim.retired else None
        return ({**cells, RETIRED.name: retired} for cells in rows(report, settings))

    return with_day
