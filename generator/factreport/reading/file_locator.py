"""Where values stand in a file that is not held in memory: it is read again where that is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.model.place import Place
from factreport.reading.front_matter import FIRST_LINE, FrontMatter, split
from factreport.reading.text_file import TextFile, decode
from factreport.reading.yaml_tree import BrokenYamlError, YamlLocator

if TYPE_CHECKING:
    from factreport.model.place import Key


class FileLocator(Struct, frozen=True):
    """Finds the places of values by reading their file again: cheapest to keep, slowest to ask."""

    path: str
    """Relative to the project, with forward slashes."""
    file: str
    """Where the file lies."""

    def locate(self, keys: tuple[Key, ...]) -> Place:
        """Give the place of the value at `keys`; the beginning of a file that can no longer be read."""
        try:
            read = decode(Path(self.file).read_bytes(), self.path)
            front = split(read) if isinstance(read, TextFile) else None
            if isinstance(front, FrontMatter):
                return YamlLocator(self.path, front.yaml, FIRST_LINE).locate(keys)
        except (OSError, BrokenYamlError):
            # Somebody writes to it at this moment.
            pass
        return Place(self.path)
