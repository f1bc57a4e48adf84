"""Every text that editors or sources write is text on a page, whatever it holds."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import Struct
from msgspec.structs import replace
from tests.pages.sites import ONE_OF_EACH, Document, own_report, page_of

if TYPE_CHECKING:
    from factreport.report.records import Report

HOSTILE = """ "'><img src=x onerror=alert(1)><script>alert(1)</script>{{ 7*7 }}&amp;[x](javascript:alert(1))"""
KEYS = {
    "slug", "source", "citation", "identity", "anchor", "key", "rule", "first_seen", "story", "snapshot", "figure",
    "compared_with", "finding", "code", "path", "country", "language", "look", "beside", "text", "published",
}  # fmt: skip
"""Fields that hold keys or dates, not words; what they may hold is checked when content is read."""
KEY_OF = {
    "Side": {"claim"}, "Citation": {"claim"}, "FigureReference": {"claim"}, "Finding": {"name"}, "Rule": {"name"},
    "Difference": {"claim"}, "ListedDifference": {"claim"}, "SourceStatement": {"claim"},
}  # fmt: skip
LEFT_ALONE = {"Proof", "Comparison", "Figure", "Written", "Days"}


def poisoned(value: Any) -> Any:
    """Give a record with the hostile words behind each of its texts, all the way down."""
    if isinstance(value, tuple):
        return tuple(poisoned(one) for one in value)
    if isinstance(value, dict):
        return {key: poisoned(one) for key, one in value.items()}
    if not isinstance(value, Struct) or type(value).__name__ in LEFT_ALONE:
        return value
    kept = KEYS | KEY_OF.get(type(value).__name__, set())
    changes = {}
    for name in value.__struct_fields__:
        old = getattr(value, name)
        if not (name in kept and isinstance(old, str)):
            changes[name] = worse(old)
    return replace(value, **{name: new for name, new in changes.items() if new is not getattr(value, name)})


def worse(value: Any) -> Any:
    if type(value) is str:
        return value + HOSTILE if value else value
    if isinstance(value, tuple) and value and all(type(one) is str for one in value):
        return value
    return poisoned(value)


@cache
def poisoned_report() -> Report:
    report: Report = poisoned(own_report())
    return report


@pytest.mark.parametrize("address", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_no_text_becomes_markup(address: str) -> None:
    page = page_of(poisoned_report(), address)
    assert "alert(1)" in page.text or address in ("404.html", "search/", "corrections/")
    assert harm(page) == []


def harm(page: Document) -> list[str]:
    found = [f"<{tag}>" for tag in ("img", "script", "iframe") for one in page.all(tag) if one.get("type") is None]
    found += [name for element in page.parsed.iter() for name in element.attrib if name.startswith("on")]
    found += [link for link in page.links if link.strip().lower().startswith(("javascript:", "data:"))]
    return found


def test_addresses_with_a_script_are_not_linked() -> None:
    report = own_report()
    source = replace(report.source_by_slug["econotimes"].source, url="javascript:alert(1)", archived="data:text/html,x")
    changed = tuple(replace(one, source=source) if one.source.slug == source.slug else one for one in report.sources)
    page = page_of(replace(report, sources=changed), "sources/econotimes/")
    assert harm(page) == []
