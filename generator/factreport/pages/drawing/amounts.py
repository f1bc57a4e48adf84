"""Amounts in words: a chart's unit and scale word, numbers with chosen digits, and ranges that are never drawn tighter.

Names of currencies and scale words come from CLDR, as Babel ships it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from babel.dates import format_skeleton
from babel.numbers import get_currency_name, get_decimal_symbol, get_group_symbol
from msgspec import Struct

from factreport.figures.exact import Fraction
from factreport.language import gettext as _
from factreport.pages.dates import day_words
from factreport.pages.drawing.scale import power_of_ten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from babel import Locale

    from factreport.figures.interval import Interval

DAY = "date"
"""Unit of charts of dates: values are days as `date.toordinal` counts them."""
SPOKEN_FROM = 6
"""Power of ten from which scale words are used: "1.2 million", but "46,000"."""
MOST_DECIMALS = 12
KEPT = 4096
"""Numbers and names kept as they were written; a site has a few thousand."""


class Amounts(Struct, frozen=True):
    """How the numbers of one chart are written."""

    unit: str
    """Currency code, "%", "count", `DAY`, or a unit's own name."""
    locale: Locale
    divisor: int = 1
    """What one of the written numbers stands for: 1,000,000,000 where they are billions."""
    scale_word: str = ""
    """ "billion"; empty where numbers are written out."""

    @property
    def unit_words(self) -> str:
        """The unit with its scale word: "billion US dollars"; empty for bare counts."""
        return " ".join(part for part in (self.scale_word, self.unit_name) if part)

    @property
    def unit_name(self) -> str:
        """The unit alone: "US dollars"; empty for bare counts and days."""
        return _unit_name(self.unit, self.locale)

    def number(self, value: Fraction, decimals: int) -> str:
        """Give a value, in multiples of the divisor, rounded half to even to that many decimals."""
        if self.unit == DAY:
            return day_words(date.fromordinal(round(value)), self.locale)
        return _written(round(value / self.divisor * 10**decimals), decimals, self.locale)

    def ticks(self, values: tuple[Fraction, ...]) -> tuple[str, ...]:
        """Give the labels of an axis, without unit, all with as many decimals as the one that needs most."""
        if self.unit == DAY:
            return _day_labels([date.fromordinal(round(value)) for value in values], self.locale)
        decimals = max((_decimals(value / self.divisor) for value in values), default=0)
        return tuple(self.number(value, decimals) for value in values)

    def scaled_ticks(self, values: tuple[Fraction, ...]) -> tuple[str, ...]:
        """Give the labels of a logarithmic axis, each with the scale word that suits it: "10 million", "1 billion"."""
        return tuple(self.suiting(value).spoken(value) for value in values)

    def suiting(self, *values: Fraction) -> Amounts:
        """Give the way of writing the same unit that suits these values."""
        return amounts(self.unit, values, self.locale)

    def spoken(self, value: Fraction) -> str:
        """Give a short decimal with its scale word and without its unit."""
        return f"{self.exact(value)} {self.scale_word}".rstrip()

    def range(self, interval: Interval, *, named: bool = True) -> str:
        """Give a range with its scale word and, if `named`, its unit, rounded outwards to short decimals."""
        low, high = interval.low, interval.high
        if low is None or high is None:
            return self.limit(interval)
        if self.unit == DAY:
            return (
                self.number(low, 0)
                if low == high
                else _("{low} to {high}").format(low=self.number(low, 0), high=self.number(high, 0))
            )
        decimals = _outward_decimals(low / self.divisor, high / self.divisor)
        ends = (
            _written(_floor(low / self.divisor, 10**decimals), decimals, self.locale),
            _written(_ceiling(high / self.divisor, 10**decimals), decimals, self.locale),
        )
        text = ends[0] if ends[0] == ends[1] else _("{low} to {high}").format(low=ends[0], high=ends[1])
        if named:
            return self.with_unit(text)
        return f"{text}%" if self.unit == "%" else f"{text} {self.scale_word}".rstrip()

    def exact(self, value: Fraction) -> str:
        """Give a number that is a short decimal, exactly, without its unit."""
        return self.number(value, _decimals(value / self.divisor))

    def limit(self, interval: Interval) -> str:
        """Give a half-open range in words: "more than 12 billion US dollars"."""
        end = interval.low if interval.low is not None else interval.high
        if end is None:
            return _("any amount")
        decimals = _outward_decimals(end / self.divisor, end / self.divisor)
        scaled = end / self.divisor * 10**decimals
        outward = scaled.__floor__() if interval.low is not None else scaled.__ceil__()
        number = self.with_unit(_written(outward, decimals, self.locale))
        if interval.low is not None:
            words = _("more than {number}") if interval.low_open else _("{number} or more")
        else:
            words = _("less than {number}") if interval.high_open else _("{number} or less")
        return words.format(number=number)

    def with_unit(self, number: str) -> str:
        """Give a written number with scale word and unit."""
        if self.unit == "%":
            return f"{number}%"
        return f"{number} {self.unit_words}" if self.unit_words else number


def amounts(unit: str, values: Iterable[Fraction], locale: Locale) -> Amounts:
    """Give the way of writing that suits the largest of the values."""
    largest = max((abs(value) for value in values), default=Fraction(0))
    if unit == DAY or largest < 10**SPOKEN_FROM:
        return Amounts(unit, locale)
    return Amounts(unit, locale, *_divisor_and_word(power_of_ten(largest), locale))


@lru_cache(KEPT)
def _divisor_and_word(power: int, locale: Locale) -> tuple[int, str]:
    """Give by what numbers of that power of ten are divided, and the word that says so."""
    formats = locale.compact_decimal_formats.get("long") or locale.compact_decimal_formats["short"]
    power = min(power, max(len(key) - 1 for key in formats["other"]))
    pattern = str(formats["other"][str(10**power)].pattern)
    return 10 ** (power - pattern.count("0") + 1), pattern.replace("0", "").replace("'", "").strip()


def _unit_name(unit: str, locale: Locale) -> str:
    named = {"count": "", DAY: "", "%": _("per cent"), "pp": _("percentage points"), "bp": _("basis points")}
    if unit in named:
        return named[unit]
    return _currency_name(unit, locale)


@lru_cache(KEPT)
def _currency_name(unit: str, locale: Locale) -> str:
    """Give the name of a currency in the plural; units that are none have their own."""
    return str(get_currency_name(unit, count=2, locale=locale)) if unit in locale.currencies else unit


@lru_cache(KEPT)
def _written(scaled: int, decimals: int, locale: Locale) -> str:
    """Write `scaled` / 10**`decimals` with a true minus sign."""
    group, point = _marks(locale)
    whole, rest = divmod(abs(scaled), 10**decimals)
    text = f"{whole:,}".replace(",", group) + (f"{point}{rest:0{decimals}d}" if decimals else "")
    return f"\N{MINUS SIGN}{text}" if scaled < 0 else text


@lru_cache(KEPT)
def _marks(locale: Locale) -> tuple[str, str]:
    """Give what stands between thousands, and before decimals."""
    return str(get_group_symbol(locale)), str(get_decimal_symbol(locale))


def _floor(value: Fraction, times: int) -> int:
    """Give the greatest whole number that is not above so many times the value."""
    return value.numerator * times // value.denominator


def _ceiling(value: Fraction, times: int) -> int:
    """Give the least whole number that is not below so many times the value."""
    return -(-value.numerator * times // value.denominator)


def _decimals(value: Fraction) -> int:
    """Give how many decimals write the value exactly, at most `MOST_DECIMALS`."""
    return next((n for n in range(MOST_DECIMALS) if 10**n % value.denominator == 0), MOST_DECIMALS)


def _outward_decimals(low: Fraction, high: Fraction) -> int:
    """Give the fewest decimals that write both ends exactly, or widen the range by a tenth (a point: a hundredth)."""
    allowed = (high - low) / 10 or abs(low) / 100
    most = allowed + (high - low)
    for decimals in range(MOST_DECIMALS):
        power = 10**decimals
        widened = _ceiling(high, power) - _floor(low, power)
        if widened * most.denominator <= most.numerator * power:
            return decimals
    return MOST_DECIMALS


def _day_labels(days: list[date], locale: Locale) -> tuple[str, ...]:
    if all((day.month, day.day) == (1, 1) for day in days):
        return tuple(str(day.year) for day in days)
    part = "MMM" if all(day.day == 1 for day in days) else "MMMd"
    labels = []
    for before, day in zip([None, *days], days, strict=False):
        new_year = before is None or before.year != day.year
        labels.append(str(format_skeleton(f"y{part}" if new_year else part, day, locale=locale)))
    return tuple(labels)
