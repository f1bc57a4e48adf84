"""A page read tag by tag, attribute by attribute: slow, and plain enough to be seen to be right.

What `factreport.claimreview.web_page` makes of a page by larger steps is held against it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

_TAG = re.compile(r"<!--|<(/?)([a-zA-Z][^\s/>]*)|<[!?]")
_BLANK = re.compile(r"[\s/]*")
_ATTRIBUTE = re.compile(r"""([^\s=>/"']+|["'])(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")
_TO_THE_END = frozenset({"script", "style", "textarea", "title", "iframe"})
_READ_ALOUD = ("alt", "aria-label", "title", "datetime")


@dataclass(slots=True)
class Simple:
    """What a page says."""

    scripts: list[tuple[str, int]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    canonical: str = ""
    is_noindex: bool = False
    redirects_to: str = ""
    link_to: str | None = None
    """Address of the link that is open."""
    link_from: int = 0
    """Where its words begin in `texts`."""


def simple_scan(source: str) -> Simple:
    """Give what a page says."""
    found = Simple()
    at = 0
    while match := _TAG.search(source, at):
        _add_text(found, source[at : match.start()])
        at = _pass_tag(found, source, match)
    _add_text(found, source[at:])
    return found


def _add_text(found: Simple, text: str) -> None:
    if text and not text.isspace():
        found.texts.append(_unescape(text))


def _unescape(text: str) -> str:
    try:
        return unescape(text)
    except ValueError:
        return text


def _pass_tag(found: Simple, source: str, match: re.Match[str]) -> int:
    if match[0] == "<!--":
        return _after(source, "-->", match.end())
    name = (match[2] or "").lower()
    if not name:
        return _after(source, ">", match.end())
    attributes, end = _attributes(source, match.end())
    if match[1]:
        if name == "a":
            _close_link(found)
        return end
    _open(found, name, attributes)
    return _pass_raw(found, source, name, attributes, end) if name in _TO_THE_END else end


def _after(source: str, mark: str, start: int) -> int:
    place = source.find(mark, start)
    return len(source) if place < 0 else place + len(mark)


def _attributes(source: str, at: int) -> tuple[dict[str, str], int]:
    attributes: dict[str, str] = {}
    while True:
        blank = _BLANK.match(source, at)
        at = blank.end() if blank else at
        match = _ATTRIBUTE.match(source, at)
        if match is None and source[at : at + 1] not in ("", ">"):
            at += 1
            continue
        if match is None:
            break
        value = next((part for part in match.groups()[1:] if part is not None), "")
        attributes.setdefault(match[1].lower(), _unescape(value))
        at = match.end()
    return attributes, min(at + 1, len(source))


def _pass_raw(found: Simple, source: str, name: str, attributes: dict[str, str], start: int) -> int:
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, start)
    stop = end.start() if end else len(source)
    if name == "script" and attributes.get("type", "").split(";")[0].strip().lower() == "application/ld+json":
        found.scripts.append((source[start:stop], start))
    return _after(source, ">", end.end()) if end else len(source)


def _open(found: Simple, name: str, attributes: dict[str, str]) -> None:
    found.texts.extend(attributes[key] for key in _READ_ALOUD if attributes.get(key))
    if name == "a":
        _close_link(found)
        found.link_to, found.link_from = attributes.get("href"), len(found.texts)
    elif name == "link" and "canonical" in attributes.get("rel", "").lower().split():
        found.canonical = found.canonical or attributes.get("href", "").strip()
    elif name == "meta":
        _read_meta(found, attributes)


def _read_meta(found: Simple, attributes: dict[str, str]) -> None:
    content = attributes.get("content", "")
    if attributes.get("name", "").lower() in {"robots", "googlebot", "bingbot"}:
        found.is_noindex |= bool({"noindex", "none"} & set(re.split(r"[\s,]+", content.lower())))
    if attributes.get("http-equiv", "").lower() == "refresh":
        target = re.search(r"url\s*=\s*['\"]?([^'\"]+)", content, re.IGNORECASE)
        found.redirects_to = target[1].strip() if target else ""


def _close_link(found: Simple) -> None:
    if found.link_to is not None:
        found.links.append((found.link_to.strip(), " ".join(found.texts[found.link_from :])))
    found.link_to = None
