"""Markup as it is found on the web, written afresh with the faults of the wild: what google and bing would say."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.claimreview.examples import problems_of

from factreport.claimreview.problem import Profile

WILD = Path(__file__).parents[1] / "cases" / "claimreview_wild"
FILES = sorted(path.name for path in WILD.iterdir() if path.suffix in {".html", ".json"})


@pytest.mark.parametrize("name", FILES)
def test_wild(name: str, monkeypatch: pytest.MonkeyPatch, *, update_golden: bool) -> None:
    monkeypatch.chdir(WILD)
    said = "".join(
        f"{problem}\n" for problem in problems_of([name], (Profile.GOOGLE, Profile.BING, Profile.DATACOMMONS))
    )
    expected = WILD / f"{name}.txt"
    if update_golden:
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
