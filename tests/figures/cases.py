"""Labelled cases of figures in news text, and what the reader makes of them, in one form that can be compared."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from factreport.figures.exact import Fraction, fraction_of
from factreport.figures.read import read_figures

CASES = Path(__file__).parents[1] / "cases" / "figures"

Values = tuple[Fraction, ...]
Digits = tuple[int | None, ...]


class Item(NamedTuple):
    """One figure, labelled or read: its value (or both ends), unit, qualifier and digits."""

    values: Values
    unit: str
    qualifier: str
    digits: Digits


class Case(NamedTuple):
    name: str
    text: str
    expected: tuple[Item, ...]


@cache
def load(name: str) -> tuple[Case, ...]:
    loaded = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    return tuple(Case(case["id"], case["text"], tuple(map(labelled, case["expect"]))) for case in loaded["cases"])


def labelled(expected: dict[str, Any]) -> Item:
    is_range = "low" in expected
    printed = (expected["low"], expected["high"]) if is_range else (expected["value"],)
    digits = tuple(expected["sig"]) if is_range else (expected["sig"],)
    return Item(tuple(map(fraction_of, printed)), expected["unit"], expected["qualifier"], digits)


def read(text: str) -> tuple[Item, ...]:
    items = []
    for figure in read_figures(text):
        numerals = [figure.numeral, *([figure.upper] if figure.upper else [])]
        values = tuple(numeral.value for numeral in numerals)
        digits = tuple(numeral.digits for numeral in numerals)
        items.append(Item(values, figure.unit, str(figure.qualifier), digits))
    return tuple(items)
