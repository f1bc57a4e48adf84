"""Sources: published items, what they credit, and how much of each was read."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from factreport.model.claim import Acceptance
from factreport.model.days import Days
from factreport.model.kept_record import KeptRecord
from factreport.model.news import NewsItem
from factreport.model.place import Written

if TYPE_CHECKING:
    from factreport.model.place import Key, Place


class SourceKind(StrEnum):
    """What sort of item a source is."""

    NEWS = "news"
    AGENCY = "agency"
    AGGREGATOR = "aggregator"
    """Carries or rewords what others publish."""
    BROADCAST = "broadcast"
    OFFICIAL = "official"
    FILING = "filing"
    COMPANY = "company"
    RESEARCH = "research"
    ADVOCACY = "advocacy"
    POST = "post"


class Knows(StrEnum):
    """How a source knows what it says."""

    OWN = "own"
    OFFICIAL = "official"
    RE_REPORT = "re-report"
    UNKNOWN = "unknown"


class Read(StrEnum):
    """How much of a source was read."""

    WHOLE = "whole"
    PART = "part"
    THROUGH_OTHERS = "through-others"


class SourceCorrection(KeptRecord, frozen=True):
    """A correction that the source itself published."""

    days: Days
    note: str


class Source(KeptRecord, frozen=True):
    """One published item: an article, a filing, a post, a page."""

    slug: str
    written: Written
    publisher: str
    kind: SourceKind
    knows: Knows
    read: Read
    published: Days
    short_name: str = ""
    """How readers tell it from other items of its publisher; empty where the publisher's name is enough."""
    title: str = ""
    """Exact title; empty where none was seen."""
    address_suggests: str = ""
    """Title that the address suggests, where none was seen."""
    url: str = ""
    """Empty where the address is not known."""
    link: bool = True
    """False for scraped copies: named, not linked."""
    archived: str = ""
    """Address of a public archive's copy."""
    dated_by: str = ""
    """What the dates rest on, where the item shows none."""
    author: str = ""
    country: str = ""
    """ISO 3166 code, where known."""
    language: str = "en"
    """BCP 47 code of the language it is written in."""
    usual_currency: str = ""
    """ISO 4217 code of the currency it converts to."""
    usual_rounding: str = ""
    credits: tuple[str, ...] = ()
    """Slugs of the sources that it credits: declared."""
    credits_people: str = ""
    """People, named or not, that it credits."""
    probably_used: tuple[str, ...] = ()
    """Slugs of sources that we think it used without saying: inferred, the reasons are in the body."""
    read_note: str = ""
    """What was read, where that needs a word."""
    snapshot: str | None = None
    """SHA-256 of the captured text in hexadecimal; None: no copy held."""
    captured: Days | None = None
    """When the snapshot was taken; None: not known."""
    snapshot_published: bool = False
    """Whether its licence lets us publish the snapshot."""
    corrections: tuple[SourceCorrection, ...] = ()
    headlines: tuple[NewsItem, ...] = ()
    """Headlines that stood beside it when it was captured."""
    accepted: tuple[Acceptance, ...] = ()
    body: str = ""
    body_line: int = 1

    @property
    def name(self) -> str:
        """How it is called on pages."""
        return self.short_name or self.publisher

    @property
    def heading(self) -> str:
        """The title; where none was seen, what the address suggests; else the publisher."""
        return self.title or self.address_suggests or self.publisher

    def place(self, *keys: Key) -> Place:
        """Give the place in the source's file of the value at `keys`."""
        return self.written.at(*keys)
