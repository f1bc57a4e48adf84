"""Every Python that the program may run on builds the same site, of those that are on the machine."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.packaging.test_readme import KEPT_OUT, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

MINORS = range(11, 15)
"""Of Python 3; those that the machine lacks are left out."""

pytestmark = [pytest.mark.packaging, pytest.mark.audit]


def others() -> Iterator[str]:
    """Give a program for each minor version but that of the tests: on the path, or among pyenv's."""
    versions = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser() / "versions"
    for minor in MINORS:
        known = (shutil.which(f"python3.{minor}"), *map(str, versions.glob(f"3.{minor}.*/bin/python")))
        if minor != sys.version_info.minor:
            yield from [name for name in known if name and _runs(name)][:1]


def _runs(python: str) -> bool:
    """Tell whether it starts and can make environments; pyenv has placeholders on the path for versions not chosen."""
    asked = subprocess.run([python, "-c", "import ensurepip, venv"], capture_output=True, check=False)
    return asked.returncode == 0


def build(python: str, folder: Path) -> Path:
    """Build the repository's site in a copy with an environment of its own, as the README says; give its folder."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*KEPT_OUT))
    subprocess.run(["make", "site", f"PYTHON={python}"], cwd=folder, check=True, capture_output=True)
    return folder / "site"


def differences(compared: filecmp.dircmp[str]) -> Iterator[str]:
    """Give the files that two folders do not share, or that are not the same."""
    below = Path(compared.left)
    yield from (str(below / name) for name in (*compared.left_only, *compared.right_only, *compared.funny_files))
    _same, other, unread = filecmp.cmpfiles(compared.left, compared.right, compared.common_files, shallow=False)
    yield from (str(below / name) for name in (*other, *unread))
    for folder in compared.subdirs.values():
        yield from differences(folder)


def test_every_python_builds_the_same_site(tmp_path: Path) -> None:
    found = list(others())
    if not found:
        pytest.skip("there is no other Python on this machine")
    first = build(sys.executable, tmp_path / "first")
    for number, python in enumerate(found):
        again = build(python, tmp_path / str(number))
        assert list(differences(filecmp.dircmp(first, again))) == [], python
