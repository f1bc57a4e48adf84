"""The cells of a story's matrix: how a source stands to a figure, with a glyph and a word for each way."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from factreport.language import gettext as _
from factreport.pages.drawing.markup import element

if TYPE_CHECKING:
    from datetime import date

    from factreport.model.claim import Claim
    from factreport.model.source import Source


class Says(StrEnum):
    """How a source stands to a figure."""

    STATES = "states"
    CHANGES = "changes"
    """Credits another source and prints something else."""
    SILENT = "silent"
    """Examined, and says nothing of it."""
    UNKNOWN = "unknown"
    """Not cited for it: we do not say whether it states it."""


GLYPHS = {
    Says.STATES: '<circle class="dot" r="5.5"/>',
    Says.CHANGES: '<circle class="changed-disc" r="8"/><path class="unequal" d="M-4-2H4M-4 2H4M2.5-5-2.5 5"/>',
    Says.SILENT: '<circle class="ring" r="5.5"/>',
    Says.UNKNOWN: '<circle class="speck" r="1.5"/>',
}


class MatrixColumn(Struct, frozen=True):
    """A figure of one of the story's claims."""

    label: str
    claim: str
    """What the claim says."""
    address: str
    """Of the figure, below the site's root."""
    retired: date | None
    """Day on which the claim was withdrawn."""

    @property
    def heading(self) -> str:
        """The label; of a withdrawn claim's figure with that."""
        return figure_words(self.label, self.retired)


class MatrixCell(Struct, frozen=True):
    """What a source says of a figure."""

    says: Says
    printed: tuple[str, ...]
    """What it prints, for quantities and dates; several where its parts differ."""

    @property
    def word(self) -> str:
        """The same in a word or two."""
        return says_words(self.says)

    @property
    def glyph(self) -> Markup:
        """The same as a glyph; the word stands beside it."""
        return small_glyph(self.says)


UNKNOWN = MatrixCell(Says.UNKNOWN, ())


class MatrixRow(Struct, frozen=True):
    """A source with its cells, one for each column."""

    source: Source
    name: str
    """Its name; with date and title where another source of the story has the same (see `name_among`)."""
    cells: tuple[MatrixCell, ...]


def retired_on(claim: Claim) -> date | None:
    """Give the day on which a claim was withdrawn; None where it stands."""
    return claim.retired.date if claim.retired else None


def figure_words(label: str, retired: date | None) -> str:
    """Give the label of a figure of one of a story's claims; of a withdrawn one it says so."""
    return _("{figure} (claim withdrawn)").format(figure=label) if retired else label


def says_words(says: Says) -> str:
    """Give how a source stands to a figure, in words."""
    return {
        Says.STATES: _("states it"),
        Says.CHANGES: _("credits another, prints something else"),
        Says.SILENT: _("says nothing of it"),
        Says.UNKNOWN: _("not cited here"),
    }[says]


@cache
def small_glyph(says: Says) -> Markup:
    """Give the glyph of a cell for a line of text."""
    return element(
        "svg", glyph(says),
        class_="drawing matrix-glyph", width=20, height=20, viewBox="-10 -10 20 20",
        aria_hidden="true", focusable="false",
    )  # fmt: skip


def glyph(says: Says) -> Markup:
    """Give the glyph of a cell, to be put into a drawing."""
    return Markup(GLYPHS[says])  # noqa: S704 - constants of this module only
