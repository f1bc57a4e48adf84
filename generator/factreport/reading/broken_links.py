"""Links and markers in a text that lack a bracket, or have a wrong one, and so are shown as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.reading import problem_kinds as kinds
from factreport.reading.body import LINK_END, matches, without_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.model.problem import Problem
    from factreport.reading.body import Body
    from factreport.reading.known import Known

_TO_RECORD = r"(?:claim|source|story):[^()\[\]\s>]*+"
_CITED = r"[^\[\]()\s;,]++"
_BROKEN = re.compile(
    # Before the next two: a link without its last bracket, up to where it should stand.
    rf"(?P<words>\[[^\[\]]*)\]\((?P<open>{_TO_RECORD}|https?:(?:(?!\]\()[^)\s>])*+)(?!{LINK_END})(?=[\s>\[]|\Z)"
    rf"|(?P<apart>\[[^\[\]]+)\]\s+\((?P<address>{_TO_RECORD})\)"
    rf"|(?<!\])\((?P<alone>{_TO_RECORD})\)"
    rf"|\(@(?P<round>{_CITED})\)"
    rf"|\[@(?P<cut>{_CITED})(?=[^\[\]\n]*(?:[\[\n]|\Z))"
)


def check_broken(body: Body, known: Known, *, is_claim: bool) -> list[Problem]:
    """Give a problem for each link and marker that is none for want of the right bracket, with what to write."""
    if "[" not in body.text and "(@" not in body.text and "(claim:" not in body.text:
        return []
    return list(_broken(body, known, is_claim=is_claim))


def _broken(body: Body, known: Known, *, is_claim: bool) -> Iterator[Problem]:
    for found in matches(_BROKEN, "[(", without_code(body.text)):
        meant = _meant_link(found, known) or _meant_marker(found, known, is_claim=is_claim)
        if meant:
            written = found[0] if found[0].endswith(")") else _without_stop(found[0])
            message = _("“{words}” is no link here, and is shown to readers as it stands.")
            hint = _("Write: {example}").format(example=meant)
            yield kinds.NOT_A_LINK.at(body.place(found.start()), message.format(words=" ".join(written.split())), hint)


def _meant_link(found: re.Match[str], known: Known) -> str:
    """Give the link to write; empty where it is none, or may well be meant as it stands."""
    words = _("words")
    if found["open"]:
        return f"{' '.join(found['words'].split())}]({_without_stop(found['open'])})"
    if found["apart"]:
        return f"{' '.join(found['apart'].split())}]({found['address']})"
    if found["alone"]:
        noun, _colon, slug = found["alone"].partition(":")
        there = {"claim": known.claims, "source": known.sources, "story": known.stories}[noun]
        return f"[{words}]({found['alone']})" if slug in there else ""
    return ""


def _meant_marker(found: re.Match[str], known: Known, *, is_claim: bool) -> str:
    cited = _without_stop(found["round"] or found["cut"] or "")
    source = cited.partition(":")[0]
    # In round brackets it can be the name of an account elsewhere.
    if not cited or (found["round"] and source not in known.sources):
        return ""
    words = _("words")
    return f"[@{cited}]" if is_claim else f"[{words}](source:{source})"


def _without_stop(written: str) -> str:
    """Give an address or a name without the mark that ends its sentence."""
    return written.rstrip(".,;:!?")
