"""How others may cite a claim's page: plain text, BibTeX and CSL-JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages import dates

if TYPE_CHECKING:
    from factreport.pages.site import Site
    from factreport.report.records import ClaimReport

BIBTEX_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "$": r"\$",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


@dataclass(frozen=True, slots=True)
class CiteThis:
    """Three forms of one reference; the address is left out where the site does not know its own."""

    plain: str
    bibtex: str
    csl_json: str


def cite_claim(site: Site, report: ClaimReport) -> CiteThis:
    """Give the reference to a claim's page as of its last change."""
    return CiteThis(_plain(site, report), _bibtex(site, report), _csl_json(site, report))


def _plain(site: Site, report: ClaimReport) -> str:
    text = _("“{claim}”: {verdict}. {site}, version of {day}.").format(
        claim=report.claim.claim,
        verdict=report.verdict.word,
        site=site.settings.site_name,
        day=dates.day_words(report.modified, site.locale),
    )
    return f"{text} {site.absolute(report.address)}".strip()


def _bibtex(site: Site, report: ClaimReport) -> str:
    day, url = report.modified, site.absolute(report.address)
    fields = {
        "author": f"{{{site.settings.site_name.translate(BIBTEX_ESCAPES)}}}",
        "title": f"{{{report.claim.claim.translate(BIBTEX_ESCAPES)}}}",
        "year": str(day.year),
        "month": str(day.month),
        "note": _("Fact-check, version of {day}").format(day=day.isoformat()),
        "url": url,
    }
    lines = (f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return "@misc{" + report.claim.slug + ",\n" + ",\n".join(lines) + "\n}"


def _csl_json(site: Site, report: ClaimReport) -> str:
    day, url = report.modified, site.absolute(report.address)
    item = {
        "id": report.claim.slug,
        "type": "webpage",
        "title": report.claim.claim,
        "author": [{"literal": site.settings.site_name}],
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "URL": url,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2)
