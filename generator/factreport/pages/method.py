"""The method page: the editors' text, then the scale, the rules and the causes in their own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factreport.figures.comparison import Size
from factreport.figures.meaning import DEFAULTS
from factreport.figures.wording import write_share
from factreport.language import gettext as _
from factreport.model.claim import Cause
from factreport.pages.citing import Linking
from factreport.pages.markdown import Heading, render_markdown
from factreport.pages.page import Crumb, PageType, Plan, View
from factreport.pages.prose import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.pages.site import Site


TOP = 2
"""Level of the headings that the page names at its beginning."""
_QUOTED = re.compile(r'"([^"\n]*)"')


def plans(_site: Site) -> Iterator[Plan]:
    """Give the one method page."""
    yield Plan("method/")


def view(site: Site, plan: Plan) -> View:
    """Finish what the method page shows."""
    prose = written(site, plan)
    linking = Linking(site, plan.address)
    return View(
        title=prose.title or _("Method"),
        description=prose.description or _("How we compare figures, and what our words mean."),
        crumbs=(Crumb(site.settings.site_name, ""),),
        section="method/",
        values={
            "prose": prose,
            "contents": (*(one for one in prose.headings if one.level == TOP), *_sections()),
            "scale": site.report.content.scale,
            "rules": [
                (rule, render_markdown(curly(rule.explanation), linking, top_level=4, prefix=f"rule-{rule.name}-").html)
                for rule in site.report.rules
            ],
            "causes": list(Cause),
            "sizes": list(_sizes()),
        },
    )


def _sections() -> Iterator[Heading]:
    """Give the headings of what follows the editors' text, as the template has them."""
    yield Heading(TOP, _("Check a quotation yourself"), "check")
    yield Heading(TOP, _("Our scale: is it so?"), "scale")
    yield Heading(TOP, _("How far apart"), "sizes")
    yield Heading(TOP, _("How we compare"), "rules")
    yield Heading(TOP, _("Reasons we give for differences"), "causes")


def _sizes() -> Iterator[tuple[Size, str]]:
    """Give the sizes with what each begins or ends with; nothing where its name says all."""
    small, large = write_share(DEFAULTS.small), write_share(DEFAULTS.severe)
    notes = {
        Size.SMALL: _("less than {share} of the figure compared with, or they meet at the widest reading"),
        Size.MATERIAL: _("up to {share} of it"),
        Size.SEVERE: _("more than {share} of it, or below zero against above"),
    }
    shares = {Size.SMALL: small, Size.MATERIAL: large, Size.SEVERE: large}
    return ((size, notes[size].format(share=shares[size]) if size in notes else "") for size in Size)


def curly(text: str) -> str:
    """Give a text with the quotation marks that pages have: rules explain themselves in code, with straight ones."""
    return _QUOTED.sub("“\\1”", text)


PAGE_TYPE = PageType("method", "method.html", plans, view)
