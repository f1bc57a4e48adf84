"""The hand-written list of packages names every folder of code, and no other."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_package_list_names_every_folder_of_code() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    generator = ROOT / "generator"
    folders = {
        ".".join(path.parent.relative_to(generator).parts)
        for path in (generator / "factreport").rglob("*.py")
        if "__pycache__" not in path.parts
    }
    assert sorted(listed) == sorted({*folders, "factreport.templates"})
