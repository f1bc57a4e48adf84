"""Words of others that run from right to left stand apart, so that numbers and marks beside them stay in place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import Struct
from msgspec.structs import replace
from tests.pages.sites import HTML, ONE_OF_EACH, document, own_report, page_of

from factreport.language import isolated
from factreport.pages.filling import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from factreport.report.records import Report

HEBREW = "\u05e2\u05e8\u05d5\u05e5 12"
FIRST, LAST = "\u2068", "\u2069"
"""First strong isolate, pop directional isolate."""
OF_OTHERS = {
    "Source": {"publisher", "short_name", "title", "author"},
    "Citation": {"quote", "locator", "noted"},
    "Claim": {"claimant"},
    "ClaimCard": {"claimant"},
    "Row": {"printed"},
    "FigureGroup": {"printed"},
    "Side": {"printed", "quote"},
    "SourceStatement": {"printed", "quote", "locator"},
    "DifferenceSide": {"name", "printed"},
    "NewsItem": {"title", "publisher"},
    "Hop": {"title"},
}
"""Fields that hold words of others."""
NOT_SHOWN = {
    "{http://www.w3.org/2000/svg}svg",
    *(f"{HTML}{tag}" for tag in ("head", "script", "pre", "code", "noscript", "template")),
}
"""Each text of a drawing stands by itself already."""


def turned(value: Any) -> Any:
    """Give a record with Hebrew before each text of others, all the way down."""
    if isinstance(value, tuple):
        return tuple(turned(one) for one in value)
    if isinstance(value, dict):
        return {key: f"{HEBREW} {one}" if isinstance(one, str) else turned(one) for key, one in value.items()}
    if not isinstance(value, Struct):
        return value
    foreign = OF_OTHERS.get(type(value).__name__, set())
    changes = {name: getattr(value, name) for name in value.__struct_fields__}
    return replace(value, **{name: _word(old) if name in foreign else turned(old) for name, old in changes.items()})


def _word(value: Any) -> Any:
    return f"{HEBREW} {value}" if isinstance(value, str) and value else value


@cache
def turned_report() -> Report:
    report: Report = turned(own_report())
    return report


def bare(element: Element, *, apart: bool = False) -> Iterator[str]:
    """Give Hebrew words below an element that nothing keeps apart from what stands beside them."""
    if element.tag in NOT_SHOWN:
        return
    own = apart or element.tag == f"{HTML}bdi" or element.get("dir") == "auto"
    if not own and _is_bare(element.text):
        yield element.text or ""
    for child in element:
        yield from bare(child, apart=own)
        if not own and _is_bare(child.tail):
            yield child.tail or ""


def _is_bare(text: str | None) -> bool:
    return any(HEBREW in piece.rpartition(LAST)[2] for piece in (text or "").split(FIRST)[:1]) or any(
        HEBREW in piece.partition(LAST)[2] for piece in (text or "").split(FIRST)[1:]
    )


@pytest.mark.parametrize("address", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_words_of_others_stand_apart(address: str) -> None:
    assert list(bare(page_of(turned_report(), address).parsed)) == []


def test_the_pages_have_such_words() -> None:
    assert HEBREW in page_of(turned_report(), ONE_OF_EACH["claim"]).words()


def test_a_message_keeps_such_a_word_apart_and_leaves_others_as_they_are() -> None:
    assert fill("Original at {publisher}", publisher=HEBREW) == f"Original at {FIRST}{HEBREW}{LAST}"
    assert fill("Original at {publisher}", publisher="Le Monde") == "Original at Le Monde"
    assert isolated("12") == "12"


@pytest.mark.parametrize("address", ["claims/intel-penang-plant/", "sources/boursorama-intel/"])
def test_what_a_source_prints_says_its_language(address: str) -> None:
    source = own_report().source_by_slug["boursorama-intel"].source
    marked = [one for one in document(address).parsed.iter() if one.get("lang") == source.language]
    assert any("printed" in (one.get("class") or "") for one in marked)
    quotes = [one for tag in ("q", "blockquote") for one in document(address).all(tag)]
    assert all(one.get("lang") for one in quotes)
