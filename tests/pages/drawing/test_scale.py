"""Laws of the scales: four to six ticks on round numbers, everything inside, order kept."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from factreport.figures.exact import Fraction, fraction_of
from factreport.pages.drawing.across import decimal_text
from factreport.pages.drawing.scale import Scale, linear_scale, logarithmic_scale, power_of_ten, time_scale

NUMBERS = st.fractions(min_value=-(10**15), max_value=10**15, max_denominator=10**6)
POSITIVE = st.fractions(min_value=Fraction(1, 10**6), max_value=10**15, max_denominator=10**6)
DAYS = st.dates(min_value=date(1500, 1, 1), max_value=date(2500, 1, 1)).map(lambda day: Fraction(day.toordinal()))


def holds(scale: Scale, values: list[Fraction]) -> bool:
    inside = all(scale.low <= value <= scale.high for value in values)
    ascending = [scale.place(value) for value in sorted(values)]
    return inside and ascending == sorted(ascending) and all(0 <= place <= 1 for place in ascending)


@settings(deadline=None)
@given(st.lists(NUMBERS, min_size=1, max_size=8))
def test_linear_scale_has_four_to_six_round_ticks(values: list[Fraction]) -> None:
    scale = linear_scale(values)
    assert holds(scale, values)
    assert 4 <= len(scale.ticks) <= 6
    steps = {later - earlier for earlier, later in zip(scale.ticks, scale.ticks[1:], strict=False)}
    assert len(steps) == 1
    step = steps.pop()
    assert step / Fraction(10) ** power_of_ten(step) in {1, 2, 5}
    assert all((tick / step).denominator == 1 for tick in scale.ticks)


@settings(deadline=None)
@given(st.lists(NUMBERS, min_size=2, max_size=8, unique=True))
def test_linear_scale_spends_at_most_half_its_width_on_nothing(values: list[Fraction]) -> None:
    scale = linear_scale(values)
    assert max(values) - min(values) >= (scale.high - scale.low) * Fraction(3, 10)


@settings(deadline=None)
@given(st.lists(st.integers(0, 10**6).map(Fraction), min_size=1, max_size=8))
def test_counts_have_ticks_on_integers(values: list[Fraction]) -> None:
    scale = linear_scale(values, whole=True)
    assert holds(scale, values)
    assert all(tick.denominator == 1 for tick in scale.ticks)
    assert scale.low >= 0


@settings(deadline=None)
@given(st.lists(POSITIVE, min_size=1, max_size=8))
def test_logarithmic_scale_holds_its_values(values: list[Fraction]) -> None:
    scale = logarithmic_scale(values)
    assert holds(scale, values)
    assert 1 <= len(scale.ticks) <= 6


@settings(deadline=None)
@given(st.lists(DAYS, min_size=1, max_size=8))
def test_time_scale_holds_its_days(values: list[Fraction]) -> None:
    scale = time_scale(values)
    assert holds(scale, values)
    assert len(scale.ticks) <= 6
    assert all(tick.denominator == 1 for tick in scale.ticks)


@given(st.fractions(), st.integers(0, 6))
def test_decimal_text_is_near_and_plain(value: Fraction, places: int) -> None:
    text = decimal_text(value, places)
    assert "e" not in text
    assert text != "-0"
    assert abs(fraction_of(text) - value) <= Fraction(1, 2 * 10**places)
