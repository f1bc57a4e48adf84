"""A whole content from above, of which only files are read that may read otherwise than the last time.

A file reads as it did while it is the same, while the records that it names are still there, or still are not, and
while the claims whose figures it uses are the same.
"""

from __future__ import annotations

import os
import re
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from factreport import pipeline
from factreport.building.kept import read_sources
from factreport.building.readings import located, read_readings
from factreport.building.store import UnusableError
from factreport.model.source import Source
from factreport.reading.across import Drafts
from factreport.reading.content import in_order
from factreport.reading.overview import ClaimOutline, Outline, Overview, claim_outline, story_outline
from factreport.reading.portions import Portion
from factreport.reading.uses import uses_of_source
from factreport.report.build import by_path

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from factreport.building.families import Family
    from factreport.building.going_on import Now
    from factreport.building.kept_desk import Differing
    from factreport.building.left import Left
    from factreport.building.readings import Found, Readings
    from factreport.model.claim import Claim
    from factreport.reading.files import ContentFiles
    from factreport.reading.portions import ContentReading, Records
    from factreport.settings import Settings

FEW_NAMES = 8
"""Up to so many names are looked for in a file one by one; of more, each word of it is looked up."""
_WORD = re.compile(rb"[\w-]+")
LARGE_PART = 4
"""Where more than this part of all files is to be read again, all are."""

Named = tuple[str, str]
"""Noun (`claim`, `source` or `story`) and slug of a record."""
NOUNS = {"claim": "claims", "source": "sources", "story": "stories"}
"""Folders of the nouns."""
AnyRecord = TypeVar("AnyRecord", ClaimOutline, Outline, Source)


class Reread(Struct, frozen=True):
    """A content as it is now, and what of it may be otherwise than in the last build."""

    reading: ContentReading
    seen: Overview
    """With all problems that reading shows."""
    alone: Found
    """What each file shows by itself."""
    before: Overview
    """As it was in the last build; without problems."""
    again: frozenset[Named]
    """Records whose files were read again, those among them that could not be read."""
    judged: frozenset[Named]
    """These, and claims of which something else was published than in the last build."""
    sources: frozenset[str]
    """Slugs of the sources that may be otherwise, came or went, and of those that rest on them."""

    def concerns(self, family: Family) -> bool:
        """Tell whether a family may be otherwise than it was, by its files or by what it rests on."""
        return concerns(family, self.seen, self.judged, self.sources)


def concerns(family: Family, seen: Overview, again: Collection[Named], sources: frozenset[str]) -> bool:
    """Tell whether a family has a member among those judged `again`, or one that rests on one of the `sources`."""
    claims = [("claim", seen.claim_by_slug[slug]) for slug in family.claims]
    stories = [("story", seen.story_by_slug[slug]) for slug in family.stories]
    members: list[tuple[str, Outline]] = [*claims, *stories]
    return any((noun, one.slug) in again or not sources.isdisjoint(one.sources) for noun, one in members)


class _Changes(Struct, frozen=True):
    """Which files are not those of the last build."""

    touched: frozenset[Named]
    """Records whose files changed, came or went."""
    came: frozenset[Named]
    went: frozenset[Named]
    captured: frozenset[str]
    """SHA-256 of the snapshots that came or went."""


def reread(settings: Settings, left: Left, now: Now, entries: Differing) -> Reread:
    """Read again what may read otherwise since a build left this; `entries` differ in what claims are judged with.

    UnusableError where too much has changed, or what is kept is damaged.
    """
    reading = pipeline.open_reading(settings)
    changes = _changes(settings, left, reading.files, now)
    with left.store.read() as reader:
        readings, sources = read_readings(reader), read_sources(reader)
    _hold_to(left, readings, sources)
    before = _overview_before(readings, sources, reading, left.files)
    touched = changes.touched | changes.came
    first = reading.read(portion_of(touched))
    otherwise = _renamed(before, first.sources), _topics(before, first.claims, touched)
    affected = _affected(before, reading.files, changes, *otherwise)
    again = touched | affected
    if len(again) * LARGE_PART > sum(map(len, (before.claims, before.sources, before.stories))):
        raise UnusableError("a large part of the content is to be read again")
    records = (first, reading.read(portion_of(affected)))
    gone = again | changes.went
    seen = Overview(
        claims=_together(before.claims, (claim_outline(one) for each in records for one in each.claims), "claim", gone),
        sources=_together(before.sources, (one for each in records for one in each.sources), "source", gone),
        stories=_together(
            before.stories, (story_outline(one) for each in records for one in each.stories), "story", gone
        ),
        scale=reading.scale,
    )
    drafts = _drafts(reading.files, before, again, records)
    alone = {**_alone(readings, before, gone), **by_path(problem for each in records for problem in each.problems)}
    problems = (*(problem for found in alone.values() for problem in found), *reading.across(seen, drafts))
    return Reread(
        reading=reading,
        seen=replace(seen, problems=in_order(problems)),
        alone=alone,
        before=before,
        again=again,
        judged=again.union(("claim", one.slug) for one in seen.claims if _is_entered(one, entries.claims)),
        sources=_otherwise(before, seen, again, changes.captured) | entries.sources,
    )


def _is_entered(claim: ClaimOutline, entries: frozenset[str]) -> bool:
    """Tell whether a claim is held against one of these entries of what was published."""
    return not entries.isdisjoint((claim.slug, *claim.former_slugs))


def _changes(settings: Settings, left: Left, files: ContentFiles, now: Now) -> _Changes:
    touched, captured = set(), set()
    folders = {f"{settings.content / folder}{os.sep}": noun for noun, folder in NOUNS.items()}
    for path in now.changed:
        noun = next((noun for folder, noun in folders.items() if path.startswith(folder)), None)
        if noun is None:
            captured |= {each.prints[path] for each in (left.kept.inputs, now.inputs) if path in each.prints}
        elif path.endswith(".md"):
            touched.add((noun, Path(path).stem))
    old, new = _names(left.files), _names(files)
    return _Changes(frozenset(touched), new - old, old - new, frozenset(captured))


def _names(files: ContentFiles) -> frozenset[Named]:
    return frozenset((noun, slug) for noun, folder in NOUNS.items() for slug in getattr(files, folder))


def _hold_to(left: Left, readings: Readings, sources: tuple[Source, ...]) -> None:
    """Hold what was kept of files to the files that were seen and the families that were made.

    UnusableError where something is missing or too much: a piece that is lost, or a file that came while a build had
    looked and had not read yet.
    """
    index, files = left.kept.families.index, left.files
    pairs = (
        (readings.claims.keys(), {slug for family in index for slug in family.claims}, files.claims),
        (readings.stories.keys(), {slug for family in index for slug in family.stories}, files.stories),
        (readings.sources.keys(), {source.slug for source in sources}, files.sources),
    )
    for kept, made, seen in pairs:
        if kept != made or not kept <= seen.keys():
            raise UnusableError("what is kept of files does not fit the files")


def _overview_before(
    readings: Readings, sources: tuple[Source, ...], reading: ContentReading, files: ContentFiles
) -> Overview:
    """Give the content as the last build saw it; values of records are found in their files when they are asked for."""
    claims = (readings.claims[slug].outline for slug in sorted(readings.claims))
    stories = (readings.stories[slug].outline for slug in sorted(readings.stories))
    return Overview(
        claims=tuple(located(one, files) for one in claims),
        sources=tuple(located(one, files) for one in sources),
        stories=tuple(located(one, files) for one in stories),
        scale=reading.scale,
    )


def portion_of(named: Collection[Named]) -> Portion:
    """Give some records as a portion to read."""
    slugs = {noun: frozenset(slug for of, slug in named if of == noun) for noun in NOUNS}
    return Portion(slugs["claim"], slugs["source"], slugs["story"])


def _renamed(before: Overview, now: Iterable[Source]) -> frozenset[str]:
    """Give the sources whose publishers are called otherwise: texts that name them show that."""
    old = before.source_by_slug
    return frozenset(one.slug for one in now if one.slug in old and one.publisher != old[one.slug].publisher)


def _topics(before: Overview, now: Iterable[Claim], touched: Collection[Named]) -> frozenset[str]:
    """Give the topics that came or went: stories of them lead to a page that came or went."""
    left = {topic for one in before.claims if ("claim", one.slug) not in touched for topic in one.topics}
    old = {topic for one in before.claims for topic in one.topics}
    return frozenset(old ^ left.union(*(one.topics for one in now)))


def _affected(
    before: Overview, files: ContentFiles, changes: _Changes, renamed: frozenset[str], topics: frozenset[str]
) -> frozenset[Named]:
    """Give the records that did not change, but may read otherwise, or name what is called otherwise."""
    named = changes.came | changes.went
    read_from = named | {one for one in changes.touched if one[0] == "claim"}
    found = {
        one for one, uses, links in _references(before) if not (read_from.isdisjoint(uses) and named.isdisjoint(links))
    }
    slugs = {slug for _noun, slug in named} | renamed
    known = changes.touched | changes.came
    found |= {*_naming(files.claims, "claim", slugs, known), *_naming(files.sources, "source", slugs, known)}
    found |= set(_naming(files.stories, "story", slugs | topics, known))
    return frozenset(found) - known


def _references(before: Overview) -> Iterator[tuple[Named, set[Named], set[Named]]]:
    """Give each record with those that it names in its fields, and those that its text leads to."""
    for noun, outlines in (("claim", before.claims), ("story", before.stories)):
        for outline in outlines:
            uses = {(use.noun, use.slug) for use in outline.uses} | {("source", slug) for slug in outline.sources}
            yield (noun, outline.slug), uses, {(link.noun, link.slug) for link in outline.links}
    for source in before.sources:
        yield ("source", source.slug), {(use.noun, use.slug) for use in uses_of_source(source)}, set()


def _naming(files: Mapping[str, Path], noun: str, slugs: Collection[str], known: Collection[Named]) -> Iterator[Named]:
    """Give the records in whose files one of these slugs stands anywhere: fields, links, or what was meant as one.

    Those are left out that are `known` to have changed.
    """
    names = frozenset(map(os.fsencode, slugs))
    has_any = _has_one_of_few(names) if len(names) <= FEW_NAMES else _has_one_of_many(names)
    for slug, path in files.items() if names else ():
        if (noun, slug) not in known and has_any(_bytes(path)):
            yield noun, slug


def _has_one_of_few(names: frozenset[bytes]) -> Callable[[bytes], bool]:
    words = [re.compile(rb"(?<![\w-])" + re.escape(name) + rb"(?![\w-])") for name in names]
    # Most files have not even the letters.
    return lambda text: any(name in text and word.search(text) for name, word in zip(names, words, strict=True))


def _has_one_of_many(names: frozenset[bytes]) -> Callable[[bytes], bool]:
    return lambda text: not names.isdisjoint(_WORD.findall(text))


def _bytes(path: Path) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - of thousands of files, so every step counts
            return file.read()
    except OSError as error:
        raise UnusableError("a file cannot be read") from error


def _together(
    before: Iterable[AnyRecord], now: Iterable[AnyRecord], noun: str, gone: Collection[Named]
) -> tuple[AnyRecord, ...]:
    every = [one for one in before if (noun, one.slug) not in gone]
    every.extend(now)
    return tuple(sorted(every, key=attrgetter("slug")))


def _drafts(files: ContentFiles, before: Overview, again: Collection[Named], records: Iterable[Records]) -> Drafts:
    """Give the drafts that are left out: those read again that are, and files of which nothing was kept."""
    claims = {slug for slug in files.claims if slug not in before.claim_by_slug and ("claim", slug) not in again}
    stories = {slug for slug in files.stories if slug not in before.story_by_slug and ("story", slug) not in again}
    return Drafts(
        frozenset(claims.union(*(each.drafts.claims for each in records))),
        frozenset(stories.union(*(each.drafts.stories for each in records))),
    )


def _alone(readings: Readings, before: Overview, gone: Collection[Named]) -> Found:
    """Give what files that were not read again show by themselves."""
    claims = {
        one.outline.written.path: one.problems for slug, one in readings.claims.items() if ("claim", slug) not in gone
    }
    stories = {
        one.outline.written.path: one.problems for slug, one in readings.stories.items() if ("story", slug) not in gone
    }
    sources = {
        before.source_by_slug[slug].written.path: problems
        for slug, problems in readings.sources.items()
        if ("source", slug) not in gone
    }
    return claims | stories | sources


def _otherwise(before: Overview, now: Overview, again: Collection[Named], captured: Collection[str]) -> frozenset[str]:
    """Give the sources that may be otherwise or came or went, and those that rest on one of them."""
    old, new = before.source_by_slug, now.source_by_slug
    found = {slug for noun, slug in again if noun == "source"} | (old.keys() ^ new.keys())
    found |= {source.slug for source in now.sources if source.snapshot in captured}
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
