"""The command line prints what was read, as a table or as one JSON array a line."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from factreport.cli import main

if TYPE_CHECKING:
    import pytest


def test_json_has_one_array_for_each_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Over a third of £45m\n\nIt paid $4-5bn.\n"))
    assert main(["figures", "-", "--format", "json"]) == 0
    first, second, third = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first == [
        {"value": "100/3", "low": None, "high": None, "unit": "%", "qualifier": "over", "sig": None}
        | {"start": 5, "end": 12, "text": "a third"},
        {"value": "45000000", "low": None, "high": None, "unit": "GBP", "qualifier": "none", "sig": 2}
        | {"start": 16, "end": 20, "text": "£45m"},
    ]
    assert second == []
    assert third == [
        {"value": None, "low": "4000000000", "high": "5000000000", "unit": "USD", "qualifier": "between", "sig": [1, 1]}
        | {"start": 8, "end": 14, "text": "$4-5bn"}
    ]


def test_table_names_each_figure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "It paid up to 12.50 euros.", "Nothing here."]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[2] == ["12.50", "euros", "12.5", "EUR", "at-most", "4", "14–25"]
    assert lines[-1] == ["no", "figures"]
