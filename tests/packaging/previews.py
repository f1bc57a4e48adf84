"""A preview is started as people start it, asked for a page and ended."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.request
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PATIENCE = 60.0


def free_address() -> str:
    """Give a host with a port that nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


def assert_serves(command: str, page: str, *, folder: Path, environment: Mapping[str, str]) -> None:
    """Fail if the page does not answer, or if the command ends by itself."""
    process = subprocess.Popen(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + PATIENCE
        while not _answers(page):
            assert process.poll() is None, f"{command} ended"
            assert time.monotonic() < until, f"{command} did not answer within {PATIENCE} seconds"
            time.sleep(0.2)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=PATIENCE)


def _answers(page: str) -> bool:
    try:
        with urllib.request.urlopen(page, timeout=PATIENCE) as answer:  # noqa: S310 - our own
            return bool(answer.status == 200)
    except OSError:
        return False
