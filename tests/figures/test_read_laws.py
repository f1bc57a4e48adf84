"""Laws of reading: nothing crashes it, places are exact, what is written reads back, hostile text costs linear time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.figures.written import write_figure

from factreport.figures.dates import read_dates
from factreport.figures.exact import Fraction
from factreport.figures.figure import Qualifier
from factreport.figures.read import read_figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from factreport.figures.figure import Figure

_PIECES = """
    $ £ € ¥ US$ Rmb RM Rs kr p c % per cent bn m k t million billion trillion hundred thousand dozen half a third of to
    and between from or more less than over under about nearly up to at least - – — . , ; : ( ) / ' 1 2 12 40 5.5 1,250
    2024 1.250.000 two three twenty five January May 19 Q3 iPhone no. page x times fold GW MWh km sq ft years minus + #
    @ one in
"""
PIECES = st.sampled_from(_PIECES.split())
LIKE_NEWS = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\u00a0"])), max_size=14).map(
    lambda pieces: "".join(piece + gap for piece, gap in pieces)
)

NUMBERS = st.one_of(
    st.integers(2, 999).map(str),
    st.integers(1000, 9_999_999).map("{:,}".format),
    st.decimals(0, 999, places=2).map(str),
    st.sampled_from(["two", "twelve", "forty-five", "three hundred and twenty", "2 1/2", "1¾"]),
)
SCALES = st.sampled_from(["", " thousand", " million", " billion", " trillion", " crore"])
UNITS = st.sampled_from(
    [
        "$@",
        "£@",
        "€@",
        "¥@",
        "@ yuan",
        "A$@",
        "CHF @",
        "@ kr",
        "@%",
        "@ percentage points",
        "@ GW",
        "@ sq ft",
        "@ years",
    ]
)
QUALIFIERS = st.sampled_from(["", "more than ", "at least ", "less than ", "up to ", "around ", "nearly "])


@st.composite
def printed_figures(draw: st.DrawFn) -> str:
    amount = draw(NUMBERS) + draw(SCALES)
    return draw(QUALIFIERS) + draw(UNITS).replace("@", amount)


def meaning(figure: Figure) -> tuple[object, ...]:
    return (figure.numeral, figure.upper, figure.units, figure.qualifier)


@given(st.one_of(st.text(max_size=120), LIKE_NEWS))
def test_any_text_is_read_and_every_place_is_exact(text: str) -> None:
    last = 0
    for figure in read_figures(text):
        assert text[figure.start : figure.end] == figure.text
        assert figure.start >= last
        assert figure.text.strip() == figure.text != ""
        last = figure.end


@given(LIKE_NEWS)
def test_every_figure_keeps_the_promises_of_its_type(text: str) -> None:
    for figure in read_figures(text):
        assert figure.numeral.step > 0
        assert (figure.upper is not None) == (figure.qualifier is Qualifier.BETWEEN)
        assert figure.upper is None or figure.upper.value >= figure.numeral.value
        assert figure.units == tuple(sorted(figure.units)) != ()


@given(st.one_of(st.text(max_size=120), LIKE_NEWS))
def test_any_text_is_searched_for_dates_and_every_place_is_exact(text: str) -> None:
    for printed in read_dates(text, year=2024):
        assert text[printed.start : printed.end] == printed.text
        assert printed.first <= printed.last


@given(printed_figures())
@settings(max_examples=300)
def test_what_is_written_reads_back_as_the_same_figure(text: str) -> None:
    for figure in read_figures(text):
        (again,) = read_figures(write_figure(figure))
        assert meaning(again) == meaning(figure)


@given(st.integers(1, 998), st.integers(1, 999), st.sampled_from(["$", "£", "€"]), st.sampled_from(["m", "bn", "tn"]))
def test_a_range_written_short_or_long_is_the_same(low: int, width: int, sign: str, scale: str) -> None:
    high = low + width
    spellings = [
        f"between {sign}{low}{scale} and {sign}{high}{scale}",
        f"{sign}{low}{scale} to {sign}{high}{scale}",
        f"{sign}{low}-{high}{scale}",
        f"{sign}{low}{scale}–{sign}{high}{scale}",
    ]
    assert len({meaning(figure) for text in spellings for figure in read_figures(text)}) == 1


@given(st.integers(1, 10**6), st.sampled_from(["thousand", "million", "billion"]))
def test_scale_words_multiply_exactly(number: int, scale: str) -> None:
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    (figure,) = read_figures(f"${number} {scale}")
    assert figure.numeral.value == Fraction(number * factor)


HOSTILE = [
    "1",
    " ",
    "1,111",
    "1.1",
    "1 111 ",
    "twenty ",
    "one hundred ",
    "$",
    "-",
    "1-",
    "half a ",
    "up to ",
    "a.b.",
    "'",
    "1/2 ",
    "May 1 ",
    "x",
    "www.",
    "a@",
    "a-",
    "a.com",
    "a.com ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    assert read_figures(piece * 5_000 + " . It paid £7.50.")[-1].text == "£7.50"
    assert read_dates(piece * 5_000 + " . It was 19 January 2012.")[-1].text == "19 January 2012"


@pytest.mark.audit
@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("reader", [read_figures, read_dates], ids=["figures", "dates"])
def test_hostile_text_costs_linear_time(piece: str, reader: Callable[[str], object]) -> None:
    # Eight times the text may cost at most forty times as much; quadratic reading would cost sixty-four times.
    small, large = (_seconds(reader, "www.a.com " + piece * (size // len(piece))) for size in (12_500, 100_000))
    assert large < 40 * max(small, 0.002)


def _seconds(reader: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    reader(text)
    return time.process_time() - start
