"""What feeds tell of each claim, kept until Atom and JSON feeds are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factreport.exports.address import is_known
from factreport.exports.export import Export
from factreport.exports.feed_entries import PART, claim_part
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factreport.model.scale import Scale
    from factreport.report.records import ClaimReport
    from factreport.settings import Settings


def _claim_parts(report: ClaimReport, scale: Scale, settings: Settings) -> Mapping[str, Any]:
    return {PART: claim_part(report, scale, settings)} if is_known(settings) else {}


EXPORT = Export(PART, extra=Extra.FEEDS, claim_parts=_claim_parts)
