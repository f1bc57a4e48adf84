"""A finished page taken apart, so that plugins of a host can change it, and put together again."""

from __future__ import annotations

import html
import re

from msgspec import Struct

_MAIN = re.compile(r"(.*?<main\b[^>]*>)(.*)(</main>.*)", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')


class Finished(Struct, frozen=True):
    """A document of HTML in three pieces, and what its head says of it."""

    before: str
    """Everything up to the content; with `content` and `after` it is the document, character for character."""
    content: str
    """What stands in the element `main`; empty where a template has none."""
    after: str
    title: str
    """Of the browser, with the name of the site; plain text."""
    description: str
    """Plain text; empty where the page has none."""


def take_apart(document: str) -> Finished:
    """Give the pieces of a page."""
    main = _MAIN.fullmatch(document)
    before, content, after = main.groups() if main else ("", "", document)
    return Finished(before, content, after, _text(_TITLE, document), _text(_DESCRIPTION, document))


def _text(pattern: re.Pattern[str], document: str) -> str:
    found = pattern.search(document)
    return html.unescape(found[1]) if found else ""
