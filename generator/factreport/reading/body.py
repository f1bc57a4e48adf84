"""Markdown texts: the links and citation markers in them, found without rendering."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import gettext as _
from factreport.model.kept_record import KeptRecord
from factreport.model.nouns import FOLDERS
from factreport.model.place import Place
from factreport.reading import problem_kinds as kinds
from factreport.reading.record import did_you_mean, nearest
from factreport.reading.text_file import place_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from factreport.model.claim import Citation
    from factreport.model.problem import Problem
    from factreport.reading.known import Known

_TICKS = re.compile(r"`+|~~~+")
LINK_END = r">?(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
"""What closes a link behind its address: a title, if it has one, and the bracket."""
# An address ends where another link begins, and so does whatever else has an end: each is then read but once.
_LINK = re.compile(rf"\]\(\s*<?(?P<noun>claim|source|story):(?P<slug>(?:(?!\]\()[^)\s>])*+)(?={LINK_END})")
_DEFINED = re.compile(r"^ {0,3}\[[^\[\]]+\]:\s*<?(?P<noun>claim|source|story):(?P<slug>[^\s>]*)", re.MULTILINE)
_MARKER = re.compile(r"\[@([^\[\]\n]*)\]")
_NOT_A_LINE_END = re.compile(r"[^\n]")
_BETWEEN = re.compile(r"(?<![;,\s])[;,\s]++(?=@)")
_TAG = re.compile(r"<[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--")


class BodyLink(KeptRecord, frozen=True):
    """A link to a record: `[words](claim:slug)`."""

    noun: str
    """`claim`, `source` or `story`."""
    slug: str
    place: Place


class Body(Struct, frozen=True):
    """A Markdown text and where it stands."""

    path: str
    text: str
    first_line: int

    def place(self, index: int) -> Place:
        """Give the place of the code point at `index` of the text."""
        return place_in(self.text, index, self.path, self.first_line)


@lru_cache(maxsize=4)
def links(body: Body) -> tuple[BodyLink, ...]:
    """Give the links to records in the order of the text, code left out."""
    if not any(f"{noun}:" in body.text for noun in FOLDERS):
        return ()
    text = without_code(body.text)
    # Apart, each expression begins with a letter that can be looked for; most texts have no addresses below them.
    defined = _DEFINED.finditer(text) if "]:" in text else ()
    found = sorted((*_LINK.finditer(text), *defined), key=re.Match.start)
    return tuple(BodyLink(one["noun"], one["slug"].split("#", 1)[0], body.place(one.start("noun"))) for one in found)


def check_links(body: Body, known: Known) -> list[Problem]:
    """Give a problem for each link to a record that is not there."""
    found = links(body)
    if not found:
        return []
    there = {
        "claim": (known.claims, kinds.UNKNOWN_CLAIM, _("The link leads to the claim “{slug}”, which is not there.")),
        "source": (
            known.sources,
            kinds.UNKNOWN_SOURCE,
            _("The link leads to the source “{slug}”, which is not there."),
        ),
        "story": (known.stories, kinds.UNKNOWN_STORY, _("The link leads to the story “{slug}”, which is not there.")),
    }
    problems = []
    for link in found:
        names, kind, message = there[link.noun]
        if known.complete and link.slug not in names and not known.lies_elsewhere(FOLDERS[link.noun], link.slug):
            otherwise = _("A link is written [words]({noun}:file-name), without .md.").format(noun=link.noun)
            hint = did_you_mean(link.slug, names, otherwise)
            problems.append(kind.at(link.place, message.format(slug=link.slug), hint))
    return problems


def check_tags(body: Body) -> list[Problem]:
    """Give a problem for each HTML tag."""
    if "<" not in body.text:
        return []
    message = _("The tag {tag} is HTML, which is shown to readers as it stands.")
    hint = _("Use Markdown, or put it in `backticks` where it is meant to be seen.")
    return [
        kinds.RAW_HTML.at(body.place(found.start()), message.format(tag=found[0]), hint)
        for found in _TAG.finditer(without_code(body.text))
    ]


def check_markers(
    body: Body, claim: str, citations: tuple[Citation, ...] | None, sources: Collection[str] = ()
) -> list[Problem]:
    """Give a problem for each marker without a citation; None for `citations`: the text is not that of a claim.

    `sources` are all that there are.
    """
    if "[@" not in body.text:
        return []
    problems = []
    for found in _MARKER.finditer(without_code(body.text)):
        if citations is None:
            explained: tuple[str, str] | None = _no_claim(found[1], sources)
        else:
            explained = _why_no_citation(found[1], claim, citations)
        if explained:
            problems.append(kinds.UNKNOWN_CITATION.at(body.place(found.start()), *explained))
    return problems


def find_citation(marker: str, claim: str, citations: tuple[Citation, ...]) -> Citation | None:
    """Give the citation that `source:figure` or `source` names: the first that fits."""
    source, _colon, figure = marker.partition(":")
    for citation in citations:
        if citation.source == source and (not figure or figure in _figure_names(citation, claim)):
            return citation
    return None


def _figure_names(citation: Citation, claim: str) -> set[str]:
    figures = [statement.figure for statement in citation.statements]
    return {str(figure) for figure in figures} | {figure.figure for figure in figures if figure.claim == claim}


def _no_claim(marker: str, sources: Collection[str]) -> tuple[str, str]:
    message = _("The marker [@{marker}] stands in a text without citations: only claims have them.")
    named = [part.strip("@ ").partition(":")[0] for part in _BETWEEN.split(f"@{marker}")]
    meant = [name if name in sources else nearest(name, sources) for name in named]
    if None in meant:
        return message.format(marker=marker), _("Link to the source: [words](source:file-name).")
    words = _("words")
    example = " ".join(f"[{words}](source:{name})" for name in meant)
    return message.format(marker=marker), _("Link to the source: {example}").format(example=example)


def _why_no_citation(marker: str, claim: str, citations: tuple[Citation, ...]) -> tuple[str, str] | None:
    if find_citation(marker, claim, citations):
        return None
    if len(parts := _BETWEEN.split(f"@{marker}")) > 1:
        message = _("The marker [@{marker}] names several sources, and a marker names one.")
        example = " ".join(f"[{one}]" for one in parts)
        return message.format(marker=marker), _("Write: {example}").format(example=example)
    source, _colon, figure = marker.partition(":")
    sources = {citation.source for citation in citations}
    if source not in sources:
        message = _("The marker [@{marker}] names the source “{source}”, which this claim does not cite.")
        otherwise = _("It cites: {names}.").format(names=", ".join(sorted(sources)) or _("nothing"))
        return message.format(marker=marker, source=source), did_you_mean(source, sources, otherwise)
    message = _("This claim does not cite “{source}” for “{figure}”.").format(source=source, figure=figure)
    figures = {statement.figure for one in citations if one.source == source for statement in one.statements}
    names = sorted(one.figure if one.claim == claim else str(one) for one in figures)
    otherwise = _("It cites it for: {names}.").format(names=", ".join(names) or _("nothing"))
    return message, did_you_mean(figure, names, otherwise)


@lru_cache(maxsize=4)
def without_code(text: str) -> str:
    """Give the text with code replaced by spaces, so that every index stays: fenced blocks and code in backticks."""
    if "`" not in text and "~~~" not in text:
        return text
    pieces, position = [], 0
    for start, end in _code(text):
        pieces += [text[position:start], _NOT_A_LINE_END.sub(" ", text[start:end])]
        position = end
    return "".join((*pieces, text[position:]))


def _code(text: str) -> Iterator[tuple[int, int]]:
    """Give where code begins and ends (not included), with what stands around it."""
    ticks = list(_TICKS.finditer(text))
    closings = _ends_of_next(ticks)
    end = 0
    for number, one in enumerate(ticks):
        if one.start() < end:
            continue
        if len(one[0]) > 2 and (one.start() == 0 or text[one.start() - 1] == "\n"):
            closing = re.compile(rf"^{one[0]}[`~]*[ \t]*$", re.MULTILINE).search(text, one.end())
            end = closing.end() if closing else len(text)
        elif one[0].startswith("`"):
            end = closings[number] or end
        if end > one.start():
            yield one.start(), end


def _ends_of_next(ticks: list[re.Match[str]]) -> list[int | None]:
    """Give for each run where the next one of the same length ends; None where there is none."""
    ends: dict[str, int] = {}
    found: list[int | None] = []
    for one in reversed(ticks):
        found.append(ends.get(one[0]))
        ends[one[0]] = one.end()
    return found[::-1]


def matches(pattern: re.Pattern[str], beginnings: str, text: str) -> Iterator[re.Match[str]]:
    """Give what `pattern.finditer` gives where all that it finds has one of these `beginnings`, and sooner."""
    end = 0
    for found in re.finditer(f"[{re.escape(beginnings)}]", text):
        if found.start() >= end and (match := pattern.match(text, found.start())):
            end = match.end()
            yield match
