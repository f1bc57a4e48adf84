"""Reasons that no reader would see are told to the editor who wrote them, each with what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.rules.files import content_of

from factreport.pipeline import run
from factreport.rules.problem_kinds import STALE_EXPLANATION

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = {
    "agency": {"knows": "own", "published": "2025-01-21"},
    "paper": {"knows": "own", "published": "2025-01-22"},
}
WHY = {"cause": "rounding", "note": "They round."}
# Another mapping: YAML would write the same one a second time as an alias.
OTHER = {"cause": "scope", "note": "They count otherwise."}
TWELVE = {"source": "agency", "noted": "$12 billion"}
TWENTY = {"source": "paper", "noted": "$20 billion"}


def messages(folder: Path, cites: list[dict[str, Any]], **claim: Any) -> list[str]:
    settings = content_of({"sources": SOURCES, "cites": cites, "claim": claim}, folder)
    return [problem.message for problem in run(settings).report.problems if problem.code == STALE_EXPLANATION.code]


def test_a_reason_that_is_shown_is_none_of_them(tmp_path: Path) -> None:
    assert messages(tmp_path, [TWELVE, {**TWENTY, "why": WHY}]) == []


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        ([{**TWELVE, "why": WHY}], "differ from no other"),
        ([TWELVE, {**TWENTY, "noted": "$12 billion", "why": WHY}], "differ from no other"),
        ([{**TWELVE, "why": WHY}, TWENTY], "that the others are compared with"),
        ([TWELVE, {"source": "paper", "quote": "It will be dear", "states": {}, "why": WHY}], "states no figure"),
        (
            [
                TWELVE,
                {**TWELVE, "noted": "$13 billion", "why": WHY},
                {**TWELVE, "noted": "$14 billion", "why": OTHER},
            ],
            "“amount/agency/within-source” has another one, on line 19",
        ),
    ],
)
def test_a_reason_that_explains_nothing(cites: list[dict[str, Any]], expected: str, tmp_path: Path) -> None:
    (message,) = messages(tmp_path, cites)
    assert expected in message


def test_a_reason_by_name_stands_before_one_beside_the_statement(tmp_path: Path) -> None:
    by_name = {"amount/agency~paper/conflict": OTHER}
    (message,) = messages(tmp_path, [TWELVE, {**TWENTY, "why": WHY}], explanations=by_name)
    assert message == "This reason is not shown: “amount/agency~paper/conflict” has another one, on line 24."


def test_a_name_of_statements_that_agree_has_no_reason(tmp_path: Path) -> None:
    by_name = {"amount/agency~paper/same": WHY}
    assert len(messages(tmp_path, [TWELVE, {**TWENTY, "noted": "$12 billion"}], explanations=by_name)) == 1
