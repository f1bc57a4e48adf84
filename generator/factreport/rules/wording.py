"""Two sources use different words, and an editor has judged whether they mean the same.

Words are compared without regard to case. Whether "inaccurate" says what "incorrect" says is no matter of arithmetic:
the editor's judgement stands beside both wordings. Without one, the finding stays open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.language import mark
from factreport.model.value import Meaning, Wording
from factreport.rules.catalogue import Rule
from factreport.rules.pairs import finding, of_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import FigureCase
    from factreport.rules.finding import Finding


def find(case: FigureCase) -> Iterator[Finding]:
    """Give the pairs whose words differ."""
    for pair in of_values(case, Wording):
        first, second = pair.reference.value, pair.other.value
        if not isinstance(first, Wording) or not isinstance(second, Wording) or _alike(first, second):
            continue
        yield finding(
            pair,
            RULE.name,
            word=_("Other words, same meaning") if second.meaning is Meaning.SAME else RULE.title,
            sentence=_sentence(second.meaning),
            differs=second.meaning is not Meaning.SAME,
        )


def _alike(first: Wording, second: Wording) -> bool:
    return _plain(first.words) == _plain(second.words)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(".,;:!?“”\"'")


def _sentence(meaning: Meaning | None) -> str:
    if meaning is Meaning.SAME:
        return _("{said_a} against {said_b}; the meaning is the same.")
    if meaning is Meaning.OTHER:
        return _("{said_a} against {said_b}; the meaning is different.")
    return _("{said_a} against {said_b}; whether they mean the same is not judged yet.")


RULE = Rule("wording", 42, mark("Different words"), find)
