"""Where in a content file something stands."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from factreport.model.kept_record import KeptRecord

Key = str | int


class Place(KeptRecord, frozen=True, order=True):
    """A spot in a file of the content."""

    path: str
    """Relative to the project, with forward slashes."""
    line: int = 1
    """Counted from 1."""
    column: int = 1
    """Counted from 1, in code points."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Locator(Protocol):
    """Finds where values of one file stand; asked only when a problem is to be shown, so it may be slow."""

    def locate(self, keys: tuple[Key, ...]) -> Place:
        """Give the place of the value at `keys` ("citations", 0, "quote"), or of its nearest parent that is there."""
        ...


class WholeFile(Struct, frozen=True):
    """The locator of something made without a file's text: every place is the file's first line."""

    path: str

    def locate(self, keys: tuple[Key, ...]) -> Place:  # noqa: ARG002 - the interface of Locator
        """Give the beginning of the file."""
        return Place(self.path)


class Written:
    """The file that a record was read from, with the means to find the place of each of its values.

    `path` is relative to the project, with forward slashes.
    """

    __slots__ = ("locator", "path")

    def __init__(self, path: str, locator: Locator) -> None:
        self.path = path
        self.locator = locator

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Written) and self.path == other.path

    def __hash__(self) -> int:
        return hash(self.path)

    def __repr__(self) -> str:
        return f"Written({self.path!r})"

    def at(self, *keys: Key) -> Place:
        """Give the place of the value at `keys`; without keys, the beginning of the record."""
        return self.locator.locate(keys)
