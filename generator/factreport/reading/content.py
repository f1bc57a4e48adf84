"""Read a whole content folder: every record, and every problem of every file, in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factreport.model.content import Content
from factreport.model.problem import Severity
from factreport.reading.across import check_portion
from factreport.reading.files import find_files
from factreport.reading.overview import overview
from factreport.reading.portions import ContentReading
from factreport.reading.pruning import prune
from factreport.reading.settings import ReadingSettings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factreport.model.problem import Problem
    from factreport.reading.files import ContentFiles
    from factreport.reading.portions import Portion, Records

DEFAULTS = ReadingSettings()


def read_content(folder: Path, *, root: Path, settings: ReadingSettings = DEFAULTS, drafts: bool = False) -> Content:
    """Give the content of `folder`, with all problems sorted by place.

    Paths of problems are relative to `root`. A record with an error is left out, and so is what depends on it. Drafts
    and their problems are left out unless `drafts` is set.
    """
    reading = open_content(folder, root=root, settings=settings, drafts=drafts)
    records = reading.read(reading.all())
    content = _content(reading, records)
    problems = (*records.problems, *reading.across(overview(content), records.drafts))
    if any(problem.severity is Severity.ERROR for problem in problems):
        content = prune(content)
    return replace(content, problems=in_order(problems))


def read_portion(
    folder: Path,
    portion: Portion,
    files: ContentFiles,
    *,
    root: Path,
    settings: ReadingSettings = DEFAULTS,
    drafts: bool = False,
) -> tuple[Content, tuple[Problem, ...]]:
    """Give some records of the content of `folder` with their problems, sorted by place; and what files show alone.

    `files` are those of the whole content. What only the whole shows (drafts in use, clashes of former addresses,
    sources that nothing uses) is not looked for.
    """
    reading = ContentReading(folder, root, settings, files, drafts=drafts)
    records = reading.read(portion)
    content = _content(reading, records)
    problems = (*reading.of_scale, *records.problems, *check_portion(overview(content)))
    return replace(content, problems=in_order(problems)), records.problems


def open_content(
    folder: Path, *, root: Path, settings: ReadingSettings = DEFAULTS, drafts: bool = False
) -> ContentReading:
    """Find the records of a content folder, to be read portion by portion."""
    return ContentReading(folder, root, settings, find_files(folder, root), drafts=drafts)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give problems sorted by place."""
    return tuple(sorted(problems, key=lambda problem: problem.sort_key()))


def _content(reading: ContentReading, records: Records) -> Content:
    return Content(
        claims=tuple(sorted(records.claims, key=lambda claim: claim.slug)),
        sources=tuple(sorted(records.sources, key=lambda source: source.slug)),
        stories=tuple(sorted(records.stories, key=lambda story: story.slug)),
        scale=reading.scale,
    )
