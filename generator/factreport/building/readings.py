"""What was read of each file, as the next build finds it: a file that reads the same then need not be read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from factreport.building.codec import decode, encode
from factreport.model.kept_record import KeptRecord
from factreport.model.place import Written
from factreport.model.problem import Problem
from factreport.model.source import Source
from factreport.reading.file_locator import FileLocator
from factreport.reading.overview import ClaimOutline, Outline

if TYPE_CHECKING:
    from factreport.building.store import Piece, Reader
    from factreport.reading.files import ContentFiles

    AnyRecord = TypeVar("AnyRecord", ClaimOutline, Outline, Source)

CLAIMS, SOURCES, STORIES = "read/claim/", "read/source/", "read/story/"
"""Beginnings of the names of pieces: a record's slug follows."""

Found = Mapping[str, tuple[Problem, ...]]
"""What files show by themselves, by their paths; those without problems may be missing."""


class ReadClaim(KeptRecord, frozen=True):
    """A claim from above, and the problems that its file shows by itself."""

    outline: ClaimOutline
    problems: tuple[Problem, ...]


class ReadStory(KeptRecord, frozen=True):
    """A story from above, and the problems that its file shows by itself."""

    outline: Outline
    problems: tuple[Problem, ...]


class Readings(KeptRecord, frozen=True):
    """What was read of all claims and stories, and what sources show by themselves; each by slug."""

    claims: dict[str, ReadClaim]
    sources: dict[str, tuple[Problem, ...]]
    stories: dict[str, ReadStory]


def claim_piece(outline: ClaimOutline, found: Found) -> Piece:
    """Give what was read of a claim as a piece of data."""
    return f"{CLAIMS}{outline.slug}", encode(ReadClaim(outline, found.get(outline.written.path, ())))


def story_piece(outline: Outline, found: Found) -> Piece:
    """Give what was read of a story as a piece of data."""
    return f"{STORIES}{outline.slug}", encode(ReadStory(outline, found.get(outline.written.path, ())))


def source_piece(slug: str, path: str, found: Found) -> Piece:
    """Give what a source's file shows by itself as a piece of data."""
    return f"{SOURCES}{slug}", encode(found.get(path, ()))


def reading_pieces(claims: Iterable[ClaimOutline], stories: Iterable[Outline], found: Found) -> Iterator[Piece]:
    """Give what was read of some claims and stories as pieces of data."""
    yield from (claim_piece(one, found) for one in claims)
    yield from (story_piece(one, found) for one in stories)


def read_readings(reader: Reader) -> Readings:
    """Read what was read of all files."""
    return Readings(
        {slug: decode(data, ReadClaim) for slug, data in reader.pieces(CLAIMS)},
        {slug: decode(data, tuple[Problem, ...]) for slug, data in reader.pieces(SOURCES)},
        {slug: decode(data, ReadStory) for slug, data in reader.pieces(STORIES)},
    )


def located(record: AnyRecord, files: ContentFiles) -> AnyRecord:
    """Give a record, or what is known of one, that finds its values in its file and does not hold it."""
    of_noun = files.sources if isinstance(record, Source) else files.stories
    paths = files.claims if isinstance(record, ClaimOutline) else of_noun
    path = record.written.path
    return replace(record, written=Written(path, FileLocator(path, str(paths[record.slug]))))
