"""Compare two printed figures: `compare(a, b)` brings them to one unit and lets the lattice decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factreport.figures import temperatures
from factreport.figures.comparison import Comparison, Kind, Side
from factreport.figures.decimals import ends_in_decimals, exact_string
from factreport.figures.exchange import Exchange, compare_currencies
from factreport.figures.explain import incomparable, result_of
from factreport.figures.interval import Interval
from factreport.figures.lattice import decide
from factreport.figures.meaning import DEFAULTS, Amount, Conventions, amount_of
from factreport.figures.per_time import are_for_two_times, factor_of_times, times_line, times_reason
from factreport.figures.unit_factors import factor_between
from factreport.figures.wording import currency_name, is_currency, unit_name
from factreport.language import gettext as _

if TYPE_CHECKING:
    from factreport.figures.exact import Fraction
    from factreport.figures.figure import Figure

_APART = frozenset({Kind.NEAR_MISS, Kind.CONFLICT})
COUNT = "count"
"""Unit of a bare number."""


def compare(
    a: Figure | Amount | None,
    b: Figure | Amount | None,
    *,
    exchange: Exchange | None = None,
    reference: Side | None = None,
    conventions: Conventions = DEFAULTS,
) -> Comparison:
    """Compare two figures said of the same thing; None stands for a source that gives no figure.

    `exchange` is needed across two currencies only: the day, the rates, and what else is known of the conversion.
    `reference` is the side whose number a gap is measured by; without one it is the smaller. `compare(b, a)` gives the
    mirror image.
    """
    if a is None or b is None:
        return _not_stated(a, b, conventions)
    left, right = _amount(a, conventions), _amount(b, conventions)
    if are_for_two_times(left, right):
        return _for_two_times(left, right, reference, conventions)
    if is_currency(left.units[0]) and is_currency(right.units[0]) and set(left.units).isdisjoint(right.units):
        return compare_currencies(left, right, exchange, reference=reference, conventions=conventions)
    return _of_one_kind(left, right, reference, conventions)


def _of_one_kind(left: Amount, right: Amount, reference: Side | None, conventions: Conventions) -> Comparison:
    """Compare figures in one unit, or in two that a fixed factor may join."""
    common = sorted(set(left.units) & set(right.units))
    if common:
        found = _in_one_unit(left, right, left, reference, conventions)
        notes = _chosen_notes((left, right), common)
        return replace(found, notes=(*found.notes, *notes)) if notes else found
    if temperatures.are_temperatures(left.unit, right.unit):
        return _temperatures(left, right, reference, conventions)
    factor = factor_between(left.unit, right.unit)
    if factor is None:
        return incomparable(left, right, _unit_reason(left.unit, right.unit))
    converted = left.converted(Interval.point(factor), factor, right.unit)
    return _in_one_unit(left, right, converted, reference, conventions).with_lines(
        factor_line(factor, left.unit, right.unit)
    )


def _temperatures(a: Amount, b: Amount, reference: Side | None, conventions: Conventions) -> Comparison:
    """Compare degrees of two scales; where no words say whether both are changes, in the way in which they fit."""
    found: dict[bool, Comparison] = {}
    ways = temperatures.readings(a, b)
    for change in ways:
        converted = temperatures.in_scale(a, b.unit, change=change)
        line = temperatures.line(a.unit, b.unit, change=change)
        found[change] = _in_one_unit(a, b, converted, reference, conventions).with_lines(line)
    if not found:
        return incomparable(a, b, _("One is a temperature, the other a change of temperature."))
    change = next((way for way in ways if found[way].kind not in _APART), ways[0])
    if not change or len(ways) == 1:
        return found[change]
    note = _("Taken as changes of temperature: as temperatures, they do not fit.")
    return replace(found[change], notes=(*found[change].notes, note))


def _for_two_times(a: Amount, b: Amount, reference: Side | None, conventions: Conventions) -> Comparison:
    """Compare so much a month with so much a year."""
    factor = factor_of_times(a, b)
    if factor is None:
        return incomparable(a, b, times_reason(a, b))
    converted = a.converted(Interval.point(factor), factor, b.unit)
    return _in_one_unit(a, b, converted, reference, conventions).with_lines(times_line(a, b, factor))


def factor_line(factor: Fraction, unit: str, other: str) -> str:
    """Give a fixed factor the way round in which its decimals end, if they end at all: 1 acre is 0.40468564224 ha."""
    if not ends_in_decimals(factor) and ends_in_decimals(1 / factor):
        factor, unit, other = 1 / factor, other, unit
    return _("1 {unit} is {factor} {other}").format(unit=unit, factor=exact_string(factor), other=other)


def _amount(figure: Figure | Amount, conventions: Conventions) -> Amount:
    return figure if isinstance(figure, Amount) else amount_of(figure, conventions)


def _not_stated(a: Figure | Amount | None, b: Figure | Amount | None, conventions: Conventions) -> Comparison:
    return Comparison(
        Kind.NOT_STATED,
        a_sets=_amount(a, conventions).sets if a is not None else None,
        b_sets=_amount(b, conventions).sets if b is not None else None,
    )


def _in_one_unit(a: Amount, b: Amount, a_in_b: Amount, reference: Side | None, conventions: Conventions) -> Comparison:
    return result_of(decide(a_in_b, b, reference=reference, conventions=conventions), a, b, a_in_b, conventions)


def _chosen_notes(amounts: tuple[Amount, ...], common: list[str]) -> list[str]:
    """Say which currency a sign is taken to mean, where it may mean several and only one is the other figure's."""
    if len(common) != 1:
        return []
    message = _("“{text}” is taken to be in {currency}.")
    ambiguous = (one for one in amounts if len(one.units) > 1)
    return [message.format(text=one.text, currency=currency_name(common[0], 2)) for one in ambiguous]


def _unit_reason(unit: str, other: str) -> str:
    if {unit, other} in ({"%", "pp"}, {"%", "bp"}):
        return _("Per cent and percentage points are different things.")
    if COUNT in {unit, other}:
        named = unit_name(other if unit == COUNT else unit)
        return _("One is in {unit}, the other has no unit.").format(unit=named)
    return _("One is in {unit}, the other in {other}.").format(unit=unit_name(unit), other=unit_name(other))
