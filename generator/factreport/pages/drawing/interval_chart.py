"""The interval chart: what each source's figure can mean, on one scale.

Rows are words followed by a strip of their own, without a viewBox, so that text never shrinks and nothing overflows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.pages.drawing.across import InPercent
from factreport.pages.drawing.backdrop import Backdrop, hatching
from factreport.pages.drawing.caption import caption
from factreport.pages.drawing.chart_content import ChartContent, chart_content
from factreport.pages.drawing.chart_file import chart_file
from factreport.pages.drawing.chart_row import ChartRow, Shape
from factreport.pages.drawing.markup import classes, element, join
from factreport.pages.drawing.strip import HEIGHT, Strip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from babel import Locale
    from markupsafe import Markup

    from factreport.model.scale import Look
    from factreport.report.records import FigureReport


class StripRow(Struct, frozen=True):
    """A row of the chart as a page shows it: words, then the strip."""

    name: str
    """Who states it."""
    text: str
    """What is stated, what it can mean and what kind of statement it is; complete without the strip."""
    strip: Markup
    """Hidden from assistive technology: it says nothing that the text does not."""
    classes: str
    """For the row's element: `row-copy`, `row-silent`, `row-apart`, and `row-first-apart` for the first of these."""
    anchor: str
    """The id of the row of the figures table that says more; empty for none."""


class Chart(Struct, frozen=True):
    """An interval chart, ready for a template."""

    title: str
    """The finding as a sentence."""
    unit: str
    """What the axis counts ("billion US dollars"); empty for bare counts and days."""
    axis: Markup
    """Ticks and what the claim says; hidden from assistive technology."""
    rows: tuple[StripRow, ...]
    caption: str
    """Unit, start of the scale, and what band, hollow dot and column mean, as far as they occur."""
    content: ChartContent
    """What it was drawn from."""

    @property
    def standalone_svg(self) -> str:
        """The chart as a file of its own, drawn when asked for."""
        return chart_file(self.content, self.caption)


def interval_chart(
    figure: FigureReport,
    *,
    locale: Locale,
    credit: str = "",
    look: Look | None = None,
    names: Mapping[str, str] | None = None,
    derived: Sequence[ChartRow] = (),
) -> Chart | None:
    """Give the chart of a figure; None where sources print the same, or fewer than two can be drawn.

    `credit` is the last line of the file; `look` gives the claim's line in the file its ink; `names` are those of
    sources by slug, for credits to sources that do not state the figure; `derived` rows, worked out by us, come last.
    """
    content = chart_content(figure, locale=locale, credit=credit, look=look, names=names, derived=derived)
    return None if content is None else draw_chart(content)


def draw_chart(content: ChartContent) -> Chart:
    """Give the chart for a page and as a file."""
    scale = content.scale
    backdrop = Backdrop(scale, InPercent(), content.claimed, content.overlap, content.name)
    behind = join(backdrop.columns(), backdrop.lines())
    strip = Strip(scale, InPercent())
    words = caption(content, scale)
    return Chart(
        title=content.title,
        unit=content.unit_words,
        axis=_axis(content, backdrop),
        rows=tuple(_strip_row(row, before, behind, strip) for before, row in _pairs(content.rows)),
        caption=words,
        content=content,
    )


def _pairs(rows: tuple[ChartRow, ...]) -> list[tuple[ChartRow | None, ChartRow]]:
    return list(zip((None, *rows), rows, strict=False))


def _strip_row(row: ChartRow, before: ChartRow | None, behind: Markup, strip: Strip) -> StripRow:
    apart = row.shape is Shape.APART
    first_apart = apart and (before is None or before.shape is not Shape.APART)
    marks = element("svg", strip.marks(row), y="50%", overflow="visible")
    drawn = element(
        "svg", join() if apart else behind, marks,
        class_="strip", width="100%", height=HEIGHT, aria_hidden="true", focusable="false",
    )  # fmt: skip
    kinds = classes(
        "row-copy" if row.copy else "",
        "row-silent" if row.shape is Shape.SILENT else "",
        "row-apart" if apart else "",
        "row-first-apart" if first_apart else "",
    )
    return StripRow(row.name, row.text, drawn, kinds, row.anchor)


def _axis(content: ChartContent, backdrop: Backdrop) -> Markup:
    """Give the axis strip; heights are in em, so that it grows with the reader's text."""
    flag = content.claimed is not None
    labels = content.tick_labels(backdrop.scale)
    ticks = backdrop.tick_labels(labels, "2.3em" if flag else "1em")
    hatch = hatching(content.name) if content.claimed is not None and content.claimed.is_range else join()
    return element(
        "svg", hatch, ticks, backdrop.flag("1em") if flag else join(),
        class_="axis", width="100%", height="2.75em" if flag else "1.45em", aria_hidden="true", focusable="false",
    )  # fmt: skip
