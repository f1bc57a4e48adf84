"""Former addresses of claims: a page that leads on, without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import links
from factreport.pages.page import PageType, Plan, View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.pages.site import Site
    from factreport.report.cards import ClaimCard


def plans(site: Site) -> Iterable[Plan]:
    """Give a page for every former slug that no claim has now."""
    return (
        Plan(links.claim(former), card, listed=False)
        for card in site.report.cards
        for former in card.former_slugs
        if former not in site.names.claims
    )


def view(_site: Site, plan: Plan) -> View:
    """Finish what the page shows: where to."""
    card: ClaimCard = plan.subject
    return View(title=_("This page has moved"), values={"target": card.address, "claim": card})


def shows(_site: Site, plan: Plan) -> object:
    """Give what the page shows."""
    card: ClaimCard = plan.subject
    return card.address, card.claim


PAGE_TYPE = PageType("redirect", "redirect.html", plans, view, shows)
