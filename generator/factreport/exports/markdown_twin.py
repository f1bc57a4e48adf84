"""The Markdown twin of a claim's page, beside it: for people who read text, and for programs that do.

Words of others are escaped, so that they show as they are wherever the text is rendered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from factreport.exports.address import absolute
from factreport.exports.credit import cite_claim, license_text
from factreport.exports.export import Export, ExportFile, Offer
from factreport.language import gettext as _
from factreport.model.nouns import FOLDERS
from factreport.reading.body import find_citation, without_code
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.report.records import CitationReport, ClaimReport, FigureReport
    from factreport.settings import Settings

TWIN = "index.md"
_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_MARKER = re.compile(r"\[@([^\[\]\n]*)\]")
_LINK = re.compile(r"(\]\(\s*<?)(claim|source|story):([a-z0-9-]+)")
# What may begin HTML; `<https://…>` and `<desk@…>` are links.
_TAG = re.compile(r"(?<!\\)((?:\\\\)*)<(?=[A-Za-z/!?])(?![A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*>)(?![\w.+-]+@[\w.-]+>)")


def twin(report: ClaimReport, settings: Settings) -> str:
    """Give the page as Markdown: the same order, the same words, the same numbers of citations."""
    return "\n\n".join(part for part in _parts(report, settings) if part) + "\n"


def escaped(text: str) -> str:
    """Give a text as Markdown that shows it as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _parts(report: ClaimReport, settings: Settings) -> Iterator[str]:
    claim = report.claim
    yield f"# {escaped(f'“{claim.claim}”' if claim.verbatim else claim.claim)}"
    said = _("Claimed by {claimant}, {days}").format(claimant=escaped(claim.claimant), days=claim.claimed.text)
    basis = _("on the word of {basis}").format(basis=escaped(claim.basis)) if claim.basis else ""
    yield f"{', '.join(one for one in (said, basis) if one)}."
    if claim.retired is not None:
        withdrawn = _("Withdrawn on {day}.").format(day=claim.retired.date.isoformat())
        yield f"> **{withdrawn}** {escaped(claim.retired.why)}"
    for one in claim.corrections:
        corrected = _("Corrected on {day}.").format(day=one.date.isoformat())
        before = _("Before: “{said}” Now: “{says}”").format(said=escaped(one.said), says=escaped(one.says))
        yield f"> **{corrected}** {before} {escaped(one.why)}"
    yield f"**{escaped(report.verdict.word)}.** {escaped(claim.answer)}"
    checked = _("Checked {day}").format(day=claim.checked.isoformat())
    yield f"{checked} · {escaped(report.provenance.count.sentence)}"
    if report.reporting is not None:
        yield _("Was it repeated right? {word}.").format(word=escaped(report.reporting.word))
    yield "\n".join(f"- {escaped(point)}" for point in claim.in_short)
    for figure in report.figures:
        yield from _figure(figure)
    for relation in report.relations:
        yield f"## {escaped(relation.summary)}"
        yield escaped(relation.relation.label)
        yield "\n".join(f"- {escaped(group.sentence)}" for group in relation.alike)
    if claim.body.strip():
        yield "## " + _("Our reasoning")
        yield reasoning(report)
    yield "## " + _("Why they differ")
    yield "\n".join(_differences(report)) or _("No differences that need a reason.")
    yield "## " + _("Citations")
    yield "\n".join(_citation(cited) for cited in report.citations)
    yield "## " + _("Reuse")
    yield _("Cite as: {text}").format(text=escaped(cite_claim(report, settings)))
    if license_text(settings):
        yield _("Licence: {text}").format(text=escaped(license_text(settings)))
    data = f"[data.json]({absolute(settings, f'{report.address}data.json') if settings.site_url else 'data.json'})"
    yield _("All of it as data: {link}").format(link=data)


def _figure(figure: FigureReport) -> Iterator[str]:
    yield f"## {escaped(figure.summary)}"
    yield escaped(figure.figure.label)
    if figure.claimed_words:
        yield _("The claim says: {figure}").format(figure=escaped(figure.claimed_words))
    if figure.rows:
        heads = (_("Who"), _("Prints"), _("Can mean"), _("Compared"))
        lines = [f"| {' | '.join(heads)} |", "| --- | --- | --- | --- |"]
        for row in figure.rows:
            compared = "; ".join(finding.word for finding in row.findings) or (
                _("reference") if row.is_reference else ""
            )
            cells = (f"{row.citation.source.name} [{row.citation.number}]", row.printed, row.means, compared)
            lines.append(f"| {' | '.join(escaped(cell) for cell in cells)} |")
        yield "\n".join(lines)


def _differences(report: ClaimReport) -> Iterator[str]:
    for group in report.alike:
        finding = group.first
        if finding.differs:
            reason = f" {escaped(finding.explanation.note)}" if finding.explanation else ""
            yield f"- **{escaped(finding.word)}:** {escaped(group.sentence)}{reason}"


def _citation(cited: CitationReport) -> str:
    source, citation = cited.source, cited.citation
    parts = [source.name, source.title, source.published.text, citation.locator]
    where = ", ".join(escaped(part) for part in parts if part)
    address = f" <{source.url}>" if source.url and source.link and not re.search(r"[\s<>]", source.url) else ""
    if citation.quote is not None:
        words = f"“{escaped(citation.quote)}”"
    elif citation.noted is not None:
        words = _("noted: {words}").format(words=escaped(citation.noted))
    else:
        words = _("searched for and not there: {words}").format(words=escaped(", ".join(citation.omits)))
    return f"{cited.number}. {where}: {words}{address}"


def reasoning(report: ClaimReport) -> str:
    """Give the editors' text with numbers for its citations and full links to other twins."""
    claim = report.claim

    def number(found: re.Match[str]) -> str:
        citation = find_citation(found[1], claim.slug, claim.citations)
        return f"\\[{report.cited(claim.slug, citation.identity).number}\\]" if citation else found[0]

    def link(found: re.Match[str]) -> str:
        twin_of = TWIN if found[2] == "claim" else ""
        return f"{found[1]}../../{FOLDERS[found[2]]}/{found[3]}/{twin_of}"

    return _LINK.sub(link, _MARKER.sub(number, without_tags(claim.body.strip())))


def without_tags(text: str) -> str:
    """Give Markdown whose HTML is shown as it stands, as pages show it; that in code is, without our doing."""
    if not _TAG.search(text):
        return text
    plain = without_code(text)
    starts = {found.end() for found in _TAG.finditer(plain)}
    shown = _TAG.sub(lambda found: f"{found[1]}\\<" if found.end() in starts else found[0], text)
    # What is code is told by simple rules; where a reader of Markdown finds less of it, a stray \ in code does no harm.
    return _TAG.sub(r"\1\\<", shown) if _has_html(shown) else shown


def _has_html(text: str) -> bool:
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return any(one.type.startswith("html_") for token in tokens for one in (token, *(token.children or ())))


def _claim_files(report: ClaimReport, settings: Settings) -> Iterator[ExportFile]:
    yield ExportFile.of_text(f"{report.address}{TWIN}", twin(report, settings))


def _offers() -> tuple[Offer, ...]:
    return (Offer(TWIN, _("this page as text (Markdown)"), "text/markdown"),)


EXPORT = Export("markdown", extra=Extra.DATA, claim_files=_claim_files, offers=_offers)
