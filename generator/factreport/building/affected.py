"""Which records may read otherwise, or rest on what is otherwise, because of files that changed, came or went.

A file reads as it did while it is the same, while the records that it names are still there, or still are not, and
while the claims whose figures it uses are the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.building.input_files import is_captured, is_record
from factreport.building.store import UnusableError
from factreport.model.nouns import FOLDERS
from factreport.reading.naming import naming
from factreport.reading.uses import uses_of_source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from factreport.building.going_on import Now
    from factreport.building.left import Left
    from factreport.model.claim import Claim
    from factreport.model.source import Source
    from factreport.reading.files import ContentFiles
    from factreport.reading.overview import Overview
    from factreport.settings import Settings

RecordName = tuple[str, str]
"""Noun (`claim`, `source` or `story`) and slug of a record."""


class Changes(Struct, frozen=True):
    """Which files are not those of the last build."""

    touched: frozenset[RecordName]
    """Records whose files changed or came."""
    came: frozenset[RecordName]
    went: frozenset[RecordName]
    captured: frozenset[str]
    """SHA-256 of the snapshots that came or went."""
    captured_as: frozenset[str]
    """What their files are called, without endings: names of sources, as a rule."""


def changes_since(left: Left, settings: Settings, files: ContentFiles, now: Now) -> Changes:
    """Give what changed since a build left this; `files` are those of all records now."""
    touched, captured, captured_as = set(), set(), set()
    folders = {f"{settings.content / folder}": noun for noun, folder in FOLDERS.items()}
    for path in now.changed:
        touched |= {(noun, Path(path).stem) for folder, noun in folders.items() if is_record(path, folder)}
        if is_captured(path, settings):
            captured |= {each.prints[path] for each in (left.kept.inputs, now.inputs) if path in each.prints}
            captured_as.add(Path(path).name.partition(".")[0])
    old, new = _names(left.files), _names(files)
    came = new - old
    return Changes(frozenset(touched) | came, came, old - new, frozenset(captured), frozenset(captured_as))


def _names(files: ContentFiles) -> frozenset[RecordName]:
    return frozenset((noun, slug) for noun, folder in FOLDERS.items() for slug in getattr(files, folder))


def renamed(before: Overview, now: Iterable[Source]) -> frozenset[str]:
    """Give the sources whose publishers are called otherwise: texts that name them show that."""
    old = before.source_by_slug
    return frozenset(one.slug for one in now if one.slug in old and one.publisher != old[one.slug].publisher)


def topics_otherwise(before: Overview, now: Iterable[Claim], touched: Collection[RecordName]) -> frozenset[str]:
    """Give the topics that came or went: stories of them lead to a page that came or went."""
    left = {topic for one in before.claims if ("claim", one.slug) not in touched for topic in one.topics}
    old = {topic for one in before.claims for topic in one.topics}
    return frozenset(old ^ left.union(*(one.topics for one in now)))


def affected(
    before: Overview, files: ContentFiles, changes: Changes, renamed: frozenset[str], topics: frozenset[str]
) -> frozenset[RecordName]:
    """Give the records that did not change, but may read otherwise, or name what is called otherwise.

    UnusableError where one of the files cannot be read.
    """
    named = changes.came | changes.went
    read_from = named | {one for one in changes.touched if one[0] == "claim"}
    found = {
        one for one, uses, links in _references(before) if not (read_from.isdisjoint(uses) and named.isdisjoint(links))
    }
    slugs = {slug for _noun, slug in named} | renamed
    for noun, names in (("claim", slugs), ("source", slugs), ("story", slugs | topics)):
        found |= _naming(files, noun, names, changes.touched)
    return frozenset(found) - changes.touched


def _references(before: Overview) -> Iterator[tuple[RecordName, set[RecordName], set[RecordName]]]:
    """Give each record with those that it names in its fields, and those that its text leads to."""
    for noun, outlines in (("claim", before.claims), ("story", before.stories)):
        for outline in outlines:
            uses = {(use.noun, use.slug) for use in outline.uses} | {("source", slug) for slug in outline.sources}
            yield (noun, outline.slug), uses, {(link.noun, link.slug) for link in outline.links}
    for source in before.sources:
        yield ("source", source.slug), {(use.noun, use.slug) for use in uses_of_source(source)}, set()


def _naming(files: ContentFiles, noun: str, names: Collection[str], touched: Collection[RecordName]) -> set[RecordName]:
    """Give the records of this noun that name one of these anywhere; those `touched` are read anyway."""
    paths: Mapping[str, Path] = getattr(files, FOLDERS[noun])
    untouched = {slug: path for slug, path in paths.items() if (noun, slug) not in touched} if names else {}
    try:
        return {(noun, slug) for slug in naming(untouched, names)}
    except OSError as error:
        raise UnusableError("a file cannot be read") from error


def sources_otherwise(
    before: Overview, now: Overview, again: Collection[RecordName], changes: Changes
) -> frozenset[str]:
    """Give the sources that may be otherwise or came or went, and those that rest on one of them."""
    old, new = before.source_by_slug, now.source_by_slug
    found = {slug for noun, slug in again if noun == "source"} | (old.keys() ^ new.keys())
    found |= {source.slug for source in now.sources if source.snapshot in changes.captured}
    # Of a file that is not the snapshot of the source that it is named like, the fingerprint is told.
    found |= changes.captured_as & new.keys()
    return frozenset(_resting(found, old) | _resting(found, new))


def _resting(on: Collection[str], sources: Mapping[str, Source]) -> set[str]:
    """Give some sources with those that rest on them, directly or through others."""
    resting: dict[str, list[str]] = {}
    for source in sources.values():
        for other in (*source.credits, *source.probably_used):
            resting.setdefault(other, []).append(source.slug)
    found: set[str] = set()
    waiting = list(on)
    while waiting:
        slug = waiting.pop()
        if slug not in found:
            found.add(slug)
            waiting += resting.get(slug, ())
    return found
