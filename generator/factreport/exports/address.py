"""The site's own address: what needs it is left out where it is not known, with one notice."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factreport.exports import problem_kinds as kinds
from factreport.language import gettext as _
from factreport.model.place import Place

if TYPE_CHECKING:
    from factreport.model.problem import Problem
    from factreport.settings import Settings


def absolute(settings: Settings, path: str) -> str:
    """Give the full address of what stands at `path` below the root; `path` itself where the site's is not known."""
    return f"{settings.site_url}{path}"


def is_known(settings: Settings) -> bool:
    """Tell whether the site knows its address: feeds, sitemap and the search description need it."""
    return bool(settings.site_url)


def is_public(settings: Settings) -> bool:
    """Tell whether the address is one for readers elsewhere (https): structured data needs it."""
    parts = urlsplit(settings.site_url)
    return parts.scheme == "https" and bool(parts.hostname)


def address_problem(settings: Settings, path: str) -> Problem | None:
    """Give the one notice for what is left out; `path` is the configuration's. None where nothing is."""
    if not is_known(settings):
        message = _(
            "`site_url` is not set, so the site has no map, feeds and structured data, and gives no full addresses."
        )
        return kinds.NO_SITE_URL.at(Place(path), message, _("Set it where the site is published."))
    # The address of a preview is the host's, and not the one that the configuration gives.
    if not is_public(settings) and not settings.preview:
        message = _("`site_url` is {address}, which does not begin with https://, so structured data is left out.")
        hint = _("Give the address at which readers find the site.")
        return kinds.SITE_URL_NOT_HTTPS.at(Place(path), message.format(address=settings.site_url), hint)
    return None
