"""All facets of one kind, where there are more than are shown beside a list: every topic, every source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from factreport.language import gettext as _
from factreport.pages import board as board_pages
from factreport.pages import claim_index
from factreport.pages.listing import ListPart, parts
from factreport.pages.page import Crumb, PageType, Plan, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.facets import Facet, FacetGroup
    from factreport.pages.site import Site

PER_PAGE = 200
"""Facets on one page: a line each."""


class FacetList(Struct, frozen=True):
    """One part of the facets of a kind."""

    group: FacetGroup[Any]
    above: Crumb
    """The list that they cut."""
    part: ListPart[Facet[Any]]


def plans(site: Site) -> Iterator[Plan]:
    """Give the pages of each long group of facets."""
    claims, board = Crumb(_("Claims"), claim_index.ADDRESS), Crumb(_("Discrepancies"), board_pages.ADDRESS)
    groups: list[tuple[Crumb, FacetGroup[Any]]] = [(claims, group) for group in site.claim_facets]
    groups += ((board, group) for group in site.board_facets)
    for above, group in groups:
        if group.is_long:
            for part in parts(group.address, group.facets, PER_PAGE):
                yield Plan(part.address, FacetList(group, above, part), listed=part.number == 1)


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of the list shows."""
    page: FacetList = plan.subject
    return View(
        title=_("{list} by {kind}").format(list=page.above.text, kind=page.group.name.lower()),
        crumbs=(Crumb(site.settings.site_name, ""), page.above),
        section=page.above.address,
        values={"part": page.part},
    )


def shows(_site: Site, plan: Plan) -> object:
    """Give what one part of the list shows."""
    page: FacetList = plan.subject
    facets = [(one.address, one.name, one.note, one.note_language, len(one.items)) for one in page.part.items]
    return page.group.name, page.above, page.part.last, facets


PAGE_TYPE = PageType("facet-list", "facet_list.html", plans, view, shows)
