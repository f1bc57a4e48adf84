"""The page of a claim: the answer and its whole evidence, in a fixed order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.evidence.proof import ProofState
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.model.source import Read
from factreport.pages import links, words
from factreport.pages.changed_words import printed_markup
from factreport.pages.cite_this import cite_claim
from factreport.pages.citing import Citing, marked_words
from factreport.pages.dates import day_words
from factreport.pages.differences import difference_view
from factreport.pages.drawing.chart_data import chart_data
from factreport.pages.drawing.interval_chart import interval_chart
from factreport.pages.drawing.provenance_data import provenance_data
from factreport.pages.drawing.provenance_drawing import provenance_drawing
from factreport.pages.drawn_files import EXTRA, Subject, drawn_files
from factreport.pages.grid import grid_of
from factreport.pages.markdown import EMPTY, Rendered, render_inline, render_markdown
from factreport.pages.page import Crumb, Entry, Page, PageType, Plan, View
from factreport.pages.paste import paste_text
from factreport.pages.preview import by_anchor, claim_problems
from factreport.pages.related import dated_news

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from factreport.model.claim import Claim
    from factreport.pages.drawing.interval_chart import Chart
    from factreport.pages.drawing.picture import Picture
    from factreport.pages.grid import Grid
    from factreport.pages.site import Site
    from factreport.report.records import CitationReport, ClaimReport, FigureReport

ORIGINS = "origins"
"""Name of the files of who copied whom, without an ending."""


class FigureView(Struct, frozen=True):
    """A figure with its drawing."""

    report: FigureReport
    chart: Chart | None
    """None where values do not differ, or cannot be drawn."""
    file: str
    """Name of the chart's own files within the claim's folder, without an ending; empty without a chart."""
    grid: Grid | None
    """Who says what of whom, for names and replies."""


class ClaimDrawings(Struct, frozen=True):
    """Everything that is drawn for a claim."""

    figures: tuple[FigureView, ...]
    origins: Picture | None
    """Who copied whom; None where words are enough."""


def plans(site: Site) -> Iterable[Plan]:
    """Give a page for every claim."""
    return (plan for report in site.report.claims for plan in plans_of(report))


def plans_of(report: ClaimReport) -> Iterable[Plan]:
    """Give the page of a claim."""
    return (Plan(report.address, report),)


def view(site: Site, plan: Plan) -> View:
    """Finish what a claim's page shows."""
    report: ClaimReport = plan.subject
    claim = report.claim
    citing = Citing(site, report)
    drawn = site.drawn.of(report)
    problems = claim_problems(report) if site.settings.preview else ()
    return View(
        title=f"“{claim.claim}”" if claim.verbatim else claim.claim,
        description=_withdrawn(site, claim) or f"{report.verdict.word}. {claim.answer}",
        crumbs=tuple(_crumbs(site, report)),
        section="claims/",
        problems=problems,
        structured_data=site.structured_data(report),
        picture=site.link_picture(report),
        values={
            "report": report,
            "claim": claim,
            "origins_file": f"{report.address}{ORIGINS}",
            "names": report.names,
            "citing": citing,
            "claimant_address": site.claimant_address(claim),
            "topics": [Crumb(site.topic_name(topic), links.topic(topic)) for topic in claim.topics],
            "figures": drawn.figures,
            "has_chart": any(figure.chart for figure in drawn.figures),
            "differences": [difference_view(group) for group in report.alike if group.first.differs],
            "paste_text": lambda difference: paste_text(site, report, difference),
            "inline": lambda text: render_inline(text, citing),
            "reasoning": lambda: _reasoning(report, citing),
            "marked_words": marked_words,
            "printed_markup": printed_markup,
            "statements": statements_of(report),
            "languages": {one.source.slug: one.source.language for one in report.citations},
            "drawing": drawn.origins,
            "checking": tuple(_checking(report)),
            "news": dated_news(report.news),
            "history": _history(claim),
            "cite_this": cite_claim(site, report),
            "contents": tuple(_contents(report)),
            "problems_at": by_anchor(problems),
        },
    )


def _history(claim: Claim) -> list[tuple[date, str, object]]:
    """Give what became of a claim's page and what happened since, the latest first: day, sort, and what it is."""
    entries = [
        *((one.date, "retired", one) for one in (claim.retired,) if one),
        *((one.date, "correction", one) for one in claim.corrections),
        *((one.date, "update", one) for one in claim.updates),
        (claim.checked, "checked", claim),
    ]
    return sorted(entries, key=lambda entry: entry[0], reverse=True)


def _withdrawn(site: Site, claim: Claim) -> str:
    """Say that a claim was withdrawn, and why; nothing where it stands."""
    return f"{_withdrawn_on(site, claim)} {claim.retired.why}" if claim.retired else ""


def _withdrawn_on(site: Site, claim: Claim) -> str:
    if claim.retired is None:
        return ""
    return _("Withdrawn on {day}.").format(day=day_words(claim.retired.date, site.locale))


def credit(site: Site, address: str) -> str:
    """Give the last line of a drawing's own file: where it is from."""
    return site.absolute(address) or site.settings.site_name


def files(site: Site, plan: Plan) -> Iterator[Page]:
    """Give the drawings of a claim, and what they show as data, as files of their own."""
    if not site.settings.has(EXTRA):
        return
    report: ClaimReport = plan.subject
    address, drawn = report.address, site.drawn.of(report)
    retired = report.claim.retired.date if report.claim.retired else None
    for shown in drawn.figures:
        if shown.chart is not None:
            label, rows = shown.report.figure.label, chart_data(shown.report)
            yield from drawn_files(site, address, shown.file, shown.chart, Subject(label, retired), rows)
    if drawn.origins is not None:
        sources = provenance_data(report.provenance)
        yield from drawn_files(site, address, ORIGINS, drawn.origins, Subject(report.claim.claim, retired), sources)


def drawings(site: Site, report: ClaimReport) -> ClaimDrawings:
    """Draw what a claim's page shows."""
    by = " ".join(filter(None, (_withdrawn_on(site, report.claim), credit(site, report.address))))
    look = report.verdict.look
    charts = (
        (figure, interval_chart(figure, locale=site.locale, credit=by, look=look, names=report.names))
        for figure in report.figures
    )
    return ClaimDrawings(
        tuple(
            FigureView(figure, chart, f"chart-{figure.figure.key}" if chart else "", grid_of(figure))
            for figure, chart in charts
        ),
        provenance_drawing(report.provenance, locale=site.locale, credit=by),
    )


def statements_of(report: ClaimReport) -> Mapping[str, str]:
    """Give what each citation prints for the figures of the page, by the citation's anchor: the words to mark in it."""
    printed: dict[str, str] = {}
    for figure in report.figures:
        for row in figure.rows:
            printed.setdefault(row.citation.anchor, row.printed)
    return printed


def _crumbs(site: Site, report: ClaimReport) -> Iterator[Crumb]:
    yield Crumb(site.settings.site_name, "")
    yield Crumb(_("Claims"), "claims/")
    if report.story is not None:
        yield Crumb(report.story.title, links.story(report.story.slug))


def _reasoning(report: ClaimReport, citing: Citing) -> Rendered:
    if not report.claim.body.strip():
        return EMPTY
    return render_markdown(report.claim.body, citing, top_level=3, prefix="why-")


def _checking(report: ClaimReport) -> Iterator[str]:
    """Say in sentences what was done for this page."""
    sources = {citation.source.slug: citation.source for citation in report.citations}.values()
    reads = Counter(source.read for source in sources)
    if whole := reads[Read.WHOLE]:
        yield words.count_words("We read {n} source whole.", "We read {n} sources whole.", whole)
    if part := reads[Read.PART]:
        yield words.count_words("We read {n} source in part.", "We read {n} sources in part.", part)
    if others := reads[Read.THROUGH_OTHERS]:
        yield words.count_words(
            "We know {n} source only through others.", "We know {n} sources only through others.", others
        )
    quoted = [citation for citation in report.citations if citation.citation.quote]
    if quoted:
        yield _quotations(quoted)
    if any(row.measure and row.measure.converted for figure in report.figures for row in figure.rows):
        yield _("Amounts in other currencies are converted at the European Central Bank's reference rates of the day.")


def _quotations(quoted: list[CitationReport]) -> str:
    """Say how many quotations were found in our copies; those that could not be looked for did not fail."""
    verified = sum(citation.proof.is_verified_quotation for citation in quoted)
    without = sum(citation.proof.state is ProofState.NO_SNAPSHOT for citation in quoted)
    number = len(quoted)
    if without == number:
        return words.count_words(
            "The words of {n} quotation could not be checked: we hold no copy.",
            "The words of {n} quotations could not be checked: we hold no copies.",
            number,
        )
    found = ngettext(
        "{verified} of {n} quotation was found word for word in our copy.",
        "{verified} of {n} quotations were found word for word in our copies.",
        number,
    ).format(verified=verified, n=number)
    if not without:
        return found
    rest = words.count_words("We hold no copy for {n}.", "We hold no copies for {n}.", without)
    return f"{found} {rest}"


def _contents(report: ClaimReport) -> Iterator[Entry]:
    for figure in report.figures:
        yield Entry(figure.anchor, figure.figure.label)
    for relation in report.relations:
        yield Entry(relation.anchor, relation.relation.label)
    if report.claim.body.strip():
        yield Entry("reasoning", _("Our reasoning"))
    yield Entry("differences", _("Why they differ"))
    yield Entry("origins", _("Who copied whom"))
    yield Entry("checking", _("How we checked"))
    if report.news:
        yield Entry("news", _("Related news"))
    yield Entry("citations", _("Citations"))
    yield Entry("history", _("History and reuse"))


PAGE_TYPE = PageType("claim", "claim.html", plans, view, of_claim=plans_of, files=files)
