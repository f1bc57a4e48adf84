"""What is code in a text, held to one expression that says it; and links and brackets beside it."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from factreport.reading.body import Body, links, matches, without_code
from factreport.reading.broken_links import _BROKEN
from factreport.reading.dead_links import _BRACKETS

CODE = re.compile(
    r"^(```+|~~~+).*?(?:^\1[`~]*[ \t]*$|\Z)|(?<!`)(`+)(?!`)(?:.+?)(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL
)
"""Fenced blocks to their end or that of the text, and code between as many backticks on both sides."""
PIECES = ("`", "``", "```", "````", "~", "~~~", "~~~~", "\n", " ", "a", "\t")
MARKS = ("[", "]", "(", ")", "@", "[@a:b", "](claim:a", "(source:b", "[[", "]]", "]: ", "\n", " ", "a", "^", '"', "`")


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=500)
def test_code_is_what_one_expression_says(text: str) -> None:
    assert without_code(text) == CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)


@given(st.lists(st.sampled_from(MARKS), max_size=30).map("".join))
@settings(max_examples=500)
def test_looking_for_beginnings_finds_what_looking_everywhere_does(text: str) -> None:
    for pattern, beginnings in ((_BRACKETS, "["), (_BROKEN, "[(")):
        found, everywhere = ([one.span() for one in those] for those in (
            matches(pattern, beginnings, text), pattern.finditer(text)
        ))  # fmt: skip
        assert found == everywhere


def test_links_stand_in_the_order_of_the_text() -> None:
    text = "See [one](claim:a) and [two].\n\n[two]: story:b\n\nThen [three](source:c#d), not `[four](claim:d)`."
    found = [(link.noun, link.slug, link.place.line) for link in links(Body("a.md", text, 10))]
    assert found == [("claim", "a", 10), ("story", "b", 12), ("source", "c", 14)]
