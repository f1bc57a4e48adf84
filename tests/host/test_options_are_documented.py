"""`docs/configuration.md` names every option of the plugin, and everything that can be left out."""

from __future__ import annotations

import re
from pathlib import Path

from factreport.mkdocs_plugin import FactreportConfig
from factreport.settings import Extra

DOCUMENT = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")


def first_cells(heading: str) -> set[str]:
    """Give the names in the first column of the table below a heading."""
    section = DOCUMENT.split(f"# {heading}\n", 1)[1]
    rows = re.search(r"(?:^\|.*\n)+", section, re.MULTILINE)
    assert rows
    return {name for line in rows[0].splitlines()[2:] for name in re.findall(r"`(\w+)`", line.split("|")[1])}


def test_every_option() -> None:
    assert first_cells("Configuration") == {name for name, _option in FactreportConfig._schema}


def test_everything_that_can_be_left_out() -> None:
    assert first_cells("What a site can go without") == {str(extra) for extra in Extra}
