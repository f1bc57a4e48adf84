"""What one figure of a text says of another: the currency it must mean, and whether it is a conversion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factreport.figures import currencies
from factreport.figures.phrases import words
from factreport.figures.tokens import NUMBER

if TYPE_CHECKING:
    from factreport.figures.figure import Figure
    from factreport.figures.tokens import Tokens

_CONVERSION_WORDS = words("""
    or about around roughly approximately some equivalent equal equals to which is just over under nearly almost more
    less than the at current exchange rates c ca approx i.e ie that ~ ≈ =
""")
_FIRST_OF_CONVERSION = words("or equivalent = ≈")
_NO_MEASURES = words("count % pp bp x")
_BETWEEN_AT_MOST = 60
"""Characters between a figure and its conversion; more is another statement."""


def with_context(tokens: Tokens, figures: list[Figure]) -> tuple[Figure, ...]:
    """Choose among candidate currencies the one that the text names, and mark conversions."""
    if any(len(figure.units) > 1 for figure in figures):
        named = _currencies_named(tokens)
        figures = [replace(figure, units=_chosen(figure.units, named)) for figure in figures]
    result: list[Figure] = []
    for figure in figures:
        origin = _origin(tokens.text, result[-1], figure) if result else None
        if origin is not None:
            figure = replace(figure, conversion_of=origin)  # noqa: PLW2901
            if {result[-1].of_change, figure.of_change} != {None}:
                result[-1], figure = _of_one_kind(result[-1], figure)  # noqa: PLW2901
        result.append(figure)
    return tuple(result)


def _of_one_kind(first: Figure, conversion: Figure) -> tuple[Figure, Figure]:
    """Give both with what the words say of either, the first before all: "by 1.5C (2.7F)", "1.5C (2.7F) warmer"."""
    change = conversion.of_change if first.of_change is None else first.of_change
    return replace(first, of_change=change), replace(conversion, of_change=change)


def _chosen(units: tuple[str, ...], named: frozenset[str]) -> tuple[str, ...]:
    chosen = tuple(unit for unit in units if unit in named)
    return chosen if len(chosen) == 1 else units


def _currencies_named(tokens: Tokens) -> frozenset[str]:
    """Return the currencies that the text names in words, or by code, beyond doubt."""
    named: set[str] = set()
    names, codes = currencies.names(), currencies.codes_in_use()
    for index in range(tokens.count):
        raw = tokens.raws[index]
        found = names.after(tokens, index)
        if raw in codes:
            named.add(raw)
        elif found and len(found[0].codes) == 1:
            named.add(found[0].codes[0])
        elif tokens.kinds[index + 1] == NUMBER and "|" not in currencies.PREFIXES.get(raw, "|"):
            named.add(currencies.PREFIXES[raw])
    return frozenset(named)


def _origin(text: str, before: Figure, figure: Figure) -> int | None:
    """Return where the figure begins that this one restates in another unit, in brackets or after "or"."""
    between = text[before.end : figure.start].strip().lower()
    if before.units == figure.units or len(between) > _BETWEEN_AT_MOST or not _same_kind(before, figure):
        return None
    if between[:1] in {";", "/", ","} and before.conversion_of is not None and _only_hedges(between[1:]):
        return before.conversion_of
    if between[:1] in {"(", "["}:
        return before.start if _only_hedges(between[1:]) else None
    said = between.lstrip(",–— ").split()
    return before.start if said and said[0] in _FIRST_OF_CONVERSION and _only_hedges(" ".join(said)) else None


def _only_hedges(between: str) -> bool:
    return all(word.strip(",.") in _CONVERSION_WORDS for word in between.split())


def _same_kind(before: Figure, figure: Figure) -> bool:
    """Whether both are money, or both measures."""
    codes = currencies.codes_in_use()
    money = (before.units[0] in codes, figure.units[0] in codes)
    return all(money) or (not any(money) and _NO_MEASURES.isdisjoint({*before.units, *figure.units}))
