"""Signs of a common origin: shared words, rounding and errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.evidence.common_origin import (
    SharedSign,
    Sign,
    shared_error,
    shared_rounding,
    shared_wording,
    signs_of_common_origin,
)
from factreport.evidence.origins import resolve_origins
from factreport.figures.statements import parse_statement
from factreport.model.claim import FigureReference, Statement
from factreport.model.source import Knows
from factreport.model.value import Quantity

if TYPE_CHECKING:
    from tests.evidence.conftest import Factory

FIGURE = FigureReference("plan", "sum")


def quantity(text: str) -> Quantity:
    return Quantity(*parse_statement(text))


def states(text: str) -> Statement:
    return Statement(FIGURE, text, quantity(text))


def test_long_runs_of_words_are_shared() -> None:
    first = "Beijing asked firms to source at least 30% of their chips at home, it said"
    second = "The firms “To source at least 30% of their chips at home” was the aim"
    assert shared_wording(first, second) == ("firms to source at least 30% of their chips at home",)
    assert shared_wording("declined to comment on the matter", "She declined to comment on the matter.") == ()


def test_a_currency_sign_is_a_word() -> None:
    first, second = "will spend in all over $12 billion in that year", "will spend in all over £12 billion in that year"
    assert shared_wording(first, second) == ()
    assert shared_wording(first, second, least=5) == ("will spend in all over", "12 billion in that year")


def test_the_same_fine_conversion_is_shared_rounding() -> None:
    agency, copy = quantity("40 billion yuan ($5.50 billion)"), quantity("40 billion yuan ($5.50 billion)")
    shared = shared_rounding(agency, copy)
    assert shared is not None
    assert shared.text == "$5.50 billion"
    for other in (
        "40 billion yuan ($5.5 billion)",
        "40 billion yuan (£5.50 billion)",
        "41 billion yuan ($5.50 billion)",
    ):
        assert shared_rounding(agency, quantity(other)) is None


def test_two_digits_are_no_sign() -> None:
    assert (
        shared_rounding(quantity("40 billion yuan ($5.5 billion)"), quantity("40 billion yuan ($5.5 billion)")) is None
    )


def test_the_same_wrong_digits_are_a_shared_error() -> None:
    shared = shared_error(quantity("about $13bn"), quantity("$13 billion"), quantity("$12 billion"))
    assert shared is not None
    assert shared.text == "$13bn"
    assert shared_error(quantity("$12 billion"), quantity("$12 billion"), quantity("over $12 billion")) is None
    assert shared_error(quantity("$13 billion"), quantity("$14 billion"), quantity("$12 billion")) is None
    assert shared_error(quantity("£13 billion"), quantity("£13 billion"), quantity("$12 billion")) is None


def test_signs_of_a_claim(make: Factory) -> None:
    content = make.content(
        make.source("paper", knows=Knows.OWN),
        make.source("blog", credits=("paper",)),
        make.source("portal", credits=("paper",)),
        make.claim(
            "plan",
            make.citation("paper", None, states("$12 billion"), noted="$12 billion"),
            make.citation("portal", "it is set to spend a record $13 billion abroad", states("$13 billion")),
            make.citation("blog", "The firm is set to spend a record $13 billion", states("$13 billion")),
        ),
    )
    assert signs_of_common_origin(content, resolve_origins(content)) == (
        SharedSign(Sign.WORDING, "plan", "blog", "portal", "is set to spend a record $13 billion"),
        SharedSign(Sign.ERROR, "plan", "blog", "portal", "$13 billion", FIGURE),
    )
