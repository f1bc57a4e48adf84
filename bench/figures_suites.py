"""How far the reader of figures agrees with the test data of other libraries, none of which is in this repository.

Give the folder that holds the unpacked source packages of `number-parser`, `price-parser` and `quantulum3`, as
`pip download --no-deps --no-binary :all:` fetches them. Conventions differ, so each line says what it counts.
"""

from __future__ import annotations

import ast
import csv
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factreport.figures.exact import Fraction, fraction_of
from factreport.figures.read import read_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_MONEY = {"count", "%"}


def numbers_in_words(folder: Path) -> Iterator[bool]:
    """number-parser: numbers from two up, in words; right where the whole text reads as one figure of this value."""
    for path in sorted(folder.glob("number-parser-*/tests/data/*/en_*.csv")):
        if "ordinal" not in path.name:
            for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
                if int(row["number"]) > 1:
                    found = read_figures(row["text"].lower())
                    yield [figure.value for figure in found] == [fraction_of(row["number"])]


def prices(folder: Path) -> Iterator[bool]:
    """price-parser: texts of any language with a currency in them; right where the first sum of money is the amount."""
    (path,) = folder.glob("price_parser-*/tests/test_price_parsing.py")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Example"):
            continue
        try:
            hint, text, currency, _, amount = [ast.literal_eval(argument) for argument in node.args[:5]]
        except ValueError:
            continue
        if text and currency and amount is not None and not hint:
            money = [figure for figure in read_figures(text) if figure.unit not in NO_MONEY]
            yield bool(money) and money[0].value == Fraction(Decimal(str(amount)))


def quantities(folder: Path) -> Iterator[bool]:
    """quantulum3: quantities that have a unit there; right where the value, or both ends of the range, are read."""
    (path,) = folder.glob("quantulum3-*/quantulum3/_lang/en_US/tests/quantities.json")
    for case in json.loads(path.read_text(encoding="utf-8")):
        values = {numeral.value for one in read_figures(case["req"]) for numeral in (one.numeral, one.upper) if numeral}
        for expected in case["res"]:
            if expected["unit"] != "dimensionless":
                yield _is_read(expected, values)


def _is_read(expected: dict[str, Any], values: set[Fraction]) -> bool:
    middle, half = fraction_of(str(expected["value"])), fraction_of(str(expected.get("uncertainty") or 0))
    in_cents = middle / 100
    return middle in values or in_cents in values or {middle - half, middle + half} <= values


def main() -> None:
    folder = Path(sys.argv[1])
    for suite in (numbers_in_words, prices, quantities):
        results = list(suite(folder))
        print(f"{suite.__doc__}\n  {sum(results)} of {len(results)}")


if __name__ == "__main__":
    main()
