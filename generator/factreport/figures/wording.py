"""Exact amounts, ranges, rates and days as people print them, with as many digits as a reader needs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.numbers import get_currency_name
from msgspec import Struct

from factreport.figures.exact import Fraction
from factreport.figures.numbers import numbers_in
from factreport.figures.per_so_many import RATE_UNITS
from factreport.figures.rates import in_words
from factreport.language import decimal_mark, group_mark, locale, ngettext, remembered
from factreport.language import gettext as _

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
MOST_DECIMALS = 12
"""Shown at most where no number of decimals would be enough."""
MINUS = "\N{MINUS SIGN}"
_SIGN = re.compile(rf"^\s*(?:[-–{MINUS}]|minus\b|negative\b)\s*", re.IGNORECASE)
_DOTTED = re.compile(r"\d{1,3}\.\d{3}")
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
    numeral = amount.high if amount.high and len(numbers) > 1 else amount.low
    written, after = numbers[-1].value, text[numbers[-1].end :]
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
    return write_amount(value, style, _decimals_of(step, style.scale))


def _decimals_of(step: Fraction, scale: Fraction | int = 1, finer: int = 1) -> int:
    """Give the decimals of a place: the fewest at which the last is worth no more than `step` over `scale * finer`."""
    decimals, reach, wanted = 0, step.numerator * scale.denominator, step.denominator * scale.numerator * finer
    while reach < wanted and decimals < MOST_DECIMALS:
        decimals, reach = decimals + 1, reach * 10
    return decimals


def _decimals_to_end(value: Fraction) -> int:
    """Give the decimals with which `value` ends, or more than are ever shown where it doesn't."""
    power, under = 1, value.denominator
    for decimals in range(MOST_DECIMALS + 1):
        if power % under == 0:
            return decimals
        power *= 10
    return MOST_DECIMALS + 1


def write_share(value: Fraction) -> str:
    """Give a share in per cent, with one decimal unless it is whole."""
    percent = value * 100
    return f"{decimal_string(percent, 0 if percent.denominator == 1 else 1)}%"


def decimals_to_explain(value: Fraction, step: Fraction) -> int:
    """Give the fewest decimals, finer than `step`, at which `value` is no seeming tie and rounds as it does exactly."""
    steps = value / step
    if steps.denominator == 1:
        return _decimals_of(step)
    least = next(k for k in range(MOST_DECIMALS) if step.denominator < step.numerator * 10**k)
    exact = _nearest(abs(steps.numerator), steps.denominator)
    for decimals in range(least, MOST_DECIMALS):
        over, power = abs(value.numerator) * 10**decimals, 10**decimals
        shown = _nearest(over, value.denominator)
        shown_over, shown_under = shown * step.denominator, power * step.numerator
        is_tie = shown_over % shown_under * 2 == shown_under and shown * value.denominator != over
        if not is_tie and _nearest(shown_over, shown_under) == exact:
            return decimals
    return MOST_DECIMALS


def _nearest(over: int, under: int) -> int:
    """Give the whole number nearest to a quotient that is not below 0, of two the larger."""
    return (2 * over + under) // (2 * under)


def round_half_up(value: Fraction, step: Fraction) -> Fraction:
    """Give the multiple of `step` nearest to `value`, of two the one farther from 0 (ISO 80000-1, annex B, rule B)."""
    over, under = 2 * abs(value.numerator) * step.denominator, value.denominator * step.numerator
    count = (over + under) // (2 * under)
    return Fraction((-count if value.numerator < 0 else count) * step.numerator, step.denominator)


def rounds_to(value: Fraction, factor: Fraction, step: Fraction, wanted: Fraction) -> bool:
    """Tell whether `value` times `factor` rounds to `wanted` at `step`, as `round_half_up` rounds; in whole numbers."""
    over = value.numerator * factor.numerator
    under = value.denominator * factor.denominator * step.numerator
    count = (2 * abs(over) * step.denominator + under) // (2 * under)
    rounded = (-count if over < 0 else count) * step.numerator
    return rounded * wanted.denominator == wanted.numerator * step.denominator


def decimal_string(value: Fraction, decimals: int) -> str:
    """Give `value` rounded to so many decimals, as the site's language writes numbers ("4,452.5")."""
    sign, whole, part = _digits(value, decimals)
    return f"{sign}{whole:,}".replace(",", group_mark()) + (f"{decimal_mark()}{part}" if part else "")


def _digits(value: Fraction, decimals: int) -> tuple[str, int, str]:
    """Give sign, whole number and decimals of `value` rounded to so many."""
    # As `round_half_up` at 1/10**decimals, counted in units of that.
    (over, under), power = value.as_integer_ratio(), 10**decimals
    count = (2 * abs(over) * power + under) // (2 * under)
    whole, part = divmod(count, power)
    return "-" if count and over < 0 else "", whole, f"{part:0{decimals}}" if decimals else ""


def exact_string(value: Fraction | None) -> str | None:
    """Give `value` for machines: in decimals if they end, else as a ratio ("12.5", "100/3"); None for no end."""
    if value is None:
        return None
    decimals = _all_decimals(value)
    if decimals is None:
        return str(value)
    sign, whole, part = _digits(value, decimals)
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def ends_in_decimals(value: Fraction) -> bool:
    """Tell whether the decimals of a number end."""
    return _all_decimals(value) is not None


def _all_decimals(value: Fraction) -> int | None:
    """Give the number of decimals with which `value` ends, however many; None where it does not."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


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
    decimals = _decimals_to_end(scaled)
    most = _decimals_of(step, style.scale, 100) if decimals else 0
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


def is_power_of_ten(value: Fraction) -> bool:
    """Tell whether `value` is 1, 10, 100... or 0.1, 0.01..."""
    over, under = value.as_integer_ratio()
    return 1 in {over, under} and str(over * under).rstrip("0") == "1"
