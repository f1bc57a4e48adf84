"""What a page is, and what a type of page has to say of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factreport.pages.preview import Marked
    from factreport.pages.site import Site
    from factreport.report.records import ClaimReport
    from factreport.settings import Extra

Detail = tuple[str, object]
"""Something that lists show of a single claim: the claim's slug with the place of a difference or a source's slug."""


class Page(Struct, frozen=True):
    """A finished file of the site."""

    address: str
    """Below the site's root: a folder ("claims/x/") for HTML, else the file ("claims/x/chart-cost.svg")."""
    text: str
    listed: bool = True
    """Whether sitemap and search may name it."""

    @property
    def path(self) -> str:
        """The file below the site's folder."""
        return f"{self.address}index.html" if self.address == "" or self.address.endswith("/") else self.address


class Crumb(Struct, frozen=True):
    """A step on the way from the home page."""

    text: str
    address: str


class Entry(Struct, frozen=True):
    """A section of a page, for the list of its contents."""

    anchor: str
    text: str


class Plan(Struct, frozen=True):
    """A page to be made: where it will stand and what it is about."""

    address: str
    subject: Any = None
    """What the type's `view` needs; the type of page knows its kind."""
    listed: bool = True
    rooted: bool = False
    """Whether its links begin at the root of the host, since it is served at any depth."""


class LinkPicture(Struct, frozen=True):
    """A picture for links to a page, which other sites fetch."""

    address: str
    """In full, with the site's own."""
    width: int
    height: int
    media_type: str


class View(Struct, frozen=True):
    """What a page shows, finished for its template."""

    title: str
    """Heading of the page; the browser's title is made from it."""
    description: str = ""
    """One or two sentences for previews and search results; empty: the site's own."""
    crumbs: tuple[Crumb, ...] = ()
    section: str = ""
    """Address of the entry of the navigation that it belongs to."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What the template uses, by name."""
    problems: tuple[Marked, ...] = ()
    """Problems to be shown in a preview; elsewhere nobody sees them."""
    structured_data: Mapping[str, Any] | None = None
    """JSON-LD of the page; None: none."""
    picture: LinkPicture | None = None
    """What other sites show beside a link to the page; None: nothing."""


def no_files(_site: Site, _plan: Plan) -> Iterable[Page]:
    """Give no files."""
    return ()


def no_details(_site: Site, _plan: Plan) -> Iterable[Detail]:
    """Give no details."""
    return ()


class PageType(Struct, frozen=True):
    """One type of page."""

    name: str
    template: str
    plans: Callable[[Site], Iterable[Plan]]
    """Give every page of this type, in a fixed order."""
    view: Callable[[Site, Plan], View]
    """Finish what one page shows."""
    shows: Callable[[Site, Plan], object] | None = None
    """Gives what a page shows beside what its address and the settings say; while that and the details are equal, so
    is the page. None: the page is made at every build."""
    details: Callable[[Site, Plan], Iterable[Detail]] = field(default=no_details)
    """Names what a page shows of single claims beyond that."""
    of_claim: Callable[[ClaimReport], Iterable[Plan]] | None = None
    """Give the pages of this type about one claim; None for a type that is not about claims one by one."""
    files: Callable[[Site, Plan], Iterable[Page]] = field(default=no_files)
    """Give files of its own that belong to a page."""
    extra: Extra | None = None
    """To what it belongs that a site can go without; None: every site has it."""
