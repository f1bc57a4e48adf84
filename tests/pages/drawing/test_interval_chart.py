"""The interval chart: every case of the design as a file, and laws that hold for any figures."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.pages.drawing import svg
from tests.pages.drawing.samples import CASES, LOCALE, STYLES, case_names, content_of, figure_of, read_case

from factreport.figures.exact import Fraction, fraction_of
from factreport.pages.drawing.interval_chart import Chart, draw_chart, interval_chart

ROUNDING = Fraction(1, 500)


@pytest.mark.parametrize("name", case_names())
def test_case_is_drawn_as_before(name: str, *, update_golden: bool) -> None:
    drawn = draw_chart(content_of(read_case(name), name)).standalone_svg
    expected = CASES / f"{name}.svg"
    if update_golden:
        expected.write_text(drawn, encoding="utf-8")
    assert drawn == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", case_names())
def test_nothing_runs_and_every_class_is_styled(name: str) -> None:
    chart = draw_chart(content_of(read_case(name), name))
    file = svg.parse(chart.standalone_svg)
    svg.assert_clean(file)
    assert svg.classes(file) <= svg.styled_in_files() | {"tick-spare"}
    for markup in (chart.axis, *(row.strip for row in chart.rows)):
        svg.assert_clean(svg.parse(markup))
        assert svg.classes(svg.parse(markup)) <= svg.styled_on_pages(STYLES)


@pytest.mark.parametrize("name", case_names())
def test_marks_stay_inside_the_strip(name: str) -> None:
    chart = draw_chart(content_of(read_case(name), name))
    for row in chart.rows:
        for left, right in svg.percentages(svg.parse(row.strip)):
            assert 0 <= left <= right <= 100 + ROUNDING


@pytest.mark.parametrize("name", case_names())
def test_file_says_everything_in_words(name: str) -> None:
    chart = draw_chart(content_of(read_case(name), name))
    description = "".join(next(svg.elements(svg.parse(chart.standalone_svg), "desc")).itertext())
    for row in chart.rows:
        assert row.text
        assert row.text.translate({0: 0xFFFD, 27: 0xFFFD}) in description


def chart_of(*rows: dict[str, Any], **fields: Any) -> Chart | None:
    return interval_chart(figure_of({"summary": "They differ", "unit": "USD", "rows": rows, **fields}), locale=LOCALE)


def number(source: str, value: Fraction | int, step: Fraction | int = 1, **fields: Any) -> dict[str, Any]:
    span = f"[{value - Fraction(step) / 2}, {value + Fraction(step) / 2})"
    outer = f"({value - step}, {value + step})"
    return {"source": source, "printed": f"${value}", "value": str(value), "range": span, "outer": outer, **fields}


def test_no_chart_where_all_print_the_same() -> None:
    assert chart_of(number("A", 4), number("B", 4), differs=False) is None


def test_no_chart_of_one_source() -> None:
    assert chart_of(number("A", 4), {"source": "B", "silent": True}) is None


def test_words_say_what_digits_can_mean() -> None:
    chart = chart_of(number("A", fraction_of("4.4"), fraction_of("0.1")), number("B", 6))
    assert chart is not None
    assert chart.rows[0].text == "$22/5; can mean 4.35 to 4.45"


def test_converted_ranges_are_rounded_outwards() -> None:
    converted = number("A", 4, converted=True, range="[38617/10000, 40519/10000]")
    chart = chart_of({**converted, "range": f"[{fraction_of('3.8617')}, {fraction_of('4.0519')}]"}, number("B", 6))
    assert chart is not None
    assert chart.rows[0].text.endswith("converted by us: 3.86 to 4.06 US dollars")


def test_silent_sources_come_after_those_that_state_something() -> None:
    chart = chart_of({"source": "A", "silent": True}, number("B", 6), number("C", 4))
    assert chart is not None
    assert [row.name for row in chart.rows] == ["B", "C", "A"]
    assert "<circle" not in chart.rows[2].strip
    assert chart.rows[2].text == "no figure stated"


def test_three_copies_that_print_the_same_share_a_row() -> None:
    copies = [number(name, 4, copies=["A"]) for name in "BCD"]
    chart = chart_of(number("A", 4), *copies, number("E", 5))
    assert chart is not None
    assert [row.name for row in chart.rows] == ["A", "3 reports that repeat others", "E"]
    assert all(f"{name}" in chart.rows[1].text for name in "BCD")


def test_copies_that_print_something_else_are_no_run_with_those_that_repeat() -> None:
    copies = [number(name, 5, copies=["A"], changed=True) for name in "BCDF"]
    chart = chart_of(number("A", 4), *copies, *(number(name, 5, copies=["B"]) for name in "GHI"))
    assert chart is not None
    names = [row.name for row in chart.rows]
    assert names == ["A", "4 copies that print something else", "3 reports that repeat others"]


def test_reports_of_unknown_origin_are_never_said_to_repeat_others() -> None:
    unknown = [number(name, 4, unknown=True) for name in "BCD"]
    chart = chart_of(number("A", 4), *unknown, number("E", 4, copies=["A"]), number("F", 5))
    assert chart is not None
    assert [row.name for row in chart.rows] == ["A", "3 reports of unknown origin", "E", "F"]
    assert [row.classes for row in chart.rows] == ["", "", "row-copy", ""]


@pytest.mark.parametrize(
    ("qualifier", "span", "path"),
    [
        ("over", "(12, )", "Q"),
        ("at-least", "[12, )", "H0V10"),
        ("under", "[0, 12)", "Q"),
        ("at-most", "[0, 12]", "H0V10"),
    ],
)
def test_bracket_says_whether_the_number_is_included(qualifier: str, span: str, path: str) -> None:
    limit = {"source": "A", "printed": "$12", "qualifier": qualifier, "range": span}
    chart = chart_of(limit, number("B", 14))
    assert chart is not None
    root = svg.parse(chart.rows[0].strip)
    brackets = [each.get("d", "") for each in root.iter() if each.get("class") == "bracket"]
    assert [path in each for each in brackets] == [True]
    assert not list(svg.elements(root, "circle"))


def test_far_figure_becomes_an_arrow_with_its_number() -> None:
    chart = chart_of(number("A", 40), number("B", 43), number("C", 38), number("D", 90))
    assert chart is not None
    assert '<path class="outlier"' in chart.rows[3].strip
    assert ">$90</text>" in chart.rows[3].strip
    assert "outlier" not in "".join(row.strip for row in chart.rows[:3])


def test_logarithm_is_said() -> None:
    chart = chart_of(number("A", 2, Fraction(1, 10)), number("B", 200))
    assert chart is not None
    assert "logarithmic" in chart.caption


VALUES = st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=1000)
STEPS = st.fractions(min_value=Fraction(1, 1000), max_value=1000, max_denominator=1000)
HOSTILE = st.text(max_size=30)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(VALUES, STEPS), min_size=2, max_size=6, unique_by=lambda pair: pair[0]))
def test_any_figures_keep_their_order_inside_the_strip(pairs: list[tuple[Fraction, Fraction]]) -> None:
    chart = chart_of(*(number(f"S{n}", value, step) for n, (value, step) in enumerate(pairs)))
    assert chart is not None
    svg.assert_clean(svg.parse(chart.standalone_svg))
    places = []
    for (value, _step), row in zip(pairs, chart.rows, strict=True):
        root = svg.parse(row.strip)
        svg.assert_clean(root)
        assert all(0 <= left <= right <= 100 + ROUNDING for left, right in svg.percentages(root))
        places += [(value, fraction_of(each.get("cx", "")[:-1])) for each in svg.elements(root, "circle")]
    places.sort()
    assert [place for _value, place in places] == sorted(place for _value, place in places)


@settings(max_examples=30, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_any_words_stay_words(name: str, printed: str, title: str) -> None:
    rows = (number("A", 4) | {"printed": printed}, number("B", 6))
    content = content_of({"summary": title, "unit": "USD", "rows": rows}, "example")
    named = [replace(row, name=name) for row in content.rows]
    first, second = (draw_chart(replace(content, rows=tuple(named))) for _ in range(2))
    assert first == second
    root = svg.parse(first.standalone_svg)
    svg.assert_clean(root)
    plain = svg.parse(draw_chart(content).standalone_svg)
    assert len(list(svg.elements(root, "circle"))) == len(list(svg.elements(plain, "circle")))
