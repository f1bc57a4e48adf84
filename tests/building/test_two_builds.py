"""Two builds of one project at the same time: each gives its own site whole, whatever the other keeps meanwhile."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from tests.building.both_ways import hold_to_whole
from tests.building.edits import EDITS, Project, contents

from factreport.building import session
from factreport.building.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def _after(work: Callable[..., Any], meanwhile: Callable[[], Any]) -> Callable[..., Any]:
    """Give the same work, after which something else happens the first time."""
    waiting = [meanwhile]

    def both(*arguments: Any, **named: Any) -> Any:
        done = work(*arguments, **named)
        if waiting:
            waiting.pop()()
        return done

    return both


def test_a_build_that_another_overtakes_shows_nothing_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project.made(tmp_path)
    project.build()
    EDITS["answer"](project, Random(1))
    opened = _after(session.open_session, project.build_beside)
    monkeypatch.setattr("tests.building.edits.open_session", opened)
    went_on = project.build()
    assert not went_on.session.is_whole
    assert went_on.session.left is None
    project.build_anew()
    assert contents(project.site) == contents(tmp_path / "anew")
    hold_to_whole(project)


def test_a_preview_that_another_overtakes_shows_nothing_of_it(tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    project.preview = project.remembers = True
    project.build()
    for _ in range(2):
        project.prices += 1
        EDITS["answer"](project, Random(1))
        project.build_beside()
        hold_to_whole(project)


def _is(store: Store, data: bytes) -> bool:
    with store.read() as reader:
        return reader.piece("any") == data


def _write(store: Store, data: bytes) -> None:
    store.update([("any", data)])
    store.commit()


def test_what_is_held_stays_as_it_is_though_others_write(tmp_path: Path) -> None:
    one, other = (Store(tmp_path / "kept.sqlite", process=number) for number in (1, 2))
    one.begin()
    _write(one, b"old")
    one.hold()
    other.reopen()
    _write(other, b"new")
    assert _is(one, b"old")
    assert _is(other, b"new")
    one.let_go()
    assert _is(one, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["kept.sqlite"]


def test_builds_and_checks_go_on_where_files_have_no_second_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_path: Path, _target: Path) -> None:
        raise PermissionError

    project = Project.made(tmp_path)
    project.build()
    monkeypatch.setattr(Path, "hardlink_to", fails)
    EDITS["answer"](project, Random(1))
    assert not hold_to_whole(project).session.is_whole


@pytest.mark.parametrize("edit", ["answer", "mistake", "name"])
def test_nothing_stays_held_once_a_build_has_ended(edit: str, tmp_path: Path) -> None:
    project = Project.made(tmp_path)
    project.build()
    EDITS[edit](project, Random(1))
    hold_to_whole(project)
    assert [path.name for path in project.store.parent.iterdir()] == ["build.sqlite"]


def test_a_build_beside_another_of_the_project_keeps_nothing_mixed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, other = Project.made(tmp_path / "one"), Project.made(tmp_path / "other")
    project.build()
    other.build()
    gone = session.Session.gone

    def meanwhile(one: session.Session) -> Iterator[str]:
        shutil.copy(other.store, project.store)
        return gone(one)

    with monkeypatch.context() as patched:
        patched.setattr(session.Session, "gone", meanwhile)
        EDITS["body"](project, Random(1))
        assert not project.build().session.is_whole
    hold_to_whole(project)
