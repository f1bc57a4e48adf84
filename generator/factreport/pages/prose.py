"""Pages that editors write as text; home, method and corrections have such a text above what is generated."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from factreport.pages.citing import Linking
from factreport.pages.markdown import Rendered, render_markdown
from factreport.pages.page import Crumb, PageType, Plan, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factreport.pages.markdown import Heading
    from factreport.pages.site import Site


class Prose(Struct, frozen=True):
    """A text of the editors and where it stands."""

    address: str
    """Folder below the site's root: "about/"; empty for the home page."""
    markdown: str
    title: str = ""
    """Empty: the leading heading of the text."""
    description: str = ""
    resolve: Callable[[str], str] | None = None
    """Gives the address on the site for a relative one of the text ("method.md#scale"); None: all stay as written."""

    @property
    def fingerprint(self) -> str:
        """What tells the words of this text from others, in hexadecimal."""
        words = (self.address, self.markdown, self.title, self.description)
        return sha256(repr(words).encode()).hexdigest()


class RenderedProse(Struct, frozen=True):
    """A text rendered for its page."""

    title: str
    description: str
    html: Markup
    headings: tuple[Heading, ...]


NOTHING = RenderedProse("", "", Markup(""), ())


def render_prose(site: Site, prose: Prose) -> Rendered:
    """Render a text of the editors; its first heading of level 1 is taken off as the title."""
    return render_markdown(prose.markdown, Linking(site, prose.address), take_title=True, resolve=prose.resolve)


def written(site: Site, plan: Plan) -> RenderedProse:
    """Give the text that a plan brings, rendered; empty where it brings none."""
    prose: Prose | None = plan.subject
    if prose is None:
        return NOTHING
    rendered = render_prose(site, prose)
    return RenderedProse(prose.title or rendered.first_heading, prose.description, rendered.html, rendered.headings)


def plans(_site: Site) -> Iterable[Plan]:
    """Give nothing: hosts bring the texts."""
    return ()


def view(site: Site, plan: Plan) -> View:
    """Finish what a page of prose shows."""
    prose = written(site, plan)
    return View(
        title=prose.title or plan.address.strip("/"),
        description=prose.description,
        crumbs=(Crumb(site.settings.site_name, ""),),
        section=plan.address,
        values={"prose": prose},
    )


PAGE_TYPE = PageType("prose", "prose.html", plans, view)
