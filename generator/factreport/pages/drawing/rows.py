"""The rows of an interval chart, worked out from a figure's report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factreport.figures.figure import Qualifier
from factreport.model.value import Quantity
from factreport.pages.drawing.amounts import DAY
from factreport.pages.drawing.chart_row import ChartRow, Shape
from factreport.pages.drawing.measured import measure_of
from factreport.pages.drawing.row_words import (
    credit_words,
    is_independent,
    repeats_others,
    row_name,
    run_words,
    statement_words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factreport.figures.exact import Fraction
    from factreport.figures.figure import Figure
    from factreport.pages.drawing.amounts import Amounts
    from factreport.report.records import FigureReport, Measure, Row

FOLDED_FROM = 3
"""So many reports that repeat others and print the same share one row."""
BOUNDS = frozenset({Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.UNDER, Qualifier.AT_MOST})


def chart_rows(figure: FigureReport, amounts: Amounts, names: Mapping[str, str]) -> tuple[ChartRow, ...]:
    """Give the rows in the figure's order, silent sources after those that state something, incomparable ones last.

    `names` are those of credited sources by slug; those of the figure's own sources are known.
    """
    own = {row.citation.source.slug: row.citation.source.name for row in figure.rows}
    rows = [_chart_row(run, figure, amounts, {**names, **own}) for run in _runs(figure.rows)]
    order = {Shape.SILENT: 1, Shape.APART: 2}
    return tuple(sorted(rows, key=lambda row: order.get(row.shape, 0)))


def _runs(rows: tuple[Row, ...]) -> list[tuple[Row, ...]]:
    """Put reports together that repeat others, or whose origin is not known, and print the same; a few stay alone."""
    runs: dict[object, list[Row]] = {}
    for row in rows:
        says = (row.stated, measure_of(row), "" if row.measure else row.printed, repeats_others(row), row.changed)
        runs.setdefault(row.anchor if is_independent(row) else says, []).append(row)
    folded: list[tuple[Row, ...]] = []
    for run in runs.values():
        folded.extend([tuple(run)] if len(run) >= FOLDED_FROM else [(row,) for row in run])
    place = {row.anchor: number for number, row in enumerate(rows)}
    return sorted(folded, key=lambda run: place[run[0].anchor])


def _chart_row(run: tuple[Row, ...], figure: FigureReport, amounts: Amounts, names: Mapping[str, str]) -> ChartRow:
    row = run[0]
    measure = measure_of(row)
    printed = _charted(row, amounts.unit)
    shape = _shape(row, measure, printed)
    qualifier = Qualifier.NONE if printed is None else printed.qualifier
    statement = statement_words(row, shape, measure, amounts)
    words = [statement, credit_words(row, names) if len(run) == 1 else run_words(run)]
    numbers: dict[str, Any] = {}
    if measure is not None:
        numbers = {
            "label": row.printed if printed is None else printed.text,
            "value": measure.value,
            "range": measure.range,
            "outer": measure.outer,
            "hedged": qualifier in {Qualifier.ABOUT, Qualifier.NEARLY},
            "converted": measure.converted,
            "own": _own_conversions(row, measure, amounts.unit),
            "soft_limit": _soft_limit(shape, measure, printed),
        }
    return ChartRow(
        row_name(run, figure, amounts.locale),
        "; ".join(word for word in words if word),
        shape,
        row.anchor if len(run) == 1 else "",
        copy=repeats_others(row),
        independent=is_independent(row),
        **numbers,
    )


def _charted(row: Row, unit: str) -> Figure | None:
    """Give the printed figure that the row's measure stands for: the one in the chart's unit, else the first."""
    value = row.statement.value
    if not isinstance(value, Quantity):
        return None
    figures = (value.figure, *value.conversions)
    return next((figure for figure in figures if unit in figure.units), value.figure)


def _shape(row: Row, measure: Measure | None, printed: Figure | None) -> Shape:
    if not row.stated:
        return Shape.SILENT
    if measure is None:
        return Shape.APART
    if printed is not None and printed.qualifier in BOUNDS:
        return Shape.LOWER if printed.qualifier in {Qualifier.OVER, Qualifier.AT_LEAST} else Shape.UPPER
    if not measure.range.is_bounded:
        return Shape.LOWER if measure.range.low is not None else Shape.UPPER
    if measure.value is not None:
        return Shape.NUMBER
    return Shape.SPAN if measure.unit == DAY else Shape.RANGE


def _own_conversions(row: Row, measure: Measure, unit: str) -> tuple[Fraction, ...]:
    value = row.statement.value
    if not isinstance(value, Quantity) or not measure.converted:
        return ()
    return tuple(figure.numeral.value for figure in value.conversions if unit in figure.units)


def _soft_limit(shape: Shape, measure: Measure, printed: Figure | None) -> Fraction | None:
    limit = measure.range.low
    if shape is not Shape.LOWER or printed is None or measure.converted or limit is None:
        return None
    return limit + printed.numeral.step
