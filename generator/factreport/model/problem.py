"""Problems: malformed or undecidable content, as values with a place. Findings are something else."""

from __future__ import annotations

from enum import IntEnum

from msgspec import Struct

from factreport.model.kept_record import KeptRecord
from factreport.model.place import Place


class Severity(IntEnum):
    """What a problem stops, from least to most."""

    NOTICE = 1
    """A heuristic or a fact of life: stops nothing."""
    WARNING = 2
    """Stops a strict build; can be acknowledged in the file."""
    ERROR = 3
    """Stops every build; a preview leaves the item out."""


class Problem(KeptRecord, frozen=True):
    """One thing that is wrong in one place of the content."""

    place: Place
    code: str
    """Stable name in lower case with hyphens ("unknown-field")."""
    message: str
    """What is wrong and why, in whole sentences."""
    severity: Severity = Severity.ERROR
    hint: str = ""
    """What to do about it; empty where the message says it already."""

    def __str__(self) -> str:
        line = f"{self.place}: {self.code}: {self.message}"
        return f"{line}\n    hint: {self.hint}" if self.hint else line

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by place, then code: the order in which all problems are shown."""
        place = self.place
        return place.path, place.line, place.column, self.code, self.message


class ProblemKind(Struct, frozen=True):
    """A sort of problem that a room can report; every room keeps a table of its own in `problem_kinds.py`."""

    code: str
    severity: Severity
    about: str
    """What it is about, in one sentence for the published list."""

    def at(self, place: Place, message: str, hint: str = "") -> Problem:
        """Give the problem of this kind in that place."""
        return Problem(place, self.code, message, self.severity, hint)
