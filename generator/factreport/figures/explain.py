"""Results with their reasons: notes beside a decision, and what both figures can mean, in words for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.comparison import Comparison, Kind
from factreport.figures.decimals import decimal_string
from factreport.figures.exact import Fraction
from factreport.figures.figure import Qualifier
from factreport.figures.interval import Interval
from factreport.figures.meaning import UPPER_BOUNDS, Amount, Conventions
from factreport.figures.wording import style_of, write_amount, write_range, write_share
from factreport.language import gettext as _
from factreport.language import remembered

if TYPE_CHECKING:
    from factreport.figures.lattice import Decision

_DECIDED_BY_DIGITS = frozenset(
    {
        Kind.SAME,
        Kind.SAME_WITHIN_ROUNDING,
        Kind.CONVERTED_EXACT,
        Kind.CONVERTED_WITHIN_ROUNDING,
        Kind.QUALIFIER_DIFFERS,
        Kind.BOUNDS_DIFFER,
    }
)


def incomparable(a: Amount, b: Amount, reason: str) -> Comparison:
    """Give the result for two figures that cannot be compared, with the reason as a sentence for readers."""
    return Comparison(
        Kind.INCOMPARABLE, a_sets=a.sets, b_sets=b.sets, notes=(reason,), working=(meaning_line(a), meaning_line(b))
    )


def result_of(decision: Decision, a: Amount, b: Amount, a_in_b: Amount, conventions: Conventions) -> Comparison:
    """Give a decision of the lattice as a result, with its notes and what both figures can mean."""
    return Comparison(
        kind=decision.kind,
        qualifiers_differ=decision.qualifiers_differ,
        stronger=decision.stronger,
        soft=decision.soft,
        far_from_limit=decision.far_from_limit,
        opposite_sides=decision.opposite_sides,
        a_sets=a.sets,
        b_sets=b.sets,
        a_in_b=a_in_b.sets,
        gap=decision.gap,
        gap_share=decision.gap_share,
        size=decision.size,
        scale_slip=decision.scale_slip,
        notes=(*_notes(decision, a, b, a_in_b, conventions), *_hedge_notes(decision, (a, b), conventions)),
        working=(meaning_line(a), meaning_line(b)),
    )


@remembered(4096)
def meaning_line(amount: Amount) -> str:
    """Give in words what a figure can mean ("£4.4bn can mean £4.35bn to £4.45bn, at the widest £4.3bn to £4.5bn")."""
    style, step = style_of(amount), amount.low.step
    near, far = (
        write_range(_without_floor(amount, one), style, step) for one in (amount.sets.tight, amount.sets.loose)
    )
    if near == far:
        return _("“{text}” means {range}").format(text=amount.text, range=near)
    return _("“{text}” can mean {range}, at the widest {wide}").format(text=amount.text, range=near, wide=far)


def _without_floor(amount: Amount, interval: Interval) -> Interval:
    """Give a limit from above without its end at 0, which goes without saying."""
    if amount.qualifier not in UPPER_BOUNDS:
        return interval
    return Interval(None, interval.high, high_open=interval.high_open)


def _notes(decision: Decision, a: Amount, b: Amount, a_in_b: Amount, conventions: Conventions) -> list[str]:
    notes = []
    if decision.scale_slip:
        notes.append(_slip_note(decision.scale_slip, a, b))
    if decision.far_from_limit:
        notes.append(_("Far from the limit, which says little about it."))
    elif decision.kind is Kind.SATISFIES and (
        _is_past_cap(a_in_b, b, conventions) or _is_past_cap(b, a_in_b, conventions)
    ):
        notes.append(_("Well beyond the limit, which says little about it."))
    if decision.opposite_sides:
        notes.append(_("On opposite sides of {number}.").format(number=_bound_number(b)))
    elif decision.kind is Kind.CONFLICT and decision.gap == 0:
        notes.append(_("They touch at {number}, which one of them leaves out.").format(number=_bound_number(b)))
    if decision.soft:
        notes.append(_("“Up to” is often only a rough limit."))
    if decision.kind is Kind.BOUNDS_DIFFER:
        notes.append(_("Two limits in the same direction, with different numbers."))
    return notes


def _hedge_notes(decision: Decision, amounts: tuple[Amount, ...], conventions: Conventions) -> list[str]:
    """Say how far a hedge is taken to reach wherever that convention of ours, and not the digits, may have decided."""
    if decision.kind in _DECIDED_BY_DIGITS or decision.opposite_sides:
        return []
    hedged = {amount.qualifier for amount in amounts if amount.low.step < conventions.about * abs(amount.low.value)}
    notes = []
    if any(amount.qualifier is Qualifier.ABOUT and _is_wider(amount) for amount in amounts):
        notes.append(_("“About” is read as within {share} of the number.").format(share=write_share(conventions.about)))
    if Qualifier.NEARLY in hedged:
        shares = {"share": write_share(conventions.about), "far": write_share(conventions.nearly)}
        notes.append(_("“Nearly” is read as up to {share} below the number, at the most {far}.").format(**shares))
    return notes


def _is_wider(amount: Amount) -> bool:
    """Tell whether "about" reaches farther than the digits let it."""
    near, far = amount.sets.tight.high, amount.sets.loose.high
    return near is not None and far is not None and near < far


def _slip_note(power: int, a: Amount, b: Amount) -> str:
    larger, smaller = (b, a) if power > 0 else (a, b)
    exact = _("“{larger}” is exactly {times} times “{smaller}”: possibly a slip of scale.")
    near = _("“{larger}” is about {times} times “{smaller}”: possibly a slip of scale.")
    message = exact if a.units == b.units else near
    return message.format(larger=larger.text, smaller=smaller.text, times=decimal_string(Fraction(10 ** abs(power)), 0))


def _bound_number(amount: Amount) -> str:
    style = style_of(amount)
    decimals = next(k for k in range(16) if (amount.low.value / style.scale * 10**k).denominator == 1 or k == 15)
    return write_amount(amount.low.value, style, decimals)


def _is_past_cap(limit: Amount, other: Amount, conventions: Conventions) -> bool:
    """Tell whether the number is farther past "more than" or "less than" than these words let expect.

    Readers take them for "not much more" and "not much less" (Cummins, Sauerland and Solt, 2012): a last place, but no
    less than what "about" and no more than what "nearly" reaches.
    """
    value = limit.low.value
    reach = min(max(limit.low.step, conventions.about * abs(value)), conventions.nearly * abs(value))
    if limit.qualifier is Qualifier.OVER:
        return other.low.value > value + reach
    return limit.qualifier in UPPER_BOUNDS - {Qualifier.AT_MOST} and other.low.value < value - reach
