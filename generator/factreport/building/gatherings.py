"""Everything that gathers claims: lists, the search, and the data of the whole site, by several workers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.building.output import put_file, put_page
from factreport.building.progress import Progress
from factreport.building.workers import each
from factreport.exports.catalogue import exports_of
from factreport.language import gettext as _
from factreport.pages import search
from factreport.pages.site import render, render_with_files

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from factreport.building.build import Build
    from factreport.building.shown import KeptShown
    from factreport.exports.export import Export
    from factreport.pages.page import Detail, PageType, Plan
    from factreport.pages.site import Site

PLANS_AT_ONCE = 40
"""Pages that a worker takes at a time: few enough to share the work evenly, enough to be worth the asking."""


class Wanted(Struct, frozen=True):
    """Which of the pages and files that gather claims a build makes."""

    without: Collection[str] = ()
    """Addresses of pages that a host makes itself."""
    lists: bool = True
    """Whether pages are written."""
    before: Callable[[], Site] | None = None
    """Gives the site of the build before: only pages that may show something else than there; None: all pages."""
    data: bool = True
    """Whether exports write the data of the whole site."""
    search: bool = True
    """Whether the search and its index are written."""


class Gatherings(Struct, frozen=True):
    """What was made of all claims together: paths below the site's folder."""

    pages: tuple[str, ...]
    others: tuple[str, ...]
    """The search with its index, and the files of exports."""


def build_gatherings(build: Build, folder: Path, workers: int, wanted: Wanted) -> Gatherings:
    """Write pages and files that gather claims. UnusableError if what is kept of claims cannot be read."""
    site = build.site
    every = gathering_plans(site, wanted.before, build.fresh) if wanted.lists else ()
    plans = [one for one in every if one[1].address not in wanted.without]
    pieces = [plans[start : start + PLANS_AT_ONCE] for start in range(0, len(plans), PLANS_AT_ONCE)]
    # The largest pieces of work first.
    searches = [partial(_write_search, site, folder)] if wanted.search else []
    exports = (partial(_write_export, build, folder, one) for one in (exports_of(site.settings) if wanted.data else ()))
    whole = [*searches, *exports]
    pages = [partial(_write_plans, site, folder, piece) for piece in pieces]
    tasks: list[Callable[[], list[str]]] = [*whole, *pages]
    made = list(Progress(_("Lists and data"), len(tasks)).over(each(tasks, partial(_run, build.shown), workers)))
    return Gatherings(
        pages=tuple(path for paths in made[len(whole) :] for path in paths),
        others=tuple(path for paths in made[: len(whole)] for path in paths),
    )


def gathering_plans(
    site: Site, before: Callable[[], Site] | None = None, fresh: frozenset[Detail] = frozenset()
) -> Iterator[tuple[PageType, Plan]]:
    """Give the pages that gather claims, but those of the search; with the site `before`, those that may differ.

    `fresh` is what lists show otherwise of single claims than they did before.
    """
    plans = [one for one in site.gathering_plans if one[0] is not search.PAGE_TYPE]
    if before is None or not plans:
        yield from plans
        return
    last = before()
    old = {(page_type.name, plan.address): plan for page_type, plan in last.gathering_plans}
    for page_type, plan in plans:
        was = old.get((page_type.name, plan.address))
        if _differs(page_type, plan, site, was, last) or _shows_any(fresh, page_type, plan, site):
            yield page_type, plan


def _shows_any(fresh: frozenset[Detail], page_type: PageType, plan: Plan, site: Site) -> bool:
    return bool(fresh) and not fresh.isdisjoint(page_type.details(site, plan))


def _differs(page_type: PageType, plan: Plan, site: Site, old: Plan | None, before: Site) -> bool:
    """Tell whether a page is listed otherwise than `old`, that of the site before at its address."""
    if page_type.shows is None or old is None:
        return True
    return page_type.shows(before, old) != page_type.shows(site, plan)


def _run(shown: KeptShown, task: Callable[[], list[str]]) -> list[str]:
    with shown.opened():
        return task()


def _write_search(site: Site, folder: Path) -> list[str]:
    """Write the pages of the search with its index, whose name they have to know."""
    plans = (one for one in site.gathering_plans if one[0] is search.PAGE_TYPE)
    return [put_page(folder, page) for one in plans for page in render_with_files(site, *one)]


def _write_export(build: Build, folder: Path, export: Export) -> list[str]:
    files = export.site_files(build.site.report, build.parts, build.site.settings)
    return [put_file(folder, file) for file in files]


def _write_plans(site: Site, folder: Path, plans: Sequence[tuple[PageType, Plan]]) -> list[str]:
    return [put_page(folder, render(site, page_type, plan)) for page_type, plan in plans]
