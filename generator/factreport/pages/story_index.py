"""All stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages.listing import parts
from factreport.pages.page import Crumb, PageType, Plan, View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.pages.site import Site


def plans(site: Site) -> Iterable[Plan]:
    """Give the list of stories in parts."""
    return (Plan(part.address, part, listed=part.number == 1) for part in parts("stories/", site.report.story_cards))


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of the list shows."""
    return View(
        title=_("Stories"),
        crumbs=(Crumb(site.settings.site_name, ""),),
        section="stories/",
        values={"part": plan.subject},
    )


def shows(_site: Site, plan: Plan) -> object:
    """Give what one part of the list shows."""
    part: object = plan.subject
    return part


PAGE_TYPE = PageType("story-index", "story_index.html", plans, view, shows)
