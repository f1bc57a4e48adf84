"""Every folder of the program is named as a package, also one that holds only data: else its installation warns."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLACES = {"factreport": ROOT / "generator" / "factreport", "factreport.templates": ROOT / "templates"}


def test_every_folder_of_the_program_is_a_package() -> None:
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    folders = {
        ".".join((name, *path.parent.relative_to(place).parts))
        for name, place in PLACES.items()
        for path in place.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert set(configuration["tool"]["setuptools"]["packages"]) == folders
