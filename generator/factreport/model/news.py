"""Stories and related news: what gathers claims, and headlines that lead elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.model.days import UNKNOWN_DAYS, Days
from factreport.model.kept_record import KeptRecord

if TYPE_CHECKING:
    from factreport.model.claim import Acceptance
    from factreport.model.place import Key, Place, Written


class NewsItem(KeptRecord, frozen=True):
    """A related headline, linked and dated where known; never evidence."""

    title: str
    publisher: str = ""
    url: str = ""
    published: Days = UNKNOWN_DAYS
    dated_by: str = ""
    """Whose date it is, where the item shows none itself."""
    related: bool = True
    """Our judgement whether it bears on the story."""
    subject: str = ""
    """In two or three words, how it is related ("chips", "AI infrastructure")."""
    because: str = ""
    """The reason for the judgement."""
    claims: tuple[str, ...] = ()
    """Slugs of the claims it is shown on; empty: all of the story."""


class Story(Struct, frozen=True):
    """Several claims about one event, with background and related news."""

    slug: str
    written: Written
    title: str
    summary: str
    """One or two sentences for lists and previews."""
    happened: Days = UNKNOWN_DAYS
    topics: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    """Slugs in reading order; claims that name the story and are not listed follow by slug."""
    news: tuple[NewsItem, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    draft: bool = False
    body: str = ""
    body_line: int = 1

    def place(self, *keys: Key) -> Place:
        """Give the place in the story's file of the value at `keys`."""
        return self.written.at(*keys)
