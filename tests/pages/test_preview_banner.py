"""The banner of a preview: what it shows where there are very many problems."""

from __future__ import annotations

from factreport.model.place import Place
from factreport.model.problem import Problem, Severity
from factreport.pages.preview import MOST_SHOWN, grouped, page_problems


def test_the_gravest_come_first_and_of_very_many_the_first_are_shown() -> None:
    notices = [Problem(Place("a.md", line), "unused", "Not used.", Severity.NOTICE) for line in range(1, 400)]
    error = Problem(Place("b.md"), "broken", "Broken.")
    errors, of_notices = grouped(page_problems((*notices, error), "claims/a/"))
    assert [one.problem for one in errors.problems] == [error]
    assert errors.more == 0
    assert of_notices.heading == "399 notices"
    assert [one.problem for one in of_notices.problems] == notices[:MOST_SHOWN]
    assert of_notices.more == 399 - MOST_SHOWN
