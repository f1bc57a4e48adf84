"""A drawing of fixed size, for a page and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.pages.drawing.file import MARGIN, WIDTH, Sheet
from factreport.pages.drawing.markup import element

if TYPE_CHECKING:
    from markupsafe import Markup


class Picture(Struct, frozen=True):
    """A drawing whose parts stand on pixels; on a narrow page it scrolls sideways rather than shrink its text."""

    title: str
    description: str
    """Everything that is drawn, in words."""
    body: Markup
    width: int
    height: int
    subject: str = ""
    """What the drawing is about, for the file, where the title does not say it."""
    credit: str = ""
    """Last line of the file: who publishes it, and where."""

    @property
    def markup(self) -> Markup:
        """The drawing for a page, which holds the same in words beside it."""
        return element(
            "svg",
            self.body,
            class_="drawing",
            width=self.width,
            height=self.height,
            viewBox=f"0 0 {self.width} {self.height}",
            role="img",
            aria_label=self.title,
        )

    @property
    def standalone_svg(self) -> str:
        """The drawing as a file of its own, with title, description, both colour schemes and credit line."""
        sheet = Sheet(self.title, self.description, subject=self.subject, width=max(WIDTH, self.width + 2 * MARGIN))
        sheet.add(element("g", self.body, transform=f"translate({MARGIN} {sheet.y})"))
        sheet.down(self.height)
        return sheet.finish("", self.credit)
