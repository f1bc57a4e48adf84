"""The search page with its index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import search_index
from factreport.pages.listing import largest
from factreport.pages.page import Crumb, Page, PageType, Plan, View
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.site import Site

MOST_TOPICS = 50
"""So many topics are named, those with most claims."""


def plans(_site: Site) -> Iterator[Plan]:
    """Give the one search page."""
    yield Plan("search/")


def view(site: Site, _plan: Plan) -> View:
    """Finish what the search page shows."""
    topics = site.report.topics
    return View(
        title=_("Search"),
        crumbs=(Crumb(site.settings.site_name, ""),),
        section="search/",
        values={
            "index": search_index.folder_of(site.search_files),
            "letters": site.letters,
            "topics": largest(topics, lambda topic: len(topic.claims), MOST_TOPICS),
            "more_topics": len(topics) > MOST_TOPICS,
        },
    )


def files(site: Site, _plan: Plan) -> Iterator[Page]:
    """Give the files of the index."""
    yield from (Page(address, text, listed=False) for address, text in site.search_files.items())


PAGE_TYPE = PageType("search", "search.html", plans, view, files=files, extra=Extra.SEARCH)
