"""A site made of its content: claims family by family, then everything that gathers them, by several workers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from factreport import pipeline
from factreport.assembly import with_exports
from factreport.building.families import families, part_of
from factreport.building.output import put_file, put_page
from factreport.building.workers import each
from factreport.evidence.cycles import find_cycles
from factreport.exports.catalogue import all_exports, claim_files, claim_parts
from factreport.pages import search
from factreport.pages.names import names_in
from factreport.pages.site import GATHERING_TYPES, Site, family_pages, render
from factreport.report.build import by_path, gather
from factreport.report.claims import claim_reports
from factreport.report.extract import extract, story_card
from factreport.report.stories import story_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from factreport.building.families import Family
    from factreport.building.output import Made
    from factreport.exports.export import Export
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.pages.page import Crumb, PageType, Plan
    from factreport.pipeline import Desk
    from factreport.report.cards import Extract, StoryCard
    from factreport.settings import Settings

PLANS_AT_ONCE = 40
"""Pages that a worker takes at a time: few enough to share the work evenly, enough to be worth the asking."""


@dataclass(frozen=True, slots=True)
class FamilyBuilt:
    """What the rest of the site needs of a family whose own pages are written."""

    family: Family
    made: tuple[Made, ...]
    extracts: tuple[Extract, ...]
    parts: tuple[Mapping[str, Any], ...]
    """What exports keep of each claim, in the order of the extracts."""
    stories: tuple[StoryCard, ...]
    problems: tuple[Problem, ...]
    """Found after reading, none acknowledged yet."""
    unlocked: int
    """Proofs that the lock does not hold yet."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a build begins with."""

    desk: Desk
    content: Content
    draft: Site
    """The site as far as it is known before a claim is judged."""


@dataclass(frozen=True, slots=True)
class Build:
    """A site with the pages of all claims and stories written, ready for those that gather them."""

    site: Site
    """With its report: cards of all claims, and none in full."""
    parts: tuple[Mapping[str, Any], ...]
    """What exports keep of each claim, in the order of the report's cards."""
    made: tuple[Made, ...]


def begin(settings: Settings) -> Source:
    """Read all content."""
    desk = pipeline.open_desk(settings)
    content = pipeline.read(settings)
    draft = Site(gather(content, (), (), content.problems), settings, known=names_in(content))
    return Source(desk, content, draft)


def build_claims(source: Source, written: tuple[Crumb, ...], folder: Path, workers: int) -> Build:
    """Judge all claims, write their pages and those of stories, and give the site with all that was found.

    `written` are the pages that editors wrote.
    """
    content, desk = source.content, source.desk
    # Compiled here, templates are there for all workers.
    site = replace(source.draft, written=written).with_templates()
    own = by_path(content.problems)
    make = partial(build_family, site, desk, content, own, folder)
    built = list(each(families(content), make, workers))
    return _put_together(site, desk, content, built)


def build_family(
    site: Site,
    desk: Desk,
    content: Content,
    own: Mapping[str, tuple[Problem, ...]],
    folder: Path,
    family: Family,
) -> FamilyBuilt:
    """Judge one family and write its pages; `own` are the problems met on reading, by file."""
    part = part_of(content, family)
    judged = pipeline.judge(desk, part, complete=content.is_complete)
    paths = [*(claim.written.path for claim in part.claims), *(story.written.path for story in part.stories)]
    read = (problem for path in paths for problem in own.get(path, ()))
    problems = pipeline.acknowledge((*read, *judged.problems), part)
    claims = claim_reports(part, judged.evidence, judged.judgement, problems, desk.figures)
    stories = story_reports(part, claims, judged.evidence.origins, by_path(problems))
    extracts = tuple(extract(claim, part.source_by_slug) for claim in claims)
    cards = tuple(story_card(story) for story in stories)
    report = gather(part, extracts, cards, problems, claims=claims, stories=stories)
    return FamilyBuilt(
        family=family,
        made=tuple(_family_files(with_exports(replace(site, report=report)), folder)),
        extracts=extracts,
        parts=tuple(claim_parts(claim, content.scale, site.settings) for claim in claims),
        stories=cards,
        problems=judged.problems,
        unlocked=judged.evidence.unlocked,
    )


def _family_files(site: Site, folder: Path) -> Iterator[Made]:
    for page in family_pages(site):
        yield put_page(folder, page)
    for claim in site.report.claims:
        for file in claim_files(claim, site.settings):
            yield put_file(folder, file)


def _put_together(site: Site, desk: Desk, content: Content, built: Sequence[FamilyBuilt]) -> Build:
    found = dict.fromkeys(problem for one in built for problem in one.problems)
    # Circles among sources that no claim cites are met in no family.
    found |= dict.fromkeys(find_cycles(content.sources))
    of_all = pipeline.problems_of_all(desk, content, sum(one.unlocked for one in built))
    problems = pipeline.acknowledge((*content.problems, *found, *of_all), content)
    stories = tuple(sorted((card for one in built for card in one.stories), key=lambda card: card.slug))
    report = gather(content, (extract for one in built for extract in one.extracts), stories, problems)
    parts = {extract.card.slug: part for one in built for extract, part in zip(one.extracts, one.parts, strict=True)}
    return Build(
        site=with_exports(replace(site, report=report)),
        parts=tuple(parts[card.slug] for card in report.cards),
        made=tuple(made for one in built for made in one.made),
    )


def build_gatherings(build: Build, folder: Path, workers: int, *, without: Collection[str] = ()) -> Iterator[Made]:
    """Write the pages and files that gather claims, but for those in `without`, which a host makes itself."""
    for made in each(list(_tasks(build, folder, without)), _run, workers):
        yield from made


def _tasks(build: Build, folder: Path, without: Collection[str]) -> Iterator[Callable[[], list[Made]]]:
    """Give the work in pieces, the largest ones first."""
    site = build.site
    yield partial(_write_search, site, folder)
    for export in all_exports():
        yield partial(_write_export, build, folder, export)
    plans = [
        (page_type, plan)
        for page_type in GATHERING_TYPES
        if page_type is not search.PAGE_TYPE
        for plan in page_type.plans(site)
        if plan.address not in without
    ]
    for start in range(0, len(plans), PLANS_AT_ONCE):
        yield partial(_write_plans, site, folder, plans[start : start + PLANS_AT_ONCE])


def _run(task: Callable[[], list[Made]]) -> list[Made]:
    return task()


def _write_search(site: Site, folder: Path) -> list[Made]:
    """Write the pages of the search with its index, whose name they have to know."""
    pages = (render(site, search.PAGE_TYPE, plan) for plan in search.plans(site))
    return [put_page(folder, page) for page in (*pages, *search.files(site))]


def _write_export(build: Build, folder: Path, export: Export) -> list[Made]:
    files = export.site_files(build.site.report, build.parts, build.site.settings)
    return [put_file(folder, file) for file in files]


def _write_plans(site: Site, folder: Path, plans: Sequence[tuple[PageType, Plan]]) -> list[Made]:
    return [put_page(folder, render(site, page_type, plan)) for page_type, plan in plans]
