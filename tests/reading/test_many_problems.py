"""Ten broken files with three mistakes each: thirty messages in one run, each with its line and column."""

from __future__ import annotations

from pathlib import Path

from factreport.reading.content import read_content

HERE = Path(__file__).parent / "thirty"


def test_thirty_messages_in_one_run(*, update_golden: bool) -> None:
    problems = read_content(HERE / "content", root=HERE).problems
    printed = "".join(f"{problem}\n" for problem in problems)
    expected = HERE / "expected.txt"
    if update_golden:
        expected.write_text(printed, encoding="utf-8")
    assert printed == expected.read_text(encoding="utf-8")
    assert len(problems) == 30
    assert len({problem.place.path for problem in problems}) == 10
