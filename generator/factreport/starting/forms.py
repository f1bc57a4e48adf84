"""The forms of claims, sources and stories: what each needs, and what most have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.model.source import Knows, Read, SourceKind
from factreport.starting.form import Blank, form

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

FIGURE = "amount"
"""The name that a claim's first figure has until somebody finds a better one."""


def claim(today: date, verdicts: Iterable[str]) -> str:
    """Give the form of a claim that is checked `today`; `verdicts` are the keys of the scale."""
    return form(
        (
            Blank("claim", _("The claim in one sentence that can be checked.")),
            Blank("claimant", _("Who says so: a person, an office, an outlet.")),
            Blank("claimed", _days(_("When they said it:"))),
            Blank("checked", _("The day on which you checked it."), today.isoformat()),
            Blank("story", _("The name of the story it belongs to, a file in stories/ without .md; may stay empty.")),
            Blank("verdict", _("Your judgement, of the scale: {names}.").format(names=_listed(verdicts))),
            Blank("answer", _("The conclusion and the number to use, in at most 30 words.")),
            Blank(
                "figures", _("What the sources print: a name for use in this file, and what is counted, where, when.")
            ),
            Blank(FIGURE, before="  "),
            Blank("citations", _("What each source says. Another source: the same lines again below these.")),
            Blank("source", _("The name of its file in sources/, without .md."), before="  - "),
            Blank("figure", value=FIGURE, before="    "),
            Blank("quote", _("Its words, copied, with the number in them; at most 25."), '""', before="    "),
        ),
        _("Below the next line stands your reasoning, in Markdown. [@source:figure] cites a source."),
    )


def source(digest: str = "") -> str:
    """Give the form of a source; `digest` is the SHA-256 of its captured text, empty where none is held."""
    return form(
        (
            Blank("publisher", _("Who published it, as readers know them.")),
            Blank("title", _("Its exact title; may stay empty.")),
            Blank("url", _("Its address, copied from the browser; may stay empty.")),
            Blank("published", _days(_("When it was published:"))),
            Blank("kind", _("What it is: {names}.").format(names=_listed(SourceKind))),
            Blank("knows", _("On whose word it says so, its own or another's: {names}.").format(names=_listed(Knows))),
            Blank("credits", _("The sources that it names for it, files in sources/ without .md: [reuters]."), "[]"),
            Blank("read", _("How much of it you read: {names}.").format(names=_listed(Read))),
            Blank("snapshot", _("The fingerprint of its captured text, or none."), _snapshot(digest)),
        ),
        _("Below the next line stands what readers should know of it, in Markdown; may stay empty."),
    )


def story() -> str:
    """Give the form of a story."""
    return form(
        (
            Blank("title", _("What happened, in a few words.")),
            Blank("summary", _("What is in dispute, in one or two sentences.")),
            Blank("happened", _days(_("When; may stay empty:"))),
        ),
        _("Below the next line stands the background, in Markdown. A claim joins with `story:` in its own file."),
    )


def _days(says: str) -> str:
    return _("{when} 2026-01-30, 2026-01, 2026, on or after 2026-01-30, unknown.").format(when=says)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(str, names))


def _snapshot(digest: str) -> str:
    return f"sha256:{digest}" if digest else "none"
