"""What the measurements were made on and with."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version as installed
from pathlib import Path
from typing import TYPE_CHECKING

from bench.tools import version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.generators import Generator, Tools

OUR_LIBRARIES = ("mkdocs", "jinja2", "markdown-it-py", "pyyaml")


def machine(folder: Path) -> dict[str, str]:
    """Give the machine, the system, and the file system that the projects are on."""
    processor = _after_colon(Path("/proc/cpuinfo"), "model name") or platform.processor() or platform.machine()
    memory = int(_after_colon(Path("/proc/meminfo"), "MemTotal").split()[0] or 0) / 2**20
    return {
        "processor": f"{len(os.sched_getaffinity(0))} × {processor}",
        "memory": f"{memory:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "files on": _file_system(folder),
        "measured": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "load before": f"{os.getloadavg()[0]:.1f}",
    }


def versions(peers: Sequence[Generator], tools: Tools) -> dict[str, str]:
    """Give our revision and what it runs on, and the versions of the peers."""
    ours = {"factreport": _revision(), "Python": platform.python_version()}
    ours |= {name: installed(name) for name in OUR_LIBRARIES}
    return ours | {peer.name: version(peer, tools) for peer in peers}


def _revision() -> str:
    command = ["git", "describe", "--always", "--dirty"]
    done = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=False)
    return done.stdout.strip() or installed("factreport")


def _after_colon(path: Path, name: str) -> str:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _file_system(folder: Path) -> str:
    """Give the type of the file system that a folder is on, as the system calls it."""
    mounts = [line.split() for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    around = [mount for mount in mounts if folder.is_relative_to(mount[1])]
    return max(around, key=lambda mount: len(mount[1]))[2] if around else "unknown"
