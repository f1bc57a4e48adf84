"""Compare figures in two currencies: on the days that may have been the writer's, or by the rate the source prints.

A conversion is exact on a day if the original's number at that day's rate rounds to the printed digits, and within
rounding if what both can mean meets at that rate, itself known to half its last digit. Before a conversion is called
wrong, the market's dealing rates are allowed for, and a conversion by way of a third printed figure is tried
(docs/comparison.md, Two currencies).
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factreport.figures.comparison import ByDate, Comparison, Kind, Side
from factreport.figures.conversion import (
    Pair,
    Quote,
    decide_at,
    exact_direction,
    find_pivot,
    kind_at,
    nearest_rate,
    quote_on,
)
from factreport.figures.conversion_lines import day_line, stated_line
from factreport.figures.exact import Fraction
from factreport.figures.explain import incomparable, result_of
from factreport.figures.interval import Interval
from factreport.figures.meaning import DEFAULTS, Amount, Conventions
from factreport.figures.rates import RateUnknownError
from factreport.figures.wording import currency_name, write_day, write_days, write_rate, write_share
from factreport.language import gettext as _

if TYPE_CHECKING:
    from datetime import date

    from factreport.figures.rates import Rates


_FITS = {Kind.CONVERTED_EXACT, Kind.CONVERTED_WITHIN_ROUNDING}
MOST_LINES = 7
"""Days whose working is written out, where a source may have been published on many."""


class StatedRate(Struct, frozen=True):
    """An exchange rate that a source prints ("7.2712 yuan per dollar")."""

    value: Fraction
    """Units of `unit` for one of `per`, greater than 0."""
    step: Fraction
    """Place value of its last digit."""
    unit: str
    """ISO 4217 code."""
    per: str
    """ISO 4217 code."""
    text: str
    """As printed."""
    by: str = ""
    """Who prints it; empty where only one source is concerned."""

    def between(self, unit: str, other: str) -> Quote | None:
        """Give how many of `other` one `unit` is by this rate, and with its rounding; None for other currencies."""
        if {unit, other} != {self.unit, self.per}:
            return None
        rounded = Interval(self.value - self.step / 2, self.value + self.step / 2)
        if unit == self.per:
            return Quote(self.value, rounded)
        return Quote(1 / self.value, Interval.point(Fraction(1)).quotient(rounded))


class Exchange(Struct, frozen=True):
    """What is known of a conversion besides its two figures."""

    rates: Rates
    first: date | None = None
    """Earliest possible day of the publication that prints the conversion, included; None where nothing bounds it."""
    last: date | None = None
    """Latest possible day, included; None where nothing bounds it."""
    stated: tuple[StatedRate, ...] = ()
    """Rates that the source prints itself; one between the two currencies is preferred to the reference rates."""
    original: Side | None = None
    """The side that the other was converted from; None tries both."""
    also: tuple[Amount, ...] = ()
    """Further figures that any source prints for the same thing, by way of which the conversion may have gone."""

    def __hash__(self) -> int:
        return hash((self.first, self.last, self.original, self.also))

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known to the day."""
        return self.first if self.first == self.last else None

    def printed_rate(self, unit: str, other: str) -> tuple[Quote, StatedRate] | None:
        """Give how many of `other` one `unit` is by the first rate that is printed of the two, and that rate."""
        quotes = ((rate.between(unit, other), rate) for rate in self.stated)
        return next(((quote, rate) for quote, rate in quotes if quote is not None), None)


def compare_currencies(
    a: Amount,
    b: Amount,
    exchange: Exchange | None,
    *,
    reference: Side | None = None,
    conventions: Conventions = DEFAULTS,
) -> Comparison:
    """Compare two amounts of money in different currencies.

    The result is that of the base window; where only a span of days is known, that of all its fixings together, and
    exact only if it is on each. Without a usable rate the result is `incomparable` with the reason: an amount is never
    taken one to one.
    """
    for one in (a, b):
        if len(one.units) > 1:
            names = _(" or ").join(currency_name(unit, 2) for unit in one.units)
            return incomparable(a, b, _("“{text}” may be in {names}.").format(text=one.text, names=names))
    if exchange is None:
        return incomparable(a, b, _("No day is known for the exchange rate."))
    pair = Pair(a, b, exchange.original, exchange.also, reference, conventions)
    stated = exchange.printed_rate(a.unit, b.unit)
    try:
        by_date = _each_day(pair, exchange)
    except RateUnknownError as reason:
        if stated is None:
            return incomparable(a, b, str(reason))
        by_date = ()
    if stated is not None:
        return _by_stated_rate(pair, *stated, by_date)
    return _by_reference_rates(pair, exchange, by_date)


def _each_day(pair: Pair, exchange: Exchange) -> tuple[ByDate, ...]:
    """Compare on each day to be listed; without a day of publication all days of the span count for the result."""
    units = (pair.a.unit, pair.b.unit)
    if exchange.day is not None:
        window = exchange.rates.window(exchange.day, *units)
        base, listed = window.base, window.wide
    else:
        base = listed = exchange.rates.days_between(exchange.first, exchange.last, pair.conventions.open_days, *units)
    return tuple(_on_day(pair, exchange.rates, day, in_base_window=day in base) for day in listed)


def _on_day(pair: Pair, rates: Rates, day: date, *, in_base_window: bool) -> ByDate:
    quote, fixings = quote_on(rates, day, pair.a.unit, pair.b.unit)
    exact = exact_direction(pair, quote.nominal)
    pivot = None if exact else find_pivot(pair, rates, day)
    original = exact or pair.directions[0]
    to_target = quote.nominal if original == "a" else 1 / quote.nominal
    return ByDate(
        day=day,
        kind=kind_at(pair, quote, is_exact=exact is not None, has_pivot=pivot is not None),
        in_base_window=in_base_window,
        rate=quote.nominal,
        rate_interval=quote.interval,
        fixings=fixings,
        original=original,
        converted=pair.ends(original)[0].low.value * to_target,
        pivot=pivot,
    )


def _by_reference_rates(pair: Pair, exchange: Exchange, by_date: tuple[ByDate, ...]) -> Comparison:
    base = [entry for entry in by_date if entry.in_base_window]
    rates = reduce(Interval.hull, (entry.rate_interval for entry in base))
    exact = [entry.kind is Kind.CONVERTED_EXACT for entry in base]
    decision = decide_at(
        pair,
        Quote(nearest_rate(pair, rates), rates),
        is_exact=any(exact) if exchange.day is not None else all(exact),
        has_pivot=any(entry.pivot for entry in base),
    )
    a_in_b = pair.a.converted(rates, nearest_rate(pair, rates), pair.b.unit)
    result = result_of(decision, pair.a, pair.b, a_in_b, pair.conventions)
    return replace(
        result,
        by_date=by_date,
        date_dependent=len({entry.kind for entry in by_date}) > 1,
        rate=rates,
        notes=(
            *_between_notes(pair, result, base),
            *_day_notes(exchange, by_date),
            *result.notes,
            *_miss_notes(pair, result, base),
        ),
        working=(*(day_line(pair, entry) for entry in _worth_showing(by_date)), *result.working),
    )


def _worth_showing(by_date: tuple[ByDate, ...]) -> list[ByDate]:
    """Give all days, or of many those with the lowest and the highest rate, and the first of each kind."""
    if len(by_date) <= MOST_LINES:
        return list(by_date)
    ends = {min(by_date, key=lambda entry: entry.rate).day, max(by_date, key=lambda entry: entry.rate).day}
    firsts = {kind: next(entry.day for entry in by_date if entry.kind is kind) for kind in {e.kind for e in by_date}}
    return [entry for entry in by_date if entry.day in ends or entry.day in firsts.values()]


def _by_stated_rate(pair: Pair, quote: Quote, stated: StatedRate, by_date: tuple[ByDate, ...]) -> Comparison:
    """Give the result at a rate that a source prints."""
    exact = exact_direction(pair, quote.nominal)
    decision = decide_at(pair, quote, is_exact=exact is not None, is_reference=False)
    result = result_of(
        decision, pair.a, pair.b, pair.a.converted(quote.interval, quote.nominal, pair.b.unit), pair.conventions
    )
    lines = (stated_line(pair, exact or pair.directions[0], quote.nominal, stated), *_market_lines(pair, by_date))
    return replace(
        result,
        by_date=by_date,
        rate=quote.interval,
        notes=(*result.notes, *_off_market_notes(pair, quote.nominal, by_date)),
        working=(*lines, *result.working),
    )


def _day_notes(exchange: Exchange, by_date: tuple[ByDate, ...]) -> list[str]:
    notes = []
    fixed = {entry.day for entry in by_date}
    if exchange.day is not None and exchange.day not in fixed:
        message = _("{day} has no exchange rate of its own; that of {other} is the last before it.")
        earlier = max(entry.day for entry in by_date if entry.in_base_window)
        notes.append(message.format(day=write_day(exchange.day), other=write_day(earlier)))
    kinds = {entry.kind: [one.day for one in by_date if one.kind is entry.kind] for entry in by_date}
    if len(kinds) > 1 or exchange.day is None:
        notes += [_KIND_ON_DAYS[kind]().format(days=write_days(days)) for kind, days in sorted(kinds.items())]
    return notes


_KIND_ON_DAYS = {
    Kind.CONVERTED_EXACT: lambda: _("The digits come out at the rate of {days}."),
    Kind.CONVERTED_WITHIN_ROUNDING: lambda: _("Within rounding at the rate of {days}."),
    Kind.NEAR_MISS: lambda: _("Just missed at the rate of {days}."),
    Kind.CONFLICT: lambda: _("Not at the rate of {days}."),
    Kind.SATISFIES: lambda: _("Within the limit at the rate of {days}."),
    Kind.COMPATIBLE: lambda: _("Possible at the rate of {days}."),
    Kind.BOUNDS_DIFFER: lambda: _("Different limits at the rate of {days}."),
}


def _between_notes(pair: Pair, result: Comparison, base: list[ByDate]) -> list[str]:
    """Say so where no day's rate gives the figure, and it lies between those of two days that count."""
    if result.kind is not Kind.CONVERTED_WITHIN_ROUNDING or any(entry.kind in _FITS for entry in base):
        return []
    wanted = pair.b.low.value / pair.a.low.value
    below = [entry for entry in base if entry.rate <= wanted]
    above = [entry for entry in base if entry.rate > wanted]
    if not below or not above:
        return []
    ends = (max(below, key=lambda entry: entry.rate), min(above, key=lambda entry: entry.rate))
    days = write_days(entry.day for entry in ends)
    return [_("No day's rate gives it: it lies between the rates of {days}.").format(days=days)]


def _miss_notes(pair: Pair, result: Comparison, base: list[ByDate]) -> list[str]:
    """Say what kept a miss from being called a conflict, and whether a currency sign may have been swapped."""
    if result.kind not in {Kind.CONFLICT, Kind.NEAR_MISS}:
        return []
    notes = []
    pivot = next((entry.pivot for entry in base if entry.pivot), None)
    is_explained = result.a_in_b and result.b_sets and result.a_in_b.loose.intersects(result.b_sets.loose)
    if result.kind is Kind.NEAR_MISS and pivot:
        notes.append(_("The digits come out by way of {pivot}.").format(pivot=pivot.text))
    elif result.kind is Kind.NEAR_MISS and not is_explained:
        message = _("Banks deal at rates up to {share} away from the reference rate.")
        notes.append(message.format(share=write_share(pair.conventions.rate_guard)))
    values = [tuple(numeral.value for numeral in one.numerals) for one in (pair.a, pair.b)]
    if values[0] == values[1]:
        notes.append(_("The numbers are the same and the currencies are not: possibly a swapped currency sign."))
    return notes


def _market_lines(pair: Pair, by_date: tuple[ByDate, ...]) -> list[str]:
    return [day_line(pair, entry) for entry in by_date if entry.in_base_window]


def _off_market_notes(pair: Pair, stated: Fraction, by_date: tuple[ByDate, ...]) -> list[str]:
    """Say so where the printed rate is farther from every day's reference rate than dealing rates are."""
    if not by_date:
        return []
    nearest = min((entry.rate for entry in by_date), key=lambda rate: abs(rate - stated))
    share = abs(stated - nearest) / nearest
    if share <= pair.conventions.rate_guard:
        return []
    market = write_rate(nearest, pair.b.unit, pair.a.unit)
    return [
        _("The rate printed is {share} off the market's, {market}.").format(share=write_share(share), market=market)
    ]
