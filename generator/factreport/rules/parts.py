"""The words for the parts of a source."""

from __future__ import annotations

from factreport.language import gettext as _
from factreport.language import mark
from factreport.model.claim import Part

_PARTS = {
    Part.HEADLINE: mark("Headline"),
    Part.SUBHEADING: mark("Subheading"),
    Part.SUMMARY: mark("Summary"),
    Part.CAPTION: mark("Caption"),
    Part.BODY: mark("Text"),
    Part.ADDRESS: mark("Address"),
}


def part_words(part: Part) -> str:
    """Give the name of a part as readers see it."""
    return _(_PARTS[part])
