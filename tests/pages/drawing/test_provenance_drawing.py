"""The provenance drawing: lanes, time, folding, and laws for any tree."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages.drawing import svg
from tests.pages.drawing.samples import CASES, CREDIT, LOCALE, STYLES, source_of

from factreport.model.days import UNKNOWN_DAYS, Days
from factreport.model.source import SourceKind
from factreport.pages.drawing.provenance_drawing import hop_sentence, provenance_drawing
from factreport.pages.drawing.provenance_nodes import MOST_NODES, all_nodes, folded, placed
from factreport.report.records import Hop, OriginSummary, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterable

START = date(2025, 1, 20)


def day(number: int) -> Days:
    that = START + timedelta(days=number)
    return Days(that, that, that.isoformat())


def hop(name: str, published: Days = UNKNOWN_DAYS, *repeats: Hop, **fields: Any) -> Hop:
    given: dict[str, Any] = {"how": "", "inferred": False, "known_only_through": (), "changed": False} | fields
    kind = given.pop("kind", SourceKind.NEWS)
    return Hop(source=source_of(name, published=published, kind=kind), repeats=repeats, **given)


def provenance(
    *origins: Hop, unordered: tuple[Hop, ...] = (), more: tuple[tuple[str, str, bool], ...] = ()
) -> Provenance:
    edges = [edge for origin in (*origins, *unordered) for edge in _edges(origin)]
    return Provenance(origins, unordered, OriginSummary(5, 2, 0, "5 reports, 2 origins"), (*edges, *more))


def _edges(above: Hop) -> Iterable[tuple[str, str, bool]]:
    for copy in above.repeats:
        yield above.source.slug, copy.source.slug, copy.inferred
        yield from _edges(copy)


TWO_LANES = provenance(
    hop(
        "Ministry",
        day(0),
        hop(
            "Agency", day(0), hop("Daily", day(1), changed=True, how="names it"), how="names it", kind=SourceKind.AGENCY
        ),
        hop("Weekly", Days(START, None, "on or after 2025-01-20"), how="probably used it", inferred=True),
        hop("Evening <b>Post</b> & Son", how="names it"),
        kind=SourceKind.OFFICIAL,
    ),
    hop("Auditors", day(40), known_only_through=("Daily",), kind=SourceKind.FILING),
    unordered=(hop("Gazette", day(3)),),
    more=(("agency", "weekly", True), ("ministry", "gazette", True)),
)
MANY = provenance(
    hop("Ministry", day(0), *(hop(f"Copy {n}", day(n % 4), how="names it", changed=n == 7) for n in range(20))),
    hop("Auditors", day(2)),
)


@pytest.mark.parametrize(("name", "drawn"), [("two-lanes", TWO_LANES), ("folded", MANY)])
def test_case_is_drawn_as_before(name: str, drawn: Provenance, *, update_golden: bool) -> None:
    picture = provenance_drawing(drawn, locale=LOCALE, credit=CREDIT)
    assert picture is not None
    expected = CASES / "provenance" / f"{name}.svg"
    if update_golden:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(picture.standalone_svg, encoding="utf-8")
    assert picture.standalone_svg == expected.read_text(encoding="utf-8")
    for markup in (picture.markup, picture.standalone_svg):
        svg.assert_clean(svg.parse(markup))
    assert svg.classes(svg.parse(picture.standalone_svg)) <= svg.styled_in_files()
    assert svg.classes(svg.parse(picture.markup)) <= svg.styled_on_pages(STYLES)


def test_fewer_than_four_sources_are_told_in_words_alone() -> None:
    assert provenance_drawing(provenance(hop("A", day(0), hop("B", day(1))), hop("C", day(1))), locale=LOCALE) is None


def test_folding_keeps_origins_and_changed_copies_and_says_how_many_are_left_out() -> None:
    shown = folded(all_nodes(MANY))
    assert len(shown) == MOST_NODES
    slugs = {node.slug for node in shown}
    assert {"ministry", "auditors", "copy-7"} <= slugs
    assert sum(node.folded for node in shown) == 22 - MOST_NODES
    picture = provenance_drawing(MANY, locale=LOCALE)
    assert picture is not None
    assert ">+10 more</text>" in picture.markup


def test_undated_source_is_not_ordered_but_says_whom_it_repeats() -> None:
    picture = provenance_drawing(TWO_LANES, locale=LOCALE)
    assert picture is not None
    assert "Cannot be ordered in time" in picture.markup
    assert "repeats Ministry" in picture.markup


def test_source_dated_before_what_it_repeats_is_not_ordered() -> None:
    early = provenance(hop("A", day(5), hop("B", day(1)), hop("C", day(6)), hop("D", day(7))))
    days = {node.slug: node.day for node in all_nodes(early)}
    assert days["b"] is None
    assert days["c"] is not None


def test_hop_is_said_in_words() -> None:
    assert hop_sentence(TWO_LANES.origins[0].repeats[0].repeats[0], locale=LOCALE) == (
        "Daily, 21 January 2025: names it, prints something else"
    )


def trees() -> st.SearchStrategy[list[Any]]:
    leaf: st.SearchStrategy[list[Any]] = st.just([])
    return st.recursive(leaf, lambda inner: st.lists(st.tuples(st.integers(-1, 9), inner), max_size=4), max_leaves=12)


@settings(max_examples=60, deadline=None)
@given(trees(), st.integers(3, 12))
def test_arrows_lead_forward_and_nodes_never_meet(tree: list[Any], most: int) -> None:
    count = iter(range(10_000))

    def grow(branches: list[Any]) -> tuple[Hop, ...]:
        return tuple(
            hop(f"S{next(count)}", UNKNOWN_DAYS if number < 0 else day(number), *grow(inner))
            for number, inner in branches
        )

    whole = provenance(hop("Root", day(0), *grow(tree)))
    nodes = all_nodes(whole)
    shown = folded(nodes, most)
    assert len(shown) <= most
    assert len(shown) + sum(node.folded for node in shown) == len(nodes)
    ordered = placed(shown, whole.edges)
    assert len({(node.column, node.row) for node in ordered}) == len(ordered)
    columns = {node.slug: node.column for node in ordered}
    for node in ordered:
        if node.parent in columns:
            assert columns[node.parent] < node.column
    by_column = sorted(ordered, key=lambda node: node.column)
    assert [node.day for node in by_column] == sorted(node.day for node in by_column if node.day is not None)
