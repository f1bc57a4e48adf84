"""The published scale: the possible verdicts, and how faithfully a claim was repeated."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.model.kept_record import KeptRecord

if TYPE_CHECKING:
    from factreport.model.place import Written


class Look(StrEnum):
    """The six looks that a verdict can be drawn with: glyph, fill and ink."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly-supported"
    DISPUTED = "disputed"
    NOT_SUPPORTED = "not-supported"
    CONTRADICTED = "contradicted"
    CANNOT_BE_SETTLED = "cannot-be-settled"


class Grade(KeptRecord, frozen=True):
    """One word of the scale."""

    key: str
    word: str
    look: Look
    means: str
    rating: int | None = None
    """Number for structured data; None: this word has none."""


class Scale(Struct, frozen=True):
    """All grades, in the order of the file."""

    written: Written
    verdicts: tuple[Grade, ...]
    reporting: tuple[Grade, ...]
    worst_rating: int | None = None
    best_rating: int | None = None
    topic_names: tuple[tuple[str, str], ...] = ()
    """Topics whose names their slugs do not spell ("tiktok", "TikTok")."""

    def verdict(self, key: str) -> Grade:
        """Give the verdict with that key; KeyError if the scale has none."""
        return _grade(self.verdicts, key)

    def report(self, key: str) -> Grade:
        """Give the reporting grade with that key; KeyError if the scale has none."""
        return _grade(self.reporting, key)


def _grade(grades: tuple[Grade, ...], key: str) -> Grade:
    for grade in grades:
        if grade.key == key:
            return grade
    raise KeyError(key)
