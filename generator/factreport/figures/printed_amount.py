"""An amount as it is printed: number, scale and unit as read, before anything is worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factreport.figures.exact import Fraction

if TYPE_CHECKING:
    from factreport.figures.numbers import Number

ONE = Fraction(1)
COUNT = ("count",)
SHARES = frozenset({"%", "pp", "bp"})


class Unit(NamedTuple):
    """What an amount is of."""

    units: tuple[str, ...]
    part: Fraction = ONE
    """Of the unit itself: 1/100 for pence and cents."""
    money: bool = False


class PrintedAmount(NamedTuple):
    """An amount as read, scale and unit kept apart so that the two ends of a range can lend them to each other."""

    first: int
    """Index of its first token, sign and currency included."""
    end: int
    """Index after its last token."""
    number: Number
    scale: Fraction = ONE
    unit: Unit | None = None
    negative: bool = False
    prefixed: bool = False
    """Whether the currency stands before the number."""
    joined: bool = False
    """Whether number and scale or unit touch, or a currency sign stands before: no room for a name."""

    @property
    def bare(self) -> bool:
        """Whether it is a number alone, without scale word, unit or currency."""
        return self.unit is None and self.scale == 1 and not self.number.scaled

    def in_base_units(self, number: Fraction) -> Fraction:
        """Return a number of this amount's scale and unit in base units."""
        # Most amounts have neither, and multiplying exact numbers by one is slow.
        if self.scale is not ONE:
            number = number * self.scale
        return number if self.unit is None or self.unit.part is ONE else number * self.unit.part

    @property
    def value(self) -> Fraction:
        """Exact value in base units."""
        value = self.in_base_units(self.number.mantissa)
        return -value if self.negative else value


def is_unit_of_one(amount: PrintedAmount) -> bool:
    """Whether "one" makes a figure before this unit: a share or a sum of money, not "one day"."""
    unit = amount.unit.units[0] if amount.unit else ""
    return amount.unit is not None and (amount.unit.money or unit in SHARES or unit.startswith("per "))
