"""The page of the data: every file of the whole site, what it holds, under which licence, and the feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages.page import Crumb, PageType, Plan, View
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.site import Site


def plans(site: Site) -> Iterator[Plan]:
    """Give the one page, where the site has data."""
    if site.data_files:
        yield Plan("data/")


def view(site: Site, _plan: Plan) -> View:
    """Finish what the page shows."""
    return View(
        title=_("Data"),
        description=_("All figures, quotations and findings of this site, to take away."),
        crumbs=(Crumb(site.settings.site_name, ""),),
        section="data/",
        values={"files": site.data_files},
    )


PAGE_TYPE = PageType("data", "data.html", plans, view, extra=Extra.DATA)
