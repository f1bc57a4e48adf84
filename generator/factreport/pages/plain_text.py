"""Quick ways through the Markdown parser for plain text, which is most of what editors write.

A paragraph of lines that begin with letters can be nothing else, and a line without marks holds nothing but text and
citations. The parser's own rules would find the same, one after the other for every line; tests hold them side by side.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it.common.utils import mdTrim
from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

CITATION = re.compile(r"\[@([a-z0-9]+(?:-[a-z0-9]+)*)(?::([a-z0-9_.-]*[a-z0-9_]))?\]")
WITHOUT_MARKS = re.compile(rf"(?:[^\n\r\0\\`~*_!\[\]<&^]++|{CITATION.pattern})*+")
"""A line in which nothing but citations means more than its letters."""
BLANK_AT_BREAK = re.compile(r"\s\n|\n\s")
"""What a line break takes with it."""
PLAIN = "plain_paragraph"
"""The token of a paragraph that holds nothing but text and citations."""
LINKS_KEPT = 4096
"""Addresses of links kept as normalized; many lead to the same pages."""
INDENTED = 4
"""A line indented so far is code."""


def is_unmarked(text: str) -> bool:
    """Tell whether a line holds nothing but text and citations."""
    return WITHOUT_MARKS.fullmatch(text) is not None


def cited(match: re.Match[str]) -> dict[str, str]:
    """Give what a citation names, for its token."""
    return {"source": match[1], "figure": match[2] or ""}


def read_plain_text_quickly(markdown: MarkdownIt) -> None:
    """Give a parser the quick ways."""
    markdown.block.ruler.before("table", PLAIN, _read_plain_paragraph)
    markdown.core.ruler.at("inline", _read_inline)
    markdown.normalizeLink = lru_cache(LINKS_KEPT)(markdown.normalizeLink)  # type: ignore[method-assign]


def _read_plain_paragraph(state: StateBlock, start: int, _end: int, _silent: bool) -> bool:  # noqa: FBT001 - a rule
    """Read a paragraph whose lines all begin with letters: no other block does, so none can begin or end there."""
    end = start
    while end < state.lineMax and not state.isEmpty(end):
        if not 0 <= state.sCount[end] - state.blkIndent < INDENTED:
            return False
        if not state.src[state.bMarks[end] + state.tShift[end]].isalpha():
            return False
        end += 1
    content = mdTrim(state.getLines(start, end, state.blkIndent, keepLastLF=False))
    state.line = end
    if state.level == 0 and all(map(is_unmarked, content.split("\n"))) and not BLANK_AT_BREAK.search(content):
        # In lists, paragraphs may turn out to have no element of their own; here they always have.
        state.push(PLAIN, "p", 0).content = content
        return True
    state.push("paragraph_open", "p", 1).map = [start, end]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = content, [start, end], []
    state.push("paragraph_close", "p", -1)
    return True


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
