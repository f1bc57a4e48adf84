"""A site in another language, built by the host: words, days, the mark of the language; none is told of."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.host.conftest import Project

GERMAN = Path(__file__).parents[1] / "language" / "de.po"


def test_the_interface_is_in_the_language_of_the_site(project: Project) -> None:
    project.replace("mkdocs.yml", "      version: 1\n", "      version: 1\n      language: de\n")
    (project.folder / "locale").mkdir()
    shutil.copy(GERMAN, project.folder / "locale" / "de.po")
    run = project.build("--strict")
    assert run.code == 0, run.output
    page = project.page("claims/chips")
    assert '<html lang="de">' in page
    assert ">Quellen</a>" in page
    assert "Januar 2025</time>" in page
    assert "January" not in page.partition("<main")[0]


def test_a_missing_translation_is_told_and_stops_nothing(project: Project) -> None:
    project.replace("mkdocs.yml", "      version: 1\n", "      version: 1\n      language: nb\n")
    run = project.build("--strict")
    assert run.code == 0, run.output
    assert "There is no translation into “nb”" in run.output
    assert ">Sources</a>" in project.page("claims/chips")


def test_an_unknown_language_is_refused(project: Project) -> None:
    project.replace("mkdocs.yml", "      version: 1\n", "      version: 1\n      language: klingonisch\n")
    run = project.build()
    assert run.code == 1
    assert "“klingonisch” is no language that we know." in run.output
