"""Wordings side by side: the words that differ from those of the source compared with are marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from factreport.model.value import Wording
from factreport.pages.filling import fill

if TYPE_CHECKING:
    from factreport.report.records import FigureReport, Row

MARKED = Markup("{before}<mark>{words}</mark>")
MOST_WORDS = 300
"""Of either wording; longer ones are shown without marks."""
WORD = re.compile(r"\w+(?:['\u2019]\w+)*|[^\w\s]")


def printed_markup(row: Row, figure: FigureReport) -> Markup:
    """Give what a row prints; of a wording, with the words marked that the reference does not have in that place."""
    reference = next((one for one in figure.rows if one.is_reference), None)
    if reference is None or reference is row:
        return escape(row.printed)
    if not (isinstance(row.statement.value, Wording) and isinstance(reference.statement.value, Wording)):
        return escape(row.printed)
    return mark_changes(row.printed, reference.printed)


def mark_changes(words: str, reference: str) -> Markup:
    """Mark in `words` what is not in `reference`; case does not count.

    Words without any in common stay unmarked, and so do very many.
    """
    # Few figures are wordings.
    from difflib import SequenceMatcher  # noqa: PLC0415

    mine, theirs = list(WORD.finditer(words)), [one[0].casefold() for one in WORD.finditer(reference)]
    if len(mine) > MOST_WORDS or len(theirs) > MOST_WORDS:
        return escape(words)
    matcher = SequenceMatcher(None, theirs, [one[0].casefold() for one in mine], autojunk=False)
    if not any(block.size for block in matcher.get_matching_blocks()):
        return escape(words)
    text, at = Markup(""), 0
    for kind, _i1, _i2, first, after in matcher.get_opcodes():
        if kind == "equal" or first == after:
            continue
        start, end = mine[first].start(), mine[after - 1].end()
        text += fill(MARKED, before=words[at:start], words=words[start:end])
        at = end
    return text + words[at:]
