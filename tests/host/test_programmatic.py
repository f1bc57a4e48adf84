"""MkDocs' `build()` called by a program, without the commands' beginning and end."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.host.conftest import Project

PROGRAM = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml", strict="strict" in sys.argv)
build(config)
print("built in", config.site_dir)
"""


def run(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PROGRAM, *arguments]
    return subprocess.run(command, cwd=project.folder, capture_output=True, text=True, check=False)


def test_program_finds_the_site_in_its_place(project: Project) -> None:
    result = run(project, "strict")
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip().endswith(f"built in {project.site}")
    assert (project.site / "claims" / "chips" / "index.html").exists()
    assert project.leftovers() == []


def test_failing_program_leaves_the_site(project: Project) -> None:
    assert run(project).returncode == 0
    before = project.fingerprint()
    project.write(
        "hook.py",
        "import logging\ndef on_post_build(config):\n    logging.getLogger('mkdocs.plugins.x').warning('late')\n",
    )
    project.configure("hooks: [hook.py]\n")
    assert run(project, "strict").returncode != 0
    assert project.fingerprint() == before
    assert project.leftovers() == []
