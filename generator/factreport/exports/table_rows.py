"""The rows of all tables, kept of each claim until the database and the spreadsheets are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factreport.exports.export import Export
from factreport.exports.tables.all_tables import SHEETS, TABLES
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factreport.model.scale import Scale
    from factreport.report.records import ClaimReport
    from factreport.settings import Settings


def _claim_parts(report: ClaimReport, _scale: Scale, settings: Settings) -> Mapping[str, Any]:
    tables = {table.part_name: table for table in (*TABLES, *SHEETS) if table.claim_rows}
    return {name: table.part(report, settings) for name, table in tables.items()}


EXPORT = Export("tables", extra=Extra.DATA, claim_parts=_claim_parts)
