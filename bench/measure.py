"""The measurements: full builds in turns, rebuilds after one edit, and the physical limit."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import limit as physical_limit
from bench.edit import CHANGES, edit
from bench.process import FailedRunError, Run, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.generators import Generator, Tools
    from bench.ours import OurSite

FULL, EDIT, CHANGE, EMPTY, LIMIT = "full", "edit", "change", "empty", "limit"


@dataclass
class Row:
    """All runs of one thing at one size."""

    what: str
    """One of `FULL`, `EDIT`, `CHANGE`, `EMPTY` (a build without claims) and `LIMIT`."""
    key: str
    name: str
    claims: int
    runs: list[Run] = field(default_factory=list)
    memory: float | None = None
    """MiB at the peak of a run that is not among `runs`."""
    files: int = 0
    megabytes: float = 0.0
    """Lengths of the files, in millions of bytes."""
    failed: str = ""


@dataclass(frozen=True)
class Bench:
    """Where, with what, how often and how long."""

    tools: Tools
    folder: Path
    runs: int
    limit: float
    """Seconds that one run may take."""
    say: Callable[[str], None]

    def full(self, generators: Sequence[Generator | OurSite], claims: int) -> list[Row]:
        """Build everything from nothing: once each for the memory, then in turns (A B C A B C) for the time."""
        rows = [Row(FULL, one.key, one.name, claims) for one in generators]
        for one in generators:
            self.say(f"{claims:,} claims: writing the project of {one.name}")
            one.prepare(self._project(one, claims), claims)
        for turn in range(self.runs + 1):
            for one, row in zip(generators, rows, strict=True):
                if not row.failed:
                    self._full(one, row, sample_memory=turn == 0)
        return rows

    def _full(self, one: Generator | OurSite, row: Row, *, sample_memory: bool) -> None:
        project = self._project(one, row.claims)
        for name in (one.output, *one.caches):
            shutil.rmtree(project / name, ignore_errors=True)
        done = self._run(row, one.command(self.tools, project), project, sample_memory=sample_memory)
        if done is not None and done.memory is not None:
            row.memory = done.memory
            row.files, row.megabytes = size(project / one.output)

    def edits(self, ours: Sequence[OurSite], empty: Generator, claims: int) -> list[Row]:
        """Build again after one edit, in turns with a build of an empty site by plain MkDocs.

        The projects of `full` and what it built are there; only ours knows builds that start from the last one.
        """
        rows = [Row(EDIT, one.key, one.name, claims) for one in ours]
        bare = Row(EMPTY, empty.key, empty.name, 0)
        project = self.folder / "empty"
        empty.prepare(project, 0)
        for turn in range(self.runs + 1):
            for one, row in zip(ours, rows, strict=True):
                if not row.failed:
                    site = self._project(one, claims)
                    edit(site, claims, turn)
                    self._run(row, one.command(self.tools, site), site, sample_memory=turn == 0)
            self._run(bare, empty.command(self.tools, project), project, sample_memory=turn == 0)
        return [*rows, bare]

    def changes(self, ours: Sequence[OurSite], claims: int) -> list[Row]:
        """Build again after changes that concern more than one claim, in turns; the projects of `edits` are there."""
        rows = {
            (one.key, change): Row(CHANGE, one.key, f"{one.name}: {change}", claims)
            for one in ours
            for change in CHANGES
        }
        for turn in range(self.runs + 1):
            for one in ours:
                site = self._project(one, claims)
                for change, make in CHANGES.items():
                    row = rows[one.key, change]
                    make(site, claims, turn)
                    if not row.failed:
                        self._run(row, one.command(self.tools, site), site, sample_memory=turn == 0)
        return list(rows.values())

    def physical_limit(self, one: OurSite, claims: int) -> Row:
        """Read every input and write every output of one of our rows, and do nothing else."""
        row = Row(LIMIT, one.key, one.name, claims)
        project, target = self._project(one, claims), self.folder / "limit"
        plan = self.folder / "limit.json"
        plan.write_text(physical_limit.plan(project, project / one.output, target), encoding="utf-8")
        for turn in range(self.runs + 1):
            shutil.rmtree(target, ignore_errors=True)
            command = [sys.executable, "-S", str(Path(physical_limit.__file__)), str(plan)]
            self._run(row, command, self.folder, sample_memory=turn == 0)
        row.files, row.megabytes = size(target)
        shutil.rmtree(target, ignore_errors=True)
        return row

    def forget(self, claims: int) -> None:
        """Delete the projects of a size."""
        shutil.rmtree(self.folder / str(claims), ignore_errors=True)

    def _project(self, one: Generator | OurSite, claims: int) -> Path:
        return self.folder / str(claims) / one.key

    def _run(self, row: Row, command: Sequence[str], folder: Path, *, sample_memory: bool) -> Run | None:
        """Run once; the run with the memory does not count for the time."""
        try:
            done = run(command, folder, limit=self.limit, sample_memory=sample_memory)
        except FailedRunError as error:
            row.failed = str(error)
            self.say(f"{row.what} {row.claims:,} {row.name}: {error}")
            return None
        if sample_memory:
            row.memory = done.memory
        else:
            row.runs.append(done)
        self.say(f"{row.what} {row.claims:,} {row.name}: {done.wall:.2f} s, processors {done.cpu:.2f} s")
        return done


def size(folder: Path) -> tuple[int, float]:
    """Give number and lengths (in millions of bytes) of the files in a folder and below."""
    count = length = 0
    for path, _, names in os.walk(folder):
        count += len(names)
        length += sum(os.lstat(f"{path}/{name}").st_size for name in names)
    return count, length / 1e6


def as_data(row: Row) -> dict[str, Any]:
    """Give a row as JSON takes it, times to the millisecond."""
    runs = [{"wall": round(one.wall, 3), "cpu": round(one.cpu, 3)} for one in row.runs]
    memory = None if row.memory is None else round(row.memory, 1)
    rest = {"files": row.files, "megabytes": round(row.megabytes, 1), "failed": row.failed}
    return {
        "what": row.what,
        "key": row.key,
        "name": row.name,
        "claims": row.claims,
        "memory": memory,
        **rest,
        "runs": runs,
    }
