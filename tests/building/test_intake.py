"""What several workers read portion by portion is what is read at once: records, problems in their order, families."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from tests.building.edits import contents
from tests.errors.test_errors import EXAMPLES, build_example
from tests.pages.sites import settings as own_settings

from factreport import pipeline
from factreport.building import drawer, intake
from factreport.building.drawer import Drawer, packed
from factreport.building.families import families, part_of
from factreport.building.intake import take_in
from factreport.building.lookout import Lookout
from factreport.building.session import open_session
from factreport.building.store import Store
from factreport.cli.project import read_settings
from factreport.model.place import Place
from factreport.model.problem import Severity
from factreport.pages.names import names_in
from factreport.reading.file_locator import FileLocator
from factreport.reading.known import known_in
from factreport.reading.overview import overview

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factreport.model.problem import Problem
    from factreport.settings import Settings

HERE = Path(__file__).parent
NOUNS = {"claim.md": "claims", "source.md": "sources", "story.md": "stories"}
WORKERS = [1, 2, 3]


@pytest.fixture(autouse=True)
def _small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every record be a portion of its own, so that small sites are shared too."""
    monkeypatch.delenv("FACTREPORT_EVIDENCE", raising=False)
    monkeypatch.setattr(intake, "AT_ONCE", 1)


@pytest.fixture(scope="module")
def all_wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site with the records of all examples of messages, and with those of `tests/reading/thirty`."""
    folder = tmp_path_factory.mktemp("wrong") / "site"
    examples = HERE.parent / "errors"
    shutil.copytree(examples / "base", folder)
    shutil.copytree(HERE.parent / "reading/thirty/content/claims", folder / "content/claims", dirs_exist_ok=True)
    for name in EXAMPLES:
        for file, noun in NOUNS.items():
            if (examples / name / file).is_file():
                shutil.copyfile(examples / name / file, folder / "content" / noun / f"{name}.md")
        for below in ("content", "evidence"):
            if (examples / name / below).is_dir():
                shutil.copytree(examples / name / below, folder / below, dirs_exist_ok=True)
    return folder


def hold_to_whole(settings: Settings, workers: int) -> None:
    """Compare what is taken in with the content that is read at once."""
    content = pipeline.read(settings)
    taken = take_in(settings, workers)
    seen = taken.overview
    assert list(map(repr, seen.problems)) == list(map(repr, content.problems))
    assert replace(seen, problems=()) == replace(overview(content), problems=())
    assert names_in(seen) == names_in(content)
    assert known_in(seen) == known_in(content)
    assert families(seen) == families(content)
    for family in families(content):
        part = part_of(content, family)
        assert taken.part(family) == part
        for record, outlined in ((seen.claim_by_slug[claim.slug], claim) for claim in part.claims):
            assert [record.place(*use.keys) for use in record.uses] == [
                outlined.place(*use.keys) for use in record.uses
            ]


@pytest.mark.parametrize("preview", [True, False])
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_of_a_message(name: str, tmp_path: Path, *, preview: bool) -> None:
    build_example(name, tmp_path / "site")
    hold_to_whole(replace(read_settings(tmp_path / "site"), preview=preview), 1)


@pytest.mark.parametrize("preview", [True, False])
@pytest.mark.parametrize("workers", WORKERS)
def test_everything_wrong_at_once(all_wrong: Path, workers: int, *, preview: bool) -> None:
    hold_to_whole(replace(read_settings(all_wrong), preview=preview), workers)


@pytest.mark.parametrize("workers", WORKERS)
def test_our_own_content(workers: int) -> None:
    hold_to_whole(own_settings(), workers)


def built(settings: Settings, workers: int, folder: Path) -> tuple[tuple[Problem, ...], Mapping[str, bytes]]:
    """Give the problems and the files of a site; a build that its errors stop has none."""
    session = open_session(settings, folder / "site", workers, Store(folder / "kept"), Lookout((), folder / "none"))
    session.make_claims((), {})
    problems = session.site.report.problems
    if settings.preview or all(problem.severity is not Severity.ERROR for problem in problems):
        session.make_gatherings(())
    return problems, contents(folder / "site")


@pytest.mark.parametrize("preview", [True, False])
def test_a_build_tells_everything_that_is_wrong_however_many_share_the_work(
    all_wrong: Path, tmp_path: Path, *, preview: bool
) -> None:
    settings = replace(read_settings(all_wrong), preview=preview)
    expected = pipeline.run(settings).report.problems
    sites = []
    for workers in WORKERS:
        problems, files = built(settings, workers, tmp_path / str(workers))
        assert list(map(repr, problems)) == list(map(repr, expected))
        sites.append(files)
    assert bool(sites[0]) == preview
    assert sites[1] == sites[0]
    assert sites[2] == sites[0]


def test_a_drawer_needs_no_system_that_writes_at_a_place_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawer, "_write", drawer._write_there)
    monkeypatch.setattr(drawer, "_read", drawer._read_there)
    kept = Drawer(tmp_path)
    spans = [kept.put(packed(record)) for record in ("first", ["second"])]
    assert [kept.get(span) for span in reversed(spans)] == [["second"], "first"]


def test_a_drawer_gives_back_what_was_put_in_and_leaves_nothing(tmp_path: Path) -> None:
    gc.collect()
    before = len(list(Path("/dev/fd").iterdir()))
    drawer = Drawer(tmp_path)
    records = ["ä" * 100_000, ("b", 1), ""]
    spans = [drawer.put(packed(record)) for record in records]
    assert [drawer.get(span) for span in reversed(spans)] == records[::-1]
    assert list(tmp_path.iterdir()) == []
    del drawer
    gc.collect()
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_a_drawer_is_made_elsewhere_where_the_folder_is_not_there(tmp_path: Path) -> None:
    drawer = Drawer(tmp_path / "none")
    assert drawer.get(drawer.put(packed("a"))) == "a"


def test_places_in_a_file_that_has_gone(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\nclaim: x\nanswer: y\n---\n", encoding="utf-8")
    locator = FileLocator("claims/a.md", str(file))
    assert locator.locate(("answer",)) == Place("claims/a.md", 3, 9)
    file.write_text("---\nclaim: [x\n---\n", encoding="utf-8")
    assert locator.locate(("answer",)) == Place("claims/a.md")
    file.unlink()
    assert locator.locate(("answer",)) == Place("claims/a.md")
