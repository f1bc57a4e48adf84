"""Rules, from content files to findings: a case holds the files' front matter and the findings that must come out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from factreport.pipeline import run
from factreport.settings import Settings

CASES = Path(__file__).parents[1] / "cases" / "rules"
SCALE = "verdicts: {open: {word: Open, look: cannot-be-settled, means: Not known.}}\n"


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['title']}")
        for path in sorted(CASES.glob("*.yml"))
        for case in yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - text only, the safest there is
    ]


def _write(path: Path, fields: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)}---\nText.\n", "utf-8")


def _claim(case: dict[str, Any]) -> dict[str, Any]:
    figure = {"label": "The amount", "kind": case.get("kind", "quantity")}
    citations = [cite if "states" in cite else {**cite, "figure": "amount"} for cite in case["cites"]]
    return {
        "claim": "The amount is so much",
        "claimant": "Somebody",
        "claimed": "2025-01-21",
        "checked": "2025-02-01",
        "verdict": "open",
        "answer": "Not known.",
        "figures": {"amount": {**figure, **case.get("figure", {})}},
        "citations": citations,
        **case.get("claim", {}),
    }


def _build(case: dict[str, Any], folder: Path) -> Settings:
    content = folder / "content"
    for slug, fields in case["sources"].items():
        defaults = {"publisher": slug, "kind": "news", "read": "whole", "snapshot": "none"}
        _write(content / "sources" / f"{slug}.md", {**defaults, **fields})
    _write(content / "claims" / "case.md", _claim(case))
    (content / "scale.yml").write_text(SCALE, "utf-8")
    return Settings(project=folder, content=content)


@pytest.mark.parametrize("case", _cases())
def test_findings_of_a_case(case: dict[str, Any], tmp_path: Path) -> None:
    report = run(_build(case, tmp_path)).report
    assert [str(problem) for problem in report.problems if problem.severity > 1] == case.get("problems", [])
    findings = [finding for finding in report.findings if finding.rule != "same"]
    told = [{"name": one.name, "word": one.word, "sentence": one.sentence, "state": str(one.state)} for one in findings]
    assert told == case["expect"]
