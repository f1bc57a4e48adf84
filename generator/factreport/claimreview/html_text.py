"""HTML passed through by regular expressions that read whatever comes, and each character of it once.

Our own, because it must never fail and never take more than one pass: the standard library's parser raises on `<![<`
and takes quadratic time on some broken pages. Possessive throughout: what has been passed is never tried another way.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape

READ_ALOUD = ("alt", "aria-label", "title", "datetime")
"""Attributes whose values are words of the page."""
_VALUE = r"""(?>\s*+=\s*+(?>"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_NAME = r"""(?:[^\s=>/"']++|["'])"""
_ALOUD = r"""(?:[aA](?ai:lt|ria-label)|[tT](?ai:itle)|[dD](?ai:atetime))(?:[\s=>/"']|\Z)"""
_ANY = rf"(?>[\s/]++|{_NAME}{_VALUE}|=)*+>?"
"""Attributes of a tag, and its end."""
_SILENT = rf"(?>[\s/]++|(?!{_ALOUD}){_NAME}{_VALUE}|=)*+(?:>|\Z)"
"""The same, if none of them is read aloud."""
_RAW = ("script", "style", "textarea", "title", "iframe")
"""Elements whose content is no markup."""
_OTHER = r"!--(?>[^-]++|-(?!->))*+(?:-->)?+|[!?][^>]*+>?"


def _raw(name: str, attributes: str) -> str:
    content = rf"(?>[^<]++|<(?!/(?i:{name})[\s/>]))*+"
    return rf"(?ai:{name})(?=[\s/>]|\Z){attributes}{content}(?><[^>]*+>?)?+"


def _opening(attributes: str) -> str:
    """Give what follows the `<` of an opening tag; with the content and the closing tag where that is no markup."""
    raw = "|".join(_raw(name, attributes) for name in _RAW)
    return rf"(?>(?=[sStTiI])(?>{raw})|[a-zA-Z][^\s/>]*+{attributes})"


def _passed(attributes: str, kept: str) -> str:
    """Give the pattern of tags and comments that need not be looked at."""
    return rf"<(?!{kept})(?>{_opening(attributes)}|/[a-zA-Z][^\s/>]*+{_ANY}|{_OTHER})"


_STRAY = "<(?![a-zA-Z!?]|/[a-zA-Z])"
_TEXT = rf"(?>[^<]++|{_STRAY})*+"


@cache
def next_tag(names: str) -> re.Pattern[str]:
    """Give a pattern that passes everything before the next opening tag of such a name.

    Group 1 is its name, group 2 its attributes with the end of the tag; neither matches where there is none.
    """
    kept = rf"(?ai:{names})(?=[\s/>]|\Z)"
    return re.compile(rf"(?>[^<]++|{_STRAY}|{_passed(_ANY, kept)})*+(?:<({kept})({_ANY}))?")


@cache
def pieces(names: str = "") -> re.Pattern[str]:
    """Give a pattern that passes a text and the tags after it.

    Group 1 is the text. Group 2 is the tag after it that says something: one with words in its attributes, or of such
    a name; for elements whose content is no markup all of the element.
    """
    kept = rf"/?(?ai:{names})(?=[\s/>]|\Z)" if names else "(?!)"
    run = _passed(_SILENT, kept)
    tag = rf"<(?>{_opening(_ANY)}|/[a-zA-Z][^\s/>]*+{_ANY})"
    return re.compile(rf"({_TEXT})(?>{run}(?>\s*+{run})*+|)({tag}|)")


_TAG = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""[\s/=]*([^\s=>/"']+|["'])(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")


def name_of(tag: str) -> tuple[str, int]:
    """Give the name of a tag in lower case, and where in the tag its attributes begin."""
    match = _TAG.match(tag)
    return (match[1].lower(), match.end()) if match else ("", 0)


def attributes_of(tag: str, at: int = 0) -> dict[str, str]:
    """Give the attributes of a tag, the first of each name, from the place where they begin."""
    attributes: dict[str, str] = {}
    while match := _ATTRIBUTE.match(tag, at):
        at = match.end()
        value = match[match.lastindex] if match.lastindex and match.lastindex > 1 else ""
        attributes.setdefault(match[1].lower(), plain(value))
    return attributes


def plain(text: str) -> str:
    """Give a text with the characters that references stand for."""
    try:
        return unescape(text) if "&" in text else text
    except ValueError:  # a numeric reference of more digits than Python turns into a number
        return text
