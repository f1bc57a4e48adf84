"""ProperDocs, the compatible fork of MkDocs, builds the same site with the same plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.host.conftest import Project


def test_properdocs_builds_the_same_bytes(project: Project) -> None:
    run = project.build("--strict")
    assert run.code == 0, run.output
    expected = project.fingerprint()
    run = project.build("--strict", "-f", "mkdocs.yml", host="properdocs")
    assert run.code == 0, run.output
    assert project.fingerprint() == expected


def test_problems_stop_a_strict_build_under_properdocs(project: Project) -> None:
    assert project.build("--strict", "-f", "mkdocs.yml", host="properdocs").code == 0
    before = project.fingerprint()
    project.replace("content/claims/chips.md", "would_settle:", "in_short: [one, two, three, four]\nwould_settle:")
    run = project.build("--strict", "-f", "mkdocs.yml", host="properdocs")
    assert run.code == 1
    assert "content/claims/chips.md:12:11: too-many-points: " in run.output
    assert project.fingerprint() == before
