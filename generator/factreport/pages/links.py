"""Addresses below the site's root, and links between them that hold under any sub-path."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

SAFE_SCHEMES = ("http", "https", "mailto")
LINKS_KEPT = 16384
"""Links and addresses kept: those of sources, topics and lists stand on hundreds of pages."""


def relative(origin: str, target: str) -> str:
    """Give the link from the page at `origin` to `target`, both below the root; `target` may have an anchor.

    >>> relative("claims/a/", "sources/b/#top")
    '../../sources/b/#top'
    >>> relative("claims/a/", "claims/a/#top")
    '#top'
    """
    path, mark, anchor = target.partition("#")
    if path == origin and anchor:
        return f"#{anchor}"
    here, there = origin.split("/")[:-1], path.split("/")
    shared = 0
    for folder, other in zip(here, there[:-1], strict=False):
        if folder != other:
            break
        shared += 1
    way = "../" * (len(here) - shared) + "/".join(there[shared:])
    return f"{way or './'}{mark}{anchor}"


def linking_from(origin: str) -> Callable[[str], str]:
    """Give the function that gives links from the page at `origin`: what `relative` gives."""
    above = origin[: origin.rfind("/", 0, -1) + 1]

    def link(target: str) -> str:
        if target.startswith(origin) or not origin.endswith("/"):
            return relative(origin, target)
        return _from_below(above, target)

    return link


@lru_cache(LINKS_KEPT)
def _from_below(folder: str, target: str) -> str:
    """Give the link from any page in `folder` to a target that is not below that page: pages in it share them."""
    return f"../{relative(folder, target).removeprefix('./')}"


@lru_cache(LINKS_KEPT)
def is_safe(url: str) -> bool:
    """Tell whether an address of others may be linked: web and mail only."""
    return urlsplit(url.strip()).scheme.lower() in SAFE_SCHEMES


def text_fragment(url: str, quotation: str) -> str:
    """Give the address with the quotation's first and last words as a text fragment, which browsers scroll to.

    Form: https://wicg.github.io/scroll-to-text-fragment/, `#:~:text=start,end`.
    """
    words = quotation.replace(" … ", " ... ").split(" ... ")[0].split()
    if not words:
        return url
    start, end = " ".join(words[:5]), " ".join(words[5:][-4:])
    parts = ",".join(quote(part, safe="").replace("-", "%2D") for part in (start, end) if part)
    mark = ":~:text=" if "#" in url else "#:~:text="
    return f"{url}{mark}{parts}"


def claim(slug: str, anchor: str = "") -> str:
    """Give the address of a claim's page."""
    return _page("claims", slug, anchor)


def source(slug: str, anchor: str = "") -> str:
    """Give the address of a source's page."""
    return _page("sources", slug, anchor)


def story(slug: str, anchor: str = "") -> str:
    """Give the address of a story's page."""
    return _page("stories", slug, anchor)


def topic(slug: str) -> str:
    """Give the address of a topic's page."""
    return _page("topics", slug)


def embed(slug: str) -> str:
    """Give the address of a claim's card for other sites."""
    return _page("embed", slug)


def claimant(slug: str) -> str:
    """Give the address of a claimant's page."""
    return _page("claimants", slug)


def _page(folder: str, slug: str, anchor: str = "") -> str:
    return f"{folder}/{slug}/#{anchor}" if anchor else f"{folder}/{slug}/"
