"""Nothing may be stated that the cited words do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factreport.evidence.edges import CutFigure, cut_figures
from factreport.evidence.examine import examine
from factreport.evidence.lock import Lock
from factreport.evidence.snapshots import Snapshots
from factreport.figures.statements import parse_statement
from factreport.model.claim import Citation, FigureReference, Statement
from factreport.model.problem import Severity
from factreport.model.value import DateValue, Names, Quantity, Reply, Responses, Wording
from factreport.reading.days import parse_days

if TYPE_CHECKING:
    from tests.evidence.conftest import Factory

    from factreport.model.value import Value

FIGURE = FigureReference("chips", "sum")


def codes(make: Factory, *citations: Citation) -> list[str]:
    content = make.content(make.source("daily"), make.claim("chips", *citations))
    problems = examine(content, Snapshots(None), Lock()).problems
    for problem in problems:
        assert problem.severity is Severity.NOTICE or problem.hint
    return [problem.code for problem in problems if problem.severity > Severity.NOTICE]


def state(text: str, value: Value) -> Statement:
    return Statement(FIGURE, text, value)


@pytest.mark.parametrize(
    ("stated", "quote", "code"),
    [
        ("over $12 billion", "planning to invest over $12 billion globally", None),
        ("over $12bn", "planning to invest more than $12 billion globally", None),
        ("$12 billion", "planning to invest over $12 billion globally", "qualifier-not-quoted"),
        ("over $12 billion", "a $12 billion investment", "qualifier-not-quoted"),
        ("at least 30%", "over 30% of the chips", "qualifier-not-quoted"),
        ("£12 billion", "a $12 billion investment", "unit-not-quoted"),
        ("12 billion", "a $12 billion investment", "unit-not-quoted"),
        ("$12 million", "a $12 billion investment", "scale-not-quoted"),
        ("$13 billion", "a $12 billion investment", "figure-not-quoted"),
        ("$12 billion", "a large investment", "figure-not-quoted"),
        ("$5.50 billion", "about 40 billion yuan ($5.5 billion)", "digits-not-quoted"),
        ("40 billion yuan ($5.5 billion)", "it set aside 40 billion yuan ($5.5 billion)", None),
        ("40 billion yuan (£4.4 billion)", "it set aside 40 billion yuan ($5.5 billion)", "figure-not-quoted"),
        ("between 10% and 12%", "from 10% to 12% of it", None),
    ],
)
def test_quantities(make: Factory, stated: str, quote: str, code: str | None) -> None:
    statement = state(stated, Quantity(*parse_statement(stated)))
    assert codes(make, make.citation("daily", quote, statement)) == ([code] if code else [])
    assert codes(make, make.citation("daily", noted=quote, statements=(statement,))) == ([code] if code else [])


def test_figures_are_looked_for_in_the_translation(make: Factory) -> None:
    statement = state("40 billion yuan", Quantity(*parse_statement("40 billion yuan")))
    quote, translation = "计划投资400亿元", "plans to invest 40 billion yuan"
    assert codes(make, make.citation("daily", quote, statement, translation=translation)) == []
    assert codes(make, make.citation("daily", quote, statement, translation="plans to invest")) == ["figure-not-quoted"]


def test_what_was_read_from_the_words_is_in_them(make: Factory) -> None:
    statement = state("", Quantity(*parse_statement("$13 billion")))
    assert codes(make, make.citation("daily", "a $12 billion investment", statement)) == []


@pytest.mark.parametrize(
    ("written", "preposition", "quote", "holds"),
    [
        ("2025", "in", "to be spent in 2025", True),
        ("2025", "by", "to be spent in 2025", False),
        ("2025", "", "to be spent in 2025", True),
        ("2024", "in", "to be spent in 2025", False),
        ("2025-01-19", "", "a ban, initially set for January 19, has been delayed", True),
        ("2025-01-19", "", "a ban, initially set for 19th January 2025", True),
        ("2025-01-19", "", "a ban, initially set for January 20", False),
        ("2025-01-19", "", "a ban, initially set for February 19", False),
        ("2025-01", "", "the order of January", True),
        ("2025-01", "", "the order of Jan. 2025", True),
        ("2025-01", "", "the order of this year", False),
        ("2025-01-19", "", "the work began on January 19, 2024", False),
        ("2025-01-19", "", "the work began on 19 January 2024", False),
        ("2025-01-19", "", "In January it sold 19 cars", False),
        ("2025-01-19", "", "on 19 March, and in January", False),
        ("2025-01-19", "", "between January 190 and 200", False),
        ("2025-01-19", "", "on the 19th of January", True),
        ("2025-01-19", "", "on January the 19th", True),
        ("2025-01-19", "", "from 19 to 21 January", True),
        ("2025-01-21", "", "on January 19-21, 2025", True),
        ("2025-01-19", "", "ON JAN. 19, THE BAN", True),
        ("2025-01-19", "", "on 17, 18 and 19 Jan 2025", True),
        ("2025-01", "", "should begin in January 2019", False),
        ("2025-01", "", "should begin on 5 January 2019", False),
        ("2025-01", "", "should begin on 5 January", True),
        ("2026-05", "", "The work may begin soon", False),
        ("2026-05", "", "The work begins in May", True),
        ("2025-03-12", "", "Protesters march past 12 banks", False),
        ("2025-09", "", "begins in Sept. 2025", True),
    ],
)
def test_dates(make: Factory, written: str, preposition: str, quote: str, holds: bool) -> None:  # noqa: FBT001
    text = f"{preposition} {written}".strip()
    statement = state(text, DateValue(parse_days(written), preposition))
    assert codes(make, make.citation("daily", quote, statement)) == ([] if holds else ["date-not-quoted"])


@pytest.mark.parametrize("piece", ["19-", "19–", "1-19 to ", "19th and ", "19, "])
def test_any_number_of_days_in_a_row_is_read(make: Factory, piece: str) -> None:
    """Tried with each of them as the first and as the last, they would take hours: that this ends is the test."""
    statement = state("2025-01-19", DateValue(parse_days("2025-01-19"), ""))
    assert codes(make, make.citation("daily", f"{piece * 10_000}x", statement)) == ["date-not-quoted"]


def test_wordings(make: Factory) -> None:
    quote = "calling the information \u201cincorrect.\u201d"
    assert codes(make, make.citation("daily", quote, state("", Wording('"incorrect."')))) == []
    assert codes(make, make.citation("daily", quote, state("", Wording("inaccurate")))) == ["wording-not-quoted"]


def test_names_stand_in_some_quotation_of_the_source(make: Factory) -> None:
    value = Names(("Huawei", "cambricon", "Nvidia"))
    first = make.citation("daily", "chips from Huawei and Cambricon", state("", value))
    assert codes(make, first) == ["party-not-quoted"]
    second = make.citation("daily", "and Nvidia, too", identity="daily-more")
    assert codes(make, first, second) == []
    other = make.citation("weekly", "and Nvidia, too", identity="weekly-more")
    content = make.content(make.source("daily"), make.source("weekly"), make.claim("chips", first, other))
    problems = examine(content, Snapshots(None), Lock()).problems
    assert "party-not-quoted" in {problem.code for problem in problems}


def test_a_party_that_is_not_mentioned_need_not_be(make: Factory) -> None:
    value = Responses((("Nvidia", Reply.DECLINED), ("TikTok", Reply.NOT_MENTIONED)))
    assert codes(make, make.citation("daily", "Nvidia declined to comment", state("", value))) == []
    other = Responses((("Nvidia", Reply.DECLINED), ("TikTok", Reply.DECLINED)))
    assert codes(make, make.citation("daily", "Nvidia declined to comment", state("", other))) == ["party-not-quoted"]


@pytest.mark.parametrize(
    ("quote", "cut"),
    [
        ("will spend $12", [CutFigure("$12", "$12 million")]),
        ("will spend $12 million", []),
        ("on 3 bridges", []),
    ],
)
def test_cut_figures(quote: str, cut: list[CutFigure]) -> None:
    text = "The town will spend $12 million on 3 bridges. It has 40 others."
    start = text.index(quote)
    assert list(cut_figures(text, ((start, start + len(quote)),))) == cut


def test_figures_cut_at_the_edges_are_told(make: Factory) -> None:
    text = "The town will spend more than $12 million on 3 bridges. It has 40 others."
    content = make.content(
        make.source("daily", text),
        make.claim(
            "chips",
            make.citation("daily", "The town will spend more than $12"),
            make.citation("daily", "$12 million on 3 bridges", identity="daily-more"),
        ),
    )
    problems = examine(content, make.snapshots, Lock()).problems
    assert [(problem.code, problem.place.path.rpartition("#")[2]) for problem in problems[:2]] == [
        ("figure-cut", "citations.0.quote"),
        ("qualifier-cut", "citations.1.quote"),
    ]
