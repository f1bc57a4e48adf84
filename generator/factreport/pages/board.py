"""The discrepancy board: which sources disagree, how much, explained or open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factreport.figures.comparison import Size
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.pages import links, words
from factreport.pages.differences import is_within
from factreport.pages.listing import Part, parts
from factreport.pages.page import Crumb, PageType, Plan, View
from factreport.rules.finding import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.pages.site import Site
    from factreport.report.records import ClaimReport, FindingGroup
    from factreport.rules.finding import Finding, Side


SIZES = (("wide", Size.SEVERE), ("clear", Size.MATERIAL), ("small", Size.SMALL), ("meet", Size.MEET))
"""Sizes that have pages of their own, the largest first, each with its part of the address."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Findings that say the same, with the page they stand on."""

    group: FindingGroup
    claim: ClaimReport
    label: str
    """What the figure or relation counts."""
    sides: tuple[tuple[str, Side], ...]
    """What stands against each other, each with the name of who prints it."""

    @property
    def finding(self) -> Finding:
        """The finding that stands for all."""
        return self.group.first

    @property
    def address(self) -> str:
        """Where it is shown in full."""
        return links.claim(self.claim.claim.slug, self.finding.anchor)


@dataclass(frozen=True, slots=True)
class Facet:
    """Differences that have one thing in common."""

    key: str
    """ "" for all, "open", "explained", "size/" with a size, or "topic/" with a topic's slug."""
    name: str
    differences: tuple[Difference, ...]

    @property
    def address(self) -> str:
        """Address of its first page."""
        return f"discrepancies/{self.key}/" if self.key else "discrepancies/"


@dataclass(frozen=True, slots=True)
class BoardPage:
    """One part of a facet."""

    facet: Facet
    part: Part[Difference]


def plans(site: Site) -> Iterator[Plan]:
    """Give the pages of all differences, then of those open, explained, and of each topic."""
    for facet in facets(site):
        for part in parts(facet.address, facet.differences):
            yield Plan(part.address, BoardPage(facet, part), listed=part.number == 1)


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of the board shows."""
    page: BoardPage = plan.subject
    home = (Crumb(site.settings.site_name, ""),)
    return View(
        title=_("Discrepancies") if not page.facet.key else _("Discrepancies: {name}").format(name=page.facet.name),
        crumbs=(*home, Crumb(_("Discrepancies"), "discrepancies/")) if page.facet.key else home,
        section="discrepancies/",
        values={
            "facet": page.facet,
            "part": page.part,
            "facets": facets(site),
            "sentence": _sentence(page.facet.differences),
        },
    )


def facets(site: Site) -> tuple[Facet, ...]:
    """Give all facets; the first holds everything, those of a size or topic are there only if they hold something."""
    every = tuple(differences(site))
    by_topic = (
        Facet(f"topic/{topic.slug}", topic.name, tuple(d for d in every if topic.slug in d.claim.claim.topics))
        for topic in site.report.topics
    )
    return (
        Facet("", _("All"), every),
        Facet("open", _("Not explained yet"), tuple(d for d in every if d.finding.state is State.OPEN)),
        Facet("explained", _("Likely reason given"), tuple(d for d in every if d.finding.state is State.EXPLAINED)),
        *(facet for facet in (*_by_size(every), *by_topic) if facet.differences),
    )


def _by_size(every: tuple[Difference, ...]) -> Iterator[Facet]:
    for key, size in SIZES:
        found = tuple(difference for difference in every if difference.finding.size is size)
        yield Facet(f"size/{key}", words.size_words(size), found)


def differences(site: Site) -> Iterator[Difference]:
    """Give the site's differences in the report's order."""
    labels = _labels(site.report.claims)
    for group in site.report.alike:
        finding = group.first
        claim = site.report.claim_by_slug.get(finding.figure.claim)
        if claim is not None:
            yield Difference(group, claim, labels.get(str(finding.figure), ""), tuple(_sides(site, group)))


def _sides(site: Site, group: FindingGroup) -> Iterator[tuple[str, Side]]:
    *firsts, last = group.first.sides
    yield from ((_name(site, side.source), side) for side in firsts)
    others = len(group.sources) - 1
    name = _name(site, last.source)
    if others and not is_within(group.first):
        name = ngettext("{source} and {n} other", "{source} and {n} others", others).format(source=name, n=others)
    yield name, last


def _labels(claims: Iterable[ClaimReport]) -> Mapping[str, str]:
    figures = {str(f.figure.reference): f.figure.label for claim in claims for f in claim.figures}
    relations = {str(r.relation.reference): r.relation.label for claim in claims for r in claim.relations}
    return figures | relations


def _name(site: Site, slug: str) -> str:
    report = site.report.source_by_slug.get(slug)
    return report.source.name if report else slug


def _sentence(found: tuple[Difference, ...]) -> str:
    if not found:
        return _("No differences beyond rounding.")
    explained = sum(difference.finding.state is State.EXPLAINED for difference in found)
    return _("{n} differences: {explained} with a likely reason, {open} not explained yet").format(
        n=len(found), explained=explained, open=len(found) - explained
    )


PAGE_TYPE = PageType("board", "board.html", plans, view)
