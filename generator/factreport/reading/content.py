"""Read a whole content folder: every record, and every problem of every file, in one run."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from yaml.nodes import MappingNode

from factreport.model.content import Content
from factreport.model.problem import Severity
from factreport.reading.across import Drafts, check_across, check_portion
from factreport.reading.body import Body, BodyLink, check_documents, check_links, check_markers, check_tags, links
from factreport.reading.claims import figures_alone, read_claim
from factreport.reading.files import ContentFiles, find_files
from factreport.reading.front_matter import FIRST_LINE, FrontMatter, split
from factreport.reading.known import Known
from factreport.reading.pruning import prune
from factreport.reading.record import RecordReading
from factreport.reading.scale import empty_scale, read_scale
from factreport.reading.settings import ReadingSettings
from factreport.reading.sources import read_source
from factreport.reading.stories import read_story
from factreport.reading.text_file import TextFile, read_text_file, shown_path
from factreport.reading.yaml_root import root_of
from factreport.reading.yaml_tree import YamlLocator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from yaml.nodes import Node

    from factreport.model.claim import Claim, ClaimFigure
    from factreport.model.news import Story
    from factreport.model.problem import Problem
    from factreport.model.scale import Scale
    from factreport.model.source import Source

Record = TypeVar("Record", "Claim", "Source", "Story")
DEFAULTS = ReadingSettings()


def read_content(folder: Path, *, root: Path, settings: ReadingSettings = DEFAULTS, drafts: bool = False) -> Content:
    """Give the content of `folder`, with all problems sorted by place.

    Paths of problems are relative to `root`. A record with an error is left out, and so is what depends on it. Drafts
    and their problems are left out unless `drafts` is set.
    """
    return _Reading(folder, root, settings, drafts=drafts).read()


@dataclass(frozen=True, slots=True)
class Portion:
    """Some records of a content that has more: those that refer to each other, and the sources they rest on."""

    claims: frozenset[str]
    """Slugs."""
    sources: frozenset[str]
    """Slugs."""
    stories: frozenset[str]
    """Slugs."""


def read_portion(
    folder: Path,
    portion: Portion,
    files: ContentFiles,
    *,
    root: Path,
    settings: ReadingSettings = DEFAULTS,
    drafts: bool = False,
) -> Content:
    """Give some records of the content of `folder`, with their problems sorted by place.

    `files` are those of the whole content. What only the whole shows (drafts in use, clashes of former addresses,
    sources that nothing uses) is not looked for.
    """
    return _Reading(folder, root, settings, drafts=drafts, files=files).read_portion(portion)


@dataclass(slots=True)
class _Reading:
    """One run over a content folder."""

    folder: Path
    root: Path
    settings: ReadingSettings
    drafts: bool = field(kw_only=True)
    problems: list[Problem] = field(default_factory=list)
    figures: dict[str, Mapping[str, ClaimFigure | None] | None] = field(default_factory=dict)
    known: Known = field(default_factory=Known)
    files: ContentFiles = field(default_factory=ContentFiles)
    left_out: set[Path] = field(default_factory=set)
    """Files of drafts that are not published in this run."""
    links: list[BodyLink] = field(default_factory=list)

    def read(self) -> Content:
        self.files = find_files(self.folder, self.root)
        self.problems += self.files.problems
        scale = self._scale()
        self._know(scale)
        content = Content(
            claims=self._records(self.files.claims, read_claim),
            sources=self._records(self.files.sources, read_source),
            stories=self._records(self.files.stories, read_story),
            scale=scale or empty_scale(shown_path(self.folder / "scale.yml", self.root)),
        )
        self.problems += check_across(content, self.known, self._drafts(), self.links)
        if any(problem.severity is Severity.ERROR for problem in self.problems):
            content = prune(content)
        return replace(content, problems=tuple(sorted(self.problems, key=lambda problem: problem.sort_key())))

    def read_portion(self, portion: Portion) -> Content:
        scale = self._scale()
        self._know(scale)
        content = Content(
            claims=self._records(_only(self.files.claims, portion.claims), read_claim),
            sources=self._records(_only(self.files.sources, portion.sources), read_source),
            stories=self._records(_only(self.files.stories, portion.stories), read_story),
            scale=scale or empty_scale(shown_path(self.folder / "scale.yml", self.root)),
        )
        self.problems += check_portion(content)
        return replace(content, problems=tuple(sorted(self.problems, key=lambda problem: problem.sort_key())))

    def _know(self, scale: Scale | None) -> None:
        self.known = Known(
            claims=frozenset(self.files.claims),
            sources=frozenset(self.files.sources),
            stories=frozenset(self.files.stories),
            verdicts=tuple(grade.key for grade in scale.verdicts) if scale else None,
            reporting=tuple(grade.key for grade in scale.reporting) if scale else None,
            figures_of=self._figures_of,
        )

    def _scale(self) -> Scale | None:
        if self.files.scale is None:
            return None
        file = read_text_file(self.files.scale, self.root)
        if not isinstance(file, TextFile):
            self.problems.append(file)
            return None
        reading = RecordReading(YamlLocator(file.path, file.text, 1), self.known, self.settings)
        root = root_of(reading)
        scale = read_scale(root, reading) if root else None
        self.problems += reading.problems
        return scale

    def _records(
        self, files: Mapping[str, Path], read: Callable[[Node, FrontMatter, RecordReading], Record | None]
    ) -> tuple[Record, ...]:
        found = (self._record(slug, path, read) for slug, path in files.items())
        return tuple(sorted((record for record in found if record), key=lambda record: record.slug))

    def _record(
        self, slug: str, path: Path, read: Callable[[Node, FrontMatter, RecordReading], Record | None]
    ) -> Record | None:
        opened = self._open(slug, path)
        if opened is None:
            return None
        root, front, reading = opened
        record = read(root, front, reading)
        reading.problems += _check_body(record, front, reading)
        if not self.drafts and _is_draft(root):
            self.left_out.add(path)
            return None
        self.problems += reading.problems
        if reading.failed or record is None:
            return None
        self.links += links(Body(reading.locator.path, front.body, front.body_line))
        return record

    def _drafts(self) -> Drafts:
        claims = frozenset(slug for slug, path in self.files.claims.items() if path in self.left_out)
        return Drafts(claims, frozenset(slug for slug, path in self.files.stories.items() if path in self.left_out))

    def _open(self, slug: str, path: Path) -> tuple[Node, FrontMatter, RecordReading] | None:
        """Give the composed fields; None after noting why there are none."""
        file = read_text_file(path, self.root)
        front = split(file) if isinstance(file, TextFile) else file
        if not isinstance(file, TextFile) or not isinstance(front, FrontMatter):
            self.problems += [front] if not isinstance(front, FrontMatter) else []
            return None
        locator = YamlLocator(file.path, front.yaml, FIRST_LINE)
        reading = RecordReading(locator, self.known, self.settings, slug)
        root = root_of(reading)
        if root is None:
            self.problems += reading.problems
            return None
        return root, front, reading

    def _figures_of(self, claim: str) -> Mapping[str, ClaimFigure | None] | None:
        """Give the figures of a claim, read alone where its turn has not come yet."""
        if claim not in self.figures:
            self.figures[claim] = self._read_figures_alone(claim)
        return self.figures[claim]

    def _read_figures_alone(self, claim: str) -> Mapping[str, ClaimFigure | None] | None:
        path = self.files.claims.get(claim)
        file = read_text_file(path, self.root) if path else None
        front = split(file) if isinstance(file, TextFile) else None
        if not isinstance(front, FrontMatter) or not isinstance(file, TextFile):
            return None
        reading = RecordReading(YamlLocator(file.path, front.yaml, FIRST_LINE), self.known, self.settings, claim)
        root = root_of(reading)
        return figures_alone(root, reading) if root else None


def _only(files: Mapping[str, Path], slugs: frozenset[str]) -> dict[str, Path]:
    return {slug: files[slug] for slug in sorted(slugs) if slug in files}


def _is_draft(root: Node) -> bool:
    if not isinstance(root, MappingNode):
        return False
    written = (value.value for name, value in root.value if name.value == "draft")
    return any(str(value).strip().lower() in {"yes", "true"} for value in written)


def _check_body(record: Claim | Source | Story | None, front: FrontMatter, reading: RecordReading) -> list[Problem]:
    body = Body(reading.locator.path, front.body, front.body_line)
    problems = check_links(body, reading.known) + check_documents(body, _is_no_record) + check_tags(body)
    if record is not None:
        problems += check_markers(body, record.slug, getattr(record, "citations", None))
    return problems


def _is_no_record(address: str) -> bool:
    """Whether a link without a scheme can stand in a record: records are no files to their readers."""
    return not address.split("#", 1)[0].endswith(".md")
