"""`factreport new`: a claim, a source or a story to fill in, or a site to put them in."""

from __future__ import annotations

import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from factreport.cli.configuration import ProjectError
from factreport.cli.project import read_settings
from factreport.language import gettext as _
from factreport.model.nouns import FOLDERS
from factreport.model.slugs import SLUG
from factreport.pipeline import open_reading
from factreport.reading.text_file import shown_path
from factreport.reading.values import slug_hint
from factreport.starting import forms
from factreport.starting.site import EVIDENCE, SITE

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from factreport.settings import Settings

_USAGE = 2


class _RefusedError(ValueError):
    """Nothing was written; the message says why."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the program."""
    written = _("Write a file with the fields to fill in, and comments that say how. Never overwrites a file.")
    parser = commands.add_parser("new", help=_("start a claim, a source, a story or a site"), description=written)
    sorts = parser.add_subparsers(metavar=_("what"), required=True)
    for sort, says in (("claim", _("start a claim")), ("source", _("start a source")), ("story", _("start a story"))):
        _add_record(sorts.add_parser(sort, help=says, description=written), sort)
    site = sorts.add_parser(
        "site",
        help=_("start a site"),
        description=_("Write the files that a site begins with. Never overwrites a file."),
    )
    site.add_argument("folder", nargs="?", type=Path, default=Path(), help=_("folder of the site; default: here"))
    site.set_defaults(run=run_site)


def _add_record(parser: argparse.ArgumentParser, sort: str) -> None:
    parser.add_argument("slug", help=_("name of the file and in the page's address, like ferry-fares"))
    parser.add_argument("--project", type=Path, default=Path(), help=_("folder with mkdocs.yml; default: here"))
    if sort == "source":
        parser.add_argument("--text", type=Path, metavar="FILE", help=_("its captured text, to keep as the snapshot"))
    parser.set_defaults(run=run_record, sort=sort)


def run_site(arguments: argparse.Namespace) -> int:
    """Write the files of a site; give the exit code: 0, 2 where one of them is there already or none can be written."""
    folder: Path = arguments.folder
    try:
        _write({folder / name: text.encode() for name, text in SITE.items()}, folder)
        (folder / EVIDENCE).mkdir(exist_ok=True)
    except (_RefusedError, OSError) as error:
        return _refused(error)
    _tell([*SITE], _("Write `factreport new source` and a name for your first source, then `factreport new claim`."))
    return 0


def run_record(arguments: argparse.Namespace) -> int:
    """Write a claim, source or story; give the exit code: 0, 2 where it cannot be written."""
    try:
        settings = read_settings(arguments.project.resolve())
        files = _files(arguments, settings)
        _write(files, settings.project)
    except (ProjectError, _RefusedError, OSError) as error:
        return _refused(error)
    hint = _("Fill in its fields; `factreport check` says what is missing, with the line.")
    _tell([shown_path(path, settings.project) for path in files], hint)
    return 0


def _files(arguments: argparse.Namespace, settings: Settings) -> dict[Path, bytes]:
    """Give the bytes of each file to be written."""
    sort, slug = arguments.sort, arguments.slug
    if not SLUG.fullmatch(slug):
        message = _("“{value}” cannot be part of an address.").format(value=slug)
        raise _RefusedError(f"{message} {slug_hint(slug)}")
    content = open_reading(settings)
    # A claim may lie in a subfolder, under the same name.
    there = getattr(content.files, FOLDERS[sort]).get(slug)
    if there is not None:
        raise _RefusedError(_already_there(shown_path(there, settings.project)))
    files: dict[Path, bytes] = {}
    if sort == "claim":
        text = forms.claim(date.today(), (grade.key for grade in content.scale.verdicts))
    elif sort == "story":
        text = forms.story()
    else:
        data = _bytes(arguments.text) if arguments.text else b""
        text = forms.source(sha256(data).hexdigest() if arguments.text else "")
        if arguments.text:
            files.update(_snapshot(slug, data, arguments.text, settings))
    return {settings.content / FOLDERS[sort] / f"{slug}.md": text.encode(), **files}


def _bytes(given: Path) -> bytes:
    try:
        return given.read_bytes()
    except FileNotFoundError as error:
        message = _("There is no file {path}: give the path of the captured text.").format(path=given)
        raise _RefusedError(message) from error


def _snapshot(slug: str, data: bytes, given: Path, settings: Settings) -> dict[Path, bytes]:
    """Give the captured text where it is to be kept; nothing where it lies among the snapshots already."""
    if not data.strip():
        raise _RefusedError(_("{path} is empty: a snapshot is the text of the source.").format(path=given))
    try:
        data.decode()
    except UnicodeDecodeError as error:
        message = _("{path} is not text in UTF-8; save it as text, in that encoding.")
        raise _RefusedError(message.format(path=given)) from error
    if settings.evidence is None:
        message = _("There is no folder for snapshots: make {folder}, or name yours in FACTREPORT_EVIDENCE.")
        raise _RefusedError(message.format(folder=f"{EVIDENCE}/"))
    if given.resolve().is_relative_to(settings.evidence.resolve()):
        return {}
    return {settings.evidence / f"{slug}.txt": data}


def _write(files: Mapping[Path, bytes], root: Path) -> None:
    """Write all files or, where one of them is there already, none."""
    there = next((path for path in files if path.exists()), None)
    if there is not None:
        raise _RefusedError(_already_there(shown_path(there, root)))
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as opened:
            opened.write(data)


def _already_there(path: str) -> str:
    return _("{path} is there already; nothing was written.").format(path=path)


def _refused(error: Exception) -> int:
    words = str(error)
    if isinstance(error, OSError):
        words = _("{path} cannot be read or written: {reason}.").format(path=error.filename, reason=error.strerror)
    sys.stderr.write(f"factreport: {words}\n")
    return _USAGE


def _tell(written: list[str], hint: str) -> None:
    then = _("next:")
    sys.stdout.write("".join(f"{line}\n" for line in (*written, f"    {then} {hint}")))
