"""With CI=true a skipped browser or packaging test counts as failed; everything else may be skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parents[1] / "conftest.py"
TESTS = """
import pytest

@pytest.mark.{mark}
def test_that_cannot_run():
    pytest.skip("nothing here to run it")
"""


@pytest.mark.parametrize(
    ("mark", "ci", "code"), [("browser", "true", 1), ("packaging", "true", 1), ("audit", "true", 0), ("browser", "", 0)]
)
def test_skip_in_ci(tmp_path: Path, mark: str, ci: str, code: int) -> None:
    shutil.copy(CONFTEST, tmp_path)
    (tmp_path / "test_it.py").write_text(TESTS.format(mark=mark), encoding="utf-8")
    (tmp_path / "pytest.ini").write_text(f"[pytest]\nmarkers =\n  {mark}: of this test\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(tmp_path)]
    run = subprocess.run(command, env=os.environ | {"CI": ci}, capture_output=True, text=True, check=False)
    assert run.returncode == code, run.stdout
    assert ("every browser test has to run" in run.stdout) == (mark == "browser" and ci == "true")
