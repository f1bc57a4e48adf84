"""Citation markers of one page: buttons that open the quoted words, numbered back links, and where text links lead."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from msgspec import Struct, field

from factreport.language import gettext as _
from factreport.language import isolated
from factreport.pages import links
from factreport.pages.filling import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from factreport.pages.site import Site
    from factreport.report.records import CitationReport, ClaimReport

BUTTON = Markup(
    '<button type="button" class="marker" id="{use}" popovertarget="pop-{anchor}" aria-label="{label}">'
    "[{number}]</button>"
)
MARGIN_NOTE = Markup(
    '<span class="margin-note" aria-hidden="true"><span class="number">[{number}]</span> <bdi>{name}</bdi>: '
    '<q lang="{language}" dir="auto">{quote}</q></span>'
)
LINK = Markup('<a class="marker" href="{href}">[<bdi>{publisher}</bdi>]</a>')
MARKED = Markup("{before}<mark>{words}</mark>{after}")


class MarkerPlace(Struct, frozen=True):
    """A place where a citation's marker stands."""

    identity: str
    """Its id on the page."""
    where: str
    """The place in words ("In short", "Table: Computing")."""


class Citing(Struct, dict=True):
    """The markers of a claim's page, gathered in reading order while its template runs; so references come last."""

    site: Site
    claim: ClaimReport
    where: str = ""
    """The part of the page that is being written."""
    uses: dict[str, list[MarkerPlace]] = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)
    """Citations whose words stand in the margin already."""
    _places: dict[tuple[str, str], int] = field(default_factory=dict)
    """How many markers each citation has in each part of the page."""
    _written: dict[tuple[Callable[[CitationReport], Markup], str], Markup] = field(default_factory=dict)
    """What macros have written of citations."""

    def enter(self, where: str) -> str:
        """Begin a part of the page; gives nothing to print."""
        self.where = where
        return ""

    def once(self, macro: Callable[[CitationReport], Markup], report: CitationReport) -> Markup:
        """Give what a macro writes of a citation: a page shows it in the list and where a marker opens it."""
        key = macro, self.anchor(report)
        if (written := self._written.get(key)) is None:
            written = self._written[key] = macro(report)
        return written

    def of(self, claim: str, identity: str) -> Markup:
        """Give the marker of a citation by its names; nothing if the page has none."""
        try:
            return self.button(self.claim.cited(claim, identity))
        except KeyError:
            return Markup("")

    def anchor(self, report: CitationReport) -> str:
        """Give the id of a reference; one from another claim's file has that claim in it, so no two are the same."""
        own = report.citation.claim == self.claim.claim.slug
        return report.anchor if own else f"cite-{report.citation.claim}-{report.citation.identity}"

    def button(self, report: CitationReport, *, margin: bool = False) -> Markup:
        """Give the marker of a citation, with its words in the margin where that is wished for the first time."""
        anchor = self.anchor(report)
        uses = self.uses.setdefault(anchor, [])
        use = MarkerPlace(f"ref-{anchor}-{len(uses) + 1}", self._place(anchor))
        uses.append(use)
        label = _("[{number}] quoted words, {source}").format(number=report.number, source=isolated(report.source.name))
        button = fill(BUTTON, use=use.identity, anchor=anchor, label=label, number=report.number)
        return button + self._margin_note(report) if margin else button

    def _place(self, anchor: str) -> str:
        """Give the place in words; numbered from the second marker of a citation there, so no two links are alike."""
        self._places[anchor, self.where] = number = self._places.get((anchor, self.where), 0) + 1
        return self.where if number == 1 else _("{place} ({number})").format(place=self.where, number=number)

    def used(self, report: CitationReport) -> list[MarkerPlace]:
        """Give the places where its marker stands so far, in reading order."""
        return self.uses.get(self.anchor(report), [])

    def marker(self, source: str, figure: str) -> Markup | None:
        """Give the marker that a text asks for (see `markdown.References`)."""
        report = self._citations.get((source, figure))
        return None if report is None else self.button(report, margin=True)

    def internal(self, kind: str, slug: str) -> str | None:
        """Give the link that a text asks for (see `markdown.References`)."""
        return internal_link(self.site, self.claim.address, kind, slug)

    @cached_property
    def _citations(self) -> Mapping[tuple[str, str], CitationReport]:
        """The first citation of each source, and of each source for each figure, as texts name them."""
        found: dict[tuple[str, str], CitationReport] = {}
        for report in self.claim.citations:
            references = [one.figure for one in report.citation.statements]
            own = (each.figure for each in references if each.claim == self.claim.claim.slug)
            for figure in ("", *map(str, references), *own):
                found.setdefault((report.citation.source, figure), report)
        return found

    def _margin_note(self, report: CitationReport) -> Markup:
        anchor = self.anchor(report)
        if anchor in self.noted or not report.citation.quote:
            return Markup("")
        self.noted.add(anchor)
        return fill(
            MARGIN_NOTE,
            number=report.number,
            name=report.source.name,
            language=report.source.language,
            quote=report.citation.quote,
        )


class Linking(Struct, frozen=True, dict=True):
    """Links of a text on a page without citations."""

    site: Site
    here: str

    def marker(self, source: str, figure: str) -> Markup | None:  # noqa: ARG002 - the interface of References
        """Give a link to the source's page: there is no list of references here."""
        publisher = self.site.names.publishers.get(source)
        if publisher is None:
            return None
        return fill(LINK, href=links.relative(self.here, links.source(source)), publisher=publisher)

    def internal(self, kind: str, slug: str) -> str | None:
        """Give the link to a page of ours; None if there is none."""
        return internal_link(self.site, self.here, kind, slug)


def internal_link(site: Site, here: str, kind: str, slug: str) -> str | None:
    """Give the link from `here` to a claim, source or story, the slug with or without an anchor; None if unknown."""
    slug, mark, anchor = slug.partition("#")
    names = site.names
    known: Mapping[str, Container[str]] = {"claim": names.claims, "source": names.publishers, "story": names.stories}
    if slug not in known[kind]:
        return None
    address = {"claim": links.claim, "source": links.source, "story": links.story}[kind](slug)
    return links.relative(here, f"{address}{mark}{anchor}")


def marked_words(quote: str, printed: str) -> Markup:
    """Give a quotation with the first place of the printed figure marked, whatever its case."""
    start = quote.lower().find(printed.lower()) if printed and len(quote.lower()) == len(quote) else -1
    if start < 0:
        return escape(quote)
    end = start + len(printed)
    return fill(MARKED, before=quote[:start], words=quote[start:end], after=quote[end:])
