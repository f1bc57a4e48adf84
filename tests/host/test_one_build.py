"""Two builds of one site at the same time: the second says so and touches nothing; a killed one stops nobody."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING

from factreport import site_folder
from factreport.site_folder import BuildLock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest
    from tests.host.conftest import Project

HOLD = """
import sys
from pathlib import Path
from factreport.site_folder import BuildLock, SiteFolder
folder = SiteFolder.at(Path(sys.argv[1]))
assert BuildLock.of(folder).take() is None
folder.prepare()
print("begun", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_build(site: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process be in the middle of a build."""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", HOLD, str(site)], stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
        try:
            yield process
        finally:
            process.kill()


def test_the_second_build_says_that_another_is_under_way(built: Project) -> None:
    before = built.fingerprint()
    with another_build(built.site) as process:
        half = built.folder / ".site-building" / "half.html"
        half.write_text("half a site", encoding="utf-8")
        run = built.build()
        assert run.code == 1
        assert f"Another build of this site is under way (process {process.pid})" in run.output
        assert "Traceback" not in run.output
        assert half.read_text(encoding="utf-8") == "half a site"
        assert built.fingerprint() == before
        elsewhere = built.build("--site-dir", "other")
        assert elsewhere.code == 0, elsewhere.output


def test_a_killed_build_stops_no_other(built: Project) -> None:
    with another_build(built.site) as process:
        process.kill()
        process.wait()
        assert built.leftovers() == [".site-building", ".site-building.lock"]
        run = built.build()
        assert run.code == 0, run.output
        assert "A changed sentence" in built.page("claims/chips")
        assert built.leftovers() == []


def test_a_failed_build_lets_go(built: Project) -> None:
    built.replace("content/claims/chips.md", "verdict: ", "verdict: x")
    assert built.build().code == 1
    assert built.leftovers() == []
    assert list((built.folder / ".factreport").glob("*.open")) == []


def test_two_builds_into_folders_of_their_own_do_not_meet(built: Project) -> None:
    with ThreadPoolExecutor() as builds:
        runs = list(builds.map(lambda name: built.build("--site-dir", name), ("one", "two")))
    assert [run.code for run in runs] == [0, 0], [run.output for run in runs]
    assert built.leftovers() == []
    assert list((built.folder / ".factreport").glob("*.open")) == []
    files = [
        sorted(path.relative_to(site) for path in site.rglob("*"))
        for site in map(built.folder.joinpath, ("one", "two"))
    ]
    assert files[0] == files[1]
    assert files[0]


def test_a_file_removed_before_it_is_locked_is_not_taken_for_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"
    removed: list[Path] = []

    def after_another_let_go(file: int, command: int) -> None:
        if not removed:
            removed.append(path)
            path.unlink()
        fcntl.lockf(file, command)

    monkeypatch.setattr(site_folder, "fcntl", SimpleNamespace(**vars(fcntl) | {"lockf": after_another_let_go}))
    lock = BuildLock(path)
    assert lock.take() is None
    assert removed
    assert path.read_text(encoding="utf-8") == str(os.getpid())
    lock.let_go()
    assert list(tmp_path.iterdir()) == []


def test_without_locks_of_the_system_builds_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_folder, "fcntl", None)
    lock = BuildLock(tmp_path / "lock")
    assert lock.take() is None
    lock.let_go()
    assert list(tmp_path.iterdir()) == []
