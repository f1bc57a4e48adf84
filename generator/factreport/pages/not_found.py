"""The page that a server gives for an address that is not there.

It is served at any depth, so its links start from the root of the host: under a sub-path that is right only when
the site's own address (`site_url`) is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import alphabet
from factreport.pages.page import PageType, Plan, View
from factreport.pages.preview import site_errors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.site import Site


def plans(_site: Site) -> Iterator[Plan]:
    """Give the one page."""
    yield Plan("404.html", listed=False, rooted=True)


def view(site: Site, _plan: Plan) -> View:
    """Finish what the page shows: search and the letters, where the site has them; in a preview what is left out."""
    return View(
        title=_("Page not found"),
        problems=site_errors(site) if site.settings.preview else (),
        values={"letters": site.letters if site.settings.has(alphabet.PAGE_TYPE.extra) else ()},
    )


PAGE_TYPE = PageType("not-found", "404.html", plans, view)
