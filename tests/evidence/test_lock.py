"""The lock remembers what was proved, is written the same every time, and is never trusted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factreport.evidence.examine import examine
from factreport.evidence.lock import Lock, LockedQuotation, LockedSource, lock_text
from factreport.evidence.lock_reader import parse_lock, read_lock
from factreport.evidence.lock_writer import write_lock
from factreport.evidence.snapshots import Snapshots
from factreport.figures.rates import Fixing

if TYPE_CHECKING:
    from pathlib import Path

    from tests.evidence.conftest import Factory

    from factreport.model.content import Content

PATH = "content/evidence.lock"
TODAY, LATER = date(2026, 3, 1), date(2026, 4, 1)
TEXT = "The firm will spend £4.4 billion on chips.\n\nIt called the “plan” wrong.\n"
NOWHERE = Snapshots(None)


def content(make: Factory, quote: str = "will spend £4.4 billion", *, here: bool = True) -> Content:
    return make.content(
        make.source("daily", TEXT, here=here),
        make.claim(
            "chips",
            make.citation("daily", quote),
            make.citation("daily", 'It called the "plan" wrong', identity="daily-reply"),
            make.citation("daily", omits=("yuan",), identity="daily-yuan"),
        ),
    )


def locked(make: Factory, text: Content | None = None, previous: Lock | None = None, today: date = TODAY) -> str:
    text = text or content(make)
    previous = previous or Lock(PATH)
    return write_lock(text, examine(text, make.snapshots, previous), previous, today)


def test_the_lock_reads_as_a_review(make: Factory) -> None:
    text = locked(make)
    block = yaml.load(text, yaml.BaseLoader)["sources"]["daily"]  # noqa: S506 - text only
    assert block["length"] == str(len(TEXT))
    assert block["captured"] == "unknown"
    entries = block["quotations"]
    assert list(entries) == ["chips/daily-figure", "chips/daily-reply", "chips/daily-yuan"]
    shown = {
        name: {key: value for key, value in entry.items() if key not in {"quotation", "seal"}}
        for name, entry in entries.items()
    }
    start = TEXT.index("It called")
    assert shown == {
        "chips/daily-figure": {"start": "9", "end": "32", "match": "exact", "occurrences": "1", "proved": "2026-03-01"},
        "chips/daily-reply": {
            "start": str(start), "end": str(start + 26), "match": "typographic", "occurrences": "1",
            "proved": "2026-03-01",
        },
        "chips/daily-yuan": {"start": "0", "end": "0", "match": "absent", "occurrences": "0", "proved": "2026-03-01"},
    }  # fmt: skip


def test_what_is_written_is_read_back(make: Factory) -> None:
    text = locked(make)
    lock = parse_lock(text, PATH)
    assert lock.problems == ()
    assert lock_text(lock.sources.values(), lock.fixings) == text


def test_the_day_of_the_first_proof_is_kept(make: Factory) -> None:
    first = locked(make)
    again = locked(make, previous=parse_lock(first, PATH), today=LATER)
    assert again == first


def test_changed_words_are_proved_anew(make: Factory) -> None:
    first = parse_lock(locked(make), PATH)
    changed = content(make, "spend £4.4 billion on")
    entries = parse_lock(locked(make, changed, first, LATER), PATH).sources["daily"].quotations
    assert [entry.proved for entry in entries] == [LATER, TODAY, TODAY]


def test_a_changed_snapshot_is_proved_anew(make: Factory) -> None:
    first = parse_lock(locked(make), PATH)
    text = content(make)
    other = make.source("daily", TEXT + "More.\n")
    entries = parse_lock(locked(make, replace(text, sources=(other,)), first, LATER), PATH).sources["daily"].quotations
    assert {entry.proved for entry in entries} == {LATER}


def test_what_only_the_lock_proves_is_kept_without_snapshots(make: Factory) -> None:
    first = locked(make)
    lock = parse_lock(first, PATH)
    text = content(make)
    assert write_lock(text, examine(text, NOWHERE, lock), lock, LATER) == first


def test_what_is_no_longer_cited_is_gone(make: Factory) -> None:
    first = parse_lock(locked(make), PATH)
    empty = make.content(make.source("daily", TEXT))
    assert parse_lock(locked(make, empty, first), PATH).sources == {}


def test_fixings_are_kept_or_replaced(make: Factory) -> None:
    fixing = Fixing(date(2025, 1, 21), "CNY", "7.5803")
    text = content(make)
    evidence = examine(text, make.snapshots, Lock(PATH))
    with_fixing = write_lock(
        text, evidence, Lock(PATH), TODAY, [fixing, Fixing(date(2025, 1, 20), "GBP", "0.8450", 'a "b"')]
    )
    lock = parse_lock(with_fixing, PATH)
    assert lock.problems == ()
    assert [(entry.day.day, entry.currency, entry.digits, entry.source) for entry in lock.fixings] == [
        (20, "GBP", "0.8450", 'a "b"'),
        (21, "CNY", "7.5803", "ECB"),
    ]
    assert write_lock(text, evidence, lock, TODAY) == with_fixing
    assert "7.5803" not in write_lock(text, evidence, lock, TODAY, [])


def test_a_missing_lock_is_empty(tmp_path: Path) -> None:
    lock = read_lock(tmp_path / "evidence.lock", PATH)
    assert (lock.sources, lock.fixings, lock.problems) == ({}, (), ())


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("start: 9", "start: 10", 10),
        ("end: 32", "end: 33", 10),
        ("proved: 2026-03-01", "proved: 2026-02-01", 10),
        ("match: exact", "match: typographic", 10),
        ("length: ", "length: 1", 10),
        ("occurrences: 1", "occurrences: 2", 10),
        ("chips/daily-figure", "chips/daily-other", 10),
        ("rate: 7.5803", "rate: 7.5804", 35),
    ],
)
def test_an_edit_by_hand_is_seen(make: Factory, old: str, new: str, line: int) -> None:
    text = content(make)
    fixing = Fixing(date(2025, 1, 21), "CNY", "7.5803")
    good = write_lock(text, examine(text, make.snapshots, Lock(PATH)), Lock(PATH), TODAY, [fixing])
    assert old in good
    problems = parse_lock(good.replace(old, new, 1), PATH).problems
    assert {problem.code for problem in problems} == {"edited-lock"}
    assert problems[0].place.line == line
    assert len(problems) == (3 if "length" in old else 1)


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("version: 1", "version: 2", "3:1", "version 2"),
        ("version: 1\n", "", "1:1", "does not say its version"),
        ("start: 9", "start: nine", "12:9", "“nine” is no whole number"),
        ("start: 9", "start: -9", "12:9", "no whole number"),
        ("start: 9", "start: 40", "10:7", "outside its snapshot"),
        ("        start: 9\n", "", "10:7", "“start” is missing"),
        ("        start: 9\n", "        start: 9\n        start: 9\n", "13:9", "“start” stands here twice"),
        ("        start: 9\n", "        start: 9\n        stop: 9\n", "13:9", "“stop” does not belong here"),
        ("        start: 9\n", "       start: 9\n", "12:1", "is not one that"),
        ("        start: 9\n", "<<<<<<< HEAD\n        start: 9\n", "12:1", "conflict mark “<<<<<<<”"),
        ("match: exact", "match: fuzzy", "14:9", "“fuzzy” is no match class"),
        ("snapshot: sha256:", "snapshot: md5:", "6:5", "no SHA-256"),
        ("proved: 2026-03-01", "proved: yesterday", "16:9", "“yesterday” is no date"),
        ("fixings:\n", "fixings:\n  CNY: 7.58\n", "35:3", "is not one that"),
        ("sources:\n", "sources:\n    deep: 1\n", "5:1", "is not one that"),
        ("fixings:", "rates:", "34:1", "“rates” does not belong here"),
    ],
)
def test_damage_is_placed(make: Factory, old: str, new: str, place: str, words: str) -> None:
    good = locked(make)
    assert old in good
    problems = parse_lock(good.replace(old, new, 1), PATH).problems
    assert {problem.code for problem in problems} == {"damaged-lock"}
    assert [
        problem.message for problem in problems if str(problem.place) == f"{PATH}:{place}" and words in problem.message
    ]


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "evidence.lock").write_bytes(b"\xff\xfe")
    (problem,) = read_lock(tmp_path / "evidence.lock", PATH).problems
    assert problem.code == "damaged-lock"


HASHES = st.integers(0, 3).map(lambda number: f"{number:064x}")
ENTRIES = st.tuples(
    st.sampled_from(["a/x", "a/y", "b/x", "c/long-name"]),
    HASHES,
    st.integers(0, 5),
    st.integers(5, 9),
    st.sampled_from(["exact", "typographic", "absent"]),
    st.integers(0, 9),
    st.dates(),
).map(lambda values: LockedQuotation(*values))
BLOCKS = st.tuples(
    st.sampled_from(["one", "two", "three"]),
    HASHES,
    st.integers(9, 99),
    st.sampled_from(["unknown", "2026-01-02", "on or after 2025-01-20"]),
    st.lists(ENTRIES, max_size=3, unique_by=lambda entry: entry.key).map(tuple),
).map(lambda values: LockedSource(*values))


@given(st.lists(BLOCKS, max_size=3, unique_by=lambda block: block.slug))
def test_any_lock_is_read_back_in_one_form(blocks: list[LockedSource]) -> None:
    text = lock_text(blocks, ())
    lock = parse_lock(text, PATH)
    assert lock.problems == ()
    assert lock_text(reversed(list(lock.sources.values())), ()) == text


@given(st.text() | st.text(st.sampled_from("ab:/ -\n#{}<>1")))
def test_any_text_is_a_lock_or_a_problem(text: str) -> None:
    lock = parse_lock(text, PATH)
    assert lock.problems or not text.strip() or "version: 1" in text or text.lstrip().startswith("#")
    parse_lock(f"version: 1\nsources:\n{text}", PATH)


def test_a_file_that_is_no_lock_is_told_once() -> None:
    assert [problem.message for problem in parse_lock("no lock {\n", PATH).problems] == [
        "This line is not one that `factreport verify` writes."
    ]
