"""The wheel, made by way of an sdist and installed in a clean environment, builds a site elsewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from factreport.exports.picture.typeface import Face

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests" / "example_site"
NO_INDEX = re.compile(
    r"NewConnectionError|ConnectionError|Max retries exceeded|Temporary failure in name resolution|"
    r"No matching distribution found for (?!factreport)"
)
"""What pip says when no package index answers."""

pytestmark = pytest.mark.packaging


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    plain = {
        name: value
        for name, value in os.environ.items()
        if name not in ("FACTREPORT_EVIDENCE", "PYTHONPATH", "SITE_URL")
    }
    return subprocess.run(command, cwd=cwd, env=plain, capture_output=True, text=True, check=False)


def run_well(*command: str | Path, cwd: Path) -> str:
    done = run(*command, cwd=cwd)
    output = done.stdout + done.stderr
    assert done.returncode == 0, output
    return output


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    for name in ("generator", "templates"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    # Without isolation: the environment has the locked setuptools, so that no index is asked.
    run_well(sys.executable, "-m", "build", "--no-isolation", "--outdir", source / "dist", cwd=source)
    return next((source / "dist").glob("*.whl"))


@pytest.fixture(scope="module")
def clean(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the programs of an environment that has the wheel and what it depends on, nothing else."""
    folder = tmp_path_factory.mktemp("clean")
    run_well(sys.executable, "-m", "venv", folder / "env", cwd=folder)
    programs = folder / "env" / "bin"
    installed = run(programs / "pip", "install", "--quiet", "--constraint", _versions(folder), wheel, cwd=folder)
    if installed.returncode and NO_INDEX.search(installed.stderr):
        pytest.skip(f"No package index can be reached: {installed.stderr.strip().splitlines()[-1]}")
    assert installed.returncode == 0, installed.stderr
    return programs


def _versions(folder: Path) -> Path:
    """Give a file with the locked versions; without hashes, which would have to cover the wheel itself."""
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(_locked("requirements.lock")), encoding="utf-8")
    return constraints


def _locked(name: str) -> list[str]:
    lock = (ROOT / name).read_text(encoding="utf-8")
    return [line.rstrip(" \\") for line in lock.splitlines() if re.match(r"[a-z]", line)]


def test_tests_run_with_the_versions_that_build_the_site() -> None:
    site, tests = ({line.partition(" ;")[0] for line in _locked(f"requirements{of}.lock")} for of in ("", "-test"))
    assert site < tests


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("site", "golden"))
    return folder


def test_sdist_and_wheel_hold_code_and_templates(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    code = {
        path.relative_to(ROOT / "generator").as_posix() for path in (ROOT / "generator" / "factreport").rglob("*.py")
    }
    theme = {
        f"factreport/templates/{path.relative_to(ROOT / 'templates').as_posix()}"
        for path in (ROOT / "templates").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert code - names == set()
    assert theme - names == set()
    assert "factreport/py.typed" in names
    fonts = {f"factreport/exports/picture/fonts/{name}" for name in (*Face, "characters.txt", "OFL.txt")}
    assert fonts - names == set()
    with tarfile.open(next(wheel.parent.glob("*.tar.gz"))) as archive:
        assert any(name.endswith("/templates/base.html") for name in archive.getnames())


def test_clean_environment_builds_a_site_elsewhere(clean: Path, elsewhere: Path) -> None:
    output = run_well(clean / "mkdocs", "build", "--strict", cwd=elsewhere)
    assert "site/index.html" in output
    assert "40 billion yuan" in (elsewhere / "site" / "claims" / "chips" / "index.html").read_text(encoding="utf-8")
    assert (elsewhere / "site" / "css" / "site.css").exists()
    assert "verify" in run_well(clean / "factreport", "--help", cwd=elsewhere)
    _put_a_theme_on_top(elsewhere)
    run_well(clean / "mkdocs", "build", "--strict", cwd=elsewhere)
    assert "<!-- ours -->" in (elsewhere / "site" / "about" / "index.html").read_text(encoding="utf-8")
    assert (elsewhere / "site" / "css" / "site.css").read_text(encoding="utf-8") == "/* ours */"


def _put_a_theme_on_top(elsewhere: Path) -> None:
    (elsewhere / "theme" / "css").mkdir(parents=True)
    (elsewhere / "theme" / "css" / "site.css").write_text("/* ours */", encoding="utf-8")
    (elsewhere / "theme" / "prose.html").write_text(
        '{% extends "base.html" %}{% block head %}<!-- ours -->{% endblock %}'
    )
    configuration = (elsewhere / "mkdocs.yml").read_text(encoding="utf-8")
    (elsewhere / "mkdocs.yml").write_text(
        configuration.replace("  name: factreport\n", "  name: factreport\n  custom_dir: theme\n")
    )
