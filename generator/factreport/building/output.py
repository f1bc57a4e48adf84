"""Finished files on their way to the site's folder."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.exports.export import ExportFile
    from factreport.pages.page import Page


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made."""

    path: str
    """Below the site's folder."""
    listed: str | None
    """Its address, if maps of the site may name it."""


def put_page(folder: Path, page: Page) -> Made:
    """Write a page."""
    put(folder / page.path, page.text.encode())
    return Made(page.path, page.address if page.listed and page.path.endswith(".html") else None)


def put_file(folder: Path, file: ExportFile) -> Made:
    """Write a file, unless editors brought one of that name (a `robots.txt` of their own) in their pages' folder."""
    target = folder / file.path
    if not target.exists():
        put(target, file.content)
    return Made(file.path, None)


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
