"""Read a content folder portion by portion, in whatever order and by whatever process."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace
from yaml.nodes import MappingNode

from factreport.model.nouns import RECORDS
from factreport.reading.across import Drafts, check_across, check_alone
from factreport.reading.anchors import Around, check_anchors
from factreport.reading.body import Body, check_links, check_markers, check_tags
from factreport.reading.broken_links import check_broken
from factreport.reading.claims import CLAIM, figures_alone, read_claim
from factreport.reading.dead_links import check_brackets, check_documents
from factreport.reading.front_matter import FIRST_LINE, FrontMatter, split
from factreport.reading.known import Known
from factreport.reading.misplaced import Elsewhere, in_wrong_folder
from factreport.reading.problem_kinds import EMPTY_FILE
from factreport.reading.record import RecordReading
from factreport.reading.scale import empty_scale, empty_scale_hint, read_scale
from factreport.reading.sources import SOURCE, read_source
from factreport.reading.stories import STORY, read_story
from factreport.reading.text_file import TextFile, read_text_file, shown_path
from factreport.reading.yaml_root import root_of
from factreport.reading.yaml_tree import YamlLocator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from yaml.nodes import Node

    from factreport.model.claim import Claim, ClaimFigure, Relation
    from factreport.model.news import Story
    from factreport.model.problem import Problem
    from factreport.model.scale import Scale
    from factreport.model.source import Source
    from factreport.reading.files import ContentFiles
    from factreport.reading.overview import Overview
    from factreport.reading.settings import ReadingSettings

Record = TypeVar("Record", "Claim", "Source", "Story")
_FIELDS = {"claims": CLAIM.names, "sources": SOURCE.names, "stories": STORY.names}


class Portion(Struct, frozen=True):
    """Some records of a content that has more."""

    claims: frozenset[str]
    """Slugs."""
    sources: frozenset[str]
    """Slugs."""
    stories: frozenset[str]
    """Slugs."""

    def __len__(self) -> int:
        return len(self.claims) + len(self.sources) + len(self.stories)


class Records(Struct, frozen=True):
    """What was read of a portion: by noun, sorted by slug."""

    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    stories: tuple[Story, ...]
    drafts: Drafts
    """Those that were left out."""
    problems: tuple[Problem, ...]
    """Those that records show by themselves."""


_NO_SCALE = empty_scale("")


class ContentReading(Struct):
    """A content folder, opened."""

    folder: Path
    root: Path
    settings: ReadingSettings
    files: ContentFiles
    drafts: bool
    """Whether drafts are read as well."""
    scale: Scale = _NO_SCALE
    """An empty one where it could not be read."""
    of_scale: list[Problem] = field(default_factory=list)
    """Problems of the scale."""
    known: Known = field(default_factory=Known)
    _figures: dict[str, Mapping[str, ClaimFigure | None] | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the scale, to which claims refer."""
        scale = self._read_scale()
        self.scale = scale or empty_scale(shown_path(self.folder / "scale.yml", self.root))
        self._know(scale)

    def all(self) -> Portion:
        """Give all records as one portion."""
        files = self.files
        return Portion(frozenset(files.claims), frozenset(files.sources), frozenset(files.stories))

    def portions(self, size: int) -> tuple[Portion, ...]:
        """Give all records in portions of so many."""
        every = [(folder, slug) for folder in RECORDS for slug in sorted(getattr(self.files, folder))]
        pieces = (every[start : start + size] for start in range(0, len(every), size))
        return tuple(Portion(**{folder: _slugs(piece, folder) for folder in RECORDS}) for piece in pieces)

    def read(self, portion: Portion) -> Records:
        """Read some records, and tell what they show by themselves."""
        claims = _Run(self, "claims", self.files.claims, portion.claims)
        sources = _Run(self, "sources", self.files.sources, portion.sources)
        stories = _Run(self, "stories", self.files.stories, portion.stories)
        read = claims.records(read_claim), sources.records(read_source), stories.records(read_story)
        problems = (*claims.problems, *sources.problems, *stories.problems, *check_alone(read[0], read[1]))
        return Records(*read, Drafts(frozenset(claims.left_out), frozenset(stories.left_out)), problems)

    def across(self, content: Overview, drafts: Drafts) -> list[Problem]:
        """Give the problems that all records show together, and those of names of files and of the scale."""
        return [*self.files.problems, *self.of_scale, *check_across(content, self.known, drafts)]

    def _know(self, scale: Scale | None) -> None:
        self.known = Known(
            claims=frozenset(self.files.claims),
            sources=frozenset(self.files.sources),
            stories=frozenset(self.files.stories),
            verdicts=tuple(grade.key for grade in scale.verdicts) if scale else None,
            reporting=tuple(grade.key for grade in scale.reporting) if scale else None,
            figures_of=self._figures_of,
            lies_elsewhere=Elsewhere(self.folder).has,
        )

    def _read_scale(self) -> Scale | None:
        if self.files.scale is None:
            return None
        file = read_text_file(self.files.scale, self.root)
        if not isinstance(file, TextFile):
            self.of_scale.append(replace(file, hint=empty_scale_hint()) if file.code == EMPTY_FILE.code else file)
            return None
        reading = RecordReading(YamlLocator(file.path, file.text, 1), self.known, self.settings)
        root = root_of(reading)
        scale = read_scale(root, reading) if root else None
        self.of_scale += reading.problems
        return scale

    def _figures_of(self, claim: str) -> Mapping[str, ClaimFigure | None] | None:
        """Give the figures of a claim, which is read for them alone: it may be in another portion."""
        if claim not in self._figures:
            self._figures[claim] = self._read_figures_alone(claim)
        return self._figures[claim]

    def _read_figures_alone(self, claim: str) -> Mapping[str, ClaimFigure | None] | None:
        path = self.files.claims.get(claim)
        file = read_text_file(path, self.root) if path else None
        front = split(file, CLAIM.names) if isinstance(file, TextFile) else None
        if not isinstance(front, FrontMatter) or not isinstance(file, TextFile):
            return None
        reading = RecordReading(YamlLocator(file.path, front.yaml, FIRST_LINE), self.known, self.settings, claim)
        root = root_of(reading)
        return figures_alone(root, reading) if root else None


class _Run(Struct):
    """One run over the files of a noun."""

    content: ContentReading
    folder: str
    files: Mapping[str, Path]
    slugs: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    """Drafts that are not read."""

    def records(self, read: Callable[[Node, FrontMatter, RecordReading], Record | None]) -> tuple[Record, ...]:
        found = (self._record(slug, read) for slug in sorted(self.slugs) if slug in self.files)
        return tuple(record for record in found if record)

    def _record(self, slug: str, read: Callable[[Node, FrontMatter, RecordReading], Record | None]) -> Record | None:
        opened = self._open(slug)
        if opened is None:
            return None
        root, front, reading = opened
        record = read(root, front, reading)
        reading.problems += _check_body(record, front, reading, self.folder)
        if not self.content.drafts and _is_draft(root):
            self.left_out.append(slug)
            return None
        self.problems += reading.problems
        return None if reading.failed else record

    def _open(self, slug: str) -> tuple[Node, FrontMatter, RecordReading] | None:
        """Give the composed fields; None after noting why there are none."""
        file = read_text_file(self.files[slug], self.content.root)
        front = split(file, _FIELDS[self.folder]) if isinstance(file, TextFile) else file
        if not isinstance(file, TextFile) or not isinstance(front, FrontMatter):
            self.problems += [front] if not isinstance(front, FrontMatter) else []
            return None
        if elsewhere := in_wrong_folder(file.path, front.yaml, self.folder):
            self.problems.append(elsewhere)
            return None
        locator = YamlLocator(file.path, front.yaml, FIRST_LINE)
        reading = RecordReading(locator, self.content.known, self.content.settings, slug)
        root = root_of(reading)
        if root is None:
            self.problems += reading.problems
            return None
        return root, front, reading


_PREFIXES = {"claims": "why-", "sources": "note-", "stories": "background-"}
"""With what ids of headings begin on the page, by folder."""


def _slugs(piece: Iterable[tuple[str, str]], folder: str) -> frozenset[str]:
    return frozenset(slug for of, slug in piece if of == folder)


def _is_draft(root: Node) -> bool:
    if not isinstance(root, MappingNode):
        return False
    written = (value.value for name, value in root.value if name.value == "draft")
    return any(str(value).strip().lower() in {"yes", "true"} for value in written)


def _check_body(
    record: Claim | Source | Story | None, front: FrontMatter, reading: RecordReading, folder: str
) -> list[Problem]:
    body = Body(reading.locator.path, front.body, front.body_line)
    problems = check_links(body, reading.known) + check_documents(body, _is_no_record, is_record=True)
    problems += check_tags(body) + check_anchors(body, Around(_PREFIXES[folder], _figures_of(record, reading)))
    for check in (check_brackets, check_broken):
        problems += check(body, reading.known, is_claim=folder == "claims")
    if record is not None:
        problems += check_markers(body, record.slug, getattr(record, "citations", None), reading.known.sources)
    return problems


def _figures_of(record: Claim | Source | Story | None, reading: RecordReading) -> tuple[str, ...] | None:
    """Give the keys of a claim's figures and relations; None where they could not all be read."""
    if record is None or reading.failed:
        return None
    relations: tuple[Relation, ...] = getattr(record, "relations", ())
    return (*reading.figures, *(relation.reference.figure for relation in relations))


def _is_no_record(address: str) -> bool:
    """Whether a link without a scheme can stand in a record: records are no files to their readers."""
    return not address.split("#", 1)[0].endswith(".md")
