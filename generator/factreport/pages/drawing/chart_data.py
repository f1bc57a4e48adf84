"""The figures of an interval chart as data: for each source a range, never a bare point.

Numbers are decimal text in base units (1.5 billion is 1500000000), rounded outwards where six decimals cannot say them.
Days are ISO 8601.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.pages.drawing.amounts import DAY
from factreport.pages.drawing.data_file import Exact
from factreport.pages.drawing.measured import chart_unit, measure_of

if TYPE_CHECKING:
    from factreport.figures.exact import Fraction
    from factreport.figures.interval import Interval
    from factreport.report.records import FigureReport, Measure, Row

DECIMALS = 6


class DataRow(Struct, frozen=True):
    """What one source prints and what that can mean."""

    source: str
    """Slug of the source."""
    publisher: str
    printed: str
    """As printed; empty where no figure is stated."""
    stated: bool
    unit: str
    """Currency code, "%", "count", or "date"; empty where the statement cannot be compared."""
    low: Exact | None
    """Least that the digits can mean; None where nothing bounds it, or nothing is comparable."""
    low_included: bool
    high: Exact | None
    """Most that the digits can mean."""
    high_included: bool
    widest_low: Exact | None
    """Least that it can mean with looser rounding."""
    widest_high: Exact | None
    """Most that it can mean with looser rounding."""
    converted: bool
    """Whether we converted it."""
    copies: tuple[str, ...]
    """Slugs of the sources that it credits."""
    probably_used: tuple[str, ...]
    """Slugs of the sources that we think it used."""


def chart_data(figure: FigureReport) -> tuple[DataRow, ...]:
    """Give a row for each statement, in the figure's order."""
    return tuple(_data_row(row, chart_unit(figure)) for row in figure.rows)


def _data_row(row: Row, unit: str) -> DataRow:
    measure = measure_of(row)
    ends = _ends(measure)
    return DataRow(
        source=row.citation.source.slug,
        publisher=row.citation.source.publisher,
        printed=row.printed if row.stated else "",
        stated=row.stated,
        unit="" if measure is None else unit,
        low=ends[0],
        low_included=measure is not None and not measure.range.low_open,
        high=ends[1],
        high_included=measure is not None and not measure.range.high_open,
        widest_low=ends[2],
        widest_high=ends[3],
        converted=measure is not None and measure.converted,
        copies=row.copies,
        probably_used=row.inferred,
    )


def _ends(measure: Measure | None) -> tuple[Exact | None, Exact | None, Exact | None, Exact | None]:
    if measure is None:
        return None, None, None, None
    return (*_written_ends(measure.range, measure.unit), *_written_ends(measure.outer, measure.unit))


def _written_ends(interval: Interval, unit: str) -> tuple[Exact | None, Exact | None]:
    low = None if interval.low is None else _written(interval.low, unit, upwards=False)
    high = None if interval.high is None else _written(interval.high, unit, upwards=True)
    return low, high


def _written(value: Fraction, unit: str, *, upwards: bool) -> Exact:
    if unit == DAY:
        return Exact(date.fromordinal(round(value)).isoformat())
    scaled = value.numerator * 10**DECIMALS
    outward = -(-scaled // value.denominator) if upwards else scaled // value.denominator
    whole, rest = divmod(abs(outward), 10**DECIMALS)
    text = f"{whole}.{rest:0{DECIMALS}d}".rstrip("0").rstrip(".")
    return Exact(f"-{text}" if outward < 0 else text)
