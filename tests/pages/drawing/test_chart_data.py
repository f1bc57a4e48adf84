"""The chart's data: ranges, rounded outwards, never bare points."""

from __future__ import annotations

from tests.pages.drawing.samples import figure_of, read_case

from factreport.figures.exact import fraction_of
from factreport.pages.drawing.chart_data import chart_data

FIGURE = figure_of(
    {
        "summary": "They differ",
        "unit": "EUR",
        "rows": [
            {
                "source": 'A, "quoted"',
                "printed": "€3.61",
                "value": 3.61,
                "range": "[3.605, 3.615)",
                "outer": "(3.6, 3.62)",
            },
            {"source": "B", "printed": "$4", "converted": True, "range": "[10/3, 11/3]"},
            {"source": "C", "printed": "over €4", "qualifier": "over", "range": "(4, )"},
            {"source": "D", "silent": True},
        ],
    }
)


def test_ranges_are_exact_or_rounded_outwards() -> None:
    first, second, third, fourth = chart_data(FIGURE)
    assert (first.low, first.low_included, first.high, first.high_included) == ("3.605", True, "3.615", False)
    assert (first.widest_low, first.widest_high) == ("3.6", "3.62")
    assert (second.low, second.high, second.converted) == ("3.333333", "3.666667", True)
    assert (third.low, third.low_included, third.high, third.high_included) == ("4", False, None, False)
    assert (fourth.low, fourth.high, fourth.stated, fourth.unit) == (None, None, False, "")


def test_dates_are_iso_days() -> None:
    rows = {row.publisher: row for row in chart_data(figure_of(read_case("dates")))}
    assert (rows["Agency"].low, rows["Agency"].high) == ("2025-03-01", "2025-03-10")
    assert (rows["Daily"].low, rows["Daily"].high, rows["Daily"].high_included) == (None, "2025-03-12", False)


def test_every_range_holds_what_was_measured() -> None:
    for row, given in zip(chart_data(FIGURE), FIGURE.rows, strict=True):
        if given.measure is not None and given.measure.range.low is not None:
            assert fraction_of(row.low or "0") <= given.measure.range.low
        if given.measure is not None and given.measure.range.high is not None:
            assert fraction_of(row.high or "0") >= given.measure.range.high
