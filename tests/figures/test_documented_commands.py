"""Commands that the documents print, typed into a shell as they are printed there: quotation marks and all."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = [
    pytest.param(command, printed, id=f"{name}: {command}")
    for name in ("figures.md", "comparison.md")
    for block in re.findall(r"```\w*\n(.*?)```", (DOCS / name).read_text(encoding="utf-8"), re.DOTALL)
    for command, printed in re.findall(r"^\$ (factreport .+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]


@pytest.mark.parametrize(("command", "printed"), EXAMPLES)
def test_a_shell_prints_what_the_document_says(command: str, printed: str) -> None:
    shell = shutil.which("bash") or "/bin/sh"
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [shell, "-c", command], env={**os.environ, "PATH": path}, capture_output=True, text=True, check=True
    )
    assert done.stdout.rstrip() == printed.rstrip()


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 10
