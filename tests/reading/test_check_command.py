"""`factreport check`: what is printed and how it ends."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import pytest

from factreport.cli import check

BASE = Path(__file__).parents[1] / "errors" / "base"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("FACTREPORT_EVIDENCE", raising=False)
    return Path(shutil.copytree(BASE, tmp_path / "site"))


def run(*arguments: object) -> int:
    parser = argparse.ArgumentParser()
    check.add_parser(parser.add_subparsers())
    read = parser.parse_args(["check", *map(str, arguments)])
    return int(read.run(read))


def break_claim(site: Path, old: str, new: str) -> None:
    path = site / "content" / "claims" / "bridge.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_good_site(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "--strict") == 0
    assert capsys.readouterr().out.startswith("0 errors, 0 warnings, ")


def test_an_error(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_claim(site, "verdict: not", "verdict: nott")
    assert run(site) == 1
    first, second, last = capsys.readouterr().out.splitlines()
    assert first.startswith("content/claims/bridge.md:8:10: unknown-verdict: ")
    assert second == "    hint: Did you mean `not-supported`?"
    assert last.startswith("1 error, 0 warnings, ")


def test_a_warning_stops_a_strict_check_only(site: Path) -> None:
    break_claim(site, "checked: 2025-02-01", "checked: 2025-01-01")
    assert run(site) == 0
    assert run(site, "--strict") == 1


def test_for_programs(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_claim(site, "verdict: not", "verdict: nott")
    assert run(site, "--format", "json") == 1
    (entry,) = json.loads(capsys.readouterr().out)
    assert (entry["path"], entry["line"], entry["column"]) == ("content/claims/bridge.md", 8, 10)
    assert (entry["severity"], entry["code"]) == ("error", "unknown-verdict")


def test_for_pull_requests(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_claim(site, "verdict: not-supported", "verdict: 100%, sure")
    assert run(site, "--format", "github") == 1
    line = capsys.readouterr().out.splitlines()[0]
    assert line.startswith("::error file=content/claims/bridge.md,line=8,col=10,title=unknown-verdict::")
    assert "“100%25, sure”" in line


def test_mistakes_in_prose_are_found(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content" / "pages" / "index.md").write_text("---\ntitle: A: b\n---\n", encoding="utf-8")
    assert run(site) == 1
    assert "content/pages/index.md:2:9: broken-yaml" in capsys.readouterr().out


def test_a_folder_without_a_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 2
    assert "mkdocs.yml" in capsys.readouterr().err
