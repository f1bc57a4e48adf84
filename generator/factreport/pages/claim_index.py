"""All claims, and the same by verdict, topic, story and source: static pages in place of a filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages.listing import Part, parts
from factreport.pages.page import Crumb, PageType, Plan, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.pages.site import Site
    from factreport.report.records import ClaimReport


@dataclass(frozen=True, slots=True)
class Facet:
    """Claims that have one thing in common."""

    kind: str
    """ "verdict", "topic", "story", "source"; empty for all claims."""
    key: str
    name: str
    claims: tuple[ClaimReport, ...]

    @property
    def address(self) -> str:
        """Address of its first page."""
        return f"claims/{self.kind}/{self.key}/" if self.kind else "claims/"


@dataclass(frozen=True, slots=True)
class FacetPage:
    """One part of the claims of a facet."""

    facet: Facet
    part: Part[ClaimReport]


def plans(site: Site) -> Iterator[Plan]:
    """Give the pages of all claims, then of every facet that has any."""
    for facet in (everything(site), *(facet for _name, facets in groups(site) for facet in facets)):
        for part in parts(facet.address, facet.claims):
            yield Plan(part.address, FacetPage(facet, part), listed=part.number == 1)


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of a facet shows."""
    page: FacetPage = plan.subject
    facet = page.facet
    home = (Crumb(site.settings.site_name, ""),)
    return View(
        title=_title(facet),
        crumbs=(*home, Crumb(_("Claims"), "claims/")) if facet.kind else home,
        section="claims/",
        values={"facet": facet, "part": page.part, "groups": groups(site), "everything": everything(site)},
    )


def everything(site: Site) -> Facet:
    """Give the facet of all claims."""
    return Facet("", "", _("All claims"), site.report.claims)


def groups(site: Site) -> tuple[tuple[str, tuple[Facet, ...]], ...]:
    """Give the facets by kind, each kind with its heading; kinds without any are left out."""
    found = (
        (_("Verdict"), tuple(_verdicts(site))),
        (_("Topic"), tuple(Facet("topic", topic.slug, topic.name, topic.claims) for topic in site.report.topics)),
        (_("Story"), tuple(Facet("story", s.story.slug, s.story.title, s.claims) for s in site.report.stories)),
        (_("Source"), tuple(_sources(site))),
    )
    return tuple((name, facets) for name, facets in found if facets)


def _verdicts(site: Site) -> Iterable[Facet]:
    for grade in site.report.content.scale.verdicts:
        claims = tuple(claim for claim in site.report.claims if claim.verdict.key == grade.key)
        if claims:
            yield Facet("verdict", grade.key, grade.word, claims)


def _sources(site: Site) -> Iterable[Facet]:
    for report in site.report.sources:
        slugs = {statement.claim.slug for statement in report.statements}
        claims = tuple(claim for claim in site.report.claims if claim.claim.slug in slugs)
        if claims:
            yield Facet("source", report.source.slug, report.source.name, claims)


def _title(facet: Facet) -> str:
    titles = {
        "": _("Claims"),
        "verdict": _("Claims: {name}"),
        "topic": _("Claims about {name}"),
        "story": _("Claims in the story “{name}”"),
        "source": _("Claims on which we quote {name}"),
    }
    return titles[facet.kind].format(name=facet.name)


PAGE_TYPE = PageType("claim-index", "claim_index.html", plans, view)
