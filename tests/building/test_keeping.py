"""What is put on a shelf is what is read from it, on disk and in memory; files of exports are whole or not there."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
import weakref
from multiprocessing import active_children
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

import pytest

from factreport.building import workers
from factreport.building.output import put_file, remove_parts
from factreport.building.parts import part_pieces
from factreport.building.shelf import Shelf
from factreport.building.store import Store, UnusableError
from factreport.building.workers import beside, can_fork, each
from factreport.exports.export import ExportFile, LongFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PATIENCE = 60.0
"""Seconds."""
PARTS: Mapping[str, Mapping[str, Any]] = {
    "b": {"rows": [["ä", 1, None]], "line": "two"},
    "a": {"rows": [], "line": "one"},
}


@pytest.mark.parametrize("on_disk", [True, False])
def test_parts_come_back_in_the_order_that_is_asked_for(*, on_disk: bool, tmp_path: Path) -> None:
    shelf = Shelf(Store(tmp_path / "kept.sqlite") if on_disk else None)
    shelf.put(part_pieces(PARTS))
    shelf.finish()
    for slugs in (("a", "b"), ("b", "a")):
        parts = shelf.claims.parts(slugs)
        assert [part["line"] for part in parts] == [PARTS[slug]["line"] for slug in slugs]
        assert [part["rows"] for part in parts] == [PARTS[slug]["rows"] for slug in slugs]


def test_a_part_that_is_missing_on_disk_makes_what_is_kept_unusable(tmp_path: Path) -> None:
    shelf = Shelf(Store(tmp_path / "kept.sqlite"))
    shelf.finish()
    with pytest.raises(UnusableError):
        assert [part["line"] for part in shelf.claims.parts(("a",))]


def test_a_long_file_that_fails_is_not_there(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise UnusableError("damaged")

    with pytest.raises(UnusableError):
        put_file(tmp_path, LongFile("data/all.csv", pieces))
    assert not (tmp_path / "data/all.csv").exists()
    remove_parts(tmp_path)
    assert list((tmp_path / "data").iterdir()) == []


def test_a_file_of_the_editors_stays(tmp_path: Path) -> None:
    (tmp_path / "robots.txt").write_bytes(b"theirs")
    for file in (ExportFile("robots.txt", b"ours"), LongFile("robots.txt", lambda: [b"ours"])):
        assert put_file(tmp_path, file) == "robots.txt"
    assert (tmp_path / "robots.txt").read_bytes() == b"theirs"


@pytest.mark.parametrize("workers", [1, 2])
def test_work_beside_gives_its_result(workers: int) -> None:
    assert beside(lambda: [1, 2], workers)() == [1, 2]


@pytest.mark.parametrize("workers", [1, 2])
def test_work_beside_that_fails_fails_here_alone(workers: int, capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        beside(fail, workers)()
    assert capfd.readouterr().err == ""


MUCH = bytes(10_000_000)
"""More than a pipe holds: whoever sends it waits until somebody reads."""


def test_work_beside_that_nobody_asks_for_ends() -> None:
    result = beside(lambda: MUCH, 2)
    (process,) = active_children()
    del result
    process.join(PATIENCE)
    assert not process.is_alive()


def test_work_beside_that_is_killed_while_it_sends_is_done_here() -> None:
    result = beside(lambda: MUCH, 2)
    (process,) = active_children()
    process.kill()
    assert result() == MUCH


def test_an_interrupt_does_not_wait_for_work_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_connection: Connection) -> None:
        raise KeyboardInterrupt

    result = beside(lambda: MUCH, 2)
    monkeypatch.setattr(Connection, "recv", interrupted)
    with pytest.raises(KeyboardInterrupt):
        result()
    assert active_children() == []


def test_what_refers_to_itself_does_not_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    class Circle:
        itself: Circle

    circle = Circle()
    circle.itself = circle
    gone = threading.Event()
    weakref.finalize(circle, gone.set)
    del circle
    gc.freeze()
    gc.unfreeze()
    monkeypatch.setattr(workers, "PAUSE", 0)
    workers.search_later()
    assert gone.wait(PATIENCE)


@pytest.mark.skipif(not can_fork(), reason="nothing is shared here")
def test_a_killed_process_ends_the_work() -> None:
    def work(number: int) -> int:
        if number == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(ChildProcessError, match="was killed, perhaps for want of memory"):
        list(each(range(9), work, 2))
    assert active_children() == []


@pytest.mark.skipif(not can_fork(), reason="nothing is shared here")
def test_work_that_nobody_wants_any_more_ends() -> None:
    results = each(range(9), lambda number: time.sleep(60 * bool(number)), 2)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert active_children() == []


@pytest.mark.skipif(not can_fork(), reason="nothing is shared here")
def test_an_interrupt_is_left_to_the_first_process() -> None:
    here = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        handlers = list(each((1, 2), lambda _: signal.getsignal(signal.SIGINT) is signal.SIG_IGN, 2))
        assert handlers == [True, True]
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, here)
