"""The import as a whole: documents in, content files and notes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.claimreview.addresses import page_key
from factreport.claimreview.subjects import Review
from factreport.claimreview.values import text_at, words
from factreport.importing.claim_file import Import, claim_file, slug_of
from factreport.importing.content_file import one_line
from factreport.importing.note import Note, Say
from factreport.importing.scale_file import Verdicts
from factreport.importing.slugs import free
from factreport.importing.source_file import Sources
from factreport.language import gettext as _
from factreport.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from factreport.claimreview.document import Block, Document
    from factreport.claimreview.problem import Key, Keys
    from factreport.importing.content_file import ContentFile


class Existing(Struct, frozen=True):
    """What the content folder has already."""

    claims: frozenset[str] = frozenset()
    """Slugs."""
    sources: Mapping[str, str] | None = None
    """Address by slug."""
    verdicts: Mapping[str, str] | None = None
    """Key by word of its scale; None where it has no scale."""


class Imported(Struct, frozen=True):
    """What an import makes."""

    files: tuple[ContentFile, ...]
    notes: tuple[Note, ...]
    """Sorted by place."""
    claims: int
    sources: int


def import_reviews(documents: Iterable[Document], existing: Existing, today: date) -> Imported:
    """Give a claim file for each review, a source file for each work it names, and a scale where there is none.

    A review that stands in several documents is imported once, from the first.
    """
    sources, verdicts = Sources(dict(existing.sources or {})), Verdicts(existing.verdicts)
    files: list[ContentFile] = []
    said: list[_Said] = []
    seen: dict[tuple[str, ...], str] = {}
    slugs: set[str] = set()
    numbers: dict[str, int] = {}
    for document in documents:
        for node in document.reviews:
            review = Review(node, document)
            say = _sayer(review, said)
            claim = one_line(text_at(review.data, "claimReviewed"))
            key = (page_key(text_at(review.data, "url")), *words(claim))
            if not claim:
                say("no-claim", _("The review has no claimReviewed; it is left out."))
            elif key in seen and key[0]:
                say("repeated", _("It is imported as {slug} already.").format(slug=seen[key]))
            else:
                slug = free(slug_of(review), slugs.__contains__, numbers)
                slugs.add(slug)
                seen[key] = slug
                files.append(claim_file(slug, review, Import(sources, verdicts, today, say)))
        said += _withdrawn(document)
    notes = list(_placed(said))
    scale = verdicts.file()
    if sources.files:
        notes.append(_of_all(sources.files[0], "source-in-part", _of_sources(len(sources.files))))
    if scale:
        notes.append(_of_all(scale, "no-scale", _("The scale is made of the verdicts met: say what they mean.")))
    made = (*files, *sources.files, *([scale] if scale else []))
    return Imported(made, tuple(sorted(set(notes))), len(files), len(sources.files))


def _of_sources(count: int) -> str:
    message = ngettext(
        "{n} source is known by the markup alone: set kind, knows and read right.",
        "{n} sources are known by the markup alone: set kind, knows and read right.",
        count,
    )
    return message.format(n=count)


class _Said(Struct, frozen=True):
    """A note whose place has yet to be found."""

    path: str
    block: Block
    keys: Keys
    code: str
    message: str


def _sayer(review: Review, said: list[_Said]) -> Say:
    def say(code: str, message: str, *keys: Key) -> None:
        said.append(_Said(review.document.path, review.node.block, (*review.node.keys, *keys), code, message))

    return say


def _placed(said: Iterable[_Said]) -> Iterator[Note]:
    """Give the notes with their places, those of one block found together."""
    by_block: dict[int, list[_Said]] = {}
    for one in said:
        by_block.setdefault(id(one.block), []).append(one)
    for together in by_block.values():
        places = together[0].block.places({one.keys for one in together})
        for one in together:
            yield Note(one.path, *places[one.keys], one.code, one.message)


def _of_all(file: ContentFile, code: str, message: str) -> Note:
    return Note(file.path, 1, 1, code, message)


def _withdrawn(document: Document) -> list[_Said]:
    said = []
    for feed in document.feeds:
        elements = feed.data.get("dataFeedElement")
        for place, element in enumerate(elements if isinstance(elements, list) else ()):
            if isinstance(element, dict) and element.get("dateDeleted"):
                message = _("A review was withdrawn on {day}; it is left out.").format(
                    day=text_at(element, "dateDeleted")
                )
                keys = (*feed.keys, "dataFeedElement", place)
                said.append(_Said(document.path, feed.block, keys, "withdrawn", message))
    return said
