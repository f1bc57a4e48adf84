"""Everything that an interval chart is drawn from: rows, scale, claim, overlap and words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.pages.drawing.amounts import Amounts, amounts
from factreport.pages.drawing.backdrop import Claimed, claimed_of
from factreport.pages.drawing.chart_scale import scale_for
from factreport.pages.drawing.measured import chart_unit, claimed_measure, measure_of
from factreport.pages.drawing.rows import chart_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from babel import Locale

    from factreport.figures.interval import Interval
    from factreport.model.scale import Look
    from factreport.pages.drawing.chart_row import ChartRow
    from factreport.pages.drawing.scale import Scale
    from factreport.report.records import FigureReport


class ChartContent(Struct, frozen=True, dict=True):
    """Everything that a chart is drawn from."""

    name: str
    """Unique among the charts of a page; makes ids."""
    title: str
    rows: tuple[ChartRow, ...]
    amounts: Amounts
    claimed: Claimed | None = None
    overlap: Interval | None = None
    subject: str = ""
    """What the figure counts, for the file, which stands without the page around it."""
    credit: str = ""
    """Last line of the file: who publishes it, and where."""
    look: Look | None = None
    """Look of the verdict, whose ink the claim's line takes in the file."""

    @property
    def unit_words(self) -> str:
        """What the axis counts; where each tick has a scale word of its own, the unit alone."""
        return self.amounts.unit_name if self.scale.logarithmic else self.amounts.unit_words

    def tick_labels(self, scale: Scale) -> tuple[str, ...]:
        """Give the words at the ticks."""
        return self.amounts.scaled_ticks(scale.ticks) if scale.logarithmic else self.amounts.ticks(scale.ticks)

    @cached_property
    def scale(self) -> Scale:
        """The scale that holds all rows and the claim."""
        return scale_for(self.rows, () if self.claimed is None else self.claimed.ends, self.amounts.unit)


def chart_content(
    figure: FigureReport,
    *,
    locale: Locale,
    credit: str = "",
    look: Look | None = None,
    names: Mapping[str, str] | None = None,
    derived: Sequence[ChartRow] = (),
) -> ChartContent | None:
    """Give what the chart of a figure is drawn from; `names` of credited sources by slug; `derived` rows come last."""
    unit = chart_unit(figure)
    measures = [measure for row in figure.rows if (measure := measure_of(row)) is not None]
    if not unit or not figure.differs or len(measures) < 2:
        return None
    ends = [end for each in measures for end in (each.range.low, each.range.high) if end is not None]
    written = amounts(unit, ends, locale)
    rows = (*chart_rows(figure, written, names or {}), *derived)
    if sum(bool(row.ends) for row in rows) < 2:
        return None
    claimed = claimed_of(figure, claimed_measure(figure))
    name = f"{figure.figure.reference.claim}-{figure.figure.key}"
    return ChartContent(name, figure.summary, rows, written, claimed, figure.overlap, figure.figure.label, credit, look)
