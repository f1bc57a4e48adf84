"""The page of a story: its claims, who printed what and when, background and related news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factreport.language import gettext as _
from factreport.pages import links
from factreport.pages.citing import Linking
from factreport.pages.claim import ORIGINS, credit
from factreport.pages.drawing.matrix import story_matrix
from factreport.pages.drawing.provenance_data import provenance_data
from factreport.pages.drawing.provenance_drawing import provenance_drawing
from factreport.pages.drawing.story_data import matrix_data, timeline_data
from factreport.pages.drawing.timeline import story_timeline
from factreport.pages.drawn_files import EXTRA, Subject, drawn_files
from factreport.pages.listing import ListPart, count_parts, page_address, part_of
from factreport.pages.markdown import EMPTY, render_markdown
from factreport.pages.page import Crumb, Entry, Page, PageType, Plan, View
from factreport.pages.preview import page_problems
from factreport.pages.related import dated_news
from factreport.pages.repeating import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.drawing.matrix import Matrix
    from factreport.pages.drawing.picture import Picture
    from factreport.pages.drawing.timeline import Timeline
    from factreport.pages.site import Site
    from factreport.report.records import ClaimReport, StoryReport

MATRIX, TIMELINE = "matrix", "timeline"
"""Names of the files of these drawings, without an ending."""
LINES = 200
"""Sources by date and headlines in one part: a line each."""
MOST_REPEATING = 100
"""So many sources are named under who copied whom; the data has all."""


class StoryPage(Struct, frozen=True):
    """One part of a story: the first has everything that is no list."""

    report: StoryReport
    number: int
    """Counted from 1."""


class Drawings(Struct, frozen=True):
    """What a story's page shows as drawings; None where there is too little to draw."""

    origins: Picture | None
    matrix: Matrix | None
    timeline: Timeline | None


NOTHING = Drawings(None, None, None)


def plans(site: Site) -> Iterator[Plan]:
    """Give the pages of every story; search engines are told of the first only."""
    for report in site.report.stories:
        for number in range(1, _last(report) + 1):
            yield Plan(page_address(report.address, number), StoryPage(report, number), listed=number == 1)


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of a story shows."""
    page: StoryPage = plan.subject
    report, number = page.report, page.number
    story = report.story
    linking = Linking(site, plan.address)
    drawn = site.drawn_story.of(report) if number == 1 else NOTHING
    part = replace(part_of(report.address, report.claims, number), last=_last(report))
    news = part_of(report.address, dated_news(report.news), number, LINES)
    sources = part_of(report.address, report.sources, number, LINES)
    provenance, hidden = shortened(report.provenance, MOST_REPEATING)
    return View(
        title=story.title,
        description=story.summary,
        crumbs=(Crumb(site.settings.site_name, ""), Crumb(_("Stories"), "stories/")),
        section="stories/",
        problems=page_problems(report.problems, plan.address),
        values={
            "report": report,
            "story": story,
            "part": part,
            "provenance": provenance,
            "hidden": hidden,
            "topics": [_topic(site, topic) for topic in story.topics],
            "background": render_markdown(story.body, linking, top_level=3, prefix="background-")
            if story.body.strip()
            else EMPTY,
            "drawing": drawn.origins,
            "matrix": drawn.matrix,
            "timeline": drawn.timeline,
            "origins_file": f"{report.address}{ORIGINS}",
            "matrix_file": f"{report.address}{MATRIX}",
            "timeline_file": f"{report.address}{TIMELINE}",
            "contents": tuple(
                _contents(report, drawn, part, has_news=bool(news.items), has_sources=bool(sources.items))
            ),
            "news": news,
            "sources": sources,
        },
    )


def _last(report: StoryReport) -> int:
    """Give the number of the story's last part."""
    lines = max(len(report.sources), sum(news.item.related for news in report.news))
    return max(count_parts(len(report.claims)), count_parts(lines, LINES))


def drawings(site: Site, report: StoryReport) -> Drawings:
    """Draw what a story's page shows."""
    by = credit(site, report.address)
    return Drawings(
        provenance_drawing(report.provenance, locale=site.locale, credit=by),
        story_matrix(report, locale=site.locale, credit=by),
        story_timeline(report, locale=site.locale, credit=by),
    )


def files(site: Site, plan: Plan) -> Iterator[Page]:
    """Give the drawings of a story, and what they show as data, as files of their own: beside its first part."""
    page: StoryPage = plan.subject
    if page.number > 1 or not site.settings.has(EXTRA):
        return
    report = page.report
    drawn, address, subject = site.drawn_story.of(report), report.address, Subject(report.story.title)
    if drawn.origins is not None:
        rows = provenance_data(report.provenance)
        yield from drawn_files(site, address, ORIGINS, drawn.origins, subject, rows)
    if drawn.matrix is not None:
        yield from drawn_files(site, address, MATRIX, drawn.matrix.picture, subject, matrix_data(drawn.matrix))
    if drawn.timeline is not None:
        yield from drawn_files(site, address, TIMELINE, drawn.timeline.picture, subject, timeline_data(drawn.timeline))


def _contents(
    report: StoryReport, drawn: Drawings, part: ListPart[ClaimReport], *, has_news: bool, has_sources: bool
) -> Iterator[Entry]:
    is_first = part.number == 1
    found = (
        (is_first or bool(part.items), Entry("claims-title", _("Claims"))),
        (drawn.matrix is not None, Entry("matrix-title", _("Who states what"))),
        (drawn.timeline is not None, Entry("timeline-title", _("Who printed what when"))),
        (is_first, Entry("origins-title", _("Who copied whom"))),
        (is_first and bool(report.story.body.strip()), Entry("background-title", _("Background"))),
        (has_news, Entry("news-title", _("Related news"))),
        (is_first or has_sources, Entry("sources-title", _("Sources by date"))),
    )
    return (entry for is_there, entry in found if is_there)


def _topic(site: Site, slug: str) -> Crumb:
    """Give a topic with the address of its page; without one where no published claim has it."""
    return Crumb(site.topic_name(slug), links.topic(slug) if slug in site.names.topics else "")


PAGE_TYPE = PageType("story", "story.html", plans, view, files=files)
