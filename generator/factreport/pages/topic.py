"""The page of a topic: its claims, and the stories they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import links
from factreport.pages.gathering import GatheringPage, gathered, gathering_plans, shows
from factreport.pages.page import Crumb, PageType, Plan, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.site import Site


def plans(site: Site) -> Iterator[Plan]:
    """Give the pages of each topic."""
    for gathering in site.report.topics:
        yield from gathering_plans(links.topic(gathering.slug), gathering)


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of a topic's claims shows."""
    page: GatheringPage = plan.subject
    name = page.gathering.name
    return View(
        title=name,
        description=_("Claims about {topic}, checked.").format(topic=name),
        crumbs=(Crumb(site.settings.site_name, ""), Crumb(_("Topics"), "topics/")),
        values=gathered(site, page),
    )


PAGE_TYPE = PageType("topic", "topic.html", plans, view, shows)
