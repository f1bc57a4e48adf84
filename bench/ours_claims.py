"""MkDocs' own command with our generator making one page for each claim and nothing else, as the peers do.

`python bench/ours_claims.py plain build` makes the plain page that all generators make, `page` the product's own claim
page. No option of the product does this, because a site without lists and sources would be none; so this program takes
all other types of page and all exports away before the command runs. Everything that comes before pages is untouched:
all content is read, checked, proved, compared and worked out, and what the next build goes on from is kept.
"""

from __future__ import annotations

import sys
from functools import cache, wraps
from typing import TYPE_CHECKING

from mkdocs.__main__ import cli

from factreport.late import late
from factreport.mkdocs_plugin import FactreportPlugin

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from factreport.exports import catalogue
    from factreport.pages import citing, claim, markdown, page, site
    from factreport.report.records import ClaimReport
else:
    # As in every build, what makes pages is imported once the files are being looked at.
    catalogue, citing, claim, markdown, page, site = (
        late(f"factreport.{name}")
        for name in ("exports.catalogue", "pages.citing", "pages.claim", "pages.markdown", "pages.page", "pages.site")
    )


def main(name: str, arguments: list[str]) -> None:
    """Run the command with one type of page."""
    begin = FactreportPlugin.on_config

    @wraps(begin)
    def on_config(plugin: FactreportPlugin, config: MkDocsConfig) -> MkDocsConfig:
        changed = begin(plugin, config=config)
        _leave(name)
        return changed

    FactreportPlugin.on_config = on_config  # type: ignore[method-assign, assignment]
    cli(arguments)


def _leave(name: str) -> None:
    """Leave one type of page."""
    plain = page.PageType("plain", "plain.html", claim.plans, _plain_view)
    # Set for good, and not with the library for tests: that one would take as long to import as a tenth of an edit.
    site.FAMILY_TYPES, site.GATHERING_TYPES = ({"plain": plain, "page": claim.PAGE_TYPE}[name],), ()
    catalogue.all_exports = cache(lambda: ())


def _plain_view(of_site: site.Site, plan: page.Plan) -> page.View:
    """Finish what the template of the plain page shows, and nothing else: it has no drawings."""
    report: ClaimReport = plan.subject
    names = citing.Citing(of_site, report)
    reasoning = markdown.render_markdown(report.claim.body, names, top_level=3, prefix="why-")
    values = {"claim": report.claim, "citations": report.citations, "reasoning": reasoning.html}
    return page.View(title=report.claim.claim, values=values)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
