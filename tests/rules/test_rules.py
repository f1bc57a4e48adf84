"""Rules, from content files to findings: a case holds the files' front matter and the findings that must come out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.rules.files import content_of

from factreport.pipeline import run
from factreport.rules.catalogue import all_rules

SAME = "same"
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
    findings = [finding for finding in report.findings if finding.rule != SAME]
    told = [{"name": one.name, "word": one.word, "sentence": one.sentence, "state": str(one.state)} for one in findings]
    assert told == case["expect"]
    assert case.get("working", "") in "\n".join(line for one in findings for line in one.working)
    assert case.get("title_of_figure", "") in report.claims[0].figures[0].summary
    assert "apart" not in case or [one.apart for one in findings if one.apart] == [case["apart"]]
    if "same" in case:
        assert [finding.name for finding in report.findings if finding.rule == SAME] == case["same"]


def test_every_rule_has_a_case() -> None:
    cases = [param.values[0] for param in _cases()]
    names = [found["name"] for case in cases for found in case["expect"]]
    names += [name for case in cases for name in case.get("same", ())]
    found = {name.rpartition("/")[2] for name in names}
    assert {rule.name for rule in all_rules()} - found == set()
