"""Files that a command writes, and what it says where the system does not let it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class FileError(Exception):
    """A file that the command cannot do without cannot be read or written; the message says which, and why."""


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Tell what the system refuses meanwhile as a FileError: of the file it names, or of `path`."""
    try:
        yield
    except OSError as error:
        raise FileError(_("{path} cannot be written: {reason}.").format(**_refused(error, path))) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Do the same where files are read."""
    try:
        yield
    except OSError as error:
        raise FileError(_("{path} cannot be read: {reason}.").format(**_refused(error, path))) from error


def replace_file(path: Path, data: bytes) -> None:
    """Write beside a file and then take its place, so that no reader meets half of it; FileError if that fails."""
    beside = path.with_name(f"{path.name}.new")
    with writing(path):
        beside.write_bytes(data)
        beside.replace(path)


def _refused(error: OSError, path: Path) -> dict[str, object]:
    # Of a file on the way to its place, nobody needs to know.
    named = error.filename if error.filename and not str(error.filename).endswith(".new") else path
    return {"path": named, "reason": error.strerror or type(error).__name__}
