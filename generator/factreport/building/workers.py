"""Several processes that share what is in memory: forked, so that nothing has to be sent to them.

Results come back in the order of the items, so that their number changes nothing but the time.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Result = TypeVar("Result")

LOOKS = 50_000, 20, 50
"""So many new objects, and so many smaller searches, before the next search for circles."""

PAUSE = 1.0
"""Seconds from a build to the search for what it left behind, so that nobody waits for that."""

_ROUNDS, _MOST_AT_ONCE = 50, 32
"""A process takes several items at once, but so few that each comes back many times and none waits for the last."""

_work: Callable[[Any], Any] | None = None
_items: Sequence[Any] = ()


def processors() -> int:
    """Give how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Tell whether the system can fork a process."""
    return "fork" in multiprocessing.get_all_start_methods()


def search_rarely() -> None:
    """Let searches for values that refer to each other in a circle be rare: a build makes few, and much that lasts."""
    gc.set_threshold(*LOOKS)


def search_later() -> None:
    """Let what refers to itself in a circle be found a moment from now, when a preview has shown what it built.

    Otherwise each edit would leave some megabytes behind, and a preview runs for a day.
    """
    timer = threading.Timer(PAUSE, gc.collect)
    timer.daemon = True
    timer.start()


def end_soon() -> None:
    """Let no search for circles go through what there is: at its end the interpreter makes several, for nothing."""
    gc.freeze()


def each(items: Sequence[Item], work: Callable[[Item], Result], workers: int) -> Iterator[Result]:
    """Give what `work` makes of each item, in their order; with one worker, or without forking, in this process.

    `work` and `items` may be anything; results have to be picklable. An exception in a worker is raised here;
    ChildProcessError, which is an OSError, where somebody killed one.
    """
    if workers < 2 or len(items) < 2 or not can_fork():
        with _settled():
            yield from map(work, items)
        return
    number = min(workers, len(items))
    with _settled(), _shared(items, work), _forked(number) as executor:
        at_once = min(_MOST_AT_ONCE, 1 + len(items) // (number * _ROUNDS))
        yield from executor.map(_do, range(len(items)), chunksize=at_once)


@contextmanager
def _forked(number: int) -> Iterator[Executor]:
    """Give processes that take work; where something goes wrong, or nobody wants the rest, they end at once.

    A pool of `multiprocessing` would wait for ever for what a killed process had taken.
    """
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415 - an edit needs none

    others = set(multiprocessing.active_children())
    executor = ProcessPoolExecutor(number, multiprocessing.get_context("fork"), _leave_interrupts)
    try:
        yield executor
    except BaseException as error:
        for process in set(multiprocessing.active_children()) - others:
            process.kill()
        executor.shutdown(cancel_futures=True)
        if isinstance(error, BrokenProcessPool):
            raise ChildProcessError(
                _("a process that shared the work was killed, perhaps for want of memory")
            ) from error
        raise
    executor.shutdown()


def beside(work: Callable[[], Result], workers: int) -> Callable[[], Result]:
    """Let another process do some work, and give what waits for its result; with one worker it is done then.

    The result has to be picklable, and there must be one: work that fails is done again, to fail here.
    """
    if workers < 2 or not can_fork():
        return work
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_send, args=(work, theirs, ours), daemon=True)
    process.start()
    theirs.close()

    def result() -> Result:
        try:
            found: Result = ours.recv()
        except (EOFError, OSError):
            return work()
        finally:
            # Else an interrupt would wait for a process that waits for somebody to read.
            ours.close()
            process.join()
        return found

    return result


def _send(work: Callable[[], Any], pipe: Connection, other_end: Connection) -> None:
    # Open here too, it would keep this process waiting for ever once nobody reads.
    other_end.close()
    # It does one thing and ends: what it leaves behind need not be looked for.
    gc.disable()
    # What fails will fail again where somebody waits for it.
    with suppress(Exception, KeyboardInterrupt):
        pipe.send(work())


@contextmanager
def _settled() -> Iterator[None]:
    """Take what there is for lasting, so that the search for circles does not go through it.

    In forked processes that would copy every page of memory that is looked at.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _shared(items: Sequence[Any], work: Callable[[Any], Any]) -> Iterator[None]:
    """Leave items and work where forked processes find them."""
    global _work, _items
    _work, _items = work, items
    try:
        yield
    finally:
        _work, _items = None, ()


def _leave_interrupts() -> None:
    """Let Ctrl-C, which goes to all processes of a command, be told by the first alone: it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(place: int) -> Any:
    assert _work is not None  # noqa: S101 - only called while shared
    return _work(_items[place])
