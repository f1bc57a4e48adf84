"""Which files a build reads, and which record each of them is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factreport.building.store import NotEnoughError, UnusableError
from factreport.model.nouns import RECORDS
from factreport.reading.files import ContentFiles, PathsBySlug

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.building.families import Family, Member
    from factreport.building.inputs import Inputs
    from factreport.settings import Settings


def content_files(settings: Settings, inputs: Inputs) -> ContentFiles:
    """Give the files of all records by their slugs."""
    files = ContentFiles(scale=settings.content / "scale.yml")
    for name in RECORDS:
        folder = f"{settings.content / name}"
        found = sorted([path for path in inputs.stamps if is_record(path, folder)])
        by_slug = {path[path.rfind(os.sep) + 1 : -len(".md")]: path for path in found}
        setattr(files, name, PathsBySlug(by_slug))
    return files


def is_record(path: str, folder: str) -> bool:
    """Tell whether a file is a record of this folder: a hidden folder in it may be that of the snapshots."""
    below = len(folder)
    return path.startswith(f"{folder}{os.sep}") and path.endswith(".md") and f"{os.sep}." not in path[below:]


def is_captured(path: str, settings: Settings) -> bool:
    """Tell whether a file lies among the snapshots; that folder may lie among records, and then it may be both."""
    return settings.evidence is not None and path.startswith(f"{settings.evidence}{os.sep}")


def member_of(path: Path, files: ContentFiles) -> Member:
    """Give the claim or story of a file; NotEnoughError for sources and snapshots, which are more than one family's."""
    if files.claims.get(path.stem) == path:
        return "claim", path.stem
    if files.stories.get(path.stem) == path:
        return "story", path.stem
    raise NotEnoughError(f"{path} is more than one family's")


def members_of(family: Family) -> frozenset[Member]:
    """Give the claims and stories of a family."""
    claims = (("claim", slug) for slug in family.claims)
    return frozenset((*claims, *(("story", slug) for slug in family.stories)))


def folder_identity(site: Path) -> tuple[int, int]:
    """Give what tells the folder of a site from any other, even one of the same name; UnusableError without one."""
    try:
        status = site.stat()
    except OSError as error:
        raise UnusableError("there is no site") from error
    return status.st_dev, status.st_ino
