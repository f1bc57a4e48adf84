"""Laws of intervals, and their operations against a naive enumeration of points."""

from __future__ import annotations

from operator import add, mul, sub, truediv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factreport.figures.exact import Fraction
from factreport.figures.interval import EMPTY, ORIGIN, Interval

ENDS = st.integers(-3, 3).map(Fraction)
INTERVALS = st.builds(Interval, st.none() | ENDS, st.none() | ENDS, st.booleans(), st.booleans())
BOUNDED = st.builds(Interval, ENDS, ENDS, st.booleans(), st.booleans())
GRID = [Fraction(n, 4) for n in range(-28, 29)]
"""Ends are whole and at most 3, so quarters out to 7 tell any two of these intervals apart."""


def points(interval: Interval) -> set[Fraction]:
    return {point for point in GRID if interval.contains(point)}


@given(INTERVALS, INTERVALS)
def test_relations_are_those_of_the_points(a: Interval, b: Interval) -> None:
    assert a.is_empty == (not points(a))
    assert points(a.intersection(b)) == points(a) & points(b)
    assert a.intersects(b) == bool(points(a) & points(b))
    assert a.is_subset(b) == (points(a) <= points(b))
    assert (a == b) == (points(a) == points(b))


@given(BOUNDED, BOUNDED)
def test_precedes_and_gap_are_those_of_the_points(a: Interval, b: Interval) -> None:
    assert a.precedes(b) == all(x <= y for x in points(a) for y in points(b))
    gap = a.gap(b)
    if a.is_empty or b.is_empty:
        assert gap is None
        return
    assert gap is not None
    near = min(abs(x - y) for x in points(a) for y in points(b))
    assert gap <= near <= gap + Fraction(1, 2), "an open end is a quarter from the nearest point"


@given(INTERVALS, INTERVALS)
def test_hull_is_the_least_that_holds_both(a: Interval, b: Interval) -> None:
    hull = a.hull(b)
    assert a.is_subset(hull)
    assert b.is_subset(hull)
    assert hull == b.hull(a)
    both = points(a) | points(b)
    assert points(hull) == {point for point in GRID if both and min(both) <= point <= max(both)}


@pytest.mark.parametrize("name", ["sum", "difference", "product", "quotient"])
@given(a=BOUNDED, b=BOUNDED)
def test_results_hold_every_pair_of_points_and_end_where_they_end(name: str, a: Interval, b: Interval) -> None:
    naive = {"sum": add, "difference": sub, "product": mul, "quotient": truediv}[name]
    result = getattr(a, name)(b)
    found = {naive(x, y) for x in points(a) for y in points(b) if name != "quotient" or y}
    assert result.is_empty == (not found)
    assert all(result.contains(value) for value in found)
    for end, is_open in ((result.low, result.low_open), (result.high, result.high_open)):
        assert result.is_empty or end is None or is_open != (end in found), "an end is reached exactly if it is closed"


@given(INTERVALS, INTERVALS, INTERVALS)
def test_wider_operands_give_wider_results(a: Interval, b: Interval, c: Interval) -> None:
    wide = a.hull(c)
    assert a.sum(b).is_subset(wide.sum(b))
    assert a.difference(b).is_subset(wide.difference(b))
    assert a.product(b).is_subset(wide.product(b))
    assert a.quotient(b).is_subset(wide.quotient(b))


@given(INTERVALS, INTERVALS)
def test_sum_product_and_relations_are_symmetric(a: Interval, b: Interval) -> None:
    assert a.sum(b) == b.sum(a)
    assert a.product(b) == b.product(a)
    assert a.intersects(b) == b.intersects(a)
    assert a.gap(b) == b.gap(a)
    assert a.intersection(b) == b.intersection(a)


@given(BOUNDED, st.integers(1, 9).map(lambda n: Fraction(n, 7)))
def test_scaling_there_and_back_changes_nothing(a: Interval, factor: Fraction) -> None:
    assert a.scale(factor).scale(1 / factor) == a
    assert a.negated().negated() == a


def test_division_by_nothing_is_empty_and_across_nothing_unbounded() -> None:
    one_to_two = Interval(Fraction(1), Fraction(2))
    assert one_to_two.quotient(ORIGIN) == EMPTY
    assert one_to_two.quotient(Interval(Fraction(-1), Fraction(1))) == Interval(None, None)
    assert one_to_two.quotient(Interval(Fraction(0), Fraction(2))) == Interval(Fraction(1, 2), None)


def test_nothing_times_everything_is_nothing() -> None:
    assert ORIGIN.product(Interval(None, None)) == ORIGIN
    above = Interval(Fraction(0), None, low_open=True)
    assert above.product(above) == above


def test_there_is_one_empty_interval() -> None:
    one, two = Fraction(1), Fraction(2)
    assert Interval(two, one) == Interval(one, one, low_open=True) == EMPTY
    assert EMPTY.is_subset(ORIGIN)
    assert not EMPTY.intersects(Interval(None, None))
