"""The list of everything from A to Z: pages for each letter."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import gettext as _
from factreport.pages import links
from factreport.pages.dates import days_words
from factreport.pages.listing import ListPart, parts
from factreport.pages.page import Crumb, PageType, Plan, View
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel import Locale

    from factreport.model.source import Source
    from factreport.pages.site import Site

PER_PAGE = 200
"""Entries on one page: a line each."""


class Entry(Struct, frozen=True):
    """A page in the list."""

    text: str
    address: str
    kind: str
    """What it is, in a word."""
    title: str = ""
    """Of a source, after its name; empty where none was seen and for all else."""
    language: str = ""
    """BCP 47 code of the title's language."""

    @property
    def in_order(self) -> tuple[str, str]:
        """What the list is sorted by."""
        return _folded(f"{self.text}: {self.title}" if self.title else self.text), self.address


class Letter(Struct, frozen=True):
    """The entries that begin with one letter."""

    letter: str
    """Upper case; "#" for digits and all else."""
    entries: tuple[Entry, ...]

    @property
    def address(self) -> str:
        """Address of its first page."""
        return f"search/{'0-9' if self.letter == '#' else self.letter.lower()}/"


class LetterPage(Struct, frozen=True):
    """One part of the entries of a letter."""

    letter: Letter
    part: ListPart[Entry]


def plans(site: Site) -> Iterator[Plan]:
    """Give the pages of each letter that has entries; search engines are told of the first only."""
    for letter in site.letters:
        for part in parts(letter.address, letter.entries, PER_PAGE):
            yield Plan(part.address, LetterPage(letter, part), listed=part.number == 1)


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of a letter shows."""
    page: LetterPage = plan.subject
    return View(
        title=_("From A to Z: {letter}").format(letter="0–9" if page.letter.letter == "#" else page.letter.letter),
        crumbs=(Crumb(site.settings.site_name, ""), Crumb(_("Search"), "search/")),
        section="search/",
        values={"part": page.part, "letters": site.letters},
    )


def shows(site: Site, plan: Plan) -> object:
    """Give what one part of a letter shows."""
    page: LetterPage = plan.subject
    return page.part, [(letter.letter, len(letter.entries)) for letter in site.letters]


def letters(site: Site) -> tuple[Letter, ...]:
    """Give everything that has a page, by first letter and in order of the alphabet."""
    gathered: dict[str, list[Entry]] = {}
    for entry in sorted(entries(site), key=lambda entry: entry.in_order):
        first = _folded(entry.text)[:1].upper()
        gathered.setdefault(first if first.isalpha() else "#", []).append(entry)
    return tuple(Letter(letter, tuple(found)) for letter, found in sorted(gathered.items()))


def entries(site: Site) -> Iterator[Entry]:
    """Give every page about something."""
    report = site.report
    yield from (Entry(c.claim, c.address, _("claim")) for c in report.cards)
    yield from (Entry(s.title, s.address, _("story")) for s in report.story_cards)
    yield from (_source_entry(s.source, s.address, site.locale) for s in report.sources)
    yield from (Entry(t.name, links.topic(t.slug), _("topic")) for t in report.topics)
    yield from (Entry(c.name, links.claimant(c.slug), _("claimant")) for c in report.claimants)


def _source_entry(source: Source, address: str, locale: Locale) -> Entry:
    """Name a source by its title; where none was seen and its address suggests none, by its date."""
    if source.title or source.address_suggests:
        return Entry(source.name, address, _("source"), source.heading, source.language)
    text = _("{source}, {date}").format(source=source.name, date=days_words(source.published, locale))
    return Entry(text, address, _("source"))


@lru_cache(maxsize=100_000)
def _folded(text: str) -> str:
    """Give a text for sorting: without accents, case and leading marks."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return plain.lstrip("“”\"'\u2018\u2019«»([ ") or plain


PAGE_TYPE = PageType("alphabet", "alphabet.html", plans, view, shows, extra=Extra.SEARCH)
