"""MkDocs' own command with our generator making one page for each claim and nothing else, as the peers do.

`python bench/ours_claims.py plain build` makes the plain page that all generators make, `page` the product's own claim
page. No option of the product does this, because a site without lists and sources would be none; so this program takes
all other types of page and all exports away before the command runs. Everything that comes before pages is untouched:
all content is read, checked, proved, compared and worked out, and what the next build goes on from is kept.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from mkdocs.__main__ import cli

from factreport.exports import catalogue
from factreport.pages import claim, site
from factreport.pages.citing import Citing
from factreport.pages.markdown import render_markdown
from factreport.pages.page import PageType, Plan, View

if TYPE_CHECKING:
    from factreport.pages.site import Site
    from factreport.report.records import ClaimReport


def _plain_view(site: Site, plan: Plan) -> View:
    """Finish what the template of the plain page shows, and nothing else: it has no drawings."""
    report: ClaimReport = plan.subject
    citing = Citing(site, report, claim.names_of(report))
    reasoning = render_markdown(report.claim.body, citing, top_level=3, prefix="why-")
    values = {"claim": report.claim, "citations": report.citations, "reasoning": reasoning.html}
    return View(title=report.claim.claim, values=values)


PLAIN = PageType("plain", "plain.html", claim.plans, _plain_view)
TYPES = {"plain": PLAIN, "page": claim.PAGE_TYPE}


def main(name: str, arguments: list[str]) -> None:
    """Run the command with one type of page."""
    # Set for good, and not with the library for tests: that one would take as long to import as a tenth of an edit.
    site.FAMILY_TYPES, site.GATHERING_TYPES = (TYPES[name],), ()
    catalogue.all_exports = cache(lambda: ())
    cli(arguments)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
