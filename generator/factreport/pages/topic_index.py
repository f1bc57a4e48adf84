"""All topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages.listing import ListPart, parts
from factreport.pages.page import Crumb, PageType, Plan, View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.pages.site import Site
    from factreport.report.records import Gathering

PER_PAGE = 200
"""Topics on one page: a line each."""


def plans(site: Site) -> Iterable[Plan]:
    """Give the list of topics in parts."""
    found = parts("topics/", site.report.topics, PER_PAGE)
    return (Plan(part.address, part, listed=part.number == 1) for part in found)


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of the list shows."""
    return View(title=_("Topics"), crumbs=(Crumb(site.settings.site_name, ""),), values={"part": plan.subject})


def shows(_site: Site, plan: Plan) -> object:
    """Give what one part of the list shows."""
    part: ListPart[Gathering] = plan.subject
    return part.last, [(topic.slug, topic.name, len(topic.claims)) for topic in part.items]


PAGE_TYPE = PageType("topic-index", "topic_index.html", plans, view, shows)
