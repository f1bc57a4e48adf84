"""The output in the guide is real: commands on files that the guide itself shows are run and compared."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from factreport.cli import main

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = ("claimreview.md", "import.md")
FILE = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = re.compile(r"^(`(content/\S+)` is then:\n\n```\w+\n)(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(
    r"^```console\n\$ (factreport (?:claimreview|import) [^|\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)


@pytest.mark.parametrize("name", GUIDES)
def test_commands(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    update_golden: bool,
) -> None:
    guide = (DOCS / name).read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for file in FILE.finditer(guide):
        (tmp_path / file[1]).write_text(file[2], encoding="utf-8")
    made, ran = guide, 0
    for block in COMMAND.finditer(guide):
        arguments = shlex.split(block[1])[1:]
        if (tmp_path / arguments[1]).exists():
            main(arguments)
            made = made.replace(block[0], f"```console\n$ {block[1]}\n{capsys.readouterr().out}```")
            ran += 1
    for block in SHOWN.finditer(made):
        made = made.replace(block[0], f"{block[1]}{(tmp_path / block[2]).read_text(encoding='utf-8')}```")
    if update_golden:
        (DOCS / name).write_text(made, encoding="utf-8")
    assert ran > 0
    assert made == guide or update_golden, "run: pytest tests/claimreview --update-golden"
