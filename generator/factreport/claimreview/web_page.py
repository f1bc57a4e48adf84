"""What the linter needs of a web page: its JSON-LD, its visible words, its links, and what its head says.

The scanner is our own because it must never fail and never take more than one pass: the standard library's parser
raises on `<![<` and takes quadratic time on some broken pages.
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


@dataclass(frozen=True, slots=True)
class Script:
    """The text of one script element."""

    text: str
    offset: int
    """Of the text within the page, counted from 0."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a web page says beside its JSON-LD."""

    scripts: tuple[Script, ...] = ()
    text: str = ""
    """Its words, with the descriptions of pictures; not those of the head, scripts and styles."""
    links: tuple[Link, ...] = ()
    language: str = ""
    canonical: str = ""
    is_noindex: bool = False
    redirects_to: str = ""
    """Target of a redirect in the head; empty where there is none."""


@dataclass(slots=True)
class _Gathered:
    scripts: list[Script] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    language: str = ""
    canonical: str = ""
    is_noindex: bool = False
    redirects_to: str = ""
    link_to: str | None = None
    """Address of the link that is open."""
    link_from: int = 0
    """Where its words begin in `text`."""


def scan(source: str) -> WebPage:
    """Give what a page says; never fails, and takes time in proportion to its length."""
    gathered = _Gathered()
    at = 0
    while match := _TAG.search(source, at):
        _add_text(gathered, source[at : match.start()])
        at = _pass_tag(gathered, source, match)
    _add_text(gathered, source[at:])
    return WebPage(
        scripts=tuple(gathered.scripts),
        text=" ".join(gathered.text),
        links=tuple(gathered.links),
        language=gathered.language,
        canonical=gathered.canonical,
        is_noindex=gathered.is_noindex,
        redirects_to=gathered.redirects_to,
    )


def _add_text(gathered: _Gathered, text: str) -> None:
    if text and not text.isspace():
        gathered.text.append(_unescape(text))


def _unescape(text: str) -> str:
    try:
        return unescape(text)
    except ValueError:  # a numeric reference of more digits than Python turns into a number
        return text


def _pass_tag(gathered: _Gathered, source: str, match: re.Match[str]) -> int:
    """Take in one tag or comment and give where the text goes on."""
    if match[0] == "<!--":
        return _after(source, "-->", match.end())
    name = (match[2] or "").lower()
    if not name:
        return _after(source, ">", match.end())
    attributes, end = _attributes(source, match.end())
    if match[1]:
        if name == "a":
            _close_link(gathered)
        return end
    _open(gathered, name, attributes)
    return _pass_raw(gathered, source, name, attributes, end) if name in _TO_THE_END else end


def _after(source: str, mark: str, start: int) -> int:
    found = source.find(mark, start)
    return len(source) if found < 0 else found + len(mark)


def _attributes(source: str, at: int) -> tuple[dict[str, str], int]:
    """Give the attributes of a tag, the first of each name, and where the tag ends."""
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


def _pass_raw(gathered: _Gathered, source: str, name: str, attributes: dict[str, str], start: int) -> int:
    """Pass over an element whose content is not markup; keep it if it is JSON-LD."""
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, start)
    stop = end.start() if end else len(source)
    if name == "script" and attributes.get("type", "").split(";")[0].strip().lower() == "application/ld+json":
        gathered.scripts.append(Script(source[start:stop], start))
    return _after(source, ">", end.end()) if end else len(source)


def _open(gathered: _Gathered, name: str, attributes: dict[str, str]) -> None:
    gathered.text.extend(attributes[key] for key in _READ_ALOUD if attributes.get(key))
    if name == "html":
        gathered.language = attributes.get("lang", "")
    elif name == "a":
        _close_link(gathered)
        gathered.link_to, gathered.link_from = attributes.get("href"), len(gathered.text)
    elif name == "link" and "canonical" in attributes.get("rel", "").lower().split():
        gathered.canonical = gathered.canonical or attributes.get("href", "").strip()
    elif name == "meta":
        _read_meta(gathered, attributes)


def _read_meta(gathered: _Gathered, attributes: dict[str, str]) -> None:
    content = attributes.get("content", "")
    if attributes.get("name", "").lower() in {"robots", "googlebot", "bingbot"}:
        gathered.is_noindex |= bool({"noindex", "none"} & set(re.split(r"[\s,]+", content.lower())))
    if attributes.get("http-equiv", "").lower() == "refresh":
        target = re.search(r"url\s*=\s*['\"]?([^'\"]+)", content, re.IGNORECASE)
        gathered.redirects_to = target[1].strip() if target else ""


def _close_link(gathered: _Gathered) -> None:
    if gathered.link_to is not None:
        gathered.links.append(Link(gathered.link_to.strip(), " ".join(gathered.text[gathered.link_from :])))
    gathered.link_to = None
