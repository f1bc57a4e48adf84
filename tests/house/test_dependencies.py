"""Decision 7 says of each dependency why it is one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
DECISION = (ROOT / "docs" / "decisions" / "0007-dependencies.md").read_text(encoding="utf-8")


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    names = {re.split(r"[\s<>=!~;\[]", one, maxsplit=1)[0].lower() for one in wanted}
    explained = set(re.findall(r"[a-z][a-z0-9-]*", DECISION.lower()))
    assert names - explained == set()


def test_nothing_is_explained_that_is_no_dependency() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    cells = re.findall(r"^\| ([^|]+) \|", DECISION, re.MULTILINE)
    named = {name for cell in cells for name in re.split(r", | with ", cell.strip()) if name not in {"package", "---"}}
    assert {name for name in named if f'"{name.lower()}' not in text.lower()} == set()
