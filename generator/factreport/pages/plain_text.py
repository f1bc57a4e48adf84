"""A quick way through the Markdown parser for lines without marks: they hold nothing but text and citations.

The parser's own rules would find the same, one after the other for every character; tests hold them side by side.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

CITATION = re.compile(r"\[@([a-z0-9]+(?:-[a-z0-9]+)*)(?::([a-z0-9_.-]*[a-z0-9_]))?\]")
# The outer repetitions are not possessive: with groups inside, Python 3.11.2 then finds nothing.
WITHOUT_MARKS = re.compile(rf"(?:[^\n\r\0\\`~*_!\[\]<&^]++|{CITATION.pattern})*")
"""A line in which nothing but citations means more than its letters."""
LINES_WITHOUT_MARKS = re.compile(rf"(?:[^\n\r\0\\`~*_!\[\]<&^]++|(?<!\s)\n(?!\s)|{CITATION.pattern})*")
"""The same in several lines; line breaks take blanks around them away, so there are none."""
LINKS_KEPT = 4096
"""Addresses of links kept as normalized; many lead to the same pages."""


def is_unmarked(text: str) -> bool:
    """Tell whether a line holds nothing but text and citations."""
    return WITHOUT_MARKS.fullmatch(text) is not None


def are_unmarked(lines: str) -> bool:
    """Tell whether lines hold nothing but text and citations, and stay as they are."""
    return LINES_WITHOUT_MARKS.fullmatch(lines) is not None


def cited(match: re.Match[str]) -> dict[str, str]:
    """Give what a citation names, for its token."""
    return {"source": match[1], "figure": match[2] or ""}


def read_plain_text_quickly(markdown: MarkdownIt) -> None:
    """Give a parser the quick way."""
    markdown.core.ruler.at("inline", _read_inline)
    markdown.normalizeLink = lru_cache(LINKS_KEPT)(markdown.normalizeLink)  # type: ignore[method-assign]


def _read_inline(state: StateCore) -> None:
    """Read the lines of all blocks; those without marks need no rules."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = token.children or []
            if is_unmarked(token.content):
                token.children.extend(_unmarked(token.content))
            else:
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def _unmarked(text: str) -> Iterator[Token]:
    """Give the tokens of a line that holds nothing but text and citations."""
    position = 0
    for match in CITATION.finditer(text):
        if match.start() > position:
            yield Token("text", "", 0, content=text[position : match.start()])
        yield Token("citation", "", 0, content=match[0], meta=cited(match))
        position = match.end()
    if position < len(text):
        yield Token("text", "", 0, content=text[position:])
