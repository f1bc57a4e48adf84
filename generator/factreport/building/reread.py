"""A whole content from above, of which only files are read that may read otherwise than the last time."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from factreport import pipeline
from factreport.building.affected import affected, changes_since, renamed, sources_otherwise, topics_otherwise
from factreport.building.kept import read_sources
from factreport.building.readings import located, read_readings
from factreport.building.store import UnusableError
from factreport.model.nouns import FOLDERS
from factreport.model.source import Source
from factreport.reading.across import Drafts
from factreport.reading.content import in_order
from factreport.reading.overview import ClaimOutline, Outline, Overview, claim_outline, story_outline
from factreport.reading.portions import Portion
from factreport.report.build import by_path

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from factreport.building.affected import Changes, RecordName
    from factreport.building.families import Family
    from factreport.building.going_on import Now
    from factreport.building.kept_desk import Differing
    from factreport.building.left import Left
    from factreport.building.readings import Found, Readings
    from factreport.model.scale import Scale
    from factreport.reading.files import ContentFiles
    from factreport.reading.portions import ContentReading, Records
    from factreport.settings import Settings

LARGE_PART = 4
"""Where more than this part of all files is to be read again, all are."""

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
    again: frozenset[RecordName]
    """Records whose files were read again, those among them that could not be read."""
    judged: frozenset[RecordName]
    """These, and claims of which something else was published than in the last build."""
    sources: frozenset[str]
    """Slugs of the sources that may be otherwise, came or went, and of those that rest on them."""

    def concerns(self, family: Family) -> bool:
        """Tell whether a family may be otherwise than it was, by its files or by what it rests on."""
        return concerns(family, self.seen, self.judged, self.sources)


def concerns(family: Family, seen: Overview, again: Collection[RecordName], sources: frozenset[str]) -> bool:
    """Tell whether a family has a member among those judged `again`, or one that rests on one of the `sources`."""
    claims = [("claim", seen.claim_by_slug[slug]) for slug in family.claims]
    stories = [("story", seen.story_by_slug[slug]) for slug in family.stories]
    members: list[tuple[str, Outline]] = [*claims, *stories]
    return any((noun, one.slug) in again or not sources.isdisjoint(one.sources) for noun, one in members)


def reread(settings: Settings, left: Left, now: Now, entries: Differing) -> Reread:
    """Read again what may read otherwise since a build left this; `entries` differ in what claims are judged with.

    UnusableError where too much has changed, or what is kept is damaged.
    """
    reading = pipeline.open_reading(settings)
    changes = changes_since(left, settings, reading.files, now)
    readings, before = _as_left(left, reading)
    names, records = _read_again(reading, before, changes)
    gone = names | changes.went
    seen = _seen(before, records, gone, reading.scale)
    alone = {**_alone(readings, before, gone), **by_path(problem for each in records for problem in each.problems)}
    across = reading.across(seen, _drafts(reading.files, before, names, records))
    problems = (*(problem for found in alone.values() for problem in found), *across)
    return Reread(
        reading=reading,
        seen=replace(seen, problems=in_order(problems)),
        alone=alone,
        before=before,
        again=names,
        judged=names.union(("claim", one.slug) for one in seen.claims if _is_entered(one, entries.claims)),
        sources=sources_otherwise(before, seen, names, changes) | entries.sources,
    )


def _read_again(
    reading: ContentReading, before: Overview, changes: Changes
) -> tuple[frozenset[RecordName], tuple[Records, ...]]:
    """Read what changed and what may read otherwise because of it; UnusableError where that is too much."""
    first = reading.read(portion_of(changes.touched))
    topics = topics_otherwise(before, first.claims, changes.touched)
    others = affected(before, reading.files, changes, renamed(before, first.sources), topics)
    names = changes.touched | others
    if len(names) * LARGE_PART > sum(map(len, (before.claims, before.sources, before.stories))):
        raise UnusableError("a large part of the content is to be read again")
    return names, (first, reading.read(portion_of(others)))


def _seen(before: Overview, records: Sequence[Records], gone: Collection[RecordName], scale: Scale) -> Overview:
    """Give the content as it is now: what was read again in the place of what is `gone`."""
    claims = (claim_outline(one) for each in records for one in each.claims)
    stories = (story_outline(one) for each in records for one in each.stories)
    return Overview(
        claims=_together(before.claims, claims, "claim", gone),
        sources=_together(before.sources, (one for each in records for one in each.sources), "source", gone),
        stories=_together(before.stories, stories, "story", gone),
        scale=scale,
    )


def portion_of(names: Collection[RecordName]) -> Portion:
    """Give some records as a portion to read."""
    return Portion(*(frozenset(slug for of, slug in names if of == noun) for noun in FOLDERS))


def _is_entered(claim: ClaimOutline, entries: frozenset[str]) -> bool:
    """Tell whether a claim is held against one of these entries of what was published."""
    return not entries.isdisjoint((claim.slug, *claim.former_slugs))


def _as_left(left: Left, reading: ContentReading) -> tuple[Readings, Overview]:
    """Give what was kept of files, and the content as the last build saw it. UnusableError if that is damaged."""
    with left.store.read() as reader:
        readings, sources = read_readings(reader), read_sources(reader)
    _hold_to(left, readings, sources)
    return readings, _overview_before(readings, sources, reading, left.files)


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


def _together(
    before: Iterable[AnyRecord], now: Iterable[AnyRecord], noun: str, gone: Collection[RecordName]
) -> tuple[AnyRecord, ...]:
    every = [one for one in before if (noun, one.slug) not in gone]
    every.extend(now)
    return tuple(sorted(every, key=attrgetter("slug")))


def _drafts(files: ContentFiles, before: Overview, again: Collection[RecordName], records: Iterable[Records]) -> Drafts:
    """Give the drafts that are left out: those read again that are, and files of which nothing was kept."""
    claims = {slug for slug in files.claims.keys() - before.claim_by_slug.keys() if ("claim", slug) not in again}
    stories = {slug for slug in files.stories.keys() - before.story_by_slug.keys() if ("story", slug) not in again}
    return Drafts(
        frozenset(claims.union(*(each.drafts.claims for each in records))),
        frozenset(stories.union(*(each.drafts.stories for each in records))),
    )


def _alone(readings: Readings, before: Overview, gone: Collection[RecordName]) -> Found:
    """Give what files that were not read again show by themselves."""
    files = (
        *((("claim", slug), one.outline.written, one.problems) for slug, one in readings.claims.items()),
        *((("story", slug), one.outline.written, one.problems) for slug, one in readings.stories.items()),
        *(
            (("source", slug), before.source_by_slug[slug].written, problems)
            for slug, problems in readings.sources.items()
        ),
    )
    return {written.path: problems for name, written, problems in files if name not in gone}
