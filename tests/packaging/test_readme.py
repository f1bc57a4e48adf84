"""The commands that the README shows work as they are written, in a copy of the repository, and give its drawings.

`make test` would start itself, so it is left out; previews are only asked for their first page.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.packaging.previews import assert_serves, free_address

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)
PICTURE = re.compile(r"\]\(docs/images/(\S+)\)")
ADDRESS = re.compile(r"^dev_addr: (\S+)$", re.MULTILINE)
OWN_TEST = "make test"
KEPT_OUT = (".git", ".venv", "site", "build", "dist", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis", ".site*")

pytestmark = pytest.mark.packaging


def commands() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return [command for block in BLOCK.findall(text) for command in COMMAND.findall(block) if command != OWN_TEST]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "factreport"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*KEPT_OUT))
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write(f"dev_addr: {free_address()}\n")
    return folder


def _environment() -> dict[str, str]:
    # An environment that is active would be used in place of the one that the commands make.
    return {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "MAKEFLAGS", "MAKELEVEL")}


def test_readme_shows_the_commands_that_people_need() -> None:
    shown = commands()
    assert shown[:2] == ["make site", "make serve"]
    assert OWN_TEST in (ROOT / "README.md").read_text(encoding="utf-8")


def test_commands_work_as_written_one_after_the_other(copy: Path) -> None:
    for command in commands():
        if command.startswith("uv ") and shutil.which("uv") is None:
            continue
        if command.endswith("serve"):
            configuration = (copy / "mkdocs.yml").read_text(encoding="utf-8")
            address = ADDRESS.findall(configuration)[-1]
            assert_serves(command, f"http://{address}/", folder=copy, environment=_environment())
        else:
            _ends_well(copy, command)
    _shows_what_was_built(copy)


def _shows_what_was_built(copy: Path) -> None:
    pictures = PICTURE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert pictures
    for name in pictures:
        assert (ROOT / "docs/images" / name).read_bytes() == (copy / "site" / name).read_bytes(), name


def _ends_well(copy: Path, command: str) -> None:
    done = subprocess.run(
        ["bash", "-c", command], cwd=copy, env=_environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"$ {command}\n{done.stdout}{done.stderr}"
