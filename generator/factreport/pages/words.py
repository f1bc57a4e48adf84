"""The interface's words for the values of the model: what readers see in place of a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.comparison import Size
from factreport.language import gettext as _
from factreport.language import mark, ngettext
from factreport.model.claim import Cause, SourcePart
from factreport.model.source import Knows, Read, SourceKind
from factreport.rules.finding import FindingState

if TYPE_CHECKING:
    from factreport.report.cards import Difference, Result
    from factreport.rules.finding import Finding

KINDS = {
    SourceKind.NEWS: mark("News report"),
    SourceKind.AGENCY: mark("News agency"),
    SourceKind.AGGREGATOR: mark("Aggregator"),
    SourceKind.BROADCAST: mark("Broadcast"),
    SourceKind.OFFICIAL: mark("Official publication"),
    SourceKind.FILING: mark("Filing"),
    SourceKind.COMPANY: mark("Company statement"),
    SourceKind.RESEARCH: mark("Research"),
    SourceKind.ADVOCACY: mark("Interest group"),
    SourceKind.POST: mark("Post"),
}
KNOWS = {
    Knows.OWN: mark("Reports on its own account"),
    Knows.OFFICIAL: mark("Speaks officially"),
    Knows.RE_REPORT: mark("Repeats what others reported"),
    Knows.UNKNOWN: mark("How it knows is not known"),
}
READS = {
    Read.WHOLE: mark("We read it whole"),
    Read.PART: mark("We read a part of it"),
    Read.THROUGH_OTHERS: mark("We did not see it; we know it through others"),
}
PARTS = {
    SourcePart.HEADLINE: mark("headline"),
    SourcePart.SUBHEADING: mark("subheading"),
    SourcePart.SUMMARY: mark("summary"),
    SourcePart.CAPTION: mark("caption"),
    SourcePart.BODY: mark("text"),
    SourcePart.ADDRESS: mark("address"),
}
CAUSES = {
    Cause.ROUNDING: mark("rounding"),
    Cause.RATE_DAY: mark("exchange rate of another day"),
    Cause.CURRENCY: mark("another currency"),
    Cause.DROPPED_WORD: mark("a limiting word was dropped"),
    Cause.ADDED_WORD: mark("a limiting word was added"),
    Cause.SCOPE: mark("they count different things"),
    Cause.PERIOD: mark("they cover different periods"),
    Cause.DEFINITION: mark("they define it differently"),
    Cause.OUTLETS_ARITHMETIC: mark("the outlet's own arithmetic"),
    Cause.REWORDING: mark("rewording"),
    Cause.ATTRIBUTION: mark("it is credited to somebody else"),
    Cause.TRANSCRIPTION_ERROR: mark("a copying error"),
    Cause.UNIT_ERROR: mark("a wrong unit or scale"),
    Cause.LATER_INFORMATION: mark("later information"),
    Cause.UNKNOWN: mark("not known"),
}
SIZES = {
    Size.AGREE: mark("They agree"),
    Size.MEET: mark("Their ranges meet"),
    Size.SMALL: mark("Small gap"),
    Size.MATERIAL: mark("Clear gap"),
    Size.SEVERE: mark("Wide gap"),
}


def kind_words(kind: SourceKind) -> str:
    """Give what sort of item a source is."""
    return _(KINDS[kind])


def knows_words(knows: Knows) -> str:
    """Give how a source knows what it says."""
    return _(KNOWS[knows])


def read_words(read: Read) -> str:
    """Give how much of a source we read."""
    return _(READS[read])


def part_words(part: SourcePart) -> str:
    """Give the part of a source in which something stands."""
    return _(PARTS[part])


def cause_words(cause: Cause) -> str:
    """Give why two statements differ."""
    return _(CAUSES[cause])


def size_words(size: Size | None) -> str:
    """Give how far statements are apart, for the glyph of four bars."""
    if size is None:
        return ""
    return _(SIZES[size])


def state_words(finding: Finding | Difference | Result) -> str:
    """Give whether a difference has a reason; empty where there is nothing to explain."""
    if finding.state is FindingState.SETTLED:
        return ""
    return _("Not explained yet") if finding.state is FindingState.OPEN else _("Likely reason")


def count_words(one: str, many: str, number: int) -> str:
    """Give a count with its noun, both forms with `{n}`."""
    return ngettext(one, many, number).format(n=number)
