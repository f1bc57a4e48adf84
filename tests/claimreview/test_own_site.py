"""The project's own site, as it is built, meets the profiles; bing lacks numbers for verdicts outside the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.claimreview.examples import problems_of
from tests.exports.exported import own_files
from tests.exports.test_structured_data import own_pages

from factreport.claimreview.problem import Profile, Severity

if TYPE_CHECKING:
    from pathlib import Path


def test_own_site(tmp_path: Path) -> None:
    files = {f"{address}index.html": text.encode() for address, text in own_pages().items() if address.endswith("/")}
    for path, content in {**files, **own_files()}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    problems = problems_of([str(tmp_path)], tuple(Profile), size=32)
    errors = {
        (profile, problem.code)
        for problem in problems
        for profile, severity in problem.levels
        if severity is Severity.ERROR
    }
    assert errors == {(Profile.BING, "numbers-missing")}
