"""All sources, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages.listing import ListPart, parts
from factreport.pages.page import Crumb, PageType, Plan, View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.pages.site import Site
    from factreport.report.records import SourceReport


def plans(site: Site) -> Iterable[Plan]:
    """Give the list of sources in parts."""
    return (Plan(part.address, part, listed=part.number == 1) for part in parts("sources/", site.report.sources))


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of the list shows."""
    part: ListPart[SourceReport] = plan.subject
    return View(
        title=_("Sources"),
        crumbs=(Crumb(site.settings.site_name, ""),),
        section="sources/",
        values={"part": part},
    )


def shows(_site: Site, plan: Plan) -> object:
    """Give what one part of the list shows."""
    part: ListPart[SourceReport] = plan.subject
    return part.last, part.total, [(one.source, one.statements, one.open) for one in part.items]


PAGE_TYPE = PageType("source-index", "source_index.html", plans, view, shows)
