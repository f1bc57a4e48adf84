"""Words for people stand where a catalogue of them is made from: before Python 3.12 nothing in f-strings is found."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

GENERATOR = Path(__file__).parents[2] / "generator"
TRANSLATED = {"_", "gettext", "ngettext", "mark", "count", "count_words"}


def within_f_strings(code: str) -> Iterator[str]:
    """Give each call for words within an f-string."""
    for text in ast.walk(ast.parse(code)):
        if isinstance(text, ast.JoinedStr):
            calls = (call for call in ast.walk(text) if isinstance(call, ast.Call))
            yield from (ast.unparse(call) for call in calls if getattr(call.func, "id", "") in TRANSLATED)


@pytest.mark.parametrize("code", ["f'{_(\"words\")}:'", 'f\'a {b or ngettext("one", "two", n)}\''])
def test_words_within_an_f_string_are_seen(code: str) -> None:
    assert list(within_f_strings(code))


def test_no_words_stand_within_an_f_string() -> None:
    found = {str(path): list(within_f_strings(path.read_text(encoding="utf-8"))) for path in GENERATOR.rglob("*.py")}
    assert {path: calls for path, calls in found.items() if calls} == {}
