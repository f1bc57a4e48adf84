"""Which files of a content folder are records, and under which names."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.language import gettext as _
from factreport.model.nouns import RECORDS
from factreport.model.place import Place
from factreport.model.slugs import SLUG
from factreport.reading import problem_kinds as kinds
from factreport.reading.links_between_folders import leads_round
from factreport.reading.misplaced import misplaced
from factreport.reading.text_file import shown_path
from factreport.reading.values import slug_hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.model.problem import Problem

SCALE = "scale.yml"
_ALMOST_SCALE = re.compile(r"scales?\.(?:ya?ml|json|md|txt)(?:\.txt)?|scales?", re.IGNORECASE)
PAGES = "pages"
_OTHERS = frozenset({SCALE, PAGES, "evidence.lock", "published.json"})


class PathsBySlug(Mapping[str, Path]):
    """Paths kept as text, each made when it is asked for: a build of one edit asks for few of thousands."""

    def __init__(self, by_slug: Mapping[str, str]) -> None:
        self._by_slug = by_slug

    def __getitem__(self, slug: str) -> Path:
        return Path(self._by_slug[slug])

    def __contains__(self, slug: object) -> bool:
        return slug in self._by_slug

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_slug)

    def __len__(self) -> int:
        return len(self._by_slug)


class ContentFiles(Struct):
    """The files by slug, in the order of their paths."""

    claims: Mapping[str, Path] = field(default_factory=dict)
    sources: Mapping[str, Path] = field(default_factory=dict)
    stories: Mapping[str, Path] = field(default_factory=dict)
    scale: Path | None = None
    problems: list[Problem] = field(default_factory=list)


def find_files(folder: Path, root: Path) -> ContentFiles:
    """Find all records of a content folder; problems with names, and with files that nothing reads."""
    files = ContentFiles()
    if not folder.is_dir():
        message = _("There is no content folder here.")
        hint = _("Name the folder with claims/, sources/, stories/ and scale.yml.")
        files.problems.append(kinds.NO_CONTENT.at(Place(shown_path(folder, root)), message, hint))
        return files
    for name in RECORDS:
        setattr(files, name, _find_records(folder / name, root, files.problems))
    files.scale = _find_scale(folder, root, files.problems)
    _note_unused(folder, root, files.problems)
    return files


def _find_records(folder: Path, root: Path, problems: list[Problem]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    by_folded: dict[str, Path] = {}
    for path in _walk(folder):
        if path.suffix != ".md":
            problems += [*misplaced(path, root, folder.name)] or [_unused(path, root)]
            continue
        first = by_folded.setdefault(path.stem.casefold(), path)
        if first is not path:
            problems.append(_duplicate(path, first, root))
            continue
        found[path.stem] = path
        if not SLUG.fullmatch(path.stem):
            shown = shown_path(path, root)
            message = _("The file's name “{name}” becomes the page's address, and cannot.").format(
                name=Path(shown).stem
            )
            problems.append(kinds.BAD_SLUG.at(Place(shown), message, slug_hint(Path(shown).stem)))
    return found


def _walk(folder: Path) -> Iterator[Path]:
    """Give all files below `folder` in the order of their paths, hidden ones left out."""
    for parent, folders, names in os.walk(folder, followlinks=True):
        # A folder that is named like a record is met as one, and then cannot be opened.
        names += [name for name in folders if name.endswith(".md")]
        shown = (name for name in folders if not name.startswith(".") and not name.endswith(".md"))
        folders[:] = sorted(name for name in shown if not leads_round(os.path.join(parent, name)))  # noqa: PTH118
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith("."))


def _duplicate(path: Path, first: Path, root: Path) -> Problem:
    message = _("The name “{name}” is taken by {other}; both would have the same address.").format(
        name=path.stem, other=shown_path(first, root)
    )
    return kinds.DUPLICATE_SLUG.at(Place(shown_path(path, root)), message, _("Rename one of the two files."))


def _find_scale(folder: Path, root: Path, problems: list[Problem]) -> Path | None:
    path = folder / SCALE
    if path.is_file():
        return path
    message = _("The scale of verdicts is not there.")
    hint = _("Write {name} in the content folder, with `verdicts`.").format(name=SCALE)
    if other := next((one.name for one in sorted(folder.iterdir()) if _ALMOST_SCALE.fullmatch(one.name)), None):
        hint = _("Rename {other} to {name}.").format(other=other, name=SCALE)
    problems.append(kinds.NO_CONTENT.at(Place(shown_path(path, root)), message, hint))
    return None


def _note_unused(folder: Path, root: Path, problems: list[Problem]) -> None:
    known = _OTHERS.union(RECORDS)
    others = (path for path in sorted(folder.iterdir()) if path.name not in known and not path.name.startswith("."))
    for path in others:
        problems += [*misplaced(path, root)] or [_unused(path, root)]


def _unused(path: Path, root: Path) -> Problem:
    message = _("Nothing reads this.")
    hint = _("Records end in .md and lie in claims/, sources/ or stories/.")
    return kinds.UNUSED_FILE.at(Place(shown_path(path, root)), message, hint)
