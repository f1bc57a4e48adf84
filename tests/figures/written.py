"""Figures as English text that reads back as the same figure: what reading is tested against."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factreport.figures import currencies, units
from factreport.figures.exact import Fraction
from factreport.figures.figure import Qualifier
from factreport.figures.numbers import SCALES, TENS, UNITS
from factreport.figures.read import read_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.figures.figure import Figure, Numeral

_QUALIFIERS = {
    Qualifier.NONE: "", Qualifier.OVER: "more than ", Qualifier.AT_LEAST: "at least ", Qualifier.UNDER: "less than ",
    Qualifier.AT_MOST: "up to ", Qualifier.ABOUT: "about ", Qualifier.NEARLY: "nearly ", Qualifier.BETWEEN: "between ",
}  # fmt: skip
_SUFFIXES = {"%": "%", "pp": " percentage points", "bp": " basis points", "x": "x", "count": ""}
_LARGE = ("million", "billion", "trillion", "thousand", "quadrillion", "lakh", "crore")
_SYMBOLS = {
    "USD": "$",
    "GBP": "£",
    "EUR": "€",
    "INR": "₹",
    "AUD": "A$",
    "CAD": "C$",
    "HKD": "HK$",
    "SGD": "S$",
    "NZD": "NZ$",
}


def write_figure(figure: Figure) -> str:
    """Return the figure as text, qualifier first ("about $6.8 billion", "between 3% and 4%").

    What `read_figures` reads in it is one figure of the same numerals, units and qualifier; where no such text is known
    (numerals that nothing printed can have), raises ValueError.
    """
    for words in _candidates(figure):
        text = _QUALIFIERS[figure.qualifier] + words
        found = read_figures(text)
        if len(found) == 1 and _same(found[0], figure):
            return text
    raise ValueError(f"no text reads as {figure.numeral} {figure.unit}")


def _same(a: Figure, b: Figure) -> bool:
    return (a.numeral, a.upper, a.units, a.qualifier) == (b.numeral, b.upper, b.units, b.qualifier)


def _candidates(figure: Figure) -> Iterator[str]:
    lows = list(_amounts(figure.numeral, figure.units))
    if figure.upper is None:
        yield from lows
        return
    for high in _amounts(figure.upper, figure.units):
        for low in lows:
            yield f"{low} and {high}"


def _amounts(numeral: Numeral, unit: tuple[str, ...]) -> Iterator[str]:
    sign = "-" if numeral.value < 0 else ""
    for number in _numbers(numeral):
        for prefix, suffix in _around(unit):
            minus = "minus " if sign and number[0].isalpha() else sign
            yield f"{minus}{prefix}{number}{suffix}"
    if unit == ("%",) and numeral.digits is None:
        part = numeral.value / 100
        yield f"{part.numerator} in {part.denominator}"
        yield from _parts(part)


def _parts(part: Fraction) -> Iterator[str]:
    names = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth"}
    name = names.get(part.denominator, "")
    top = next((word for word, number in UNITS.items() if number == part.numerator), "")
    if name and top:
        yield f"{top}-{name}s of" if part.numerator > 1 else f"one-{name} of"


def _numbers(numeral: Numeral) -> Iterator[str]:
    """Yield spellings of the number without sign, the likeliest first; not each gives the same digits and step."""
    value = abs(numeral.value)
    if numeral.digits is None:
        yield from _with_fractions(value)
        return
    scales = [(SCALES[word], f" {word}") for word in _LARGE]
    usual = [(1, "")] if value < 10**6 or numeral.step * 10**5 < value else []
    large = [one for one in scales if value >= one[0] or not value]
    for scale, word in [*usual, *large, (1, "")]:
        yield from _decimals(value / scale, numeral.step / scale, word)
    if value.denominator == 1 and value < 10**18:
        yield _in_words(int(value))
    for scale, word in scales:
        if scale > value:
            yield from _decimals(value / scale, numeral.step / scale, word)


def _decimals(mantissa: Fraction, step: Fraction, word: str) -> Iterator[str]:
    for places in range(13):
        shifted = mantissa * 10**places
        if shifted.denominator == 1 and Fraction(1, 10**places) <= step:
            digits = str(int(shifted)).rjust(places + 1, "0")
            whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
            yield f"{int(whole):,}" + (f".{part}" if part else "") + word
            if Fraction(1, 10**places) < step / 100:
                return


def _with_fractions(value: Fraction) -> Iterator[str]:
    for word in ("", *_LARGE):
        mantissa = value / SCALES[word] if word else value
        whole, rest = divmod(mantissa, 1)
        if rest and mantissa < 10**6:
            spelt = f"{whole} {rest}" if whole else str(rest)
            yield f"{spelt} {word}".strip()


def _in_words(value: int) -> str:
    for word in ("quadrillion", "trillion", "billion", "million", "thousand", "hundred"):
        if value >= SCALES[word]:
            count, rest = divmod(value, SCALES[word])
            tail = f" {'and ' if rest < 100 else ''}{_in_words(rest)}" if rest else ""
            return f"{_in_words(count)} {word}{tail}"
    return _below_hundred(value)


def _below_hundred(value: int) -> str:
    small = {number: word for word, number in UNITS.items()}
    tens = {number: word for word, number in TENS.items() if word != "fourty"}
    if value in small:
        return small[value]
    if value == 0:
        return "zero"
    return tens[value - value % 10] + (f"-{small[value % 10]}" if value % 10 else "")


def _around(unit: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield what may stand before and after the number for this unit."""
    if unit[0] in _SUFFIXES:
        yield "", _SUFFIXES[unit[0]]
    elif unit[0] in currencies.codes_in_use():
        yield from _money(unit)
    else:
        yield "", f" {_unit_names().get(unit[0], unit[0])}"
        yield "", unit[0]


def _money(unit: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if len(unit) == 1:
        if unit[0] in _SYMBOLS:
            yield _SYMBOLS[unit[0]], ""
        yield f"{unit[0]} ", ""
        yield "", f" {unit[0]}"
    for name in _names_of().get(unit, ()):
        yield "", f" {name}"
    for symbol, codes in currencies.symbols().items():
        if codes == unit:
            yield symbol, ""


@cache
def _names_of() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the names after a number that mean exactly these candidates."""
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name, money in currencies.name_table().items():
        if money.part == 1:
            table[money.codes] = (*table.get(money.codes, ()), name)
    return table


@cache
def _unit_names() -> dict[str, str]:
    """Return, for each unit, a spelling that reads as that unit apart from its number ("yr": "years")."""
    table: dict[str, str] = {}
    for spelling, unit in units._table(units._ANY_CASE).items():
        plural = table.get(unit, "").endswith("s")
        if unit not in table or (spelling.endswith("s") and not plural):
            table[unit] = spelling.replace("-", " ")
    loose = {unit: spelling for spelling, unit in units.abbreviated().items() if spelling not in units.JOINED_ONLY}
    return loose | table | {unit: unit for unit in loose if loose[unit] == unit or unit in units.abbreviated()}
