"""Quotations are found where their words stand, and nowhere else."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from factreport.evidence.nearest_words import nearest_words
from factreport.evidence.prepared_text import composes_with_previous, prepare, prepare_flat
from factreport.evidence.quotation import Match, MatchClass, NoMatch, Reason, find_quotation
from factreport.evidence.token_edges import is_token_edge

CASES = Path(__file__).parents[1] / "cases" / "quotations"


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob("*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    result = find_quotation(
        case["text"], case["quotation"], prefix=case.get("prefix", ""), suffix=case.get("suffix", "")
    )
    kind = result.match.value if isinstance(result, Match) else result.reason.value
    assert kind == case["expect"]
    if "occurrences" in case:
        assert result.occurrences == case["occurrences"]
    if "start" in case:
        assert isinstance(result, Match)
        assert result.start == case["start"]


def test_cases_cover_every_outcome() -> None:
    outcomes = {case.values[0]["expect"] for case in cases()}
    assert outcomes == {*(kind.value for kind in MatchClass), *(reason.value for reason in Reason)}


WORDS = st.text(st.sampled_from("abcXYZ019$£€%.…,-+()\u2019'“” \u00a0\u2013\u00e9e\u0301"), min_size=0, max_size=80)
ANY = st.text(max_size=120)
NEWS = st.lists(
    st.sampled_from(
        [
            "over",
            "$12",
            "£4.4",
            "billion",
            "yuan",
            "the",
            "firm",
            "60%",
            "won\u2019t",
            "US-based",
            "said,",
            "chips.",
            "“no”",
            "5",
        ]
    ),
    min_size=4,
    max_size=30,
).map(" ".join)


@st.composite
def cuts(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[str, int, int]:
    """A text and a span of it between two token edges, without outer spaces, within one paragraph."""
    text = draw(texts)
    prepared = prepare(text)
    edges = [at for at in range(len(prepared.characters) + 1) if is_token_edge(prepared.characters, at)]
    assume(len(edges) > 1)
    first, last = sorted(draw(st.lists(st.sampled_from(edges), min_size=2, max_size=2, unique=True)))
    characters = prepared.characters[first:last]
    assume(characters == characters.strip() and "\n" not in characters)
    start, end = prepared.span(first, last)
    return text, start, end


@given(cuts(WORDS | ANY | NEWS))
def test_what_is_cut_at_token_edges_is_found(cut: tuple[str, int, int]) -> None:
    text, start, end = cut
    result = find_quotation(text, text[start:end], prefix="", suffix="")
    if isinstance(result, NoMatch):
        assert result.reason is Reason.SEVERAL
    else:
        assert result == Match(start, end, ((start, end),), MatchClass.EXACT, 1)


@given(cuts(NEWS))
def test_context_tells_occurrences_apart(cut: tuple[str, int, int]) -> None:
    text, start, end = cut
    result = find_quotation(text, text[start:end], prefix=text[:start], suffix=text[end:])
    assert isinstance(result, Match)
    assert (result.start, result.end) == (start, end)


CHANGES = {"$": "£", "£": "$", "%": "", ".": ",", ",": "."}


@given(cuts(NEWS), st.data())
def test_one_changed_character_is_not_found(cut: tuple[str, int, int], data: st.DataObject) -> None:
    text, start, end = cut
    quotation = text[start:end]
    at = data.draw(st.sampled_from(range(len(quotation))))
    old = quotation[at]
    new = CHANGES.get(old) or (str((int(old) + 1) % 10) if old.isdigit() else old.swapcase())
    assume(new != old)
    changed = quotation[:at] + new + quotation[at + 1 :]
    assume(prepare_flat(changed).characters not in prepare(text).characters)
    assert isinstance(find_quotation(text, changed), NoMatch)


def test_each_kind_of_change_is_caught() -> None:
    text = "It plans to spend over $12.5 billion (40%) in China."
    assert isinstance(find_quotation(text, "spend over $12.5 billion (40%)"), Match)
    for changed in (
        "spend over £12.5 billion (40%)",
        "spend over $12.6 billion (40%)",
        "Spend over $12.5 billion (40%)",
        "spend over $12,5 billion (40%)",
        "spend over $125 billion (40%)",
        "spend $12.5 billion (40%)",
    ):
        assert find_quotation(text, changed) == NoMatch(Reason.ABSENT)  # fmt: skip


VARIANTS = {"'": "\u2019", '"': "\u201d", " ": "\u00a0", "-": "\u2011", "\u00e9": "e\u0301"}


@given(cuts(NEWS), st.sampled_from(["\u00ad", "\u200b", "\ufeff"]), st.data())
def test_typographic_variants_are_found_as_typographic(
    cut: tuple[str, int, int], widthless: str, data: st.DataObject
) -> None:
    text, start, end = cut
    quotation = text[start:end]
    assume(isinstance(find_quotation(text, quotation), Match))
    assume(len(quotation) > 2)
    at = data.draw(st.sampled_from(range(1, len(quotation) - 1)))
    old = quotation[at]
    straight = {"\u2019": "'", "\u201c": '"', "\u201d": '"'}
    signed = old == "-" and quotation[at + 1 : at + 2].isdigit()
    variant = straight.get(old) or (VARIANTS.get(old) if not signed else None) or widthless + old
    changed = quotation[:at] + variant + quotation[at + 1 :]
    result = find_quotation(text, changed)
    assert isinstance(result, Match)
    assert (result.match, result.start, result.end) == (MatchClass.TYPOGRAPHIC, start, end)


@given(ANY | WORDS, ANY | WORDS, ANY, ANY)
def test_any_text_may_be_searched_for_anything(text: str, quotation: str, prefix: str, suffix: str) -> None:
    result = find_quotation(text, quotation, prefix=prefix, suffix=suffix)
    if isinstance(result, Match):
        for start, end in result.spans:
            assert 0 <= start < end <= len(text)
            assert prepare_flat(text[start:end]).characters in prepare_flat(quotation).characters
    nearest_words(text, quotation)


@given(ANY | WORDS)
def test_offsets_give_back_the_words(text: str) -> None:
    prepared = prepare(text)
    assert len(prepared.characters) == len(prepared.starts) == len(prepared.ends)
    for at in range(len(prepared.characters)):
        start, end = prepared.span(at, at + 1)
        assert 0 <= start < end <= len(text)
    if prepared.characters:
        start, end = prepared.span(0, len(prepared.characters))
        flat = prepared.characters.replace("\n", " ")
        assert prepare_flat(text[start:end]).characters == flat == prepare_flat(text).characters


@given(ANY)
def test_preparing_twice_changes_nothing(text: str) -> None:
    once = prepare_flat(text).characters
    assert prepare_flat(once).characters == once


def test_every_character_that_composes_is_known() -> None:
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            assert composes_with_previous(chr(int(parts[1], 16))), chr(code)


def test_no_sign_or_digit_is_evened_out() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) in {"Sc", "Nd", "Nl", "No"}:
            assert prepare(character).characters == character


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("a" * 100_000, "a" * 50_000),
        ("ab" * 50_000, "ab" * 25_000 + "c"),
        ("a " * 30_000, "a a a a"),
        ("a " * 30_000, "a a … a a … a a"),
        ("a " * 20_000, "a … " * 5_000 + "a"),
        ("\u0301" * 100_000, "\u0301\u0301"),
        ("\u200b" * 100_000 + "\n" * 100_000, "\u200b\n"),
        ("a\n" * 20_000, "a a"),
        ("-" * 100_000 + "5", "5"),
    ],
    ids=lambda value: repr(value[:6]),
)
def test_hostile_texts_end(text: str, quotation: str) -> None:
    assert isinstance(find_quotation(text, quotation), NoMatch)
    nearest_words(text, quotation)


def test_work_grows_with_the_text_and_not_faster() -> None:
    """Counted, not timed: the number of attempts at a hostile text stays below its length."""
    text = prepare("a " * 30_000).characters
    assert find_quotation(text, "a a").occurrences == 10_000


@pytest.mark.parametrize(
    ("quotation", "nearest"),
    [
        ("planning to invest over £12 billion globally", "planning to invest over $12 billion globally"),
        ("planning to invest over $12.5 billion globally", "planning to invest over $12 billion globally"),
        ("calling the details “incorrect”", "calling the information “incorrect.”"),
        ("inaccurate", "“incorrect.”"),
        ("“inncorrect.”", "“incorrect.”"),
        ("rice fields under water in spring", None),
    ],
)
def test_nearest_words(quotation: str, nearest: str | None) -> None:
    text = "It is planning to invest over $12 billion globally.\n\nIt denied it, calling the information “incorrect.”"
    found = nearest_words(text, quotation)
    assert (found and found.words.removesuffix(".")) == nearest


def test_what_a_part_became_holds_all_that_one_character_became() -> None:
    prepared = prepare("He said… no")
    assert prepared.characters[slice(*prepared.inside(3, 8))] == "said..."
    assert prepared.characters[slice(*prepared.inside(0, 11))] == "He said... no"
    assert prepared.span(3, 10) == (3, 8)


@pytest.mark.parametrize("sign", ["a", "ab", "1-", "[", "é"])
def test_a_word_of_any_length_ends_the_search_for_what_comes_near(sign: str) -> None:
    """Compared sign by sign, such words would take hours: that this ends is the test."""
    word = sign * 20_000
    assert nearest_words(f"They set aside {word} over £12bn. {word}", f"set aside {word}x over $12bn") is None
    assert nearest_words(f"They set aside {word} over £12bn. {word}", f"{word}x") is None
    near = nearest_words(f"They set aside over £12bn in May. {word}", "set aside over $12bn")
    assert near is not None
    assert near.words == "set aside over £12bn"
