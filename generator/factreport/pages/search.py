"""The search page with its index, and the list of everything from A to Z, a page for each letter."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import links, search_index
from factreport.pages.dates import days_words
from factreport.pages.page import Crumb, Page, PageType, Plan, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel import Locale

    from factreport.model.source import Source
    from factreport.pages.site import Site


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the list."""

    text: str
    address: str
    kind: str
    """What it is, in a word."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries that begin with one letter."""

    letter: str
    """Upper case; "#" for digits and all else."""
    entries: tuple[Entry, ...]

    @property
    def address(self) -> str:
        """Address of its page."""
        return f"search/{'0-9' if self.letter == '#' else self.letter.lower()}/"


def plans(site: Site) -> Iterator[Plan]:
    """Give the search page, then a page for each letter that has entries."""
    yield Plan("search/")
    yield from (Plan(letter.address, letter) for letter in letters(site))


def view(site: Site, plan: Plan) -> View:
    """Finish what the search page shows; with a letter, its entries."""
    letter: Letter | None = plan.subject
    home = (Crumb(site.settings.site_name, ""),)
    return View(
        title=_("Search") if letter is None else _("From A to Z: {letter}").format(letter=letter.letter),
        crumbs=home if letter is None else (*home, Crumb(_("Search"), "search/")),
        section="search/",
        values={
            "index": search_index.folder_of(site.search_files) if letter is None else "",
            "letter": letter,
            "letters": letters(site),
            "topics": site.report.topics,
        },
    )


def files(site: Site) -> Iterator[Page]:
    """Give the files of the index."""
    yield from (Page(address, text, listed=False) for address, text in site.search_files.items())


def letters(site: Site) -> tuple[Letter, ...]:
    """Give everything that has a page, by first letter and in order of the alphabet."""
    gathered: dict[str, list[Entry]] = {}
    for entry in sorted(entries(site), key=lambda entry: (_folded(entry.text), entry.address)):
        first = _folded(entry.text)[:1].upper()
        gathered.setdefault(first if first.isalpha() else "#", []).append(entry)
    return tuple(Letter(letter, tuple(found)) for letter, found in sorted(gathered.items()))


def entries(site: Site) -> Iterator[Entry]:
    """Give every page about something."""
    report = site.report
    yield from (Entry(c.claim, c.address, _("claim")) for c in report.cards)
    yield from (Entry(s.title, s.address, _("story")) for s in report.story_cards)
    yield from (Entry(_source_text(s.source, site.locale), s.address, _("source")) for s in report.sources)
    yield from (Entry(t.name, links.topic(t.slug), _("topic")) for t in report.topics)
    yield from (Entry(c.name, links.claimant(c.slug), _("claimant")) for c in report.claimants)


def _source_text(source: Source, locale: Locale) -> str:
    """Name a source by its title; where none was seen and its address suggests none, by its date."""
    if source.title or source.address_suggests:
        return f"{source.name}: {source.heading}"
    return _("{source}, {date}").format(source=source.name, date=days_words(source.published, locale))


def _folded(text: str) -> str:
    """Give a text for sorting: without accents, case and leading marks."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return plain.lstrip("“”\"'\u2018\u2019«»([ ") or plain


PAGE_TYPE = PageType("search", "search.html", plans, view)
