"""The words for the parts of a source."""

from __future__ import annotations

from factreport.language import gettext as _
from factreport.language import mark
from factreport.model.claim import SourcePart

_PARTS = {
    SourcePart.HEADLINE: mark("Headline"),
    SourcePart.SUBHEADING: mark("Subheading"),
    SourcePart.SUMMARY: mark("Summary"),
    SourcePart.CAPTION: mark("Caption"),
    SourcePart.BODY: mark("Text"),
    SourcePart.ADDRESS: mark("Address"),
}


def part_words(part: SourcePart) -> str:
    """Give the name of a part as readers see it."""
    return _(_PARTS[part])
