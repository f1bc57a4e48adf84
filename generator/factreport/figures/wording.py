"""Exact amounts, ranges, rates and days as people print them, with as many digits as a reader needs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.numbers import get_currency_name
from msgspec import Struct

from factreport.figures.decimals import (
    decimal_string,
    decimals_of,
    decimals_to_end,
    decimals_to_explain,
    is_power_of_ten,
)
from factreport.figures.exact import Fraction
from factreport.figures.figure import FIRST_WITHOUT_SPACES
from factreport.figures.numbers import numbers_in
from factreport.figures.per_so_many import RATE_UNITS
from factreport.figures.rates import in_words
from factreport.language import gettext as _
from factreport.language import locale, ngettext, remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from factreport.figures.interval import Interval
    from factreport.figures.meaning import Amount
    from factreport.figures.rates import Fixing

ONE = Fraction(1)
THOUSAND = Fraction(1000)
RATE_DIGITS = 5
"""Significant digits of a shown exchange rate: those of a published fixing."""
MOST_DAYS = 6
"""Named one by one at most."""
MINUS = "\N{MINUS SIGN}"
_SIGN = re.compile(rf"^\s*(?:[-–{MINUS}]|minus\b|negative\b)\s*", re.IGNORECASE)
_DOTTED = re.compile(r"\d{1,3}\.\d{3}")
_WITHOUT_SPACES = frozenset({"ja", "ko", "zh"})
MOST_NUMBERS = 2
"""In a figure that has a style: both ends of a range."""
_SYMBOLS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥"}
_SCALES = (
    (Fraction(10) ** 12, "tn", " trillion"),
    (Fraction(10) ** 9, "bn", " billion"),
    (Fraction(10) ** 6, "m", " million"),
)
_SHORT = re.compile(r"\d(?:tn|bn|m)\b", re.IGNORECASE)


class Style(Struct, frozen=True):
    """How a printed figure writes its number: what stands before and after, and the scale that its words give."""

    before: str
    after: str
    scale: Fraction
    """What the written number is multiplied by ("£4.4bn": 1,000,000,000)."""


@remembered(4096)
def style_of(amount: Amount) -> Style:
    """Give the style of a printed figure; of one worked out or in words, the house's ("£9.9 billion", "3.3 GW").

    The house writes "bn" where the figures do of which a number was worked out: a sum looks like its parts.
    """
    text = amount.figure.text if amount.figure else ""
    numbers = numbers_in(text)
    if not numbers or len(numbers) > MOST_NUMBERS or amount.low.value == 0 or amount.unit in RATE_UNITS:
        return house_style(amount)
    # What an outlet prints is shown as it is; what we work out from 400亿元, readers of English have to read.
    if max(text) >= FIRST_WITHOUT_SPACES and locale().language not in _WITHOUT_SPACES:
        return house_style(amount)
    numeral = amount.high if amount.high and len(numbers) > 1 else amount.low
    qualified = amount.figure.qualifier_text if amount.figure else ""
    # "20-plus years" writes other numbers as "21 years".
    written, after = numbers[-1].value, text[numbers[-1].end :].removeprefix(qualified)
    scale = abs(numeral.value) / written if written else Fraction(0)
    # "one in 1,000" ends in what the share is of: a larger number there is a smaller share.
    if amount.unit == "%" and not after:
        return house_style(amount)
    # A number in thousands that looks like one with decimals is written as the house writes it: "37.970 Euro".
    if not is_power_of_ten(scale) or (scale == THOUSAND and _DOTTED.fullmatch(numbers[-1].text)):
        return house_style(amount)
    return Style(_SIGN.sub("", text[: numbers[0].start]), after, scale)


def house_style(amount: Amount, value: Fraction | None = None) -> Style:
    """Give the style in which the house writes a figure, or another `value` in its unit."""
    unit, value = amount.unit, amount.low.value if value is None else value
    scale, short, long = next((one for one in _SCALES if abs(value) >= one[0]), (Fraction(1), "", ""))
    word = short if _SHORT.search(amount.text) else long
    if unit in _SYMBOLS:
        return Style(_SYMBOLS[unit], word, scale)
    if unit == "count":
        return Style("", word, scale)
    if unit in {"%", "x"}:
        return Style("", unit, Fraction(1))
    if is_currency(unit):
        return Style("", f"{word} {currency_name(unit, 2)}", scale)
    return Style("", f" {_unit_names().get(unit, unit)}", Fraction(1))


def _unit_names() -> dict[str, str]:
    """Give words for the units that people write out; other units keep their symbols."""
    return {
        "d": _("days"),
        "wk": _("weeks"),
        "mo": _("months"),
        "yr": _("years"),
        "h": _("hours"),
        "min": _("minutes"),
        "t": _("tonnes"),
        "pp": _("percentage points"),
        "bp": _("basis points"),
    }


def unit_name(unit: str) -> str:
    """Give a unit in words where people write it out ("percentage points", "yuan"), else its symbol."""
    if unit in RATE_UNITS:
        return _("parts {unit}").format(unit=unit)
    return currency_name(unit, 2) if is_currency(unit) else _unit_names().get(unit, unit)


def write_amount(value: Fraction, style: Style, decimals: int) -> str:
    """Give `value`, in base units, in `style` with so many decimals, a tie rounded away from 0 ("£4.452bn")."""
    return _in_style(decimal_string(value / style.scale, decimals), style)


def _in_style(number: str, style: Style) -> str:
    sign, digits = (MINUS, number[1:]) if number.startswith("-") else ("", number)
    return f"{sign}{style.before}{digits}{style.after}"


def write_explained(value: Fraction, step: Fraction, style: Style) -> str:
    """Give `value` with just so many digits that one sees how it rounds at `step`: £4.4519bn as £4.452bn."""
    scaled, scaled_step = value / style.scale, step / style.scale
    return _in_style(decimal_string(scaled, decimals_to_explain(scaled, scaled_step)), style)


def write_plain(value: Fraction, step: Fraction, style: Style) -> str:
    """Give a multiple of `step` with the decimals of `step` and no more."""
    return write_amount(value, style, decimals_of(step, style.scale))


def write_share(value: Fraction) -> str:
    """Give a share in per cent, with one decimal unless it is whole."""
    percent = value * 100
    return f"{decimal_string(percent, 0 if percent.denominator == 1 else 1)}%"


def write_range(interval: Interval, style: Style, step: Fraction) -> str:
    """Give a range in words ("£4.35bn to £4.45bn", "more than $12bn"), ends that are cut off rounded outwards."""
    if interval.is_empty:
        return _("no number")
    low = None if interval.low is None else _end(interval.low, style, step, up=False)
    high = None if interval.high is None else _end(interval.high, style, step, up=True)
    if low is None and high is None:
        return _("any number")
    if low is None:
        return (_("less than {high}") if interval.high_open else _("{high} or less")).format(high=high)
    if high is None:
        return (_("more than {low}") if interval.low_open else _("{low} or more")).format(low=low)
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def _end(value: Fraction, style: Style, step: Fraction, *, up: bool) -> str:
    """Give an end of a range, two places finer than `step` at most, rounded outwards and without idle zeros."""
    scaled = value / style.scale
    decimals = decimals_to_end(scaled)
    most = decimals_of(step, style.scale, 100) if decimals else 0
    if decimals > most:
        over, decimals = scaled.numerator * 10**most, most
        scaled = Fraction(-(-over // scaled.denominator) if up else over // scaled.denominator, 10**most)
    return _in_style(decimal_string(scaled, decimals), style)


def write_rate(rate: Fraction, unit: str, per: str) -> str:
    """Give a rate the way round in which it is 1 or more: "8.9849 yuan to the pound" for `unit` CNY, `per` GBP."""
    return write_rates((rate,), unit, per)


def write_rates(rates: Sequence[Fraction], unit: str, per: str) -> str:
    """Give the least and the greatest of several rates ("8.9175 to 8.9904 yuan to the pound")."""
    if rates[0] < 1:
        return write_rates([1 / rate for rate in rates], per, unit)
    ends = [_rate_number(rate) for rate in (min(rates), max(rates))]
    number = ends[0] if ends[0] == ends[1] else _("{low} to {high}").format(low=ends[0], high=ends[1])
    message = _("{number} {currency} to the {other}")
    return message.format(number=number, currency=currency_name(unit, 2), other=currency_name(per, 1))


def _rate_number(rate: Fraction) -> str:
    return decimal_string(rate, max(RATE_DIGITS - len(str(int(rate))), 0))


def write_implied_rate(nominal: Fraction, possible: Interval, unit: str, per: str) -> str:
    """Give a rate worked out from two figures with all it can be ("9.09 yuan to the pound (8.876 to 9.311)")."""
    decimals = max(3 - len(str(int(nominal))), 0)
    style = Style("", "", Fraction(1))
    message = _("{number} {currency} to the {other} ({range})")
    return message.format(
        number=decimal_string(nominal, decimals),
        currency=currency_name(unit, 2),
        other=currency_name(per, 1),
        range=write_range(possible, style, Fraction(10) ** (1 - decimals)),
    )


def write_source(fixings: Iterable[Fixing]) -> str:
    """Give who published the rates, and of which days ("ECB, 20 and 21 January 2025")."""
    return _source_of(tuple(fixings))


@remembered(1024)
def _source_of(fixings: tuple[Fixing, ...]) -> str:
    by_source: dict[str, set[date]] = {}
    for fixing in sorted(fixings):
        by_source.setdefault(fixing.source, set()).add(fixing.day)
    return "; ".join(f"{source}, {write_days(days)}" for source, days in by_source.items())


def write_day(day: date) -> str:
    """Give a day in words ("22 January 2025")."""
    return in_words(day)


def write_days(days: Iterable[date]) -> str:
    """Give days in words, those of one month together ("20, 21 and 23 January 2025"); many only by number and ends."""
    ordered = sorted(days)
    if len(ordered) > MOST_DAYS:
        message = _("{number} days from {first} to {last}")
        return message.format(number=len(ordered), first=write_day(ordered[0]), last=write_day(ordered[-1]))
    months = sorted({(day.year, day.month) for day in ordered})
    parts = [_one_month([day for day in ordered if (day.year, day.month) == month]) for month in months]
    return "; ".join(parts)


def _one_month(days: list[date]) -> str:
    *early, last = days
    if not early:
        return write_day(last)
    return _("{days} and {last}").format(days=", ".join(str(day.day) for day in early), last=write_day(last))


@remembered(256)
def currency_name(code: str, count: int) -> str:
    """Give what people call a currency ("pound", "dollars", "Swiss francs"), for one or for more of it."""
    match code:
        case "USD":
            return ngettext("dollar", "dollars", count)
        case "GBP":
            return ngettext("pound", "pounds", count)
        case "EUR":
            return ngettext("euro", "euros", count)
        case "CNY":
            return ngettext("yuan", "yuan", count)
        case "JPY":
            return ngettext("yen", "yen", count)
    return str(get_currency_name(code, count, locale=locale()))


@cache
def _currencies() -> frozenset[str]:
    return frozenset(Locale("en").currencies)


def is_currency(unit: str) -> bool:
    """Tell whether a unit is an ISO 4217 code."""
    return unit in _currencies()
