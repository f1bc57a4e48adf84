"""Source files from the works that a review names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.claimreview.addresses import host_of, page_key, split
from factreport.claimreview.days import days_of
from factreport.claimreview.values import text_at, types_of
from factreport.importing.content_file import one_line, record
from factreport.importing.slugs import free, slug_in_address, slug_of_host, slug_of_text

if TYPE_CHECKING:
    from factreport.claimreview.json_text import Json
    from factreport.importing.content_file import ContentFile

KINDS = {
    "NewsArticle": "news",
    "Article": "news",
    "ReportageNewsArticle": "news",
    "SocialMediaPosting": "post",
    "DiscussionForumPosting": "post",
    "VideoObject": "broadcast",
    "BroadcastEvent": "broadcast",
    "ScholarlyArticle": "research",
    "Dataset": "research",
    "Report": "official",
    "GovernmentService": "official",
}
"""Kind of source by type of work; others become `news`, which is for the editor to set right."""
NOTHING_READ = "Nobody here has read it yet: the import knows what the markup of a review says of it."


class Sources(Struct):
    """The sources met so far, each once."""

    taken: dict[str, str]
    """Slug of every source of the folder, with its address."""
    files: list[ContentFile] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    """What a source is called in texts, by slug."""
    by_key: dict[str, str] = field(default_factory=dict)
    _by_page: dict[str, str] = field(default_factory=dict)
    """Slugs of the first ones at their addresses."""
    _numbers: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note where the sources of the folder are found."""
        for slug, address in self.taken.items():
            self._by_page.setdefault(page_key(address), slug)

    def slug_of(self, work: Json) -> str | None:
        """Give the slug of a work, with a new file where it has none; None where nothing tells what it is."""
        thing: dict[str, Json] = {"url": work} if isinstance(work, str) else work if isinstance(work, dict) else {}
        url = text_at(thing, "url") if split(text_at(thing, "url")) else ""
        publisher = _publisher(thing) or host_of(url)
        title = text_at(thing, "headline") or text_at(thing, "name")
        if not publisher or not (url or title or text_at(thing, "@id")):
            return None
        key = page_key(url) if url else f"{publisher}: {title or text_at(thing, '@id')}"
        if key not in self.by_key:
            self.by_key[key] = self._add(thing, url, publisher, title)
        return self.by_key[key]

    def _add(self, thing: dict[str, Json], url: str, publisher: str, title: str) -> str:
        known = self._by_page.get(page_key(url)) if url else None
        slug = known or free(_slug(thing, url, publisher), self.taken.__contains__, self._numbers)
        self.titles[slug] = f"{publisher}: {title}" if title else publisher
        if not known:
            self.taken[slug] = url
            self._by_page.setdefault(page_key(url), slug)
            self.files.append(record(f"sources/{slug}.md", _fields(thing, url, publisher, title), NOTHING_READ))
        return slug


def _slug(thing: dict[str, Json], url: str, publisher: str) -> str:
    identity = text_at(thing, "@id")
    if "/sources/" in identity and slug_in_address(identity):
        return slug_in_address(identity)
    parts = (slug_of_host(url) or slug_of_text(publisher), slug_in_address(url))
    return slug_of_text(" ".join(part for part in parts if part)) or "source"


def _fields(thing: dict[str, Json], url: str, publisher: str, title: str) -> dict[str, str]:
    days = text_at(thing, "datePublished")
    return {
        "publisher": one_line(publisher),
        "title": one_line(title),
        "url": url,
        "published": days[:10] if days_of(days) else "unknown",
        "author": one_line(_names(thing.get("author"))),
        "language": language
        if (language := text_at(thing, "inLanguage")) and language.replace("-", "").isalnum()
        else "",
        "kind": next((KINDS[name] for name in types_of(thing) if name in KINDS), "news"),
        "knows": "unknown",
        "read": "through-others",
        "snapshot": "none",
    }


def _publisher(thing: dict[str, Json]) -> str:
    value = thing.get("publisher")
    return one_line(value) if isinstance(value, str) else one_line(text_at(value, "name"))


def _names(value: Json) -> str:
    people = value if isinstance(value, list) else [value]
    return ", ".join(one if isinstance(one, str) else text_at(one, "name") for one in people if one)
