"""Rules, from content files to findings: a case holds the files' front matter and the findings that must come out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.rules.files import content_of

from factreport.pipeline import run

CASES = Path(__file__).parents[1] / "cases" / "rules"


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['title']}")
        for path in sorted(CASES.glob("*.yml"))
        for case in yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - text only, the safest there is
    ]


@pytest.mark.parametrize("case", _cases())
def test_findings_of_a_case(case: dict[str, Any], tmp_path: Path) -> None:
    report = run(content_of(case, tmp_path)).report
    assert [str(problem) for problem in report.problems if problem.severity > 1] == case.get("problems", [])
    findings = [finding for finding in report.findings if finding.rule != "same"]
    told = [{"name": one.name, "word": one.word, "sentence": one.sentence, "state": str(one.state)} for one in findings]
    assert told == case["expect"]
