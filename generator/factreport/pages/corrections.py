"""The log of corrections: what pages of ours said before, what they say now, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import listing
from factreport.pages.listing import ListPart, part_of, parts
from factreport.pages.page import Crumb, PageType, Plan, View
from factreport.pages.prose import NOTHING, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.site import Site
    from factreport.report.records import LogEntry

ADDRESS = "corrections/"


def plans(site: Site) -> Iterator[Plan]:
    """Give the log in parts; the first has room for a text of the editors."""
    first, *others = parts(ADDRESS, site.report.log)
    yield Plan(first.address)
    yield from (Plan(part.address, part, listed=False) for part in others)


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of the log shows."""
    is_first = plan.address == ADDRESS
    part: ListPart[LogEntry] = part_of(ADDRESS, site.report.log, 1) if is_first else plan.subject
    prose = written(site, plan) if is_first else NOTHING
    home = (Crumb(site.settings.site_name, ""),)
    return View(
        title=prose.title or _("Corrections"),
        description=prose.description or _("What we got wrong, and what the pages say now."),
        crumbs=home if is_first else (*home, Crumb(_("Corrections"), ADDRESS)),
        section=ADDRESS,
        values={"prose": prose, "part": part, "start": part.total - (part.number - 1) * listing.PER_PAGE},
    )


def shows(_site: Site, plan: Plan) -> object:
    """Give what one part of the log shows; the first may have a text of the editors, which is looked at every time."""
    if plan.address == ADDRESS:
        return object()
    part: ListPart[LogEntry] = plan.subject
    return part.last, part.total, [(one.claim.address, one.claim.claim, one.correction) for one in part.items]


PAGE_TYPE = PageType("corrections", "corrections.html", plans, view, shows)
