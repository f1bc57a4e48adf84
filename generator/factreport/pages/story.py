"""The page of a story: its claims, who printed what and when, background and related news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import links
from factreport.pages.citing import Linking
from factreport.pages.markdown import EMPTY, render_markdown
from factreport.pages.page import Crumb, PageType, Plan, View
from factreport.pages.preview import page_problems
from factreport.pages.related import dated_news

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.pages.site import Site
    from factreport.report.records import StoryReport


def plans(site: Site) -> Iterable[Plan]:
    """Give a page for every story."""
    return (Plan(report.address, report) for report in site.report.stories)


def view(site: Site, plan: Plan) -> View:
    """Finish what a story's page shows."""
    report: StoryReport = plan.subject
    story = report.story
    linking = Linking(site, plan.address)
    return View(
        title=story.title,
        description=story.summary,
        crumbs=(Crumb(site.settings.site_name, ""), Crumb(_("Stories"), "stories/")),
        section="stories/",
        problems=page_problems(report.problems, plan.address),
        values={
            "report": report,
            "story": story,
            "topics": [Crumb(site.topic_name(topic), links.topic(topic)) for topic in story.topics],
            "background": render_markdown(story.body, linking, top_level=3, prefix="background-")
            if story.body.strip()
            else EMPTY,
            "drawing": None,
            "matrix": None,
            "timeline": None,
            "news": dated_news(report.news),
        },
    )


PAGE_TYPE = PageType("story", "story.html", plans, view)
