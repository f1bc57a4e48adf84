"""The guide's commands work as they are written, on the files that it shows, and print what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.packaging.previews import assert_serves, free_address

if TYPE_CHECKING:
    from collections.abc import Iterator

GUIDE = Path(__file__).parents[2] / "docs" / "guide.md"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
ACTIVATED = "source .venv/bin/activate"
PAGE = "claims/xlight-stake/"


@pytest.fixture
def environment() -> dict[str, str]:
    """Give the environment that `ACTIVATED` makes."""
    kept = {name: value for name, value in os.environ.items() if name not in ("FACTREPORT_EVIDENCE", "SITE_URL")}
    return {**kept, "PATH": os.pathsep.join((str(Path(sys.executable).parent), kept["PATH"]))}


def test_from_an_empty_folder_to_a_site(tmp_path: Path, environment: dict[str, str], *, update_golden: bool) -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    made = guide
    for block in BLOCK.finditer(guide):
        sort, path, text = block.groups()
        if sort == "console":
            shown = "".join(_shown(text, tmp_path, environment))
            made = made.replace(block[0], f"```console\n{shown}```", 1) if shown != text else made
        elif sort == "diff":
            _change(tmp_path / path, text)
        else:
            (tmp_path / path).write_text(text, encoding="utf-8")
    if update_golden:
        GUIDE.write_text(made, encoding="utf-8")
    assert made == guide or update_golden, "run: pytest tests/packaging/test_guide.py --update-golden"
    page = (tmp_path / "site" / PAGE / "index.html").read_text(encoding="utf-8")
    assert "up to $150 million" in page
    assert "A ceiling became the size of the stake." in page
    assert (tmp_path / "site" / "stories" / "xlight" / "index.html").exists()


def test_it_begins_where_the_readme_ends() -> None:
    assert "$ make site" in (GUIDE.parents[1] / "README.md").read_text(encoding="utf-8")
    assert COMMAND.findall(GUIDE.read_text(encoding="utf-8"))[0][0] == ACTIVATED


def _shown(text: str, folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """Run the commands of a block, and give them with what they print where the guide shows that."""
    for command, _output in COMMAND.findall(text):
        yield f"$ {command}\n"
        if command == "mkdocs serve":
            address = free_address()
            served = f"{command} --dev-addr {address}"
            assert_serves(served, f"http://{address}/{PAGE}", folder=folder, environment=environment)
        elif command != ACTIVATED:
            yield _printed(command, folder, environment)


def _printed(command: str, folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    is_build = command.startswith("mkdocs")
    # The one mistake of the guide is the only reason to fail.
    assert done.returncode == 0 or " error, " in done.stdout, f"$ {command}\n{done.stdout}{done.stderr}"
    return "" if is_build else done.stdout


def _change(path: Path, text: str) -> None:
    """Replace the lines that begin with a minus by those that begin with a plus."""
    lines = text.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line.startswith("-"))
    new = "".join(line[1:] for line in lines if line.startswith("+"))
    before = path.read_text(encoding="utf-8")
    assert before.count(old) == 1
    path.write_text(before.replace(old, new), encoding="utf-8")
