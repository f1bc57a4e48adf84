"""What the linter needs of a web page: its JSON-LD, what its head says, and its visible words and links if asked."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.claimreview.html_text import READ_ALOUD, attributes_of, name_of, next_tag, pieces, plain
from factreport.claimreview.values import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = "script|lin[k\u212a]|meta"
"""The sign for Kelvin is a capital k to `str.lower`."""
_IN_SIGHT = re.compile(f"<(?ai:{_NAMES})")
_SCRIPT_END = re.compile(r"</script(?=[\s/>])", re.IGNORECASE)


class Script(Struct, frozen=True):
    """The text of one script element."""

    text: str
    offset: int
    """Of the text within the page, counted from 0."""


class Link(Struct, frozen=True):
    """A link of a page."""

    address: str
    text: str


class WebPage(Struct, frozen=True, dict=True):
    """What a web page says; its words are kept once somebody has asked for them."""

    scripts: tuple[Script, ...] = ()
    canonical: str = ""
    is_noindex: bool = False
    redirects_to: str = ""
    """Target of a redirect in the head; empty where there is none."""
    source: str = ""

    @property
    def text(self) -> str:
        """Its words as written, with the descriptions of pictures; not those of the head, scripts and styles."""
        return " ".join(_texts(self.source))

    @cached_property
    def words(self) -> Words:
        """Its words as they compare."""
        return Words(_texts(self.source))

    def links(self) -> Iterator[Link]:
        """Give its links in order."""
        return _links(self.source)


class _Gathered(Struct):
    scripts: list[Script] = field(default_factory=list)
    canonical: str = ""
    is_noindex: bool = False
    redirects_to: str = ""


def scan(source: str) -> WebPage:
    """Give what a page says; never fails, and takes time in proportion to its length."""
    gathered = _Gathered()
    at, tags = 0, next_tag(_NAMES)
    # Behind the last tag that could say something, nothing is looked at.
    while _IN_SIGHT.search(source, at):
        match = tags.match(source, at)
        if match is None or match[1] is None:
            break
        at = _pass(gathered, source, match[1].lower(), match)
    return WebPage(
        scripts=tuple(gathered.scripts),
        canonical=gathered.canonical,
        is_noindex=gathered.is_noindex,
        redirects_to=gathered.redirects_to,
        source=source,
    )


def _pass(gathered: _Gathered, source: str, name: str, match: re.Match[str]) -> int:
    """Take in one tag, with the content of a script, and give where to go on."""
    attributes = attributes_of(match[2]) if _may_tell(match[2].lower()) else {}
    if name == "script":
        return _pass_script(gathered, source, attributes, match.end())
    if name == "meta":
        _read_meta(gathered, attributes)
    elif "canonical" in attributes.get("rel", "").lower().split():
        gathered.canonical = gathered.canonical or attributes.get("href", "").strip()
    return match.end()


def _may_tell(tag: str) -> bool:
    """Tell whether a tag in lower case may say anything that is asked for; most do not."""
    return "ld+json" in tag or "canonical" in tag or "bot" in tag or "refresh" in tag or "&" in tag


def _pass_script(gathered: _Gathered, source: str, attributes: dict[str, str], start: int) -> int:
    end = _SCRIPT_END.search(source, start)
    stop = end.start() if end else len(source)
    if attributes.get("type", "").split(";")[0].strip().lower() == "application/ld+json":
        gathered.scripts.append(Script(source[start:stop], start))
    after = source.find(">", end.end()) + 1 if end else 0
    return after or len(source)


def _read_meta(gathered: _Gathered, attributes: dict[str, str]) -> None:
    content = attributes.get("content", "")
    if attributes.get("name", "").lower() in {"robots", "googlebot", "bingbot"}:
        gathered.is_noindex |= bool({"noindex", "none"} & set(re.split(r"[\s,]+", content.lower())))
    if attributes.get("http-equiv", "").lower() == "refresh":
        target = re.search(r"url\s*=\s*['\"]?([^'\"]+)", content, re.IGNORECASE)
        gathered.redirects_to = target[1].strip() if target else ""


def _texts(source: str) -> Iterator[str]:
    """Give the texts of a page in order."""
    for match in pieces().finditer(source):
        text, tag = match.groups()
        if text and not text.isspace():
            yield plain(text)
        if tag:
            yield from _read_aloud(attributes_of(tag, name_of(tag)[1]))


def _read_aloud(attributes: dict[str, str]) -> list[str]:
    return [attributes[key] for key in READ_ALOUD if attributes.get(key)]


def _links(source: str) -> Iterator[Link]:
    """Give the links of a page; one that nothing closes goes on to the next, and the last is none."""
    address: str | None = None
    said: list[str] = []
    for match in pieces("a").finditer(source):
        text, tag = match.groups()
        if text and not text.isspace():
            said.append(plain(text))
        name, start = name_of(tag)
        if tag.startswith("</"):
            if address is not None:
                yield Link(address.strip(), " ".join(said))
            address = None
        elif tag:
            attributes = attributes_of(tag, start)
            said += _read_aloud(attributes)
            if name == "a":
                if address is not None:
                    yield Link(address.strip(), " ".join(said))
                address, said = attributes.get("href"), []
