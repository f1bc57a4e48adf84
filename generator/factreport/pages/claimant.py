"""The page of a claimant: their claims that we checked, and no score for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import gathering as gatherings
from factreport.pages import links
from factreport.pages.gathering import GatheringPage, gathered, gathering_plans
from factreport.pages.page import Crumb, PageType, Plan, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.site import Site
    from factreport.report.records import Gathering


def plans(site: Site) -> Iterator[Plan]:
    """Give the pages of everybody whose claims we checked."""
    for gathering in site.report.claimants:
        yield from gathering_plans(links.claimant(gathering.slug), gathering)


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of a claimant's claims shows."""
    page: GatheringPage = plan.subject
    gathering = page.gathering
    return View(
        title=gathering.name,
        description=_("Claims by {name} that we checked.").format(name=gathering.name),
        crumbs=(Crumb(site.settings.site_name, ""), Crumb(_("Claims"), "claims/")),
        section="claims/",
        values={**gathered(site, page), "url": _url(gathering)},
    )


def shows(site: Site, plan: Plan) -> object:
    """Give what one part of a claimant's claims shows."""
    page: GatheringPage = plan.subject
    return gatherings.shows(site, plan), _url(page.gathering)


def _url(gathering: Gathering) -> str:
    return next((card.claimant_url for card in gathering.claims if card.claimant_url), "")


PAGE_TYPE = PageType("claimant", "claimant.html", plans, view, shows)
