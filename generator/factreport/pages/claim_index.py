"""All claims, and the same by verdict, topic, story and source: static pages in place of a filter."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages.facets import Facet, FacetGroup, FacetPage, facet_group, facet_plans
from factreport.pages.page import Crumb, PageType, Plan, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.pages.site import Site
    from factreport.report.cards import ClaimCard

ADDRESS = "claims/"
_GROUPED = f"{ADDRESS}by/"
"""Has no page of its own: below it no name of a claim can be in the way."""


def plans(site: Site) -> Iterator[Plan]:
    """Give the pages of all claims, then of every facet that has any."""
    yield from facet_plans((everything(site),))
    for group in site.claim_facets:
        yield from facet_plans(group.facets)


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of a facet shows."""
    page: FacetPage[ClaimCard] = plan.subject
    facet = page.facet
    home = (Crumb(site.settings.site_name, ""),)
    return View(
        title=_title(facet),
        crumbs=(*home, Crumb(_("Claims"), ADDRESS)) if facet.kind else home,
        section=ADDRESS,
        values={"facet": facet, "part": page.part, "groups": site.claim_facets, "everything": everything(site)},
    )


def shows(site: Site, plan: Plan) -> object:
    """Give what one part of a facet shows."""
    page: FacetPage[ClaimCard] = plan.subject
    return page.facet.name, page.part, len(site.report.cards), site.claim_facets_shown


def everything(site: Site) -> Facet[ClaimCard]:
    """Give the facet of all claims."""
    return Facet("", "", _("All claims"), ADDRESS, site.report.cards)


def groups(site: Site) -> tuple[FacetGroup[ClaimCard], ...]:
    """Give the facets by kind; kinds without any are left out."""
    found = (
        _group("verdict", _("Verdict"), _verdicts(site)),
        _group("topic", _("Topic"), ((one.slug, one.name, one.claims) for one in site.report.topics)),
        _group("story", _("Story"), _stories(site)),
        _group("source", _("Source"), _sources(site), _headings(site)),
    )
    return tuple(group for group in found if group.facets)


Named = tuple[str, str, "tuple[ClaimCard, ...]"]
"""Key, name and claims of a facet."""
Note = tuple[str, str]
"""What tells a facet from another of the same name, and the language of that."""


def _group(
    kind: str, name: str, named: Iterable[Named], notes: Mapping[str, Note] = MappingProxyType({})
) -> FacetGroup[ClaimCard]:
    facets = (
        Facet(kind, key, text, f"{_GROUPED}{kind}/{key}/", cards, *notes.get(key, ("", "")))
        for key, text, cards in named
    )
    return facet_group(kind, name, f"{_GROUPED}{kind}/", facets)


def _verdicts(site: Site) -> Iterator[Named]:
    cards: dict[str, list[ClaimCard]] = {}
    for card in site.report.cards:
        cards.setdefault(card.verdict.key, []).append(card)
    for grade in site.report.content.scale.verdicts:
        yield grade.key, grade.word, tuple(cards.get(grade.key, ()))


def _stories(site: Site) -> Iterator[Named]:
    by_slug = site.report.card_by_slug
    for story in site.report.story_cards:
        yield story.slug, story.title, tuple(by_slug[slug] for slug in story.claims)


def _sources(site: Site) -> Iterator[Named]:
    cards: dict[str, list[ClaimCard]] = {}
    for card in site.report.cards:
        for slug in card.sources:
            cards.setdefault(slug, []).append(card)
    for report in site.report.sources:
        yield report.source.slug, report.source.name, tuple(cards.get(report.source.slug, ()))


def _headings(site: Site) -> dict[str, Note]:
    """Give the titles of sources, by which those of one publisher are told apart."""
    sources = (report.source for report in site.report.sources)
    return {source.slug: (source.heading, source.language) for source in sources if source.heading != source.name}


def _title(facet: Facet[ClaimCard]) -> str:
    titles = {
        "": _("Claims"),
        "verdict": _("Claims: {name}"),
        "topic": _("Claims about {name}"),
        "story": _("Claims in the story “{name}”"),
        "source": _("Claims on which we quote {name}"),
    }
    return titles[facet.kind].format(name=facet.name)


PAGE_TYPE = PageType("claim-index", "claim_index.html", plans, view, shows)
