"""The guide's commands run, each where its tools are at hand; and its list of files is the list of files."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.exports.exported import own_files

GUIDE = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
_IMPORT = re.compile(r"^(?:import|from) (\w+)", re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    for path, content in own_files().items():
        if path.startswith("data/"):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return folder


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: "-".join(_IMPORT.findall(block)))
def test_command_runs(block: str, folder: Path) -> None:
    missing = [name for name in _IMPORT.findall(block) if find_spec(name) is None]
    if missing:
        pytest.skip(f"not at hand: {', '.join(missing)}")
    run = subprocess.run([sys.executable, "-c", block], cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip()


def test_every_file_of_the_site_is_in_the_guide() -> None:
    for path in own_files():
        if path.startswith("data/") and not path.startswith("data/schema/"):
            assert f"`{path}`" in GUIDE, path
    for name in ("data.json", "figures.csv", "index.md"):
        assert f"`claims/<name>/{name}`" in GUIDE
    for path in own_files():
        if "/" not in path:
            assert f"`{path}`" in GUIDE, path
