"""The whole site: what its pages share, and every page in turn.

Longer than other modules: which types of page there are, and in which order they are made, is said here
and nowhere else.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from msgspec import Struct, field
from msgspec.structs import replace

from factreport.language import gettext as _
from factreport.model.slugs import address_of
from factreport.pages import (
    alphabet,
    board,
    claim,
    claim_index,
    claimant,
    corrections,
    data,
    dates,
    embed,
    facet_list,
    home,
    links,
    method,
    not_found,
    prose,
    redirect,
    search,
    search_index,
    search_records,
    source,
    source_index,
    story,
    story_index,
    topic,
    topic_index,
)
from factreport.pages.drawn_files import LastDrawn
from factreport.pages.facets import shown_beside
from factreport.pages.names import Names, named_topics, names_of
from factreport.pages.own_templates import failing_template
from factreport.pages.page import Crumb, Page, Plan
from factreport.pages.template import make_environment
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from babel import Locale
    from jinja2 import Environment

    from factreport.model.claim import Claim
    from factreport.pages.facets import FacetGroup
    from factreport.pages.page import LinkPicture, PageType, View
    from factreport.report.cards import ClaimCard, ListedDifference
    from factreport.report.records import ClaimReport, Report, StoryReport
    from factreport.settings import Settings

FAMILY_TYPES: tuple[PageType, ...] = (claim.PAGE_TYPE, story.PAGE_TYPE, embed.PAGE_TYPE)
"""Types of page about one claim or story: they need its full report, and no other claim's."""

GATHERING_TYPES: tuple[PageType, ...] = (
    home.PAGE_TYPE,
    claim_index.PAGE_TYPE,
    board.PAGE_TYPE,
    facet_list.PAGE_TYPE,
    source.PAGE_TYPE,
    source_index.PAGE_TYPE,
    story_index.PAGE_TYPE,
    topic_index.PAGE_TYPE,
    topic.PAGE_TYPE,
    claimant.PAGE_TYPE,
    method.PAGE_TYPE,
    corrections.PAGE_TYPE,
    data.PAGE_TYPE,
    search.PAGE_TYPE,
    alphabet.PAGE_TYPE,
    redirect.PAGE_TYPE,
    not_found.PAGE_TYPE,
)
"""Types of page that gather: they are made of the cards of all claims."""

WITH_PROSE = {"": home.PAGE_TYPE, "method/": method.PAGE_TYPE, "corrections/": corrections.PAGE_TYPE}
"""Types of page that take a text of the editors, by address."""


class Feed(Struct, frozen=True):
    """A feed of the site, to be announced on its pages."""

    title: str
    media_type: str
    address: str
    """The file below the site's root."""


class Download(Struct, frozen=True):
    """A file of figures that exports put beside a claim's page."""

    label: str
    name: str
    """The file within the claim's folder ("data.json")."""
    media_type: str


class DataFile(Struct, frozen=True):
    """A file of the whole site's data, from the exports."""

    path: str
    """Below the site's root."""
    about: str
    """What it holds, in one sentence."""


def no_structured_data(_claim: ClaimReport) -> None:
    """Give no structured data: what a site has that was not told of any."""


def no_page_data(_address: str) -> None:
    """Give no structured data for any other page."""


def no_data_hash(_claim: ClaimReport) -> str:
    """Give no hash of a claim's data."""
    return ""


def no_link_picture(_claim: ClaimReport) -> None:
    """Give no picture for links."""


class Site(Struct, frozen=True, dict=True):
    """The report with everything that its pages share."""

    report: Report
    settings: Settings
    known: Names | None = None
    """What pages may lead to, where the report is a part of the site's only; None: what the report has."""
    templates: Environment | None = None
    """Those of a site that this one was made from; None: its own."""
    written: tuple[Crumb, ...] = ()
    """Pages that editors wrote as text, for the foot of every page: title and address."""
    feeds: tuple[Feed, ...] = ()
    """Feeds that every page announces."""
    feeds_at: Mapping[str, tuple[Feed, ...]] = field(default_factory=dict)
    """Further feeds that single pages announce, by address."""
    downloads: tuple[Download, ...] = ()
    data_files: tuple[DataFile, ...] = ()
    """The data of the whole site; where there are none, there is no page of the data."""
    manifest: str = ""
    """The web app manifest below the root; empty: none."""
    search_description: str = ""
    """The description of the search below the root; empty: none."""
    structured_data: Callable[[ClaimReport], Mapping[str, Any] | None] = field(default=no_structured_data)
    """Gives the JSON-LD of a claim; from the exports."""
    page_data: Callable[[str], Mapping[str, Any] | None] = field(default=no_page_data)
    """Gives the JSON-LD of any other page by its address; from the exports."""
    link_picture: Callable[[ClaimReport], LinkPicture | None] = field(default=no_link_picture)
    """Gives the picture that other sites show beside a link to a claim; from the exports."""
    data_hash: Callable[[ClaimReport], str] = field(default=no_data_hash)
    """Gives the SHA-256 of a claim's `data.json` in hexadecimal, for those who cite it; "" without one."""

    @cached_property
    def locale(self) -> Locale:
        """The locale of numbers and dates."""
        return dates.locale_of(self.settings.language)

    @cached_property
    def environment(self) -> Environment:
        """The templates."""
        return self.templates or make_environment(self.settings.templates, self.locale)

    def with_templates(self) -> Site:
        """Give the same site with its templates compiled, for itself and all sites made from it."""
        templates = make_environment(self.settings.templates, self.locale)
        for page_type in (*self.family_types, *self.gathering_types):
            templates.get_template(page_type.template)
        return replace(self, templates=templates)

    @property
    def family_types(self) -> tuple[PageType, ...]:
        """The types of page about one claim or story that the site has, but those that it leaves out."""
        return tuple(one for one in FAMILY_TYPES if self.settings.has(one.extra))

    @property
    def gathering_types(self) -> tuple[PageType, ...]:
        """The types of page that gather claims that the site has, but those that it leaves out."""
        return tuple(one for one in GATHERING_TYPES if self.settings.has(one.extra))

    @cached_property
    def names(self) -> Names:
        """What pages may name and lead to."""
        return self.known or names_of(self.report)

    @cached_property
    def drawn(self) -> LastDrawn[ClaimReport, claim.ClaimDrawings]:
        """The drawings of the claim that was drawn last."""
        return LastDrawn(partial(claim.drawings, self))

    @cached_property
    def drawn_story(self) -> LastDrawn[StoryReport, story.Drawings]:
        """The drawings of the story that was drawn last."""
        return LastDrawn(partial(story.drawings, self))

    @cached_property
    def gathering_plans(self) -> tuple[tuple[PageType, Plan], ...]:
        """Every page that gathers claims, with its type."""
        return tuple((page_type, plan) for page_type in self.gathering_types for plan in page_type.plans(self))

    @cached_property
    def claim_facets(self) -> tuple[FacetGroup[ClaimCard], ...]:
        """Claims by what they have in common: beside every list of claims."""
        return claim_index.groups(self)

    @cached_property
    def board_facets(self) -> tuple[FacetGroup[ListedDifference], ...]:
        """Differences by what they have in common: beside every list of differences."""
        return board.groups(self)

    @cached_property
    def claim_facets_shown(self) -> tuple[object, ...]:
        """What every list of claims shows of the facets."""
        return shown_beside(self.claim_facets)

    @cached_property
    def board_facets_shown(self) -> tuple[object, ...]:
        """What every list of differences shows of the facets."""
        return shown_beside(self.board_facets)

    @cached_property
    def letters(self) -> tuple[alphabet.Letter, ...]:
        """Everything that has a page, from A to Z."""
        return alphabet.letters(self)

    @cached_property
    def search_files(self) -> Mapping[str, str]:
        """The files of the search's index, by address."""
        return search_index.index(search_records.records(self))

    @cached_property
    def root_path(self) -> str:
        """Path of the site's root on its host, with a slash at both ends; "/" where the site's address is not known."""
        return urlsplit(self.settings.site_url).path or "/"

    @cached_property
    def navigation(self) -> tuple[Crumb, ...]:
        """The entries at the head of every page."""
        return (
            Crumb(_("Claims"), "claims/"),
            Crumb(_("Discrepancies"), "discrepancies/"),
            Crumb(_("Sources"), "sources/"),
            Crumb(_("Stories"), "stories/"),
            Crumb(_("Method"), "method/"),
        )

    @cached_property
    def footer(self) -> tuple[Crumb, ...]:
        """The entries at the foot of every page: editors' pages that the head does not name."""
        generated = (
            Crumb(_("Corrections"), "corrections/"),
            Crumb(_("Topics"), "topics/"),
            *((Crumb(_("Data"), "data/"),) if self.data_files else ()),
            *((Crumb(_("Search"), "search/"),) if self.settings.has(Extra.SEARCH) else ()),
        )
        named = {crumb.address for crumb in (*self.navigation, *generated)} | {""}
        return (*generated, *(crumb for crumb in self.written if crumb.address not in named))

    def absolute(self, address: str) -> str:
        """Give the full web address of a page; empty where the site's own is not known."""
        return f"{self.settings.site_url}{address}" if self.settings.site_url else ""

    def announced(self, address: str) -> tuple[Feed, ...]:
        """Give the feeds that the page at `address` announces."""
        return (*self.feeds, *self.feeds_at.get(address, ()))

    def topic_name(self, slug: str) -> str:
        """Give a topic's name; it may be one that no published claim has."""
        return self.names.topics.get(slug) or named_topics([slug], self.report.content)[slug]

    def claimant_address(self, claim: Claim) -> str:
        """Give the address of the claimant's page."""
        return links.claimant(address_of(claim.claimant))


def pages(site: Site, *, without: Collection[str] = ()) -> Iterator[Page]:
    """Give every page, one at a time, but those in `without`, which a host makes from an editor's text."""
    yield from family_pages(site)
    yield from gathering_pages(site, without=without)


def family_pages(site: Site) -> Iterator[Page]:
    """Give the pages of the claims and stories that the report has in full, and their drawings.

    Those about one claim come one after the other: it is drawn once.
    """
    for report in site.report.claims:
        yield from claim_pages(site, report)
    yield from story_pages(site)


def claim_pages(site: Site, report: ClaimReport) -> Iterator[Page]:
    """Give the pages about one claim."""
    for page_type in site.family_types:
        for plan in page_type.of_claim(report) if page_type.of_claim else ():
            yield from render_with_files(site, page_type, plan)


def story_pages(site: Site) -> Iterator[Page]:
    """Give the pages of the stories that the report has in full."""
    for page_type in site.family_types:
        for plan in () if page_type.of_claim else page_type.plans(site):
            yield from render_with_files(site, page_type, plan)


def gathering_pages(site: Site, *, without: Collection[str] = ()) -> Iterator[Page]:
    """Give all other pages, which need nothing but cards, and the index of the search."""
    for page_type, plan in site.gathering_plans:
        if plan.address not in without:
            yield from render_with_files(site, page_type, plan)


def generated_addresses(site: Site) -> frozenset[str]:
    """Give the addresses at which no text of the editors can stand: those of the pages that have no room for one."""
    plans = (plan for _page_type, plan in site.gathering_plans)
    cards = (*(one.address for one in site.report.cards), *(one.address for one in site.report.story_cards))
    embeds = embed.PAGE_TYPE in site.family_types
    embedded = (links.embed(card.slug) for card in site.report.cards if embeds)
    own = {plan.address for plan in plans} | {*embedded, *cards}
    return frozenset(own) - WITH_PROSE.keys()


def prose_page(site: Site, text: prose.Prose) -> Page:
    """Give a page that editors wrote; at the address of home, method or corrections, above what is generated there."""
    page_type = WITH_PROSE.get(text.address, prose.PAGE_TYPE)
    return render(site, page_type, Plan(text.address, text))


def render_with_files(site: Site, page_type: PageType, plan: Plan) -> Iterator[Page]:
    """Give one page, finished, and the files that belong to it."""
    yield render(site, page_type, plan)
    yield from page_type.files(site, plan)


def render(site: Site, page_type: PageType, plan: Plan) -> Page:
    """Give one page, finished."""
    return render_view(site, page_type.template, plan, page_type.view(site, plan))


def render_view(site: Site, template: str, plan: Plan, view: View) -> Page:
    """Give the page that `template` makes of `view`. FailingTemplateError where one of the project's own cannot."""
    here = plan.address
    values = {
        **view.values,
        "site": site,
        "settings": site.settings,
        "view": view,
        "here": here,
        "listed": plan.listed,
        "structured_data": view.structured_data or site.page_data(here),
        "link": _rooted(site) if plan.rooted else links.linking_from(here),
    }
    try:
        text = site.environment.get_template(template).render(values)
    except Exception as error:
        if (failing := failing_template(error, site.settings)) is None:
            raise
        raise failing from error
    return Page(here, text, plan.listed)


def _rooted(site: Site) -> Callable[[str], str]:
    return lambda target: f"{site.root_path}{target}"
