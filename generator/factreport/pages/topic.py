"""The page of a topic, and the list of all topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import links
from factreport.pages.gathering import gathered
from factreport.pages.page import Crumb, PageType, Plan, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.site import Site
    from factreport.report.records import Gathering


def plans(site: Site) -> Iterator[Plan]:
    """Give the list of topics, then a page for each."""
    yield Plan("topics/")
    yield from (Plan(links.topic(gathering.slug), gathering) for gathering in site.report.topics)


def view(site: Site, plan: Plan) -> View:
    """Finish what a topic's page shows; without a topic, the list of all."""
    gathering: Gathering | None = plan.subject
    home = (Crumb(site.settings.site_name, ""),)
    if gathering is None:
        values = {"gathering": None, "topics": site.report.topics}
        return View(title=_("Topics"), crumbs=home, values=values)
    return View(
        title=gathering.name,
        description=_("Claims about {topic}, checked.").format(topic=gathering.name),
        crumbs=(*home, Crumb(_("Topics"), "topics/")),
        values={**gathered(site, gathering), "topics": ()},
    )


PAGE_TYPE = PageType("topic", "topic.html", plans, view)
