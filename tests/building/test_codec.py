"""Records become data that JSON can hold, and come back as they were; anything else is refused."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from msgspec import Struct

from factreport.building.codec import decode, encode
from factreport.figures.comparison import Size
from factreport.figures.exact import Fraction
from factreport.model.days import Days
from factreport.model.place import Place
from factreport.model.problem import Problem, Severity
from factreport.model.scale import Grade, Look
from factreport.report.cards import Difference, DifferenceSide, ListedDifference
from factreport.rules.finding import State

MAY = Days(date(2025, 5, 1), date(2025, 5, 31), "2025-05")
RECORDS = (
    MAY,
    Days(None, None, "unknown"),
    Grade("disputed", "Disputed", Look.DISPUTED, "Sources differ.", 3),
    Grade("open", "Open", Look.CANNOT_BE_SETTLED, "Nobody knows."),
    Problem(Place("content/claims/a.md", 3, 9), "no-copy", "Words not checked.", Severity.NOTICE, "Take a copy."),
    ListedDifference("a", 0, Size.SEVERE, State.OPEN, (0, -4, -0.1, 10, "a.cost", "cost/x~y/conflict")),
    ListedDifference("a", 1, None, State.EXPLAINED, (1, 0, float("-inf"), 10, "a.cost", "cost/x~z/conflict")),
    Difference(
        *("a", "A cost", "f-cost", "cost", "Conflict", "X prints 1, Y 2.", "twice", Size.SEVERE, State.OPEN, None),
        same_origin=False,
        sides=(DifferenceSide("X", "1"), DifferenceSide("Y", "“2”")),
    ),
)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_comes_back_as_it_was(record: object) -> None:
    assert decode(type(record), json.loads(json.dumps(encode(record)))) == record


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
    with pytest.raises((ValueError, TypeError, KeyError)):
        decode(kind, data)


def test_equal_grades_are_one() -> None:
    data = ["open", "Open", "disputed", "Nobody knows.", None]
    assert decode(Grade, data) is decode(Grade, list(data))


class _Shadowing(Struct, frozen=True):
    """Fields named like what the compiled functions work with."""

    data: str
    kind: date
    value: tuple[Fraction, ...]
    one: Fraction | None


def test_fields_may_have_any_name() -> None:
    record = _Shadowing("a", date(2025, 5, 1), (Fraction(1, 3), Fraction(2)), None)
    assert decode(_Shadowing, encode(record)) == record
