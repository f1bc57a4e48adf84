"""What is kept of all documents of a site while they are read one after the other: never their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from factreport.claimreview.addresses import page_key
from factreport.claimreview.subjects import Feed, Review, Site

if TYPE_CHECKING:
    from factreport.claimreview.document import Document
    from factreport.claimreview.inputs import Folder
    from factreport.claimreview.subjects import Options
    from factreport.claimreview.web_page import Link

_OF_CORRECTIONS = frozenset({"correctionsPolicy", "actionableFeedbackPolicy"})
_CORRECTIONS = re.compile(
    r"correct(?:ion|if)|corrig|correzion|correç|correcc|rectif|berichtig|korrektur|korrig|rättelse|rettelse|poprav|"
    r"oprav|sprostowan|düzeltme|errat|исправлен|выправ|تصحيح|更正|訂正|정정|report.an.error|fehler.melden",
    re.IGNORECASE,
)
_LOCATION = re.compile(r"<loc>\s*([^<\s]{1,2048})\s*</loc>")


class Gathering(Struct):
    """The site as far as it has been read."""

    options: Options
    documents: list[Document] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    in_feeds: list[Review] = field(default_factory=list)
    feeds: list[Feed] = field(default_factory=list)
    has_corrections: bool = False
    has_policies: bool = False

    def keep(self, document: Document) -> None:
        """Keep what rules about the whole site need of a document."""
        self.has_policies |= bool(document.policies)
        self.has_corrections |= bool(document.policies & _OF_CORRECTIONS)
        page = document.page and replace(document.page, source="", scripts=())
        slim = replace(document, page=page, blocks=(), by_id={} if not document.reviews else document.by_id)
        self.documents.append(slim)
        for node in document.reviews:
            (self.in_feeds if node.feed else self.reviews).append(Review(node, slim, self.options))
        self.feeds += (Feed(node, slim) for node in document.feeds)

    def take_in(self, other: Gathering) -> None:
        """Keep what another has kept, after one's own."""
        self.documents += other.documents
        self.reviews += other.reviews
        self.in_feeds += other.in_feeds
        self.feeds += other.feeds
        self.has_corrections |= other.has_corrections
        self.has_policies |= other.has_policies

    def site(self, folder: Folder | None, limit: int) -> Site:
        """Give everything that was kept, with the sitemap and robots.txt of the folder."""
        return Site(
            reviews=tuple(self.reviews),
            in_feeds=tuple(self.in_feeds),
            feeds=tuple(self.feeds),
            documents=tuple(self.documents),
            folder=folder,
            sitemap=_sitemap(folder, limit) if folder else None,
            robots=(folder.text_of("robots.txt", limit) or "") if folder else "",
            has_corrections=self.has_corrections,
            has_policies=self.has_policies,
            options=self.options,
        )


def leads_to_corrections(document: Document) -> bool:
    """Tell whether a page has a link to corrections or to a way to report errors."""
    return any(map(_is_of_corrections, document.page.links())) if document.page else False


def _is_of_corrections(link: Link) -> bool:
    return bool(_CORRECTIONS.search(link.address[:500]) or _CORRECTIONS.search(link.text[:500]))


def _sitemap(folder: Folder, limit: int) -> frozenset[str] | None:
    names = sorted(path.name for path in folder.path.glob("*sitemap*.xml"))
    texts = [folder.text_of(name, limit) or "" for name in names]
    return frozenset(page_key(match[1]) for text in texts for match in _LOCATION.finditer(text)) if names else None
