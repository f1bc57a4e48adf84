"""Records become JSON and come back as they were; anything else is refused."""

from __future__ import annotations

import datetime as dt
import json
import sys
from datetime import date
from typing import Any

import pytest

from factreport.building.codec import decode, encode
from factreport.figures.comparison import Size
from factreport.model.days import Days
from factreport.model.kept_record import KeptRecord
from factreport.model.place import Place, WholeFile, Written
from factreport.model.problem import Problem, Severity
from factreport.model.scale import Grade, Look
from factreport.report.cards import Difference, DifferenceSide, ListedDifference
from factreport.rules.finding import FindingState

MAY = Days(date(2025, 5, 1), date(2025, 5, 31), "2025-05")
RECORDS = (
    MAY,
    Days(None, None, "unknown"),
    Grade("disputed", "Disputed", Look.DISPUTED, "Sources differ.", 3),
    Grade("open", "Open", Look.CANNOT_BE_SETTLED, "Nobody knows."),
    Problem(Place("content/claims/a.md", 3, 9), "no-copy", "Words not checked.", Severity.NOTICE, "Take a copy."),
    ListedDifference("a", 0, Size.SEVERE, FindingState.OPEN, (0, -4, -0.1, 10, "a.cost", "cost/x~y/conflict")),
    ListedDifference(
        "a", 1, None, FindingState.EXPLAINED, (1, 0, -sys.float_info.max, 10, "a.cost", "cost/x~z/conflict")
    ),
    Difference(
        *("a", "A cost", "f-cost", "cost", "Conflict", "X prints 1, Y 2.", "twice"),
        *(Size.SEVERE, FindingState.OPEN, None),
        same_origin=False,
        sides=(DifferenceSide("X", "1"), DifferenceSide("Y", "“2”")),
    ),
)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_comes_back_as_it_was(record: object) -> None:
    assert decode(encode(record), type(record)) == record


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Days, ["2025-05-01", "2025-05-31"]),
        (Days, ["2025-05-01", "2025-05-31", "2025-05", "more"]),
        (Days, ["some day", None, "2025-05"]),
        (Grade, ["open", "Open", "no such look", "Nobody knows.", None]),
        (ListedDifference, ["a", 0, None, "open", [0, -4, -0.1, 10, "a.cost"]]),
        (ListedDifference, {"claim": "a"}),
        (ListedDifference, None),
    ],
)
def test_what_has_another_form_is_refused(kind: Any, data: Any) -> None:
    with pytest.raises(ValueError, match=r"Expected|Invalid"):
        decode(json.dumps(data).encode(), kind)


def test_what_is_no_data_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="truncated"):
        decode(b"[null", Days)
    with pytest.raises(TypeError, match="no way to write"):
        encode(object())


class _Shadowing(KeptRecord, frozen=True):
    """Types that JSON does not know, one of them the name of a field."""

    date: dt.date
    written: Written
    other: Written | None


def test_dates_and_files_are_texts() -> None:
    record = _Shadowing(date(2025, 5, 1), Written("a.md", WholeFile("a.md")), None)
    assert json.loads(encode(record)) == ["2025-05-01", "a.md", None]
    assert decode(encode(record), _Shadowing) == record


def test_numbers_may_be_of_any_size() -> None:
    assert decode(encode([10**30, -(10**30)]), list[int]) == [10**30, -(10**30)]
