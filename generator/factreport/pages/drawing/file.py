"""Drawings as files: a sheet that grows downwards, with title, description, both colour schemes and a credit line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct, field

from factreport.pages.drawing.markup import element, join, svg_text
from factreport.pages.drawing.style import file_style
from factreport.pages.drawing.text_width import wrapped

if TYPE_CHECKING:
    from factreport.model.scale import Look

WIDTH = 720
MARGIN = 24
TITLE_SIZE = 19
SUBJECT_SIZE = 14
NOTE_SIZE = 12


class Sheet(Struct):
    """A file under construction; `y` is the first free pixel from the top."""

    title: str
    description: str
    look: Look | None = None
    subject: str = ""
    """What the drawing is about, where the title does not say it."""
    width: int = WIDTH
    y: int = MARGIN
    parts: list[Markup] = field(default_factory=list)

    def __post_init__(self) -> None:
        for line in wrapped(self.title, self.width - 2 * MARGIN, TITLE_SIZE):
            self.add(svg_text(line, "title", MARGIN, self.peek(18)))
            self.y += 25
        for line in wrapped(self.subject, self.width - 2 * MARGIN, SUBJECT_SIZE):
            self.add(svg_text(line, "subject", MARGIN, self.peek(12)))
            self.y += 19
        self.y += 8

    def add(self, part: Markup) -> None:
        """Put something on the sheet, on top of what is there."""
        self.parts.append(part)

    def down(self, pixels: int) -> str:
        """Move down and give the new place."""
        self.y += pixels
        return str(self.y)

    def peek(self, pixels: int) -> str:
        """Give a place further down without moving."""
        return str(self.y + pixels)

    def finish(self, note: str, credit: str) -> str:
        """Give the file's text, with a note and the credit line at its foot."""
        self.y += 8
        for line in wrapped(note, self.width - 2 * MARGIN, NOTE_SIZE):
            self.add(svg_text(line, "note", MARGIN, self.down(16)))
        for line in wrapped(credit, self.width - 2 * MARGIN, NOTE_SIZE):
            self.add(svg_text(line, "credit", MARGIN, self.down(20)))
        height = self.y + MARGIN
        paper = element("rect", class_="paper", width=self.width, height=height)
        drawn = element(
            "svg",
            element("title", ": ".join(part for part in (self.subject, self.title) if part), id="title"),
            element("desc", self.description, id="description"),
            element("style", Markup(file_style(self.look))),  # noqa: S704 - our own style sheet
            paper,
            join(*self.parts),
            xmlns="http://www.w3.org/2000/svg",
            width=self.width,
            height=height,
            viewBox=f"0 0 {self.width} {height}",
            role="img",
            aria_labelledby="title description",
        )
        return f"{drawn}\n"
