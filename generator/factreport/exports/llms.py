"""A guide for language models: what the site is, every claim with its answer, and where the text and data are.

Form: https://llmstxt.org.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factreport.exports.address import absolute, is_known
from factreport.exports.credit import cite_site, license_text
from factreport.exports.export import Export, ExportFile, SiteOffer
from factreport.exports.markdown_twin import TWIN, escaped
from factreport.language import gettext as _
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.exports.export import Parts
    from factreport.model.scale import Scale
    from factreport.report.records import ClaimReport, Report
    from factreport.settings import Settings


PART = "llms"
"""Name under which the line of a claim is kept."""


def guide(report: Report, parts: Parts, settings: Settings) -> str:
    """Give the guide; links are relative where the site does not know its address."""
    return "\n".join(_lines(report, parts, settings))


def _lines(report: Report, parts: Parts, settings: Settings) -> Iterator[str]:
    yield from (f"# {escaped(settings.site_name)}", "")
    about = settings.site_description or _("Claims about figures in the news, checked.")
    yield from (f"> {escaped(about)}", "")
    yield _("Each claim has a verdict, an answer with the number to use, and every source with the words it prints.")
    yield _("A printed figure means a range: give it as it is printed, and name the source. Reports that repeat one")
    yield _("origin count as one. “Cannot be settled” means that nobody outside knows, not that the claim is false.")
    yield from ("", _("Cite as: {text}").format(text=escaped(cite_site(report, settings))))
    if license_text(settings):
        yield _("Licence: {text}").format(text=escaped(license_text(settings)))
    lines = {card.slug: part[PART] for card, part in zip(report.cards, parts, strict=True)}
    for title, slugs in _sections(report):
        yield from ("", f"## {escaped(title)}", "")
        yield from (lines[slug] for slug in slugs)
    if settings.has(Extra.DATA):
        yield from ("", "## " + _("Data"), "")
        yield _link(settings, "data/claims.json", _("All claims (JSON)"))
        yield _link(settings, "data/factreport.sqlite", _("Everything (SQLite)"))
        yield _link(settings, "data/dictionary.md", _("What each column holds"))
    yield from ("", "## Optional", "")
    yield _link(settings, "method/", _("Method"))
    yield _link(settings, "corrections/", _("Corrections"))
    if is_known(settings) and settings.has(Extra.FEEDS):
        yield _link(settings, "feeds/claims.xml", _("Feed of all claims"))
    yield ""


def _sections(report: Report) -> Iterator[tuple[str, list[str]]]:
    """Give stories with the slugs of their claims, each claim once, then the claims of no story."""
    told: set[str] = set()
    for story in report.story_cards:
        claims = [slug for slug in story.claims if slug not in told]
        told.update(claims)
        if claims:
            yield story.title, claims
    rest = [card.slug for card in report.cards if card.slug not in told]
    if rest:
        yield _("Other claims"), rest


def _claim_parts(report: ClaimReport, _scale: Scale, settings: Settings) -> Mapping[str, Any]:
    return {PART: _line(report, settings)}


def _line(report: ClaimReport, settings: Settings) -> str:
    claim = report.claim
    about = _("{verdict}. {answer}").format(verdict=report.verdict.word, answer=claim.answer)
    if claim.retired is not None:
        about = _("Withdrawn. {why}").format(why=claim.retired.why)
    address = f"{report.address}{TWIN}" if settings.has(Extra.DATA) else report.address
    return f"{_link(settings, address, claim.claim)}: {escaped(about)}"


def _link(settings: Settings, path: str, text: str) -> str:
    return f"- [{escaped(text)}]({absolute(settings, path)})"


def _site_files(report: Report, parts: Parts, settings: Settings) -> Iterator[ExportFile]:
    yield ExportFile.of_text("llms.txt", guide(report, parts, settings))


def _site_offers(_settings: Settings) -> Iterator[SiteOffer]:
    yield SiteOffer("llms.txt", _("A guide for language models: every claim with its answer."))


EXPORT = Export("llms", claim_parts=_claim_parts, site_files=_site_files, site_offers=_site_offers)
