"""The picture that other sites show beside a link to a claim: 1200 by 630 pixels, made of what the page says.

Addresses in previews must be full ones (https://ogp.me/#structured), so without the site's own there is no picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.exports.address import absolute, is_known
from factreport.exports.export import Export, ExportFile
from factreport.exports.picture import HEIGHT, WIDTH
from factreport.exports.picture.characters import as_drawn
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.report.records import ClaimReport
    from factreport.settings import Settings

__all__ = ["EXPORT", "HEIGHT", "MEDIA_TYPE", "NAME", "WIDTH", "picture_address"]

NAME = "link-preview.png"
"""Within the claim's folder."""
MEDIA_TYPE = "image/png"


def picture_address(report: ClaimReport, settings: Settings) -> str:
    """Give the full address of a claim's picture; empty where it has none.

    It has none where the site's address is not known, where the configuration wants none, for a withdrawn claim, and
    where the fonts can write neither the claim nor its answer.
    """
    wanted = settings.has(Extra.LINK_PREVIEWS) and is_known(settings) and report.claim.retired is None
    return absolute(settings, f"{report.address}{NAME}") if wanted and _can_draw(report) else ""


def _can_draw(report: ClaimReport) -> bool:
    """Tell whether the fonts can write the claim or its answer; without both a picture would say nothing."""
    return bool(as_drawn(report.claim.claim) or as_drawn(report.claim.answer))


def _claim_files(report: ClaimReport, settings: Settings) -> Iterator[ExportFile]:
    if picture_address(report, settings):
        # Every build imports this module, and few sites have both an address and previews.
        from factreport.exports.picture.draw import draw  # noqa: PLC0415

        yield ExportFile(f"{report.address}{NAME}", draw(report, settings))


EXPORT = Export("link-preview", extra=Extra.LINK_PREVIEWS, claim_files=_claim_files)
