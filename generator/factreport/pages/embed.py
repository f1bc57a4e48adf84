"""The card of a claim for other sites: claim, verdict, answer, count, date and a link; no script, one stylesheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.pages import links
from factreport.pages.page import PageType, Plan, View
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.pages.site import Site
    from factreport.report.records import ClaimReport


def plans(site: Site) -> Iterable[Plan]:
    """Give a card for every claim, a withdrawn one too, since it stands on others' pages; search engines leave it."""
    return (plan for report in site.report.claims for plan in plans_of(report))


def plans_of(report: ClaimReport) -> Iterable[Plan]:
    """Give the card of a claim."""
    return (Plan(links.embed(report.claim.slug), report, listed=False),)


def view(site: Site, plan: Plan) -> View:
    """Finish what a card shows: the first chart only."""
    report: ClaimReport = plan.subject
    charts = (figure.chart for figure in site.drawn.of(report).figures)
    return View(
        title=f"“{report.claim.claim}”" if report.claim.verbatim else report.claim.claim,
        description=f"{report.verdict.word}. {report.claim.answer}",
        values={"report": report, "claim": report.claim, "chart": next((chart for chart in charts if chart), None)},
    )


PAGE_TYPE = PageType("embed", "embed.html", plans, view, of_claim=plans_of, extra=Extra.EMBEDS)
