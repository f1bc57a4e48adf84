"""The site of this repository, built strictly: from nothing, and again with nothing changed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench.measure import Row, size
from bench.process import run

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
PARTS = ("content", "evidence", "templates")
"""Folders of the project from which the site is made."""


def measure_real(folder: Path, runs: int, limit: float, say: Callable[[str], None]) -> list[Row]:
    """Build a copy of the project below `folder` in turns, and give both rows; the first turn warms up."""
    project = folder / "real"
    _copy(project)
    rows = [Row("anew", "real", "from nothing", 0), Row("unchanged", "real", "again, nothing changed", 0)]
    command = [str(Path(sys.executable).with_name("mkdocs")), "build", "--strict", "--quiet"]
    for turn in range(runs + 1):
        for left in ("site", ".factreport"):
            shutil.rmtree(project / left, ignore_errors=True)
        for row in rows:
            done = run(command, project, limit=limit, sample_memory=turn == 0)
            say(f"real site, {row.name}: {done.wall:.2f} s")
            if turn == 0:
                row.memory = done.memory
            else:
                row.runs.append(done)
    for row in rows:
        row.files, row.megabytes = size(project / "site")
    return rows


def _copy(project: Path) -> None:
    project.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", project)
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, project / part, ignore=shutil.ignore_patterns("__pycache__"))
