"""Links, pictures and brackets in a text that lead nowhere, each with what to write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import gettext as _
from factreport.reading import problem_kinds as kinds
from factreport.reading.body import matches, without_code
from factreport.reading.record import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from factreport.model.problem import Problem
    from factreport.reading.body import Body
    from factreport.reading.known import Known

_ADDRESS = re.compile(r"\]\(\s*<?([^)\s>]*)")
# `[label]: address`, with a title or nothing behind it.
_DEFINED = re.compile(
    r"^ {0,3}\[(?P<label>[^\]\[@^][^\]\[]*)\]:[ \t]*\n?[ \t]*<?(?P<address>[^\s>]+)>?(?=[ \t]*(?:$|[\"'(]))",
    re.MULTILINE,
)
# A scheme ends with a colon (RFC 3986, section 3.1).
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SCHEMES = ("claim", "source", "story", "https", "http", "mailto")
_FROM_ROOT = re.compile(r"/(claim|source|storie)s/([^/#]+)")
_LABEL = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:", re.MULTILINE)
# What is shown as it stands: [[page]], [source:figure], [words][label] and [^label].
_BRACKETS = re.compile(
    r"\[\[(?P<wiki>[^\[\]\n]+)\]\]|(?<!\])\[(?P<cited>[a-z0-9-]+:[a-z0-9.-]+)\](?![(\[:])"
    r"|(?<![\w\]])\[[^\[\]\n]+\]\[(?![0-9]+\])(?P<label>[^\[\]\n]+)\]|\[(?P<note>\^[^\[\]\s]+)\](?!:)"
)
_BRACKET = re.compile(r"[\[\]]")
# `![words][label]` and `![label]`.
_PICTURE_BY_LABEL = re.compile(r"!\[(?P<alone>[^\[\]]*)\](?:\[(?P<of>[^\[\]]+)\]|(?![(\[]))")
_COLONS = ", ".join(f"{scheme}:" for scheme in _SCHEMES)


class Address(Struct, frozen=True):
    """Where a link or a picture leads, as it is written."""

    address: str
    start: int
    """Code point of the text at which it begins."""
    is_picture: bool


def check_documents(body: Body, document_exists: Callable[[str], bool], *, is_record: bool = False) -> list[Problem]:
    """Give a problem for each link and picture that leads nowhere, whichever files there are, or to a file not there.

    Links to records by name are not looked at.
    """
    problems: list[Problem] = []
    for link in addresses(without_code(body.text)):
        if link.is_picture:
            explained = _why_no_picture(link.address, document_exists, is_record=is_record)
        else:
            explained = _why_no_document(link.address, document_exists)
        if explained:
            problems.append(kinds.DEAD_LINK.at(body.place(link.start), *explained))
    return problems


def addresses(text: str) -> Iterator[Address]:
    """Give the address of each link and picture in a text without code, then those that stand below it by a label."""
    has_pictures = "![" in text
    pictures = _ends_of_pictures(text) if has_pictures else ()
    for found in _ADDRESS.finditer(text):
        yield Address(found[1], found.start(1), found.start() in pictures)
    if "]:" in text:
        labels = _labels_of_pictures(text) if has_pictures else ()
        for defined in _DEFINED.finditer(text):
            yield Address(defined["address"], defined.start("address"), defined["label"].casefold() in labels)


def _labels_of_pictures(text: str) -> frozenset[str]:
    """Give the labels by which pictures are shown whose addresses stand below the text, without regard to case."""
    return frozenset((found["of"] or found["alone"]).casefold() for found in _PICTURE_BY_LABEL.finditer(text))


def _ends_of_pictures(text: str) -> frozenset[int]:
    """Give where brackets close that were opened by an exclamation mark and a bracket."""
    opened: list[int] = []
    ends: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif opened and text[max(opened.pop() - 1, 0)] == "!":
            ends.append(found.start())
    return frozenset(ends)


def _why_no_document(address: str, document_exists: Callable[[str], bool]) -> tuple[str, str] | None:
    if not address:
        return _("The link leads nowhere: its brackets are empty."), _("Write the address in them, without spaces.")
    if scheme := _SCHEME.match(address):
        if scheme[1].lower() in _SCHEMES:
            return None
        message = _("The link begins with “{scheme}:”, with which no link here can begin.").format(scheme=scheme[1])
        return message, did_you_mean(scheme[1], _SCHEMES, _("It can begin with: {names}.").format(names=_COLONS))
    if address.startswith("//"):
        message = _("The link “{address}” does not say how to get there: https: is missing at its beginning.")
        return message.format(address=address), _("Write: {example}").format(example=f"https:{address}")
    return _why_not_below(address) or _why_not_there(address, document_exists)


def _why_not_below(address: str) -> tuple[str, str] | None:
    """Explain an address that leads within the site where it was not meant to."""
    if named := _FROM_ROOT.match(address):
        message = _("The link leads to “{address}” from the top of the server, where the site may not be.")
        noun = named[1].replace("storie", "story")
        hint = _("Write: {example}").format(example=f"[words]({noun}:{named[2]})")
        return message.format(address=address), hint
    if address.startswith("www."):
        message = _("The link leads to “{address}” within this site: https:// is missing at its beginning.")
        return message.format(address=address), _("Write: {example}").format(example=f"https://{address}")
    return None


def _why_not_there(address: str, document_exists: Callable[[str], bool]) -> tuple[str, str] | None:
    if address.startswith(("/", "#")) or document_exists(address):
        return None
    message = _("The link leads to “{address}”, which is not there.").format(address=address)
    return message, _("Claims, sources and stories are linked by name: [words](claim:file-name), without .md.")


def _why_no_picture(address: str, document_exists: Callable[[str], bool], *, is_record: bool) -> tuple[str, str] | None:
    beside_page = _("Put the picture into the folder of the pages, and write its name there: {example}")
    if _SCHEME.match(address) or address.startswith("//"):
        message = _("The picture “{address}” is on another site, and this one shows nothing from elsewhere.")
        return message.format(address=address), _("Link to it, without the exclamation mark, or keep it in this site.")
    if is_record:
        if address.startswith(("../../", "/")):
            return None
        hint = beside_page.format(example=f"![words](../../{address.lstrip('./') or 'picture.png'})")
    elif document_exists(address):
        return None
    else:
        hint = _("Check its name, with its ending; it is looked for from the folder of this file.")
    return _("The picture “{address}” is not there.").format(address=address), hint


def check_brackets(body: Body, known: Known, *, is_claim: bool) -> list[Problem]:
    """Give a problem for each text in brackets that was meant as a link or a marker, and is shown as it stands."""
    problems: list[Problem] = []
    if "[" not in body.text:
        return problems
    text = without_code(body.text)
    defined = frozenset(found[1].casefold() for found in _LABEL.finditer(text)) if "]:" in text else frozenset()
    for found in matches(_BRACKETS, "[", text):
        hint = _meant_by(found, defined, known, is_claim=is_claim)
        if hint:
            message = _("“{words}” is no link here, and is shown to readers as it stands.").format(words=found[0])
            problems.append(kinds.NOT_A_LINK.at(body.place(found.start()), message, hint))
    return problems


def _meant_by(found: re.Match[str], defined: Collection[str], known: Known, *, is_claim: bool) -> str:
    """Give what to write; empty where the brackets may well be meant. `defined` are the labels below the text."""
    if cited := found["cited"]:
        source = cited.partition(":")[0]
        words = _("words")
        example = f"[@{cited}]" if is_claim else f"[{words}](source:{source})"
        return _("Write: {example}").format(example=example) if source in known.sources else ""
    if wiki := found["wiki"]:
        name, _bar, words = wiki.partition("|")
        there = {"claim": known.claims, "source": known.sources, "story": known.stories}
        noun = next((noun for noun, names in there.items() if name.strip() in names), "claim")
        words = words.strip() or _("words")
        example = f"[{words}]({noun}:{name.strip()})"
        return _("Write: {example}").format(example=example)
    label = found["label"] or found["note"]
    if label.casefold() in defined:
        return ""
    if found["note"]:
        return _("Write the note below, on a line that begins with {example}").format(example=f"[{label}]:")
    return _("Write the address in round brackets: {example}").format(example=_("[words](https://…)"))
