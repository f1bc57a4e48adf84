"""The page of a source: what it printed, how that compares, whom it repeats and who repeats it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import gettext as _
from factreport.pages import links
from factreport.pages.citing import Linking, marked_words
from factreport.pages.listing import count_parts, page_address, part_of
from factreport.pages.markdown import EMPTY, render_markdown
from factreport.pages.page import Crumb, PageType, Plan, View
from factreport.pages.preview import page_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factreport.pages.page import Detail
    from factreport.pages.site import Site
    from factreport.report.cards import SourceStatement
    from factreport.report.records import SourceReport

MOST_COPIES = 50
"""So many sources that repeat it are named; each names it on its own page."""


class SourcePage(Struct, frozen=True):
    """One part of what a source states, claim by claim."""

    report: SourceReport
    number: int
    """Counted from 1."""


class OnClaim(Struct, frozen=True):
    """What the source states on a claim."""

    address: str
    title: str
    retired: bool
    """Whether the claim was withdrawn."""
    statements: tuple[SourceStatement, ...]


def plans(site: Site) -> Iterator[Plan]:
    """Give the pages of every source; search engines are told of the first only."""
    for report in site.report.sources:
        for number in range(1, count_parts(len(report.claims)) + 1):
            yield Plan(page_address(report.address, number), SourcePage(report, number), listed=number == 1)


def view(site: Site, plan: Plan) -> View:
    """Finish what one part of a source's page shows."""
    page: SourcePage = plan.subject
    report = page.report
    source = report.source
    note = render_markdown(source.body, Linking(site, plan.address), prefix="note-") if source.body.strip() else EMPTY
    part = part_of(report.address, report.claims, page.number)
    withdrawn = _withdrawn(site, report)
    return View(
        title=source.heading,
        description=_("What {source} prints, and how it compares.").format(source=source.name),
        crumbs=(Crumb(site.settings.site_name, ""), Crumb(_("Sources"), "sources/")),
        section="sources/",
        problems=page_problems(report.problems, plan.address),
        values={
            "report": report,
            "source": source,
            "note": note,
            "part": part,
            "stated": [_on_claim(site, report, slug) for slug in part.items],
            "standing": len(report.claims) - len(withdrawn),
            "withdrawn": withdrawn,
            "copied_by": report.copied_by[:MOST_COPIES],
            "marked_words": marked_words,
        },
    )


def shows(site: Site, plan: Plan) -> object:
    """Give what a part of a source's page shows; on each claim with its title, and which were withdrawn."""
    page: SourcePage = plan.subject
    return page, [_title(site, slug) for slug in _claims(plan)], _withdrawn(site, page.report)


def details(_site: Site, plan: Plan) -> Iterator[Detail]:
    """Name what a part of a source's page says of what it states on claims."""
    page: SourcePage = plan.subject
    return ((slug, page.report.source.slug) for slug in _claims(plan))


def _claims(plan: Plan) -> Sequence[str]:
    page: SourcePage = plan.subject
    return part_of(page.report.address, page.report.claims, page.number).items


def _on_claim(site: Site, report: SourceReport, slug: str) -> OnClaim:
    return OnClaim(
        links.claim(slug),
        _title(site, slug),
        site.report.card_by_slug[slug].retired,
        site.report.shown.statements(slug, report.source.slug),
    )


def _withdrawn(site: Site, report: SourceReport) -> tuple[str, ...]:
    """Give the claims on which the source stands that were withdrawn."""
    return tuple(slug for slug in report.claims if site.report.card_by_slug[slug].retired)


def _title(site: Site, slug: str) -> str:
    return site.report.card_by_slug[slug].claim


PAGE_TYPE = PageType("source", "source.html", plans, view, shows, details=details)
