"""The page of a claimant: their claims that we checked, and no score for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import links
from factreport.pages.gathering import gathered
from factreport.pages.page import Crumb, PageType, Plan, View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.pages.site import Site
    from factreport.report.records import Gathering


def plans(site: Site) -> Iterable[Plan]:
    """Give a page for everybody whose claims we checked."""
    return (Plan(links.claimant(gathering.slug), gathering) for gathering in site.report.claimants)


def view(site: Site, plan: Plan) -> View:
    """Finish what a claimant's page shows."""
    gathering: Gathering = plan.subject
    urls = (card.claimant_url for card in gathering.claims)
    return View(
        title=gathering.name,
        description=_("Claims by {name} that we checked.").format(name=gathering.name),
        crumbs=(Crumb(site.settings.site_name, ""), Crumb(_("Claims"), "claims/")),
        section="claims/",
        values={**gathered(site, gathering), "url": next((url for url in urls if url), "")},
    )


PAGE_TYPE = PageType("claimant", "claimant.html", plans, view)
