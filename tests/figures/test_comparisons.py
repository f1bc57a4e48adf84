"""Golden comparisons of figures as they are printed: one case a mapping in `tests/cases/compare/`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from factreport.figures.compare import compare
from factreport.figures.exact import fraction_of
from factreport.figures.exchange import Exchange
from factreport.figures.meaning import amount_of
from factreport.figures.rates import Rates
from factreport.figures.read import read_figures
from factreport.figures.stated_rate import parse_rate
from factreport.rules.quantities import date_note

FOLDER = Path(__file__).parents[1] / "cases" / "compare"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(FOLDER.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
MIRRORED = {"a": "b", "b": "a", None: None}
RATES = Rates.shipped()


def exchange(case: dict[str, Any], original: Any) -> Exchange:
    first, last = case.get("day", case.get("from")), case.get("day")
    assert first is None or isinstance(first, date)
    also = tuple(amount_of(one) for text in case.get("also", ()) for one in read_figures(text))
    stated = (parse_rate(case["rate"]),) if "rate" in case else ()
    return Exchange(RATES, first, last, stated=stated, original=original, also=also)


@pytest.mark.parametrize("case", CASES)
def test_a_comparison_is_as_expected(case: dict[str, Any]) -> None:
    a, b = (next(iter(read_figures(case[side])), None) for side in ("a", "b"))
    found = compare(a, b, exchange=exchange(case, case.get("original")))
    for name, wanted in case["expect"].items():
        value = getattr(found, name)
        assert (fraction_of(wanted) if isinstance(wanted, str) and name == "gap" else wanted) == value, name
    for day, kind in case.get("days", {}).items():
        assert {entry.day: entry.kind for entry in found.by_date}[day] == kind
    assert case.get("note", "").lower() in " ".join(found.notes).lower()
    assert "no_note" not in case or case["no_note"].lower() not in " ".join(found.notes).lower()
    assert " ".join(case.get("working", "").split()) in "\n".join(found.working)


@pytest.mark.parametrize("case", CASES)
def test_the_other_way_round_is_the_mirror_image(case: dict[str, Any]) -> None:
    a, b = (next(iter(read_figures(case[side])), None) for side in ("a", "b"))
    there = compare(a, b, exchange=exchange(case, case.get("original")))
    back = compare(b, a, exchange=exchange(case, MIRRORED[case.get("original")]))
    for name in ("kind", "size", "gap_share", "qualifiers_differ", "soft", "date_dependent", "far_from_limit"):
        assert getattr(there, name) == getattr(back, name), name
    assert MIRRORED[there.stronger] == back.stronger
    assert (there.a_sets, there.b_sets) == (back.b_sets, back.a_sets)
    assert (there.scale_slip or 0) == -(back.scale_slip or 0)
    assert [(one.day, one.kind) for one in there.by_date] == [(one.day, one.kind) for one in back.by_date]
    assert there.fixings == back.fixings


@pytest.mark.parametrize("case", CASES)
def test_no_word_of_the_machine_reaches_readers(case: dict[str, Any]) -> None:
    a, b = (next(iter(read_figures(case[side])), None) for side in ("a", "b"))
    found = compare(a, b, exchange=exchange(case, case.get("original")))
    said = " ".join((*found.notes, *found.working)).lower()
    for word in ("tight", "loose", "severe", "material", "lattice", "span", "step", "fraction("):
        assert word not in said


def test_of_many_days_only_those_are_written_out_that_tell_something() -> None:
    a, b = read_figures("40 billion yuan")[0], read_figures("£4.4bn")[0]
    found = compare(a, b, exchange=Exchange(RATES, date(2025, 1, 1), date(2025, 3, 31), original="a"))
    assert len(found.by_date) > 60
    lines = [line for line in found.working if "was printed" in line]
    assert 2 <= len(lines) <= 2 + len({entry.kind for entry in found.by_date})
    assert any(" days from " in note for note in found.notes)
    assert date_note(found) == ("Depends on the exchange date: the working shows some of the days that are possible.",)


def test_the_fixings_that_were_used_give_the_same_result_alone() -> None:
    case = next(param.values[0] for param in CASES if "without a date" in str(param.id))
    assert isinstance(case, dict)
    a, b = (next(iter(read_figures(case[side]))) for side in ("a", "b"))
    asked = exchange(case, "a")
    first = compare(a, b, exchange=asked)
    pins = {(one.day, one.currency): one.digits for one in first.fixings}
    assert {currency for _day, currency in pins} == {"CNY", "GBP", "USD"}, "the chain by way of dollars is in them"
    assert compare(a, b, exchange=replace(asked, rates=Rates.from_fixings(pins))) == first
    used = Rates.shipped()
    compare(a, b, exchange=replace(asked, rates=used))
    assert compare(a, b, exchange=replace(asked, rates=Rates.from_fixings(used.used()))) == first
