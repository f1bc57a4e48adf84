"""Links to a place on a page: `[words](#how-it-came-about)` and, in prose, `[words](method.md#rounding)`.

Where it cannot be said for certain which places a page has, no link to it is told.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import gettext as _
from factreport.reading import problem_kinds as kinds
from factreport.reading.body import without_code
from factreport.reading.dead_links import addresses
from factreport.reading.record import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from factreport.model.problem import Problem
    from factreport.reading.body import Body

OF_TEMPLATES = frozenset({
    "checking", "citations", "claim", "content", "differences", "feeds", "find", "history", "in-short", "judgement",
    "licence", "newest", "news", "origins", "reasoning", "report", "rules", "scale", "scale-reporting", "sizes",
    "causes", "background", "claims", "contents", "copies", "corrections", "disputed", "fared", "headlines", "log",
    "matrix", "note", "sources", "statements", "stories", "timeline", "check", "fingerprint",
})  # fmt: skip
"""What the templates have on some page, with or without `-title` behind it."""
_GENERATED = re.compile(r"(?:cite|pop|diff|rule|scale|reporting|facets)-.+|fn(?:ref)?\d+(?::\d+)?")
"""Ids made of names: which there are is known only when the page is made."""
_HEADING = re.compile(
    # Below the mark of a list or of a quotation as well; at last, words with a line of = or - below them.
    r"^[ \t>*+\-0-9.)]*+#{1,6}[ \t]++(?P<words>.*)$|^[ \t>]*+(?P<above>\S.*)\n[ \t>]*+(?:=+|-+)[ \t]*$",
    re.MULTILINE,
)
_FENCED = re.compile(r"^ {0,3}(```+|~~~+).*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_NO_WORDS = re.compile(
    r"!\[(?:(?!!\[)[^\]])*+\]\((?:(?!\]\()[^)])*+\)|\[[@^](?:(?!\[[@^])[^\]])*+\]|\]\((?:(?!\]\()[^)])*+\)|\]\[[^\]]*\]"
)
"""Pictures, markers, notes and the addresses of links, which leave nothing in an id; none ends behind a next one."""
_UNCERTAIN = re.compile(r"[\\&<]|(?<!\w)_|_(?!\w)")
"""What may or may not be shown as it is written."""


def identity_of(text: str) -> str:
    """Give an id made from words: lower case, accents off, hyphens between ("Why “by 2025”?" gives "why-by-2025")."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return "-".join(re.findall(r"\w+", folded)) or "section"


@lru_cache(maxsize=4)
def places_in(text: str) -> frozenset[str] | None:
    """Give the ids of the headings of a text; None where they are not certain."""
    found: dict[str, int] = {}
    for heading in _HEADING.finditer(_FENCED.sub("", text)):
        words = _without_closing(heading["words"]) if heading["above"] is None else heading["above"].rstrip(" \t")
        if _UNCERTAIN.search(_NO_WORDS.sub("", words)):
            return None
        identity = identity_of(_NO_WORDS.sub("", words))
        found[identity] = found.get(identity, 0) + 1
    again = (f"{identity}-{number}" for identity, count in found.items() for number in range(2, count + 1))
    return frozenset((*found, *again))


def _without_closing(words: str) -> str:
    """Give the words of a heading without the marks that may close it."""
    words = words.rstrip(" \t")
    open_words = words.rstrip("#")
    return open_words.rstrip(" \t") if open_words.endswith((" ", "\t")) else words


class Around(Struct, frozen=True):
    """What a page has around the text that an editor writes."""

    prefix: str = ""
    """Ids of the text's headings begin with it on the page, and may be written with it."""
    figures: Collection[str] | None = ()
    """Keys of the claim's figures and relations; None: not known."""


def check_anchors(body: Body, around: Around, text_of: Callable[[str], str | None] | None = None) -> list[Problem]:
    """Give a problem for each link to a place that is not there.

    `text_of` gives the text behind a link to another page of prose; None if there is none.
    """
    return list(_anchors(body, around, text_of)) if "#" in body.text and "]" in body.text else []


def _anchors(body: Body, around: Around, text_of: Callable[[str], str | None] | None) -> Iterator[Problem]:
    for link in addresses(without_code(body.text)):
        document, _mark, place = link.address.partition("#")
        if not place or ":" in document or document.startswith("/"):
            continue
        text = body.text if not document else text_of(document) if text_of else None
        places = places_in(text) if text is not None else None
        if places is None or _is_there(place, places, around):
            continue
        message = _("The link leads to the place “#{place}”, and {page} has no heading of that name.")
        page = _("“{document}”").format(document=document) if document else _("this text")
        hint = did_you_mean(place, places, _no_heading_like_it(places))
        if place.startswith("fig-"):
            message, hint = _no_figure(place, around)
        yield kinds.DEAD_ANCHOR.at(body.place(link.start), message.format(place=place, page=page), hint)


def _no_figure(place: str, around: Around) -> tuple[str, str]:
    message = _("The link leads to the place “#{place}”, and this claim has no such figure.")
    names = [f"fig-{key}" for key in around.figures or ()]
    otherwise = _("Write: {example}").format(example=" / ".join(f"#{name}" for name in names)) if names else ""
    return message, did_you_mean(place, names, otherwise)


def _is_there(place: str, places: Collection[str], around: Around) -> bool:
    if place.startswith("fig-"):
        keys = around.figures
        return keys is None or any(f"{place}-".startswith(f"fig-{key}-") for key in keys)
    return (
        place in places
        or place.removeprefix(around.prefix) in places
        or place.removesuffix("-title") in OF_TEMPLATES
        or bool(_GENERATED.fullmatch(place))
        # With letters beyond ASCII, browsers and editors differ in what they copy.
        or not place.isascii()
        or "%" in place
    )


def _no_heading_like_it(places: Collection[str]) -> str:
    if not places:
        return _("It has no heading at all; a heading is a line that begins with ## and a space.")
    return _("Its headings are: {names}.").format(names=", ".join(f"#{place}" for place in sorted(places)))
