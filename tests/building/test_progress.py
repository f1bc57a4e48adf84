"""Long work says how far it has come; short work says nothing."""

from __future__ import annotations

import io
import logging
from itertools import count
from typing import TYPE_CHECKING

import pytest

from factreport.building import log
from factreport.building.progress import BETWEEN_LINES, SHORT, Progress

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _with_words() -> Iterator[None]:
    log.setLevel(logging.INFO)
    yield
    log.setLevel(logging.NOTSET)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(out: io.StringIO, seconds: float, items: int) -> str:
    """Give what is told of work that takes so long for each item."""
    ticks = count()
    progress = Progress("Families", items, out=out, clock=lambda: next(ticks) * seconds)
    assert list(progress.over(range(items))) == list(range(items))
    return out.getvalue()


def test_short_work_is_silent() -> None:
    assert told(io.StringIO(), SHORT / 100, 50) == ""
    assert told(Terminal(), SHORT / 100, 50) == ""


def test_a_terminal_gets_a_bar_that_is_full_at_the_end() -> None:
    text = told(Terminal(), 1.0, 4)
    assert text.startswith("\r[")
    assert text.count("\n") == 1
    assert text.endswith("[##############################] Families: 4 of 4\n")


def test_elsewhere_lines_come_now_and_then() -> None:
    lines = told(io.StringIO(), BETWEEN_LINES / 10, 40).splitlines()
    assert lines == ["Families: 10 of 40", "Families: 20 of 40", "Families: 30 of 40", "Families: 40 of 40"]


def test_who_asked_for_few_words_gets_none() -> None:
    log.setLevel(logging.WARNING)
    assert told(Terminal(), 1.0, 4) == ""


def test_items_may_be_several_of_what_is_counted() -> None:
    ticks, out = count(), Terminal()
    assert list(Progress("Files", 100, 40, out, lambda: next(ticks) * 3.0).over("abc")) == ["a", "b", "c"]
    assert [part.rpartition("] ")[2] for part in out.getvalue().split("\r")[1:]] == [
        "Files: 40 of 100",
        "Files: 80 of 100",
        "Files: 100 of 100\n",
    ]
