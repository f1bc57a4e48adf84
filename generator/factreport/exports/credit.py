"""Under which licence the data are, and how to cite them: in every file that has room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.exports.address import absolute
from factreport.language import gettext as _
from factreport.language import ngettext

if TYPE_CHECKING:
    from datetime import date

    from factreport.report.records import ClaimReport, Report
    from factreport.settings import Settings


def license_text(settings: Settings) -> str:
    """Give the licence's name with its address, whichever is known; empty where nothing is said of it."""
    return settings.license_text


def cite_claim(report: ClaimReport, settings: Settings) -> str:
    """Give how to cite one claim: what, where, and of which day the version is."""
    message = _("“{claim}”: {verdict}. {site}, version of {day}. {address}")
    return message.format(
        claim=report.claim.claim,
        verdict=report.verdict.word,
        site=settings.site_name,
        day=report.modified.isoformat(),
        address=absolute(settings, report.address),
    )


def cite_site(report: Report, settings: Settings) -> str:
    """Give how to cite the data of the whole site."""
    count = len(report.cards)
    message = ngettext(
        "{site}, data on {n} claim, version of {day}.", "{site}, data on {n} claims, version of {day}.", count
    )
    text = message.format(site=settings.site_name, n=count, day=last_change(report) or _("no day"))
    return f"{text} {settings.site_url}".strip()


def last_change(report: Report) -> date | None:
    """Give the day of the latest change of any claim; None without claims."""
    return max((card.modified for card in report.cards), default=None)
