"""The discrepancy board: which sources disagree, how much, explained or open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.comparison import Size
from factreport.language import gettext as _
from factreport.pages import words
from factreport.pages.facets import Facet, FacetGroup, FacetPage, facet_group, facet_plans
from factreport.pages.page import Crumb, PageType, Plan, View
from factreport.rules.finding import FindingState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.page import Detail
    from factreport.pages.site import Site
    from factreport.report.cards import ListedDifference

ADDRESS = "discrepancies/"
SIZES = (("wide", Size.SEVERE), ("clear", Size.MATERIAL), ("small", Size.SMALL), ("meet", Size.MEET))
"""Sizes that have pages of their own, the largest first, each with its part of the address."""


def plans(site: Site) -> Iterator[Plan]:
    """Give the pages of all differences, then by state, size and topic."""
    for group in site.board_facets:
        yield from facet_plans(group.facets)


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of the board shows."""
    page: FacetPage[ListedDifference] = plan.subject
    facet = page.facet
    home = (Crumb(site.settings.site_name, ""),)
    return View(
        title=_("Discrepancies: {name}").format(name=facet.name) if facet.key else _("Discrepancies"),
        crumbs=(*home, Crumb(_("Discrepancies"), ADDRESS)) if facet.key else home,
        section=ADDRESS,
        values={
            "facet": facet,
            "part": page.part,
            "differences": [site.report.shown.difference(one) for one in page.part.items],
            "groups": site.board_facets,
            "sentence": facet.sentence,
        },
    )


def shows(site: Site, plan: Plan) -> object:
    """Give what one part of the board shows."""
    page: FacetPage[ListedDifference] = plan.subject
    return page.facet.name, page.part, page.facet.sentence, site.board_facets_shown


def details(_site: Site, plan: Plan) -> Iterator[Detail]:
    """Name the differences that one part of the board shows."""
    page: FacetPage[ListedDifference] = plan.subject
    return ((one.claim, one.place) for one in page.part.items)


def groups(site: Site) -> tuple[FacetGroup[ListedDifference], ...]:
    """Give the facets by kind; those of state are always there, others only if they hold something."""
    every = site.report.differences
    by_state = (
        Facet("state", "", _("All"), ADDRESS, every, sentence=_sentence(every)),
        _facet("state", "open", _("Not explained yet"), _in_state(every, FindingState.OPEN)),
        _facet("state", "explained", _("Likely reason given"), _in_state(every, FindingState.EXPLAINED)),
    )
    found = (
        FacetGroup("state", _("Reason"), ADDRESS, by_state, by_state),
        facet_group("size", _("How far apart"), f"{ADDRESS}size/", _by_size(every)),
        facet_group("topic", _("Topic"), f"{ADDRESS}topic/", _by_topic(site, every)),
    )
    return tuple(group for group in found if group.facets)


def _facet(kind: str, key: str, name: str, found: tuple[ListedDifference, ...]) -> Facet[ListedDifference]:
    return Facet(kind, key, name, f"{ADDRESS}{key}/", found, sentence=_sentence(found))


def _in_state(every: tuple[ListedDifference, ...], state: FindingState) -> tuple[ListedDifference, ...]:
    return tuple(difference for difference in every if difference.state is state)


def _by_size(every: tuple[ListedDifference, ...]) -> Iterator[Facet[ListedDifference]]:
    for key, size in SIZES:
        found = tuple(difference for difference in every if difference.size is size)
        yield _facet("size", f"size/{key}", words.size_words(size), found)


def _by_topic(site: Site, every: tuple[ListedDifference, ...]) -> Iterator[Facet[ListedDifference]]:
    found: dict[str, list[ListedDifference]] = {}
    cards = site.report.card_by_slug
    for difference in every:
        for topic in cards[difference.claim].topics:
            found.setdefault(topic, []).append(difference)
    for gathering in site.report.topics:
        yield _facet("topic", f"topic/{gathering.slug}", gathering.name, tuple(found.get(gathering.slug, ())))


def _sentence(found: tuple[ListedDifference, ...]) -> str:
    if not found:
        return _("No differences beyond rounding.")
    explained = len(_in_state(found, FindingState.EXPLAINED))
    return _("{n} differences: {explained} with a likely reason, {open} not explained yet").format(
        n=len(found), explained=explained, open=len(found) - explained
    )


PAGE_TYPE = PageType("board", "board.html", plans, view, shows, details=details)
