"""The page of a story: its claims, who printed what and when, background and related news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import links
from factreport.pages.citing import Linking
from factreport.pages.claim import ORIGINS_FILE, credit
from factreport.pages.drawing.matrix import story_matrix
from factreport.pages.drawing.picture import Picture
from factreport.pages.drawing.provenance_drawing import provenance_drawing
from factreport.pages.drawing.timeline import story_timeline
from factreport.pages.markdown import EMPTY, render_markdown
from factreport.pages.page import Crumb, Entry, Page, PageType, Plan, View
from factreport.pages.preview import page_problems
from factreport.pages.related import dated_news

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.pages.drawing.matrix import Matrix
    from factreport.pages.drawing.timeline import Timeline
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
    drawn = drawings(site, report)
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
            **drawn,
            "address": report.address,
            "contents": tuple(_contents(report, drawn)),
            "news": dated_news(report.news),
        },
    )


def drawings(site: Site, report: StoryReport) -> dict[str, Picture | Matrix | Timeline | None]:
    """Draw what a story's page shows, by name; None where there is too little to draw."""
    by = credit(site, report.address)
    return {
        "drawing": provenance_drawing(report.provenance, locale=site.locale, credit=by),
        "matrix": story_matrix(report, locale=site.locale, credit=by),
        "timeline": story_timeline(report, locale=site.locale, credit=by),
    }


def files(site: Site, report: StoryReport) -> Iterator[Page]:
    """Give the drawings of a story as files of their own."""
    for name, drawn in drawings(site, report).items():
        if drawn is not None:
            picture = drawn if isinstance(drawn, Picture) else drawn.picture
            yield Page(f"{report.address}{FILES[name]}", picture.standalone_svg, listed=False)


def _contents(report: StoryReport, drawn: Mapping[str, object]) -> Iterator[Entry]:
    yield Entry("claims-title", _("Claims"))
    if drawn["matrix"] is not None:
        yield Entry("matrix-title", _("Who states what"))
    if drawn["timeline"] is not None:
        yield Entry("timeline-title", _("Who printed what when"))
    yield Entry("origins-title", _("Who copied whom"))
    if report.story.body.strip():
        yield Entry("background-title", _("Background"))
    if any(news.item.related for news in report.news):
        yield Entry("news-title", _("Related news"))
    yield Entry("sources-title", _("Sources by date"))


FILES = {"drawing": ORIGINS_FILE, "matrix": "matrix.svg", "timeline": "timeline.svg"}

PAGE_TYPE = PageType("story", "story.html", plans, view)
