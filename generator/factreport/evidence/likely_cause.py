"""Why a quotation is not found though the source has its words: what editors add to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factreport.evidence.quotation import Match, Reason, find_quotation
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = r"\s\"'\u00ab\u00bb\u2018-\u201f"
# Runs are looked at from their beginning alone: no text takes long, however many blanks it has.
_AROUND = re.compile(rf"^[{_MARKS}]+|(?<![{_MARKS}])[{_MARKS}]++$")
_LEFT_OUT = re.compile(r"(?:(?<!\s)\s++)?(?:\[\s*(?:\.{3}|\u2026)\s*\]|\(\s*(?:\.{3}|\u2026)\s*\)|\.{3,}|\u2026)\s*")
_BRACKETS = re.compile(r"(?:(?<!\s)\s++)?\[[^\[\]]*\]\s*")


def likely_cause(text: str, quotation: str) -> str:
    """Give a hint where the quotation would be found in `text` if it were written otherwise; else an empty text."""
    for written, hint in _otherwise(quotation):
        if written != quotation and _is_found(text, written):
            return hint.format(quotation=written)
    return ""


def _otherwise(quotation: str) -> Iterator[tuple[str, str]]:
    """Give the ways in which it may have been meant, each with the hint to write it so."""
    bare = _AROUND.sub("", quotation)
    yield bare, _("The quotation marks at its ends are taken for the source's. Write it in straight ones, or without.")
    cut = _trimmed(_LEFT_OUT.sub(" \u2026 ", bare))
    yield cut, _("Words left out are written “ … ”, with a space on each side and without brackets: {quotation}")
    hint = _("What stands in brackets is not the source's: leave it out, and explain it in `note`: {quotation}")
    yield _trimmed(_BRACKETS.sub(" ", cut)), hint
    yield _trimmed(_BRACKETS.sub(" \u2026 ", cut)), hint


def _trimmed(quotation: str) -> str:
    return quotation.strip(" \u2026")


def _is_found(text: str, quotation: str) -> bool:
    found = find_quotation(text, quotation)
    return isinstance(found, Match) or found.reason is Reason.SEVERAL
