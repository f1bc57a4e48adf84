"""What rules look at: one review, one page, one feed, one site, each with what is known around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.claimreview.addresses import host_of
from factreport.claimreview.values import each, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.claimreview.document import Block, Document, Node
    from factreport.claimreview.inputs import Folder
    from factreport.claimreview.json_text import Json
    from factreport.claimreview.problem import Found, Keys


class Options(Struct, frozen=True):
    """What the caller knows beyond the files."""

    site_url: str = ""
    """Address of the site whose folder is read."""
    labels: tuple[str, ...] = ()
    """The published scale; empty: not known."""


class Located(Struct, frozen=True):
    """What was found, with the block or the file in which it was."""

    found: Found
    path: str
    block: Block | None = None
    keys: Keys = ()
    """Path in the block."""
    line: int = 1
    """Where it is in the file if there is no block; counted from 1."""
    column: int = 1


class Review(Struct, frozen=True):
    """One ClaimReview."""

    node: Node
    document: Document
    options: Options = field(default_factory=Options)

    @property
    def data(self) -> Mapping[str, Json]:
        """The review's properties."""
        return self.node.data

    @property
    def rating(self) -> Mapping[str, Json]:
        """The properties of its rating; none where the rating is no object."""
        value = self.data.get("reviewRating")
        return value if isinstance(value, dict) else {}

    @property
    def claim(self) -> Mapping[str, Json]:
        """The properties of what is reviewed; none where that is no object."""
        value = self.data.get("itemReviewed")
        return value if isinstance(value, dict) else {}

    @property
    def has_claim(self) -> bool:
        """Whether what is reviewed is an object."""
        return isinstance(self.data.get("itemReviewed"), dict)

    @property
    def label(self) -> str:
        """The verdict in words; empty where there is none."""
        return text_at(self.rating, "alternateName")

    @property
    def own_host(self) -> str:
        """Host of the site that publishes the review; empty where nothing tells it."""
        return host_of(self.document.address) or host_of(self.options.site_url) or host_of(text_at(self.data, "url"))

    @property
    def page_host(self) -> str:
        """Host of the page that carries it; empty where that is not known."""
        return host_of(self.document.address) or (host_of(self.options.site_url) if self.document.page else "")

    def resolved(self, value: Json) -> Json:
        """Give the object that `value` points at by its `@id` in the same document; else the value itself."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str):
            there = self.document.by_id.get(str(value["@id"]), {})
            return {**there, **value}
        return value

    def people(self, name: str, *, of_claim: bool = False) -> Iterator[tuple[Keys, Json]]:
        """Give the authors of the review, or of the claim, each with its path."""
        start: Keys = ("itemReviewed",) if of_claim else ()
        for keys, value in each(self.claim if of_claim else self.data, name):
            yield (*start, *keys), self.resolved(value)

    def appearances(self) -> Iterator[tuple[Keys, Json]]:
        """Give everything named as an appearance of the claim, the first one too."""
        for name in ("appearance", "firstAppearance"):
            for keys, value in each(self.claim, name):
                yield ("itemReviewed", *keys), value


class Page(Struct, frozen=True):
    """One web page with at least one ClaimReview."""

    document: Document
    reviews: tuple[Review, ...]


class Feed(Struct, frozen=True):
    """One DataFeed."""

    node: Node
    document: Document

    @property
    def data(self) -> Mapping[str, Json]:
        """The feed's properties."""
        return self.node.data

    def elements(self) -> Iterator[tuple[Keys, Json]]:
        """Give the feed's elements, each with its path."""
        value = self.data.get("dataFeedElement")
        for place, element in enumerate(value if isinstance(value, list) else ()):
            yield ("dataFeedElement", place), element

    def items(self) -> Iterator[tuple[Keys, Mapping[str, Json]]]:
        """Give the objects that the elements carry, each with its path; elements that are withdrawn left out."""
        for keys, element in self.elements():
            if isinstance(element, dict) and not element.get("dateDeleted"):
                for inner, item in each(element, "item"):
                    if isinstance(item, dict):
                        yield (*keys, *inner), item


class Media(Struct, frozen=True):
    """One MediaReview."""

    node: Node
    document: Document

    @property
    def data(self) -> Mapping[str, Json]:
        """Its properties."""
        return self.node.data


class Site(Struct, frozen=True):
    """Everything that was read together; a folder makes it a whole site."""

    reviews: tuple[Review, ...] = ()
    """Those of pages and files, not those of feeds."""
    in_feeds: tuple[Review, ...] = ()
    feeds: tuple[Feed, ...] = ()
    documents: tuple[Document, ...] = ()
    """Without the words of their pages."""
    folder: Folder | None = None
    sitemap: frozenset[str] | None = None
    """Addresses of the sitemap as `addresses.page_key` gives them; None where the folder has none."""
    robots: str = ""
    has_corrections: bool = False
    """Whether a page links to corrections, or structured data names a policy for them."""
    has_policies: bool = False
    """Whether structured data names a policy of an organization."""
    options: Options = field(default_factory=Options)
