"""What the linter reports: problems of markup, with a place, a severity, and whose rule it is."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from msgspec import Struct


class Severity(IntEnum):
    """What a problem means for a profile, from least to most."""

    NOTICE = 1
    """Worth knowing; nobody asks for it."""
    WARNING = 2
    """Recommended, or read wrongly by somebody; stops nothing unless asked."""
    ERROR = 3
    """The markup does not meet the profile."""


class Profile(StrEnum):
    """Whose requirements the markup is held against."""

    SCHEMA = "schema"
    """The vocabulary of schema.org and JSON itself."""
    GOOGLE = "google"
    """Google's documentation of fact checks, and what its readers of markup are known to stumble over."""
    BING = "bing"
    """Bing's documentation: fewer rules, more required properties."""
    DATACOMMONS = "datacommons"
    """The feed as Data Commons takes it."""
    STRICT = "strict"
    """All of them, and what factreport asks of its own sites."""


Key = str | int
Keys = tuple[Key, ...]


class Found(Struct, frozen=True):
    """What a rule found in its subject: where, what, and what to do."""

    message: str
    hint: str = ""
    keys: Keys = ()
    """Path of the value within the subject ("reviewRating", "worstRating"); the nearest parent that is there counts."""


class Problem(Struct, frozen=True):
    """One thing that is wrong in one place of the markup."""

    path: str
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in code points."""
    code: str
    """Stable name in lower case with hyphens ("url-relative")."""
    severity: Severity
    """The gravest of the chosen profiles."""
    message: str
    hint: str
    sources: str
    """Whose rule it is: letters as in `rule.SOURCES`."""
    levels: tuple[tuple[Profile, Severity], ...]
    """How grave it is for each of the chosen profiles that minds it."""

    def __str__(self) -> str:
        line = f"{self.path}:{self.line}:{self.column}: {self.code}: {self.message}"
        return f"{line}\n    hint: {self.hint}" if self.hint else line

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by place, then code."""
        return (self.path, self.line, self.column, self.code, self.message)
