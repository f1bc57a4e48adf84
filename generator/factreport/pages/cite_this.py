"""How others may cite a claim's page: plain text, BibTeX and CSL-JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import gettext as _
from factreport.pages import dates

if TYPE_CHECKING:
    from factreport.pages.site import Site
    from factreport.report.records import ClaimReport

DIGITS = 16
"""Of the hash of the data, in hexadecimal: enough that two versions of a claim do not share it by chance."""
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


class CiteThis(Struct, frozen=True):
    """Three forms of one reference; the address is left out where the site does not know its own."""

    plain: str
    bibtex: str
    csl_json: str


def cite_claim(site: Site, report: ClaimReport) -> CiteThis:
    """Give the reference to a claim's page as of its last change, with the hash of its data where there is one."""
    digest = site.data_hash(report)[:DIGITS]
    data = _("data.json sha256 {digest}").format(digest=digest) if digest else ""
    return CiteThis(_plain(site, report, data), _bibtex(site, report, data), _csl_json(site, report, data))


def _plain(site: Site, report: ClaimReport, data: str) -> str:
    text = _("“{claim}”: {verdict}. {site}, version of {day}.").format(
        claim=report.claim.claim,
        verdict=report.verdict.word,
        site=site.settings.site_name,
        day=dates.day_words(report.modified, site.locale),
    )
    return " ".join(part for part in (text, data and f"{data}.", site.absolute(report.address)) if part)


def _bibtex(site: Site, report: ClaimReport, data: str) -> str:
    day, url = report.modified, site.absolute(report.address)
    fields = {
        "author": f"{{{site.settings.site_name.translate(BIBTEX_ESCAPES)}}}",
        "title": f"{{{report.claim.claim.translate(BIBTEX_ESCAPES)}}}",
        "year": str(day.year),
        "month": str(day.month),
        "note": ", ".join(filter(None, (_("Fact-check, version of {day}").format(day=day.isoformat()), data))),
        "url": url,
    }
    lines = (f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return "@misc{" + report.claim.slug + ",\n" + ",\n".join(lines) + "\n}"


def _csl_json(site: Site, report: ClaimReport, data: str) -> str:
    day, url = report.modified, site.absolute(report.address)
    item = {
        "id": report.claim.slug,
        "type": "webpage",
        "title": report.claim.claim,
        "author": [{"literal": site.settings.site_name}],
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "version": day.isoformat(),
        "note": data,
        "URL": url,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2)
