"""Whoever looks at the files sees the same; with one worker nothing is looked at before it is asked for."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from factreport.building.inputs import look, state
from factreport.building.lookout import look_out

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("claims/a.md", "site/index.html"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path / "claims", tmp_path / "site"


@pytest.mark.parametrize("workers", [1, 2])
def test_files_and_site_are_seen_as_they_are(folders: tuple[Path, Path], workers: int) -> None:
    begun = time.time_ns()
    claims, site = folders
    lookout = look_out((claims,), site, workers)
    assert lookout.site == state(site)
    assert lookout.inputs.stamps == look([claims])
    assert begun <= lookout.inputs.begun <= time.time_ns()


def test_alone_it_looks_once_and_only_where_it_is_asked(folders: tuple[Path, Path]) -> None:
    claims, site = folders
    lookout = look_out((claims,), site, 1)
    (claims / "b.md").touch()
    assert len(lookout.inputs.stamps) == 2
    (claims / "c.md").touch()
    assert len(lookout.inputs.stamps) == 2
