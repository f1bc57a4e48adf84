"""The order of decisions against a naive one: sets of points, each written down anew from the table of meanings."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from factreport.figures.compare import compare
from factreport.figures.comparison import Kind, Size
from factreport.figures.exact import Fraction
from factreport.figures.figure import Figure, Numeral, Qualifier
from factreport.figures.interval import Interval
from factreport.figures.meaning import amount_of, sets_of

GRID = [Fraction(n, 80) for n in range(12 * 80)]
"""All ends below are multiples of 1/40, at most 9: points 1/80 apart, out to 12, tell the sets apart."""
LOWER = {Qualifier.OVER, Qualifier.AT_LEAST}
UPPER = {Qualifier.UNDER, Qualifier.AT_MOST}
ONE_DIRECTION = [(p, q) for side in (LOWER, UPPER) for p in sorted(side) for q in sorted(side)]
HALVES = st.integers(1, 12).map(lambda n: Fraction(n, 2))
STEPS = st.sampled_from([Fraction(1), Fraction(1, 2)])


def made(value: Fraction, step: Fraction, qualifier: Qualifier, upper: Fraction | None = None) -> Figure:
    high = None if upper is None else Numeral(upper, step, None)
    return Figure(Numeral(value, step, None), high, ("GW",), qualifier, f"{value} GW", 0, 4)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    qualifier = draw(st.sampled_from(list(Qualifier)))
    value, step = draw(HALVES), draw(STEPS)
    upper = value + draw(HALVES) / 2 if qualifier is Qualifier.BETWEEN else None
    return made(value, step, qualifier, upper)


def rounds_to(value: Fraction, step: Fraction, x: Fraction) -> bool:
    return value - step / 2 <= x < value + step / 2


def strictly(figure: Figure, x: Fraction) -> bool:  # noqa: PLR0911
    v, s = figure.numeral.value, figure.numeral.step
    match figure.qualifier:
        case Qualifier.NONE:
            return rounds_to(v, s, x)
        case Qualifier.ABOUT:
            return v - min(s, v / 2) < x < v + min(s, v / 2)
        case Qualifier.NEARLY:
            return v - max(s, v / 20) <= x < v
        case Qualifier.OVER:
            return x > v
        case Qualifier.AT_LEAST:
            return x >= v
        case Qualifier.UNDER:
            return x < v
        case Qualifier.AT_MOST:
            return x <= v
        case Qualifier.BETWEEN:
            assert figure.upper
            return v <= x <= figure.upper.value


def loosely(figure: Figure, x: Fraction) -> bool:
    v, s = figure.numeral.value, figure.numeral.step
    match figure.qualifier:
        case Qualifier.NONE:
            return v - s < x < v + s
        case Qualifier.ABOUT:
            reach = max(min(s, v / 2), v / 20)
            return v - reach <= x <= v + reach
        case Qualifier.NEARLY:
            return v - max(s, v / 10) <= x < v
        case Qualifier.BETWEEN:
            assert figure.upper
            return v - s / 2 <= x <= figure.upper.value + s / 2
        case _:
            return strictly(figure, x)


def numbers_alike(a: Figure, b: Figure) -> bool:
    if (a.upper is None) != (b.upper is None):
        return False
    pairs = [(a.numeral, b.numeral)] + ([(a.upper, b.upper)] if a.upper and b.upper else [])
    return all(any(rounds_to(p.value, p.step, x) and rounds_to(q.value, q.step, x) for x in GRID) for p, q in pairs)


def is_far(limit: Figure, other: Figure) -> bool:
    if limit.qualifier not in LOWER | UPPER:
        return False
    ends = [other.numeral.value] + ([other.upper.value] if other.upper else [])
    ratio = min(ends, key=lambda end: abs(end - limit.numeral.value)) / limit.numeral.value
    return ratio > 2 or ratio < Fraction(1, 2)


def naive(a: Figure, b: Figure) -> Kind:  # noqa: PLR0911
    tight_a, tight_b = ({x for x in GRID if strictly(one, x)} for one in (a, b))
    if a.qualifier is b.qualifier and (a.value, a.numeral.value, a.upper and a.upper.value) == (
        b.value,
        b.numeral.value,
        b.upper and b.upper.value,
    ):
        return Kind.SAME
    if a.qualifier is b.qualifier and numbers_alike(a, b):
        return Kind.SAME_WITHIN_ROUNDING
    are_limits = {a.qualifier, b.qualifier} <= LOWER or {a.qualifier, b.qualifier} <= UPPER
    inside = tight_a <= tight_b or tight_b <= tight_a
    one_number = (a.numeral.value, a.upper and a.upper.value) == (b.numeral.value, b.upper and b.upper.value)
    if tight_a & tight_b and numbers_alike(a, b) and (are_limits or one_number or not inside):
        return Kind.QUALIFIER_DIFFERS
    if are_limits:
        return Kind.BOUNDS_DIFFER
    if tight_a & tight_b:
        return Kind.SATISFIES if inside and not is_far(a, b) and not is_far(b, a) else Kind.COMPATIBLE
    if {x for x in GRID if loosely(a, x)} & {x for x in GRID if loosely(b, x)}:
        return Kind.NEAR_MISS
    return Kind.CONFLICT


@given(figures(), figures())
def test_the_decision_is_the_naive_one(a: Figure, b: Figure) -> None:
    assert compare(a, b).kind is naive(a, b)


@given(figures(), figures())
def test_comparing_is_symmetric(a: Figure, b: Figure) -> None:
    there, back = compare(a, b), compare(b, a)
    assert (there.kind, there.size, there.gap, there.gap_share) == (back.kind, back.size, back.gap, back.gap_share)
    assert there.qualifiers_differ == back.qualifiers_differ
    assert (there.a_sets, there.b_sets) == (back.b_sets, back.a_sets)
    assert {there.stronger, back.stronger} in ({"a", "b"}, {None})
    assert (there.scale_slip or 0) == -(back.scale_slip or 0)


@given(figures())
def test_a_figure_is_the_same_as_itself(figure: Figure) -> None:
    found = compare(figure, figure)
    assert found.kind is Kind.SAME
    assert found.size is Size.AGREE
    assert found.gap == 0


@given(figures())
def test_the_strict_reading_lies_in_the_generous_one(figure: Figure) -> None:
    sets = sets_of(figure)
    assert sets.tight.is_subset(sets.loose)
    assert not sets.tight.is_empty


@given(HALVES, HALVES, STEPS, STEPS)
def test_coarser_digits_never_part_what_met(v: Fraction, w: Fraction, s: Fraction, t: Fraction) -> None:
    a, b = made(v, s, Qualifier.NONE), made(w, t, Qualifier.NONE)
    coarse = replace(a, numeral=replace(a.numeral, step=2 * s))
    assume(compare(a, b).kind is not Kind.CONFLICT)
    assert compare(coarse, b).kind is not Kind.CONFLICT
    assert sets_of(a).tight.is_subset(sets_of(coarse).tight)


@given(
    figures(), st.integers(1, 400).map(lambda n: Fraction(n, 37)), st.integers(0, 20).map(lambda n: Fraction(n, 1000))
)
def test_a_conversion_there_and_back_contains_the_start(figure: Figure, rate: Fraction, width: Fraction) -> None:
    amount = amount_of(figure)
    rates = Interval(rate, rate * (1 + width))
    back = amount.converted(rates, rate, "MW").converted(
        Interval(Fraction(1), Fraction(1)).quotient(rates), 1 / rate, "GW"
    )
    assert amount.sets.tight.is_subset(back.sets.tight)
    assert amount.sets.loose.is_subset(back.sets.loose)
    assert back.low.value == amount.low.value


@given(HALVES, HALVES, STEPS, st.sampled_from(ONE_DIRECTION))
def test_two_limits_in_one_direction_agree_only_by_their_numbers(
    v: Fraction, w: Fraction, s: Fraction, words: tuple[Qualifier, Qualifier]
) -> None:
    a, b = made(v, s, words[0]), made(w, s, words[1])
    found = compare(a, b)
    assert (found.size in {Size.AGREE, Size.MEET}) == numbers_alike(a, b)
