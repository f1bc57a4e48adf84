"""What all pages of a site depend on besides its claims, sources and stories, as one key."""

from __future__ import annotations

import os
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import factreport
from factreport.building.inputs import see, take
from factreport.building.output import fingerprint
from factreport.model.kept_record import KeptRecord
from factreport.model.nouns import RECORDS
from factreport.pipeline import LOCK_NAME, PUBLICATION_NAME
from factreport.reading.files import PAGES
from factreport.theme import theme_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.settings import Settings

LIBRARIES = (
    "babel",
    "currencyconverter",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "mdit-py-plugins",
    "msgspec",
    "pillow",
    "pyyaml",
    "quicktions",
    "mkdocs",
)
"""Libraries whose versions can show in what is made."""


COMPILED = "__pycache__"
"""Folders in which Python keeps compiled modules."""


class Key(KeptRecord, frozen=True):
    """What tells that everything has to be made again, where it is another one."""

    program: str
    """Fingerprint of program, libraries, configuration, templates and scale."""
    host: str = ""
    """Fingerprint of what a host brings to the site by itself; commands that look at content alone bring nothing."""


def frame_key(settings: Settings, host: str = "") -> Key:
    """Give the key; `host` says in whatever words what a host brings."""
    # Names of files may hold bytes that are no text.
    return Key(*(fingerprint(os.fsencode(words)) for words in ("\n".join(_parts(settings)), host)))


def _parts(settings: Settings) -> Iterator[str]:
    yield f"{sys.version} {factreport.__version__}"
    yield from (f"{name} {_version(name)}" for name in LIBRARIES)
    yield from (f"{name}={getattr(settings, name)!r}" for name in settings.__struct_fields__)
    program = Path(factreport.__file__).parent
    folders = [program, theme_folder(), *settings.templates, *settings.translations]
    yield from _contents(folders)
    for entry in sorted(settings.content.iterdir()) if settings.content.is_dir() else ():
        if entry.name in {LOCK_NAME, PUBLICATION_NAME}:
            # Of these only the entries of a family concern it.
            continue
        if entry.is_file():
            yield f"{entry} {fingerprint(entry.read_bytes())}"
        elif entry.name not in {*RECORDS, PAGES} and entry != settings.evidence:
            # Nothing reads these, but a record among them is told.
            yield from (str(entry), *_contents([entry]))


def _contents(folders: Iterable[Path]) -> Iterator[str]:
    """Give path and fingerprint of each file below some folders, sorted by path."""
    yield from (f"{path} {content}" for path, content in sorted(take(see(folders, without=COMPILED)).prints.items()))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
