"""Measure how long a strict build of this repository's site takes and how much memory it needs.

Prints the median and the range of several runs, each a process of its own that writes to a folder of its own.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 5


def build_once(out: Path) -> tuple[float, int]:
    """Give the seconds that one build took and the most memory that it held, in KiB."""
    mkdocs = Path(sys.executable).with_name("mkdocs")
    started = time.monotonic()
    process = subprocess.Popen([mkdocs, "build", "--strict", "--quiet", "--site-dir", out], cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("The build failed; run `make site` to see why.")
    return time.monotonic() - started, used.ru_maxrss


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        runs = [build_once(Path(folder) / "site") for _ in range(RUNS)]
        files = sum(1 for path in (Path(folder) / "site").rglob("*") if path.is_file())
    seconds = sorted(run[0] for run in runs)
    print(
        f"{files} files in {statistics.median(seconds):.2f} s (of {RUNS} runs: {seconds[0]:.2f} to {seconds[-1]:.2f} s)"
    )
    print(f"at most {max(run[1] for run in runs) / 1024:.0f} MiB of memory")


if __name__ == "__main__":
    main()
