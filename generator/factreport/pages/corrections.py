"""The log of corrections: what pages of ours said before, what they say now, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages.page import Crumb, PageType, Plan, View
from factreport.pages.prose import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.site import Site


def plans(_site: Site) -> Iterator[Plan]:
    """Give the one log."""
    yield Plan("corrections/")


def view(site: Site, plan: Plan) -> View:
    """Finish what the log shows."""
    prose = written(site, plan)
    return View(
        title=prose.title or _("Corrections"),
        description=prose.description or _("What we got wrong, and what the pages say now."),
        crumbs=(Crumb(site.settings.site_name, ""),),
        section="corrections/",
        values={"prose": prose, "log": site.report.log},
    )


PAGE_TYPE = PageType("corrections", "corrections.html", plans, view)
