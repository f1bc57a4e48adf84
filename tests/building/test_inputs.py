"""Which files a build sees, and how it tells that one has changed."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from factreport.building.input_files import content_files
from factreport.building.inputs import DOUBT, NOWHERE, Inputs, Seen, after, again, look, see, state, take
from factreport.reading.files import find_files
from factreport.settings import Settings
from factreport.site_folder import Replaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from factreport.building.inputs import Stamp

LONG_AGO = 1_500_000_000_000_000_000


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
        os.utime(path, ns=(LONG_AGO, LONG_AGO))


def _names(paths: Iterable[str], folder: Path) -> set[str]:
    return {os.path.relpath(path, folder) for path in paths}


def test_files_of_all_folders_are_seen_with_size_times_and_number(tmp_path: Path) -> None:
    _write(tmp_path, "a.md", "b/c/d.md", "e/f.txt")
    stamps = look([tmp_path / "b", tmp_path / "e"])
    assert _names(stamps, tmp_path) == {"b/c/d.md", "e/f.txt"}
    status = (tmp_path / "e/f.txt").stat()
    assert stamps[str(tmp_path / "e/f.txt")] == (7, LONG_AGO, status.st_ino, status.st_ctime_ns)


def test_hidden_files_and_folders_of_one_name_are_left_out(tmp_path: Path) -> None:
    _write(tmp_path, "a.md", ".b.md", ".c/d.md", "e/.f/g.md", "e/__pycache__/h.pyc")
    assert _names(look([tmp_path]), tmp_path) == {"a.md", "e/__pycache__/h.pyc"}
    assert _names(look([tmp_path], without="__pycache__"), tmp_path) == {"a.md"}


def test_linked_folders_are_followed_once_and_folders_like_records_are_files(tmp_path: Path) -> None:
    _write(tmp_path, "a/b.md", "a/c.md/d.md", "elsewhere/e.md")
    (tmp_path / "a/linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere/round").symlink_to(tmp_path / "elsewhere")
    found = _names(look([tmp_path / "a"]), tmp_path)
    assert found == {"a/b.md", "a/c.md", "a/linked/e.md", "a/linked/round"}


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    _write(tmp_path, "a/b.md")
    assert look([tmp_path / "gone", tmp_path / "a/b.md"]) == {}
    assert state(tmp_path / "gone") == (0, 0, 0)


def test_links_are_followed(tmp_path: Path) -> None:
    _write(tmp_path, "elsewhere/b.md")
    (tmp_path / "a").mkdir()
    (tmp_path / "a/file.md").symlink_to(tmp_path / "elsewhere/b.md")
    (tmp_path / "a/folder").symlink_to(tmp_path / "elsewhere")
    stamps = look([tmp_path / "a"])
    assert _names(stamps, tmp_path) == {"a/file.md", "a/folder/b.md"}
    assert len(set(stamps.values())) == 1


def test_a_link_that_leads_nowhere_is_a_file_without_content(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "gone")
    inputs = take(see([tmp_path]))
    assert inputs.stamps == {str(tmp_path / "link.md"): NOWHERE}
    assert inputs.prints == {str(tmp_path / "link.md"): ""}
    assert state(tmp_path) == (1, -1, -1)


def test_a_link_that_leads_to_itself_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "link.md")
    assert look([tmp_path]) == {str(tmp_path / "link.md"): NOWHERE}


def test_the_state_of_a_folder_is_number_sizes_and_latest_change(tmp_path: Path) -> None:
    _write(tmp_path, "a.md", "b/c.md", ".git/d")
    os.utime(tmp_path / "b/c.md", ns=(LONG_AGO, LONG_AGO + 5))
    assert state(tmp_path) == (2, 10, LONG_AGO + 5)
    replaced = [Replaced(4, 9, LONG_AGO + 7), Replaced(None, 1, LONG_AGO), Replaced(6, None)]
    assert after(state(tmp_path), replaced) == (2, 10, LONG_AGO + 7)


def test_what_changed_came_or_went_is_told(tmp_path: Path) -> None:
    _write(tmp_path, "same.md", "touched.md", "other.md", "gone.md")
    before = take(see([tmp_path]))
    os.utime(tmp_path / "touched.md")
    (tmp_path / "other.md").write_text("OTHER.md", encoding="utf-8")
    (tmp_path / "gone.md").unlink()
    _write(tmp_path, "new.md")
    now, changed = again(before, see([tmp_path]))
    assert _names(changed, tmp_path) == {"other.md", "gone.md", "new.md"}
    assert now.stamps == look([tmp_path])
    assert now.prints == take(see([tmp_path])).prints


@pytest.mark.parametrize(("later", "is_seen"), [(1_000_000_000, True), (3_000_000_000, False)])
@pytest.mark.parametrize("before", [(LONG_AGO, 0), (0, LONG_AGO)])
def test_a_file_that_was_written_just_before_it_was_read_is_read_again(
    tmp_path: Path, before: tuple[int, int], later: int, *, is_seen: bool
) -> None:
    path = str(tmp_path / "a.md")
    stamps = {path: (4, before[0], 1, before[1])}
    inputs = Inputs(LONG_AGO + later, stamps, {path: "of what was there then"})
    assert again(inputs, Seen(0, stamps))[1] == ({path} if is_seen else frozenset())


def test_a_file_that_is_written_in_place_and_looks_as_old_as_before_has_changed(tmp_path: Path) -> None:
    _write(tmp_path, "a.md", "same.md")
    before = Inputs(time.time_ns() + 2 * DOUBT, *_taken(tmp_path))
    for name, text in (("a.md", b"A.MD"), ("same.md", b"same.md")):
        with (tmp_path / name).open("r+b") as file:
            file.write(text)
        os.utime(tmp_path / name, ns=(LONG_AGO, LONG_AGO))
    assert _names(again(before, see([tmp_path]))[1], tmp_path) == {"a.md"}


def test_what_changes_a_file_but_not_its_content_costs_a_look_at_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path, "right.md", "name.md", "same.md")
    before = Inputs(time.time_ns() + 2 * DOUBT, *_taken(tmp_path))
    (tmp_path / "right.md").chmod(0o600)
    (tmp_path / ".another").hardlink_to(tmp_path / "name.md")
    read: list[str] = []

    def reading(path: str) -> str:
        read.append(path)
        return before.prints[path]

    monkeypatch.setattr("factreport.building.inputs._print", reading)
    assert again(before, see([tmp_path]))[1] == frozenset()
    assert _names(read, tmp_path) == {"right.md", "name.md"}


def _taken(folder: Path) -> tuple[Mapping[str, Stamp], Mapping[str, str]]:
    inputs = take(see([folder]))
    return inputs.stamps, inputs.prints


def test_records_are_those_that_reading_finds(tmp_path: Path) -> None:
    content = tmp_path / "content"
    _write(content, "claims/b.md", "claims/a.md", "claims/deep/c.d.md", "claims/.e.md", "claims/f.txt", "scale.yml")
    _write(content, "sources/s.md", "claims.md", "claims-old/g.md")
    settings = Settings(project=tmp_path, content=content, pages=tmp_path)
    files = content_files(settings, take(see([content / "claims", content / "sources", content / "stories"])))
    found = find_files(content, tmp_path)
    for mine, theirs in ((files.claims, found.claims), (files.sources, found.sources), (files.stories, found.stories)):
        assert dict(mine) == dict(theirs)
    assert set(files.claims) == {"a", "b", "c.d"}
    assert files.claims["c.d"] == content / "claims/deep/c.d.md"
    assert "e" not in files.claims
    assert files.claims.get("e") is None
    assert (len(files.claims), len(files.stories)) == (3, 0)
    assert files.scale == content / "scale.yml"
