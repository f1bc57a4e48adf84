"""A drawing's own files beside its page: the drawing (SVG), and what it shows as data (CSV, JSON)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from factreport.pages.drawing.data_file import DrawingData
from factreport.pages.page import Page
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from typing import Any

    from factreport.pages.drawing.interval_chart import Chart
    from factreport.pages.drawing.picture import Picture
    from factreport.pages.site import Site

EXTRA = Extra.DRAWINGS
"""These files are what a site can go without; the drawings in its pages stay."""

Report = TypeVar("Report")
Drawings = TypeVar("Drawings")


class LastDrawn(Generic[Report, Drawings]):
    """Keeps the drawings of one claim or story: its page, its card and its files are made one after the other."""

    def __init__(self, draw: Callable[[Report], Drawings]) -> None:
        self._draw = draw
        self._last: tuple[Report, Drawings] | None = None

    def of(self, report: Report) -> Drawings:
        """Give the drawings of a claim or story, drawn unless it is the one asked for last."""
        if self._last is None or self._last[0] is not report:
            self._last = report, self._draw(report)
        return self._last[1]


class Subject(Struct, frozen=True):
    """What a drawing is about."""

    words: str
    """The figure, claim or story."""
    retired: date | None = None
    """Day on which its claim was withdrawn."""


def drawn_files(
    site: Site, address: str, name: str, drawn: Chart | Picture, subject: Subject, rows: Sequence[Any]
) -> Iterator[Page]:
    """Give the three files of what is drawn on the page at `address`; `name` is theirs, without an ending."""
    settings = site.settings
    page = f"{settings.site_url}{address}"
    data = DrawingData(drawn.title, subject.words, rows, page, settings.license_text, subject.retired)
    yield Page(f"{address}{name}.svg", drawn.standalone_svg, listed=False)
    yield Page(f"{address}{name}.csv", data.csv, listed=False)
    yield Page(f"{address}{name}.json", data.json, listed=False)
