"""A copy of the example site for each test, and the commands of its host."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "example_site"


@dataclass(frozen=True)
class Project:
    """A site of its own in a folder of its own."""

    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def build(self, *options: str, host: str = "mkdocs", environment: dict[str, str] | None = None) -> Run:
        command = [sys.executable, "-m", host, "build", *options]
        # The variables of whoever runs the tests must not reach the example.
        plain = {name: value for name, value in os.environ.items() if name not in ("FACTREPORT_EVIDENCE", "SITE_URL")}
        run = subprocess.run(
            command, cwd=self.folder, env=plain | (environment or {}), capture_output=True, text=True, check=False
        )
        return Run(run.returncode, run.stdout + run.stderr)

    def write(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def configure(self, lines: str) -> None:
        with (self.folder / "mkdocs.yml").open("a", encoding="utf-8") as file:
            file.write(lines)

    def page(self, address: str) -> str:
        return (self.site / address / "index.html").read_text(encoding="utf-8")

    def fingerprint(self) -> str:
        """Give one hash for names and bytes of everything in the site."""
        digest = hashlib.sha256()
        for path in sorted(self.site.rglob("*")):
            digest.update(str(path.relative_to(self.site)).encode())
            digest.update(path.read_bytes() if path.is_file() else b"")
        return digest.hexdigest()

    def leftovers(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir() if path.name.startswith(".site"))


@dataclass(frozen=True)
class Run:
    """How a command ended and everything that it printed."""

    code: int
    output: str


def copy_of_example(parent: Path) -> Project:
    folder = parent / "project"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("site", "golden"))
    return Project(folder)


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_of_example(tmp_path_factory.mktemp("built"))
    run = project.build("--strict")
    assert run.code == 0, run.output
    return project.folder


@pytest.fixture
def built(tmp_path: Path, built_once: Path) -> Project:
    """Give a project with the site of a good build, and an edit since then."""
    folder = tmp_path / "project"
    shutil.copytree(built_once, folder)
    project = Project(folder)
    project.replace("content/claims/chips.md", "The sum is in yuan;", "A changed sentence: the sum is in yuan;")
    return project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return copy_of_example(tmp_path)
