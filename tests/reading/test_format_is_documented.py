"""The tables of `docs/format.md` and those of the program name the same fields."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factreport.reading.citations import CITATION
from factreport.reading.claims import CLAIM, FIGURE
from factreport.reading.relations import OPERATION
from factreport.reading.sources import SOURCE

if TYPE_CHECKING:
    from factreport.reading.record import Table

DOCUMENT = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("heading", "table"),
    [
        ("## Claims", CLAIM),
        ("### `figures`", FIGURE),
        ("### `citations`", CITATION),
        ("### `relations`", OPERATION),
        ("## Sources", SOURCE),
    ],
)
def test_same_fields(heading: str, table: Table) -> None:
    section = DOCUMENT.split(f"\n{heading}\n", 1)[1]
    rows = re.search(r"(?:^\|.*\n)+", section, re.MULTILINE)
    assert rows
    first_cells = [line.split("|")[1] for line in rows[0].splitlines()[2:]]
    documented = {name for cell in first_cells for name in re.findall(r"`([a-z_]+)`", re.sub(r"\(.*?\)", "", cell))}
    assert documented == set(table.names)
