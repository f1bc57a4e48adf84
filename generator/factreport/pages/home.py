"""The home page: what is newest, what is most disputed, and what this desk is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages.page import PageType, Plan, View
from factreport.pages.preview import site_problems
from factreport.pages.prose import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.site import Site
    from factreport.report.cards import StoryCard
    from factreport.report.records import Report

NEWEST = 8
STORIES = 20


def plans(_site: Site) -> Iterator[Plan]:
    """Give the one home page."""
    yield Plan("")


def view(site: Site, plan: Plan) -> View:
    """Finish what the home page shows, with the editors' text where the plan brings one."""
    prose = written(site, plan)
    cards = [card for card in site.report.cards if not card.retired]
    disputed, stories = site.report.foremost, site.report.story_cards
    return View(
        title=prose.title or site.settings.site_name,
        description=prose.description or site.settings.site_description,
        problems=site_problems(site) if site.settings.preview else (),
        values={
            "prose": prose,
            "newest": cards[:NEWEST],
            "more_claims": len(cards) > NEWEST,
            "disputed": disputed,
            "more_disputed": len(site.report.differences) > len(disputed),
            "summary": site.report.summary,
            "stories": stories if len(stories) <= STORIES else newest_stories(site.report)[:STORIES],
            "more_stories": len(stories) > STORIES,
            "totals": _(
                "{claims} claims, {sources} sources, {verified} of {quotations} quotations checked word for word"
            ).format(
                claims=site.report.summary.claims,
                sources=site.report.summary.sources,
                verified=site.report.summary.verified,
                quotations=site.report.summary.quotations,
            ),
        },
    )


def newest_stories(report: Report) -> list[StoryCard]:
    """Give all stories, first those of which a claim was checked last."""
    places = {card.slug: place for place, card in enumerate(report.cards)}
    return sorted(
        report.story_cards, key=lambda story: min((places[slug] for slug in story.claims), default=len(places))
    )


PAGE_TYPE = PageType("home", "home.html", plans, view)
