"""Relations between figures: do parts add up, shares make a hundred, and which exchange rate do two figures imply."""

from __future__ import annotations

from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.arithmetic import PERCENT, NotComputableError, add, divide
from factreport.figures.compare import compare
from factreport.figures.comparison import Comparison, Kind
from factreport.figures.conversion import comes_out, quote_on
from factreport.figures.exact import Fraction
from factreport.figures.interval import Interval
from factreport.figures.meaning import BOUNDS, DEFAULTS, Amount, Conventions
from factreport.figures.rates import RateUnknownError
from factreport.figures.wording import style_of, write_explained, write_implied_rate, write_rates, write_source
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from factreport.figures.exchange import Exchange
    from factreport.figures.rates import Fixing

HUNDRED = Fraction(100)


class RelationState(StrEnum):
    """Whether a relation between figures is so. The values are the published vocabulary."""

    HOLDS = "holds"
    POSSIBLE = "possible"
    FAILS = "fails"
    NOT_STATED = "not-stated"


class RelationOutcome(Struct, frozen=True):
    """Whether figures fit together, and the arithmetic."""

    state: RelationState
    computed: Amount | None = None
    """What the parts give; None where they give nothing."""
    comparison: Comparison | None = None
    """`computed` (as a) against the printed figure (as b); None where there is none."""
    notes: tuple[str, ...] = ()
    """Reasons, as sentences for readers."""
    working: tuple[str, ...] = ()


class ImpliedRate(Struct, frozen=True):
    """The exchange rate at which two printed figures are one amount."""

    unit: str
    """The rate is in units of this currency..."""
    per: str
    """...for one of this."""
    nominal: Fraction
    tight: Interval
    """What it can be, by the rounding of both figures."""
    loose: Interval
    market: Interval | None
    """The reference rates of the days that count; None where there are none."""
    fits_market: RelationState
    """Holds: a reference rate lies within; possible: within the widest reading or a dealing rate's distance; else
    fails."""
    fixings: tuple[Fixing, ...]
    notes: tuple[str, ...]
    working: tuple[str, ...]


class _Market(Struct, frozen=True):
    nominal: tuple[Fraction, ...]
    rates: Interval | None
    fixings: tuple[Fixing, ...]
    notes: tuple[str, ...]


def check_total(
    computed: Amount | None,
    printed: Amount | None,
    *,
    exchange: Exchange | None = None,
    conventions: Conventions = DEFAULTS,
) -> RelationOutcome:
    """Check an amount worked out from figures against the one that is printed for it.

    It holds if it comes out as printed, or all it can mean lies in what the printed one means; it is possible if some
    of it does, and fails if no rounding joins the two. What cannot be compared is not stated, with the reason.
    """
    if computed is None or printed is None:
        return RelationOutcome(RelationState.NOT_STATED, computed)
    comparison = compare(computed, printed, exchange=exchange, conventions=conventions)
    working = (*_computed_lines(computed), *comparison.working)
    if comparison.a_in_b is None or comparison.b_sets is None:
        return RelationOutcome(RelationState.NOT_STATED, computed, comparison, comparison.notes, working)
    state = _state(computed, printed, comparison)
    return RelationOutcome(state, computed, comparison, comparison.notes, working)


def check_shares(shares: Sequence[Amount | None], *, is_complete: bool) -> RelationOutcome:
    """Check whether shares of one whole can make a hundred per cent.

    Each may be off by half of its last digit. `is_complete` says that there are no further shares; otherwise, or where
    one is None, less than a hundred only means that not every share is stated, and more than a hundred fails all the
    same.
    """
    stated = [share for share in shares if share is not None]
    if not stated or any(share.unit != PERCENT for share in stated):
        return RelationOutcome(RelationState.NOT_STATED, notes=(_("Not every share is stated in per cent."),))
    total = add(stated)
    is_whole = is_complete and len(stated) == len(shares)
    state = _share_state(total, is_whole=is_whole)
    return RelationOutcome(state, total, working=tuple(_computed_lines(total)))


def implied_rate(
    a: Amount, b: Amount, exchange: Exchange | None = None, conventions: Conventions = DEFAULTS
) -> ImpliedRate:
    """Give the rate at which `a` and `b` are one amount, the way round in which it is 1 or more, beside the market's.

    Raises `ValueError` where one of them is 0 or below, or has no single currency.
    """
    if any(len(one.units) > 1 for one in (a, b)):
        raise NotComputableError(_("An exchange rate is between two known currencies."))
    if a.low.value < b.low.value:
        a, b = b, a
    found = divide(a, b, f"{a.unit}/{b.unit}")
    market = _market(a.unit, b.unit, exchange, conventions)
    _quote, printed = (exchange and exchange.printed_rate(b.unit, a.unit)) or (None, None)
    stated_lines = [_("the source prints {rate}").format(rate=printed.text)] if printed else []
    shown = write_implied_rate(found.low.value, found.sets.tight, a.unit, b.unit)
    line = _("{a} for {b} means {rate}").format(a=a.text, b=b.text, rate=shown)
    return ImpliedRate(
        unit=a.unit,
        per=b.unit,
        nominal=found.low.value,
        tight=found.sets.tight,
        loose=found.sets.loose,
        market=market.rates,
        fits_market=_market_state(found, market.rates, conventions),
        fixings=market.fixings,
        notes=market.notes,
        working=(line, *stated_lines, *_market_lines(market, a.unit, b.unit)),
    )


def _computed_lines(computed: Amount) -> list[str]:
    if computed.figure is not None:
        return []
    style = style_of(computed)
    value = write_explained(computed.low.value, computed.low.step, style)
    return [_("{text} = {value}").format(text=computed.text, value=value)]


def _state(computed: Amount, printed: Amount, comparison: Comparison) -> RelationState:
    sums, limit = comparison.a_in_b, comparison.b_sets
    assert sums is not None  # noqa: S101  (the caller has seen both)
    assert limit is not None  # noqa: S101
    if sums.tight.is_subset(limit.tight):
        return RelationState.HOLDS
    if comparison.kind in {Kind.SAME, Kind.CONVERTED_EXACT}:
        return RelationState.HOLDS
    if (
        printed.qualifier not in BOUNDS
        and printed.units == computed.units
        and comes_out(computed, printed, Fraction(1))
    ):
        return RelationState.HOLDS
    return RelationState.FAILS if comparison.kind is Kind.CONFLICT else RelationState.POSSIBLE


def _share_state(total: Amount, *, is_whole: bool) -> RelationState:
    if total.sets.tight.contains(HUNDRED):
        return RelationState.HOLDS if total.sets.tight.is_bounded else RelationState.POSSIBLE
    if total.sets.loose.contains(HUNDRED):
        return RelationState.POSSIBLE
    is_below = total.sets.loose.precedes(Interval.point(HUNDRED))
    return RelationState.NOT_STATED if is_below and not is_whole else RelationState.FAILS


def _market(unit: str, per: str, exchange: Exchange | None, conventions: Conventions) -> _Market:
    if exchange is None:
        return _Market((), None, (), (_("No day is known for the exchange rate."),))
    try:
        days = _days(unit, per, exchange, conventions)
        quotes = [quote_on(exchange.rates, day, per, unit) for day in days]
    except RateUnknownError as reason:
        return _Market((), None, (), (str(reason),))
    fixings = tuple(sorted({fixing for _quote, used in quotes for fixing in used}))
    rates = reduce(Interval.hull, (quote.interval for quote, _used in quotes))
    return _Market(tuple(quote.nominal for quote, _used in quotes), rates, fixings, ())


def _days(unit: str, per: str, exchange: Exchange, conventions: Conventions) -> tuple[date, ...]:
    if exchange.day is not None:
        return exchange.rates.window(exchange.day, unit, per).base
    return exchange.rates.days_between(exchange.first, exchange.last, conventions.open_days, unit, per)


def _market_state(found: Amount, market: Interval | None, conventions: Conventions) -> RelationState:
    if market is None:
        return RelationState.NOT_STATED
    if found.sets.tight.intersects(market):
        return RelationState.HOLDS
    dealing = market.product(Interval(1 - conventions.rate_guard, 1 + conventions.rate_guard))
    return RelationState.POSSIBLE if found.sets.loose.intersects(dealing) else RelationState.FAILS


def _market_lines(market: _Market, unit: str, per: str) -> list[str]:
    if not market.nominal:
        return []
    message = _("the market's was {rates} ({source})")
    rates = write_rates(market.nominal, unit, per)
    return [message.format(rates=rates, source=write_source(market.fixings))]
