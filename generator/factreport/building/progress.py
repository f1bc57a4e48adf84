"""How far long work has come: a bar on a terminal, a plain line now and then elsewhere, nothing where it is short."""

from __future__ import annotations

import logging
import sys
import time
from typing import TYPE_CHECKING, TextIO, TypeVar

from msgspec import Struct, field

from factreport.building import log
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")
SHORT = 2.0
"""Seconds after which work is long enough for a bar."""
BETWEEN_BARS, BETWEEN_LINES = 0.1, 30.0
"""Seconds from one state of a bar, or one line, to the next."""
WIDTH = 30


class Progress(Struct):
    """Tells of one piece of work."""

    title: str
    total: int
    at_once: int = 1
    """How much of the total each item is; the last one may be less."""
    out: TextIO = field(default_factory=lambda: sys.stderr)
    clock: Callable[[], float] = time.monotonic
    _begun: float = 0.0
    _told: float | None = None

    def __post_init__(self) -> None:
        self._begun = self.clock()

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """Give the items on, telling after each how much has been done; nothing to those who asked for few words."""
        if not log.isEnabledFor(logging.INFO):
            yield from items
            return
        done = 0
        try:
            for item in items:
                done = min(done + self.at_once, self.total)
                self._tell(done)
                yield item
        finally:
            if self._told is not None and self.out.isatty():
                self.out.write("\n")

    def _tell(self, done: int) -> None:
        now, bar = self.clock(), self.out.isatty()
        since = now - (self._begun if self._told is None else self._told)
        wait = (SHORT if self._told is None else BETWEEN_BARS) if bar else BETWEEN_LINES
        if since < wait and not (bar and self._told is not None and done == self.total):
            return
        self._told = now
        count = _("{title}: {done} of {total}").format(title=self.title, done=done, total=self.total)
        filled = WIDTH * done // max(self.total, 1)
        self.out.write(f"\r[{'#' * filled}{' ' * (WIDTH - filled)}] {count}" if bar else f"{count}\n")
        self.out.flush()
