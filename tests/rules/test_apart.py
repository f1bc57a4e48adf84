"""The gap between two figures in words: readers subtract what is printed, so one between ranges must say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.rules.files import content_of

from factreport.pipeline import run

if TYPE_CHECKING:
    from pathlib import Path

GAPS = {
    ("$12 billion", "$20 billion"): "ranges $7 billion apart",
    ("£9.9 billion", "£3bn"): "ranges £6.35 billion apart",
    ("at least 30%", "at least a third"): "about 3.3 percentage points apart",
    ("30%", "40%"): "ranges 9 percentage points apart",
    ("30%", "32%"): "ranges 1 percentage point apart",
    ("over $12 billion", "over $20 billion"): "$8 billion apart",
    ("$12 billion", "over $12 billion"): "",
}


@pytest.mark.parametrize(("printed", "gap"), GAPS.items(), ids=[" and ".join(pair) for pair in GAPS])
def test_gap_in_words(printed: tuple[str, str], gap: str, tmp_path: Path) -> None:
    first, second = printed
    case = {
        "title": "A gap",
        "sources": {
            "agency": {"knows": "own", "published": "2025-01-21"},
            "paper": {"knows": "own", "published": "2025-01-22"},
        },
        "cites": [{"source": "agency", "noted": first}, {"source": "paper", "noted": second}],
    }
    report = run(content_of(case, tmp_path)).report
    assert [finding.apart for finding in report.findings] == [gap]
