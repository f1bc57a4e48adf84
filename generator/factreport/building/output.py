"""Finished files on their way to the site's folder."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from factreport.exports.export import LongFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factreport.exports.export import ExportFile
    from factreport.pages.page import Page


PART = ".part"
"""Ends the name of a file that is being written."""


def put_page(folder: Path, page: Page) -> str:
    """Write a page, and give its path below the site's folder."""
    put(folder / page.path, page.text.encode())
    return page.path


def put_file(folder: Path, file: ExportFile | LongFile) -> str:
    """Write a file, and give its path below the site's folder.

    Editors may have brought one of that name (a `robots.txt` of their own) in their pages' folder: theirs stays.
    """
    target = folder / file.path
    if not target.exists():
        # Under its own name it is only ever whole, so that nobody takes a piece of one for an editor's.
        part = target.with_name(f".{target.name}{PART}")
        if isinstance(file, LongFile):
            _put_pieces(part, file.pieces())
        else:
            put(part, file.content)
        part.replace(target)
    return file.path


def _put_pieces(target: Path, pieces: Iterable[bytes]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as out:
        out.writelines(pieces)


def remove_parts(folder: Path) -> None:
    """Remove what was being written when something failed."""
    for part in folder.rglob(f".*{PART}"):
        part.unlink(missing_ok=True)


def put(target: Path, content: bytes) -> None:
    """Write a file, making its folder where it is missing."""
    try:
        target.write_bytes(content)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def fingerprint(content: bytes) -> str:
    """Give what tells contents apart: 128 bits of BLAKE2 in hexadecimal."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()
