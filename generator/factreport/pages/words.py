"""The interface's words for the values of the model: what readers see in place of a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.comparison import Size
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.model.claim import Cause, Part
from factreport.model.source import Knows, Read, SourceKind
from factreport.rules.finding import State

if TYPE_CHECKING:
    from factreport.report.cards import Difference, Result
    from factreport.rules.finding import Finding


def kind_words(kind: SourceKind) -> str:
    """Give what sort of item a source is."""
    return {
        SourceKind.NEWS: _("News report"),
        SourceKind.AGENCY: _("News agency"),
        SourceKind.AGGREGATOR: _("Aggregator"),
        SourceKind.BROADCAST: _("Broadcast"),
        SourceKind.OFFICIAL: _("Official publication"),
        SourceKind.FILING: _("Filing"),
        SourceKind.COMPANY: _("Company statement"),
        SourceKind.RESEARCH: _("Research"),
        SourceKind.ADVOCACY: _("Interest group"),
        SourceKind.POST: _("Post"),
    }[kind]


def knows_words(knows: Knows) -> str:
    """Give how a source knows what it says."""
    return {
        Knows.OWN: _("Reports on its own account"),
        Knows.OFFICIAL: _("Speaks officially"),
        Knows.RE_REPORT: _("Repeats what others reported"),
        Knows.UNKNOWN: _("How it knows is not known"),
    }[knows]


def read_words(read: Read) -> str:
    """Give how much of a source we read."""
    return {
        Read.WHOLE: _("We read it whole"),
        Read.PART: _("We read a part of it"),
        Read.THROUGH_OTHERS: _("We did not see it; we know it through others"),
    }[read]


def part_words(part: Part) -> str:
    """Give the part of a source in which something stands."""
    return {
        Part.HEADLINE: _("headline"),
        Part.SUBHEADING: _("subheading"),
        Part.SUMMARY: _("summary"),
        Part.CAPTION: _("caption"),
        Part.BODY: _("body"),
        Part.ADDRESS: _("address"),
    }[part]


def cause_words(cause: Cause) -> str:
    """Give why two statements differ."""
    return {
        Cause.ROUNDING: _("rounding"),
        Cause.RATE_DAY: _("exchange rate of another day"),
        Cause.CURRENCY: _("another currency"),
        Cause.DROPPED_WORD: _("a limiting word was dropped"),
        Cause.ADDED_WORD: _("a limiting word was added"),
        Cause.SCOPE: _("they count different things"),
        Cause.PERIOD: _("they cover different periods"),
        Cause.DEFINITION: _("they define it differently"),
        Cause.OUTLETS_ARITHMETIC: _("the outlet's own arithmetic"),
        Cause.REWORDING: _("rewording"),
        Cause.ATTRIBUTION: _("it is credited to somebody else"),
        Cause.TRANSCRIPTION_ERROR: _("a copying error"),
        Cause.UNIT_ERROR: _("a wrong unit or scale"),
        Cause.LATER_INFORMATION: _("later information"),
        Cause.UNKNOWN: _("not known"),
    }[cause]


def size_words(size: Size | None) -> str:
    """Give how far statements are apart, for the glyph of four bars."""
    if size is None:
        return ""
    return {
        Size.AGREE: _("They agree"),
        Size.MEET: _("Their ranges meet"),
        Size.SMALL: _("Small gap"),
        Size.MATERIAL: _("Clear gap"),
        Size.SEVERE: _("Wide gap"),
    }[size]


def state_words(finding: Finding | Difference | Result) -> str:
    """Give whether a difference has a reason; empty where there is nothing to explain."""
    if finding.state is State.SETTLED:
        return ""
    return _("Not explained yet") if finding.state is State.OPEN else _("Likely reason")


def count_words(one: str, many: str, number: int) -> str:
    """Give a count with its noun, both forms with `{n}`."""
    return ngettext(one, many, number).format(n=number)
