"""A drawing's own files beside its page: the drawing (SVG), and what it shows as data (CSV, JSON)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.pages.drawing.data_file import DrawingData
from factreport.pages.page import Page
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from factreport.pages.drawing.interval_chart import Chart
    from factreport.pages.drawing.picture import Picture
    from factreport.pages.site import Site

EXTRA = Extra.DRAWINGS
"""These files are what a site can go without; the drawings in its pages stay."""


def drawn_files(
    site: Site, address: str, name: str, drawn: Chart | Picture, subject: str, rows: Sequence[Any]
) -> Iterator[Page]:
    """Give the three files of what is drawn on the page at `address`; `name` is theirs, without an ending."""
    settings = site.settings
    data = DrawingData(drawn.title, subject, rows, f"{settings.site_url}{address}", settings.license_text)
    yield Page(f"{address}{name}.svg", drawn.standalone_svg, listed=False)
    yield Page(f"{address}{name}.csv", data.csv, listed=False)
    yield Page(f"{address}{name}.json", data.json, listed=False)
