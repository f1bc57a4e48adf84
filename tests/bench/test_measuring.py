"""The parts of the benchmark that numbers rest on: processes, edits, growth, the physical limit."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from bench.__main__ import page
from bench.edit import CHANGES, edit
from bench.generated.claim import Claim
from bench.process import FailedRunError, run
from bench.summary import median, slope, summary

from bench import corpus, limit
from factreport.model.problem import Severity
from factreport.pipeline import build_report
from factreport.settings import Settings

ALLOCATE = "import os, time; kept = bytearray(os.urandom(1000)) * 60_000; time.sleep(0.4)"
TWO_PROCESSES = f"""
import subprocess, sys
others = [subprocess.Popen([sys.executable, "-c", {ALLOCATE!r}]) for _ in range(2)]
for other in others:
    other.wait()
"""


def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    done = run([sys.executable, "-c", TWO_PROCESSES], tmp_path, limit=60, sample_memory=True)
    assert done.memory is not None
    assert 100 < done.memory < 300


def test_processor_time_is_that_of_children_too(tmp_path: Path) -> None:
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(20_000_000))'])"
    assert run([sys.executable, "-c", child], tmp_path, limit=60).cpu > 0.1


def test_a_run_that_takes_too_long_is_ended_with_its_children(tmp_path: Path) -> None:
    with pytest.raises(FailedRunError, match="longer than 1 s"):
        run(["sh", "-c", "sleep 60 & wait"], tmp_path, limit=1)


def test_a_run_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(FailedRunError, match=r"failed \(3\): no such page"):
        run(["sh", "-c", "echo no such page; exit 3"], tmp_path, limit=60)


def test_each_edit_changes_another_figure_in_the_title(tmp_path: Path) -> None:
    folder = tmp_path / "content/claims"
    folder.mkdir(parents=True)
    for number in range(90):
        claim = Claim(number)
        (folder / f"{claim.slug}.md").write_text(claim.text(), encoding="utf-8")
    before = {path: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    edited = [edit(tmp_path, 90, step) for step in range(14)]
    assert len(set(edited)) == 7
    changed = {path for path, text in before.items() if path.read_text(encoding="utf-8") != text}
    assert changed == set(edited)
    titles = [(before[path].split("\n")[1], path.read_text(encoding="utf-8").split("\n")[1]) for path in changed]
    assert all(old.startswith("claim: ") and old != new for old, new in titles)


def test_changes_concern_more_than_one_claim_and_can_be_built(tmp_path: Path) -> None:
    corpus.write(tmp_path, 40)
    settings = Settings(project=tmp_path, content=tmp_path / "content", evidence=tmp_path / "evidence")
    names = [path.name for path in (tmp_path / "content/claims").iterdir()]
    for step in range(3):
        texts = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "content").rglob("*.md")}
        came, _gone, renamed = (change(tmp_path, 40, step) for change in CHANGES.values())
        assert came not in texts
        assert renamed.read_text(encoding="utf-8") != texts[renamed]
        assert all(problem.severity is not Severity.ERROR for problem in build_report(settings).problems)
    assert [path.name for path in (tmp_path / "content/claims").iterdir()] == names


def test_the_limit_writes_files_of_the_same_lengths(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/one.md").write_text("text", encoding="utf-8")
    (tmp_path / "built/deep/er").mkdir(parents=True)
    for name, length in (("built/a", 3), ("built/deep/er/b", 70_000), ("built/empty", 0)):
        (tmp_path / name).write_bytes(b"y" * length)
    plan = tmp_path / "plan.json"
    plan.write_text(limit.plan(tmp_path, tmp_path / "built", tmp_path / "copy"), encoding="utf-8")
    subprocess.run([sys.executable, "-S", str(Path(limit.__file__)), str(plan)], check=True)
    lengths = {
        top: {str(path.relative_to(tmp_path / top)): path.stat().st_size for path in (tmp_path / top).rglob("*")}
        for top in ("built", "copy")
    }
    files = {
        top: {name: size for name, size in found.items() if Path(name).suffix == ""} for top, found in lengths.items()
    }
    assert files["built"].keys() == files["copy"].keys()
    assert [files["copy"][name] for name in ("a", "deep/er/b", "empty")] == [3, 70_000, 0]


@pytest.mark.parametrize("exponent", [1.0, 1.5, 2.0])
def test_growth_is_the_slope_through_the_logarithms(exponent: float) -> None:
    assert slope([(claims, 0.003 * claims**exponent) for claims in (100, 1_000, 10_000)]) == pytest.approx(exponent)


def _row(key: str, what: str, claims: int, seconds: list[float], **more: Any) -> dict[str, Any]:
    runs = [{"wall": second, "cpu": 2 * second} for second in seconds]
    row = {"what": what, "key": key, "name": key.title(), "claims": claims, "memory": 100.0, "runs": runs}
    return {**row, "files": 1, "megabytes": 1.0, "failed": "", **more}


def test_ratios_are_of_medians() -> None:
    rows = [
        _row("page", "full", 1_000, [1.0, 9.0, 3.0]),
        _row("hugo", "full", 1_000, [4.0, 6.0, 2.0]),
        _row("slow", "full", 1_000, [], failed="longer than 9 s"),
        _row("page", "edit", 1_000, [0.4]),
        _row("mkdocs", "empty", 0, [0.2]),
    ]
    assert median(rows[0]) == 3.0
    text = summary(json.loads(json.dumps({"rows": rows})))
    assert "| Page | 3.00 s | 1.00–9.00 | 0.75 |" in text
    assert "| Slow | longer than 9 s |" in text
    assert "| Page, 1,000 claims | 0.40 s | 0.10 | 2.00 | 0.13 |" in text


def test_the_page_has_results_machine_and_versions() -> None:
    data = {
        "machine": {"processor": "2 × Z80"},
        "versions": {"Hugo": "1.2"},
        "rows": [_row("hugo", "full", 100, [1.0])],
    }
    text = page(data)
    assert text.startswith("# Performance\n")
    assert "| Hugo | 1.00 s |" in text
    assert "- processor: 2 × Z80\n- Hugo: 1.2\n" in text
