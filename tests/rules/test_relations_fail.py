"""What goes wrong while a relation is worked out: a reason for readers, or a mistake of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.rules.files import content_of

from factreport.figures.arithmetic import NotComputableError
from factreport.pipeline import run
from factreport.rules import relations

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.settings import Settings


def settings(folder: Path) -> Settings:
    claim = {
        "figures": {"amount": "The amount", "part": "A part", "rest": "The rest"},
        "relations": {"parts": {"label": "The sum", "sum": ["part", "rest"], "against": "amount"}},
    }
    cites = [
        {"source": "agency", "states": {name: text}, "noted": text}
        for name, text in (("amount", "$12 billion"), ("part", "$5 billion"), ("rest", "$7 billion"))
    ]
    source = {"knows": "own", "published": "2025-01-21"}
    return content_of({"sources": {"agency": source}, "cites": cites, "claim": claim}, folder)


def failing(error: Exception) -> object:
    def fail(*_arguments: object, **_options: object) -> object:
        raise error

    return fail


def test_figures_that_cannot_be_added_are_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [finding.rule for finding in run(settings(tmp_path)).report.findings]
    assert "adds-up" in found
    monkeypatch.setattr(relations, "check_total", failing(NotComputableError("They have no unit.")))
    assert "adds-up" not in [finding.rule for finding in run(settings(tmp_path)).report.findings]


def test_a_mistake_of_the_program_hides_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relations, "check_total", failing(ValueError("list.index(x): x not in list")))
    with pytest.raises(ValueError, match=r"list\.index"):
        run(settings(tmp_path))
