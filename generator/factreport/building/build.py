"""A site made of its content: claims family by family, then everything that gathers them, by several workers."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from factreport import pipeline
from factreport.assembly import with_exports
from factreport.building import log
from factreport.building.facts import facts_of
from factreport.building.families import families, part_of
from factreport.building.made import FamilyBuilt
from factreport.building.output import put_file, put_page
from factreport.building.progress import Progress
from factreport.building.workers import each
from factreport.evidence.cycles import find_cycles
from factreport.exports.catalogue import claim_files, claim_parts, exports_of
from factreport.language import gettext as _
from factreport.pages import search
from factreport.pages.names import names_in
from factreport.pages.site import Site, family_pages, render, render_with_files
from factreport.report.build import by_path, gather
from factreport.report.claims import claim_reports
from factreport.report.extract import extract, story_card
from factreport.report.stories import story_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factreport.building.families import Family
    from factreport.exports.export import Export
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.pages.page import Crumb, PageType, Plan
    from factreport.pipeline import Desk
    from factreport.report.records import ClaimReport, StoryReport
    from factreport.settings import Settings

SLOWEST = 3
"""So many families are named that took longest."""
PLANS_AT_ONCE = 40
"""Pages that a worker takes at a time: few enough to share the work evenly, enough to be worth the asking."""


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
    families: tuple[FamilyBuilt, ...]
    """Sorted by name."""

    @property
    def parts(self) -> tuple[Mapping[str, Any], ...]:
        """What exports keep of each claim, in the order of the report's cards."""
        by_slug = {
            extract.card.slug: part
            for one in self.families
            for extract, part in zip(one.extracts, one.parts, strict=True)
        }
        return tuple(by_slug[card.slug] for card in self.site.report.cards)


@dataclass(frozen=True, slots=True)
class Gatherings:
    """What was made of all claims together: paths below the site's folder."""

    pages: tuple[str, ...]
    others: tuple[str, ...]
    """The search with its index, and the files of exports."""


@pipeline.collecting_no_circles()
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
    make = partial(_timed_family, site, desk, content, by_path(content.problems), folder)
    groups = families(content)
    progress = Progress(_("Stories and claims"), len(groups))
    timed = tuple(progress.over(each(groups, make, workers)))
    _tell_slowest(timed)
    built = tuple(one for one, _seconds in timed)
    found = dict.fromkeys(problem for one in built for problem in one.problems)
    # Circles among sources that no claim cites are met in no family.
    found |= dict.fromkeys(find_cycles(content.sources))
    of_all = pipeline.problems_of_all(desk, content, sum(one.unlocked for one in built))
    return put_together(site, content, built, pipeline.acknowledge((*content.problems, *found, *of_all), content))


def _timed_family(
    site: Site,
    desk: Desk,
    content: Content,
    own: Mapping[str, tuple[Problem, ...]],
    folder: Path,
    family: Family,
) -> tuple[FamilyBuilt, float]:
    begun = time.perf_counter()
    return build_family(site, desk, content, own, folder, family), time.perf_counter() - begun


def _tell_slowest(timed: Sequence[tuple[FamilyBuilt, float]]) -> None:
    for one, seconds in sorted(timed, key=lambda pair: -pair[1])[:SLOWEST]:
        log.debug("%.2f s for %s, %d claims", seconds, one.family.name, len(one.family.claims))


@pipeline.collecting_no_circles()
def put_together(site: Site, content: Content, built: tuple[FamilyBuilt, ...], problems: tuple[Problem, ...]) -> Build:
    """Give the site of all its families; `content` has at least the sources and the scale."""
    stories = tuple(sorted((card for one in built for card in one.stories), key=lambda card: card.slug))
    report = gather(content, (extract for one in built for extract in one.extracts), stories, problems)
    return Build(with_exports(replace(site, report=report)), built)


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
    problems = pipeline.acknowledge((*_in_files_of(part, own), *judged.problems), part)
    claims = claim_reports(part, judged.evidence, judged.judgement, problems, desk.figures)
    stories = story_reports(part, claims, judged.evidence.origins, by_path(problems))
    built = FamilyBuilt(
        family=family,
        sources=tuple(part.source_by_slug),
        facts=facts_of(part),
        extracts=tuple(extract(claim, part.source_by_slug) for claim in claims),
        parts=tuple(claim_parts(claim, content.scale, site.settings) for claim in claims),
        stories=tuple(story_card(story) for story in stories),
        problems=judged.problems,
        unlocked=judged.evidence.unlocked,
        files=(),
    )
    files = _write_family(site, part, built, claims, stories, folder)
    return replace(built, files=tuple(files))


def _in_files_of(part: Content, own: Mapping[str, tuple[Problem, ...]]) -> Iterator[Problem]:
    for path in (*(claim.written.path for claim in part.claims), *(story.written.path for story in part.stories)):
        yield from own.get(path, ())


def _write_family(
    site: Site,
    part: Content,
    built: FamilyBuilt,
    claims: tuple[ClaimReport, ...],
    stories: tuple[StoryReport, ...],
    folder: Path,
) -> list[str]:
    report = gather(part, built.extracts, built.stories, (), claims=claims, stories=stories)
    site = with_exports(replace(site, report=report))
    made = [put_page(folder, page) for page in family_pages(site)]
    return made + [put_file(folder, file) for claim in claims for file in claim_files(claim, site.settings)]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of the pages and files that gather claims a build makes."""

    without: Collection[str] = ()
    """Addresses of pages that a host makes itself."""
    before: Site | None = None
    """The site of the build before: only pages that may show something else than there; None: all."""
    data: bool = True
    """Whether exports write the data of the whole site."""


def build_gatherings(
    build: Build, folder: Path, workers: int, wanted: Wanted, also: Collection[Callable[[], None]] = ()
) -> Gatherings:
    """Write pages and files that gather claims. `also` is other work, to be done beside this."""
    site = build.site
    plans = [one for one in gathering_plans(site, wanted.before) if one[1].address not in wanted.without]
    pieces = [plans[start : start + PLANS_AT_ONCE] for start in range(0, len(plans), PLANS_AT_ONCE)]
    # The largest pieces of work first.
    exports = (partial(_write_export, build, folder, one) for one in (exports_of(site.settings) if wanted.data else ()))
    whole = [partial(_write_search, site, folder), *exports]
    pages = [partial(_write_plans, site, folder, piece) for piece in pieces]
    tasks: list[Callable[[], list[str]]] = [*(partial(_beside, one) for one in also), *whole, *pages]
    made = list(Progress(_("Lists and data"), len(tasks)).over(each(tasks, _run, workers)))
    beside, rest = len(also), len(also) + len(whole)
    return Gatherings(
        pages=tuple(one for each_made in made[rest:] for one in each_made),
        others=tuple(one for each_made in made[beside:rest] for one in each_made),
    )


def _beside(work: Callable[[], None]) -> list[str]:
    work()
    return []


def gathering_plans(site: Site, before: Site | None = None) -> Iterator[tuple[PageType, Plan]]:
    """Give the pages that gather claims, but those of the search; with the site of `before`, those that may differ."""
    for page_type in site.gathering_types:
        if page_type is search.PAGE_TYPE:
            continue
        plans = page_type.plans(site)
        yield from ((page_type, plan) for plan in (_differing(page_type, plans, site, before) if before else plans))


def _differing(page_type: PageType, plans: Iterable[Plan], site: Site, before: Site) -> Iterator[Plan]:
    if page_type.shows is None:
        yield from plans
        return
    shown = {plan.address: page_type.shows(before, plan) for plan in page_type.plans(before)}
    for plan in plans:
        if plan.address not in shown or shown[plan.address] != page_type.shows(site, plan):
            yield plan


def _run(task: Callable[[], list[str]]) -> list[str]:
    return task()


def _write_search(site: Site, folder: Path) -> list[str]:
    """Write the pages of the search with its index, whose name they have to know."""
    types = (one for one in site.gathering_types if one is search.PAGE_TYPE)
    plans = ((page_type, plan) for page_type in types for plan in page_type.plans(site))
    return [put_page(folder, page) for one in plans for page in render_with_files(site, *one)]


def _write_export(build: Build, folder: Path, export: Export) -> list[str]:
    files = export.site_files(build.site.report, build.parts, build.site.settings)
    return [put_file(folder, file) for file in files]


def _write_plans(site: Site, folder: Path, plans: Sequence[tuple[PageType, Plan]]) -> list[str]:
    return [put_page(folder, render(site, page_type, plan)) for page_type, plan in plans]
