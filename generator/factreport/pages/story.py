"""The page of a story: its claims, who printed what and when, background and related news."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import links
from factreport.pages.citing import Linking
from factreport.pages.claim import ORIGINS, credit
from factreport.pages.drawing.matrix import story_matrix
from factreport.pages.drawing.provenance_data import provenance_data
from factreport.pages.drawing.provenance_drawing import provenance_drawing
from factreport.pages.drawing.story_data import matrix_data, timeline_data
from factreport.pages.drawing.timeline import story_timeline
from factreport.pages.drawn_files import drawn_files
from factreport.pages.markdown import EMPTY, render_markdown
from factreport.pages.page import Crumb, Entry, Page, PageType, Plan, View
from factreport.pages.preview import page_problems
from factreport.pages.related import dated_news

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.pages.drawing.matrix import Matrix
    from factreport.pages.drawing.picture import Picture
    from factreport.pages.drawing.timeline import Timeline
    from factreport.pages.site import Site
    from factreport.report.records import StoryReport

MATRIX, TIMELINE = "matrix", "timeline"
"""Names of the files of these drawings, without an ending."""


@dataclass(frozen=True, slots=True)
class Drawings:
    """What a story's page shows as drawings; None where there is too little to draw."""

    origins: Picture | None
    matrix: Matrix | None
    timeline: Timeline | None


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
            "drawing": drawn.origins,
            "matrix": drawn.matrix,
            "timeline": drawn.timeline,
            "origins_file": f"{report.address}{ORIGINS}",
            "matrix_file": f"{report.address}{MATRIX}",
            "timeline_file": f"{report.address}{TIMELINE}",
            "contents": tuple(_contents(report, drawn)),
            "news": dated_news(report.news),
        },
    )


def drawings(site: Site, report: StoryReport) -> Drawings:
    """Draw what a story's page shows."""
    by = credit(site, report.address)
    return Drawings(
        provenance_drawing(report.provenance, locale=site.locale, credit=by),
        story_matrix(report, locale=site.locale, credit=by),
        story_timeline(report, locale=site.locale, credit=by),
    )


def files(site: Site, report: StoryReport) -> Iterator[Page]:
    """Give the drawings of a story, and what they show as data, as files of their own."""
    drawn, address, title = drawings(site, report), report.address, report.story.title
    if drawn.origins is not None:
        rows = provenance_data(report.provenance)
        yield from drawn_files(site, address, ORIGINS, drawn.origins, title, rows)
    if drawn.matrix is not None:
        yield from drawn_files(site, address, MATRIX, drawn.matrix.picture, title, matrix_data(drawn.matrix))
    if drawn.timeline is not None:
        yield from drawn_files(site, address, TIMELINE, drawn.timeline.picture, title, timeline_data(drawn.timeline))


def _contents(report: StoryReport, drawn: Drawings) -> Iterator[Entry]:
    yield Entry("claims-title", _("Claims"))
    if drawn.matrix is not None:
        yield Entry("matrix-title", _("Who states what"))
    if drawn.timeline is not None:
        yield Entry("timeline-title", _("Who printed what when"))
    yield Entry("origins-title", _("Who copied whom"))
    if report.story.body.strip():
        yield Entry("background-title", _("Background"))
    if any(news.item.related for news in report.news):
        yield Entry("news-title", _("Related news"))
    yield Entry("sources-title", _("Sources by date"))


PAGE_TYPE = PageType("story", "story.html", plans, view)
