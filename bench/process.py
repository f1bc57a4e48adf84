"""Run a command once and say what it cost: wall, processor time of all its processes, and their memory together."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SAMPLE_EVERY = 0.03
"""Seconds between two looks at the memory."""
LAST_WORDS = 600
"""Characters of a failed command's output that are kept."""
_PROC = Path("/proc")


@dataclass(frozen=True)
class Run:
    """What one run of a command cost."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of user and system, of the process and all its children."""
    memory: float | None = None
    """MiB at the peak, summed over all processes, shared pages counted once (PSS); None: not sampled."""


class FailedRunError(Exception):
    """A command failed or took longer than it may; the message says which."""


def run(command: Sequence[str], folder: Path, *, limit: float, sample_memory: bool = False) -> Run:
    """Run a command in a folder; FailedRunError if it fails or takes longer than `limit` seconds.

    Sampling takes processor time from what is measured, so runs that count for their time are not sampled.
    """
    with tempfile.TemporaryFile() as output:
        started = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            env=_environment(),
        )
        watch = _Watch(process.pid, limit, sample_memory=sample_memory)
        watch.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
        if watch.too_long:
            raise FailedRunError(f"longer than {limit:.0f} s")
        if process.returncode:
            output.seek(0)
            words = output.read().decode("utf-8", "replace").strip()[-LAST_WORDS:]
            raise FailedRunError(f"failed ({process.returncode}): {words}")
    return Run(wall, used.ru_utime + used.ru_stime, watch.peak / 1024 if sample_memory else None)


def _environment() -> dict[str, str]:
    """Give the environment of a usual machine, where Python keeps the modules that it has compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class _Watch(threading.Thread):
    """Ends a session of processes that takes too long, and looks at its memory meanwhile."""

    def __init__(self, session: int, limit: float, *, sample_memory: bool) -> None:
        super().__init__(daemon=True)
        self.session, self.sample_memory = session, sample_memory
        self.deadline = time.monotonic() + limit
        self.done = threading.Event()
        self.too_long = False
        self.peak = 0

    def run(self) -> None:
        while not self.done.wait(SAMPLE_EVERY if self.sample_memory else 0.25):
            if self.sample_memory:
                self.peak = max(self.peak, sum(map(_pss, _processes(self.session))))
            if time.monotonic() > self.deadline:
                self.too_long = True
                os.killpg(self.session, signal.SIGKILL)
                return

    def stop(self) -> None:
        self.done.set()
        self.join()


def _processes(session: int) -> Iterator[Path]:
    """Give the folders of all processes of a session."""
    for folder in _PROC.iterdir():
        if folder.name.isdecimal():
            try:
                stat = (folder / "stat").read_text()
            except OSError:
                continue
            if stat.rpartition(")")[2].split()[3] == str(session):
                yield folder


def _pss(folder: Path) -> int:
    """Give a process's part of the memory, in KiB; 0 if it has ended."""
    try:
        lines = (folder / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
