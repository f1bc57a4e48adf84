"""Days as editors write them and as sources print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factreport.reading.days import NotADateError, find_dates, parse_day, parse_days

FORMS = {
    "2025-01-21": (date(2025, 1, 21), date(2025, 1, 21)),
    "2025-02": (date(2025, 2, 1), date(2025, 2, 28)),
    "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
    "2025": (date(2025, 1, 1), date(2025, 12, 31)),
    "on or after 2025-01-20": (date(2025, 1, 20), None),
    "on or before 2025-01-20": (None, date(2025, 1, 20)),
    "on or after 2025-02": (date(2025, 2, 1), None),
    "on or before 2025-02": (None, date(2025, 2, 28)),
    "2025-01-20 to 2025-01-24": (date(2025, 1, 20), date(2025, 1, 24)),
    "2025-01 to 2025-02": (date(2025, 1, 1), date(2025, 2, 28)),
    "unknown": (None, None),
}
IN_ORDER = [
    "on or before 2025-01-20",
    "2025-01-21",
    "2025-01-21 to 2025-01-24",
    "on or after 2025-01-21",
    "2025-01-22",
    "unknown",
]
BROKEN = {
    "2025-02-30": ("28 days", "Look"),
    "2025-13-01": ("no month 13", "Did you mean 2025-01-13?"),
    "2025-00": ("no month 0", "Look"),
    "0000": ("no year 0", "Look"),
    "2025-01-24 to 2025-01-20": ("before its beginning", "earlier day first"),
    "2025-1-5": ("not a date", "2025-01-05"),
    "2025/01/21": ("not a date", "2025-01-21"),
    "21 January 2025": ("not a date", "2025-01-21"),
    "January 21, 2025": ("not a date", "2025-01-21"),
    "Jan 2025": ("not a date", "2025-01"),
    "1/2/2025": ("not a date", "Write 2025-02-01 or 2025-01-02, whichever is meant."),
    "21.1.2025": ("not a date", "Write 2025-01-21."),
    "1-1-2025": ("not a date", "Write 2025-01-01."),
    "31/31/2025": ("not a date", "year-month-day"),
    "2025-21-11": ("no month 21", "Did you mean 2025-11-21?"),
    "2025-31-11": ("no month 31", "Look"),
    "after 2025-03-04": ("not a date", "Write on or after 2025-03-05."),
    "since 2025-03-04": ("not a date", "Write on or after 2025-03-04."),
    "before 2025-03-01": ("not a date", "Write on or before 2025-02-28."),
    "until 2025-03-04": ("not a date", "Write on or before 2025-03-04."),
    "after 2025-02-30": ("not a date", "year-month-day"),
    "before 0001-01-01": ("not a date", "year-month-day"),
    "2025-03-04 - 2025-03-06": ("not a date", "Write 2025-03-04 to 2025-03-06."),
    "2025-03\u20132025-04": ("not a date", "Write 2025-03 to 2025-04."),
    "between 2025-03-04 and 2025-03-06": ("not a date", "Write 2025-03-04 to 2025-03-06."),
    "ca. 2025": ("not a date", "Write what is certain"),
    "c. 2025-03": ("not a date", "Write what is certain"),
    "2025?": ("not a date", "Write what is certain"),
    "yesterday": ("not a date", "year-month-day"),
    "\u0662\u0660\u0662\u0665": ("not a date", "year-month-day"),
}


@pytest.mark.parametrize("text", FORMS)
def test_forms(text: str) -> None:
    days = parse_days(text)
    assert (days.first, days.last) == FORMS[text]
    assert days.text == text


@pytest.mark.parametrize("text", BROKEN)
def test_broken(text: str) -> None:
    reason, hint = BROKEN[text]
    with pytest.raises(NotADateError, match=reason) as caught:
        parse_days(text)
    assert hint in caught.value.hint


def test_one_day_is_not_made_a_bound() -> None:
    with pytest.raises(NotADateError) as caught:
        parse_day("after 2025-03-04")
    assert caught.value.hint == "A day is written year-month-day: 2025-01-21."


@given(st.dates())
def test_every_day_is_read_back(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_days(day.isoformat()).day == day


@given(st.text(max_size=30))
def test_any_text_is_days_or_an_error_with_a_hint(text: str) -> None:
    try:
        days = parse_days(text)
    except NotADateError as error:
        days, hint = None, error.hint
        assert hint
    assert days is None or days.first is None or days.last is None or days.first <= days.last


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("in AI infrastructure in 2023", [("in", "2023")]),
        ("by 2025 it will", [("by", "2025")]),
        ("on January 19, 2025, it", [("on", "January 19, 2025")]),
        ("the 19 January 2025 deadline", [("", "19 January 2025")]),
        ("from 2024 to 2025", [("from", "2024"), ("", "2025")]),
        ("spend 2025.5 or $2,025 or 2025%", []),
        ("model GX-2025", []),
        ("30 February 2025", []),
    ],
)
def test_dates_in_a_sentence(sentence: str, printed: list[tuple[str, str]]) -> None:
    assert [(one.preposition, one.days.text) for one in find_dates(sentence)] == printed


def test_what_is_known_to_the_day_stands_before_what_may_be_later() -> None:
    assert sorted({*IN_ORDER}, key=lambda text: parse_days(text).order) == IN_ORDER
