"""The command line: one module per command.

This one imports none of them before it is called, so that whoever interrupts a command while it starts is not shown
which import that hit.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; give its exit code: 2 for arguments that fit none, 130 if broken off."""
    with _ending_at_once():
        from factreport.cli.commands import run  # noqa: PLC0415 - see above
    return run(argv)


@contextmanager
def _ending_at_once() -> Iterator[None]:
    """End the program at an interrupt: raised within imports, it can be lost there. Nothing has been written yet."""
    in_main_thread = threading.current_thread() is threading.main_thread()
    if not in_main_thread or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(_signal: int, _frame: object) -> None:
    # What would translate these words may not be imported yet.
    sys.stderr.write("factreport: interrupted.\n")
    sys.stderr.flush()
    os._exit(130)
