"""The page of a source: what it printed, how that compares, whom it repeats and who repeats it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import links
from factreport.pages.citing import Linking, marked_words
from factreport.pages.markdown import EMPTY, render_markdown
from factreport.pages.page import Crumb, PageType, Plan, View
from factreport.pages.preview import page_problems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.pages.site import Site
    from factreport.report.cards import SourceStatement
    from factreport.report.records import SourceReport


def plans(site: Site) -> Iterable[Plan]:
    """Give a page for every source."""
    return (Plan(report.address, report) for report in site.report.sources)


def view(site: Site, plan: Plan) -> View:
    """Finish what a source's page shows."""
    report: SourceReport = plan.subject
    source = report.source
    note = render_markdown(source.body, Linking(site, plan.address), prefix="note-") if source.body.strip() else EMPTY
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
            "claims": _by_claim(report.statements),
            "marked_words": marked_words,
        },
    )


def _by_claim(statements: Iterable[SourceStatement]) -> list[tuple[str, str, list[SourceStatement]]]:
    """Gather statements under the claim that cites them: address, claim, statements."""
    gathered: dict[str, tuple[str, str, list[SourceStatement]]] = {}
    for statement in statements:
        gathered.setdefault(statement.claim, (links.claim(statement.claim), statement.title, []))[2].append(statement)
    return list(gathered.values())


PAGE_TYPE = PageType("source", "source.html", plans, view)
