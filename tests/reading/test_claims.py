"""What a claim file says, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factreport.figures.exact import fraction_of
from factreport.model.claim import Expression, FigureReference, Operation
from factreport.model.place import Place
from factreport.model.value import (
    DateValue,
    Meaning,
    Names,
    Omission,
    Position,
    Quantity,
    Reply,
    Responses,
    Stance,
    Wording,
)

if TYPE_CHECKING:
    from tests.reading.conftest import Desk

    from factreport.model.claim import Statement

FIGURES = """figures:
  cost: Cost of the bridge
  start: {label: When work begins, kind: date}
  makers: {label: Who builds, kind: names}
  replies: {label: Who replied, kind: responses}
  stance: {label: Whether it is planned, kind: position}
  words: {label: The wording, kind: wording}
citations:
"""


def statement(desk: Desk, citation: str) -> Statement:
    """Read a claim with one citation of one statement."""
    claim = desk.read_claim(f"{FIGURES}  - source: gazette\n{citation}")
    (citation_read,) = claim.citations
    (found,) = citation_read.statements
    return found


def test_the_one_figure_of_a_quotation_is_its_statement(desk: Desk) -> None:
    found = statement(desk, "    figure: cost\n    quote: it will spend over 40 billion yuan ($5.5 billion) on it\n")
    assert isinstance(found.value, Quantity)
    assert found.value.figure.text == "40 billion yuan"
    assert [one.text for one in found.value.conversions] == ["$5.5 billion"]
    assert found.text == ""
    assert found.keys == ("citations", 0, "quote")


def test_a_written_statement_keeps_its_text(desk: Desk) -> None:
    found = statement(desk, "    states: {cost: over $12 million}\n    quote: over $12 million and 60% of it\n")
    assert isinstance(found.value, Quantity)
    assert found.value.figure.numeral.value == 12_000_000
    assert found.text == "over $12 million"
    assert found.keys == ("citations", 0, "states", "cost")


def test_figures_are_read_from_a_translation(desk: Desk) -> None:
    found = statement(desk, "    figure: cost\n    quote: 支出為120億美元\n    translation: spending is $12 billion\n")
    assert isinstance(found.value, Quantity)
    assert found.value.figure.text == "$12 billion"
    assert found.keys == ("citations", 0, "translation")


def test_what_the_claim_says_tells_which_figure_fits(desk: Desk) -> None:
    claim = desk.read_claim(
        "figures:\n  share: {label: The state's part, claimed: 60%}\ncitations:\n"
        "  - source: gazette\n    figure: share\n    quote: $12 million, about 60% from the state\n"
    )
    value = claim.citations[0].statements[0].value
    assert isinstance(value, Quantity)
    assert value.figure.text == "60%"
    assert claim.figures[0].claimed_text == "60%"


@pytest.mark.parametrize(
    ("citation", "text", "value"),
    [
        (
            "    states: {makers: [Huawei, Cambricon]}\n    noted: x\n",
            "Huawei, Cambricon",
            Names(("Huawei", "Cambricon")),
        ),
        (
            "    states: {replies: {Mayor: declined}}\n    noted: x\n",
            "Mayor: declined",
            Responses((("Mayor", Reply.DECLINED),)),
        ),
        ("    states: {stance: denies}\n    noted: x\n", "denies", Position(Stance.DENIES)),
        ("    figure: stance\n    noted: asserts\n", "asserts", Position(Stance.ASSERTS)),
        ("    figure: words\n    quote: the new bridge\n", "", Wording("the new bridge")),
        ("    states: {words: a bridge}\n    quote: a new bridge\n", "a bridge", Wording("a bridge")),
        (
            "    states: {words: {meaning: other}}\n    quote: a new bridge\n",
            "",
            Wording("a new bridge", Meaning.OTHER),
        ),
        ("    figure: cost\n    omits: [million, billion]\n", "", Omission(("million", "billion"))),
    ],
)
def test_statements_by_kind(desk: Desk, citation: str, text: str, value: object) -> None:
    found = statement(desk, citation)
    assert (found.text, found.value) == (text, value)


@pytest.mark.parametrize("words", ["noted: in 2025", "quote: begin in 2025"])
def test_dates(desk: Desk, words: str) -> None:
    found = statement(desk, f"    figure: start\n    {words}\n")
    assert isinstance(found.value, DateValue)
    assert (found.value.preposition, found.value.days.text) == ("in", "2025")


def test_names_of_citations_come_from_what_they_say(desk: Desk) -> None:
    same = "  - source: gazette\n    figure: cost\n    noted: $12 million\n"
    claim = desk.read_claim(
        f"{FIGURES}{same}    where: headline\n{same}{same}{same}"
        "  - source: courier\n    states: {cost: $12 million, start: in 2025}\n    noted: both\n"
        "  - source: courier\n    noted: nothing of this\n"
    )
    assert [citation.identity for citation in claim.citations] == [
        "gazette-cost",
        "gazette-cost-body",
        "gazette-cost-body-2",
        "gazette-cost-body-3",
        "courier-cost-start",
        "courier",
    ]


def test_a_figure_of_another_claim_may_be_stated(desk: Desk) -> None:
    desk.claim("figures:\n  depth: {label: Depth, kind: names}\n", slug="tunnel")
    claim = desk.read_claim(
        f"{FIGURES}  - source: gazette\n    states: {{cost: $12 million, tunnel.depth: [deep]}}\n    noted: both\n"
    )
    own, other = claim.citations[0].statements
    assert own.figure == FigureReference("bridge", "cost")
    assert other.figure == FigureReference("tunnel", "depth")
    assert other.value == Names(("deep",))
    assert claim.citations[0].identity == "gazette-cost-tunnel-depth"


def test_claims_may_state_figures_of_each_other(desk: Desk) -> None:
    for slug, other in (("bridge", "tunnel"), ("tunnel", "bridge")):
        desk.claim(
            "figures:\n  cost: Cost\ncitations:\n"
            f"  - source: gazette\n    states: {{cost: $1 million, {other}.cost: $2 million}}\n    noted: both\n",
            slug=slug,
        )
    assert desk.codes() == []


def test_relations(desk: Desk) -> None:
    desk.claim("figures:\n  cost: Cost of the tunnel\n", slug="tunnel")
    claim = desk.read_claim(
        f"{FIGURES}  - source: gazette\n    figure: cost\n    noted: $12 million\n"
        "relations:\n  parts:\n    label: Both\n"
        "    sum: [cost, tunnel.cost, {portion: [cost, cost]}]\n    against: cost\n"
        "  implied: {label: Rate, rate: cost}\n"
    )
    parts, implied = claim.relations
    bridge, tunnel = FigureReference("bridge", "cost"), FigureReference("tunnel", "cost")
    assert parts.expression == Expression(
        Operation.SUM, (bridge, tunnel, Expression(Operation.PORTION, (bridge, bridge)))
    )
    assert parts.against == bridge
    assert implied.expression == Expression(Operation.RATE, (bridge,))


def test_a_printed_exchange_rate(desk: Desk) -> None:
    claim = desk.read_claim(
        f"{FIGURES}  - source: gazette\n    figure: cost\n    noted: $12 million\n    rate: 7.2712 yuan per dollar\n"
    )
    rate = claim.citations[0].rate
    assert rate is not None
    assert (rate.value, rate.step) == (fraction_of("7.2712"), fraction_of("0.0001"))
    assert (rate.unit, rate.per) == ("CNY", "USD")


def test_places_of_values_are_found_when_asked(desk: Desk) -> None:
    claim = desk.read_claim(f'{FIGURES}  - source: gazette\n    figure: cost\n    quote: "it costs $12 million"\n')
    assert claim.place("citations", 0, "quote") == Place("content/claims/bridge.md", 18, 12)
    assert claim.place("citations", 0, "where") == Place("content/claims/bridge.md", 16, 5)
    assert claim.place() == Place("content/claims/bridge.md", 1, 1)


def test_two_explanations_one_by_name_and_one_beside_its_statement(desk: Desk) -> None:
    claim = desk.read_claim(
        f"{FIGURES}  - source: gazette\n    figure: cost\n    noted: $12 million\n    why: {{cause: rounding}}\n"
        "explanations:\n  cost/courier~gazette/conflict: {cause: unknown, sure: no, note: Nobody knows.}\n"
    )
    beside = claim.citations[0].why
    assert beside is not None
    assert (beside.finding, beside.sure) == (None, True)
    assert claim.explanations[0].finding == "cost/courier~gazette/conflict"
    assert not claim.explanations[0].sure
