"""The generated corpus: the same for the same seed, comparable between sizes, without errors and warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench import corpus
from factreport.model.problem import Severity
from factreport.pipeline import build_report
from factreport.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

CLAIMS = 130
"""More than one withdrawn claim, snapshot and story."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    corpus.write(folder, CLAIMS)
    return folder


def test_it_has_no_error_and_no_warning_and_something_to_prove_and_to_compare(project: Path) -> None:
    report = build_report(
        Settings(project=project, content=project / "content", evidence=project / "evidence", templates=())
    )
    assert [str(problem) for problem in report.problems if problem.severity is not Severity.NOTICE] == []
    assert report.summary.claims == CLAIMS
    assert report.summary.verified > CLAIMS / 10
    assert report.summary.explained > CLAIMS / 10
    assert report.summary.open > CLAIMS / 10


def test_claims_and_sources_are_the_same_whatever_the_size() -> None:
    small, large = dict(corpus.files(20)), dict(corpus.files(90))
    kept = [path for path in small if path.startswith(("content/claims/", "content/sources/", "evidence/"))]
    assert len(kept) > 20
    assert [path for path in kept if small[path] != large[path]] == []


def test_another_seed_gives_other_claims() -> None:
    path = "content/claims/claim-000003.md"
    assert dict(corpus.files(5, seed=2))[path] != dict(corpus.files(5, seed=1))[path]
