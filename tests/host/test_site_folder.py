"""The site is replaced in one step or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factreport import site_folder
from factreport.site_folder import SiteFolder

if TYPE_CHECKING:
    from collections.abc import Callable


def write(folder: Path, **files: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def tree(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(params=["in one step", "by two renames"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    if request.param == "by two renames":
        monkeypatch.setattr(site_folder, "_exchanged_at_once", lambda _one, _other: False)
    return SiteFolder.at(tmp_path / "site")


def test_first_site(folder: SiteFolder) -> None:
    folder.prepare()
    write(folder.building, page="new")
    folder.publish()
    assert tree(folder.final) == {"page": "new"}
    assert list(folder.final.parent.iterdir()) == [folder.final]


def test_new_site_replaces_old_one_whole(folder: SiteFolder) -> None:
    write(folder.final, page="old", gone="old")
    folder.final.chmod(0o750)
    folder.prepare()
    assert tree(folder.final) == {"page": "old", "gone": "old"}
    write(folder.building, page="new")
    folder.publish()
    assert tree(folder.final) == {"page": "new"}
    assert folder.final.stat().st_mode & 0o777 == 0o750
    assert list(folder.final.parent.iterdir()) == [folder.final]


def test_hidden_files_stay(folder: SiteFolder) -> None:
    write(folder.final / ".git", HEAD="main")
    write(folder.final, **{".nojekyll": "old"})
    folder.prepare()
    write(folder.building, page="new", **{".nojekyll": "new"})
    folder.publish()
    assert tree(folder.final) == {"page": "new", ".nojekyll": "new", ".git/HEAD": "main"}


def test_link_to_a_site_stays_a_link(tmp_path: Path) -> None:
    write(tmp_path / "served", page="old")
    (tmp_path / "site").symlink_to("served")
    folder = SiteFolder.at(tmp_path / "site")
    folder.prepare()
    write(folder.building, page="new")
    folder.publish()
    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "served") == {"page": "new"}


def test_discarded_site_leaves_nothing(folder: SiteFolder) -> None:
    write(folder.final, page="old")
    folder.prepare()
    write(folder.building, page="new")
    folder.discard()
    assert tree(folder.final.parent) == {"site/page": "old"}


def test_old_site_comes_back_after_a_crash_between_two_renames(folder: SiteFolder) -> None:
    write(folder.previous, page="old")
    write(folder.building, page="half")
    folder.prepare()
    assert tree(folder.final) == {"page": "old"}
    assert tree(folder.building) == {}


def test_failing_second_rename_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_folder, "_exchanged_at_once", lambda _one, _other: False)
    folder = SiteFolder.at(tmp_path / "site")
    write(folder.final, page="old")
    folder.prepare()
    write(folder.building, page="new")
    monkeypatch.setattr(Path, "rename", _failing_for(folder.building, Path.rename))
    with pytest.raises(OSError, match="no such luck"):
        folder.publish()
    assert tree(folder.final) == {"page": "old"}


def _failing_for(source: Path, rename: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
    def failing(self: Path, target: Path) -> Path:
        if self == source:
            raise OSError("no such luck")
        return rename(self, target)

    return failing
