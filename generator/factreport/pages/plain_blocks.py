"""Plain Markdown read without the parser: paragraphs, headings, lists, quotations and tables, a line for each entry.

That is most of what editors write, and the parser takes most of the time of a page. Whatever a text has besides, all of
it goes to the parser; so these few forms are the same as there, which tests hold side by side, or they are not used.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import escapeHtml
from msgspec import Struct

from factreport.pages.plain_text import CITATION, is_unmarked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

START = r"(?:(?![\s#>|*+\-_=`~<:]|\d{1,9}[.)](?:\s|$)).|\*{1,2}\w|`[^`\n])"
"""How a line begins that is text, and neither ends a block nor begins another one."""
LINE = rf"{START}.*"
PARAGRAPH = re.compile(rf"{LINE}(?:\n{LINE})*")
HEADING = re.compile(r"(#{1,6}) +([^\s#](?:.*[^\s#])?)")
BULLETS = re.compile(rf"- {LINE}(?:\n- {LINE})*")
NUMBERS = re.compile(rf"1\. {LINE}(?:\n\d{{1,9}}\. {LINE})*")
QUOTATION = re.compile(rf"> {LINE}(?:\n> {LINE})*")
ROW = r"\|[^\\\n]*\|"
TABLE = re.compile(rf"{ROW}\n\|(?: *:?-+:? *\|)+(?:\n{ROW})*")
NOT_PLAIN = re.compile(r"[\r\0\t]|\n[^\S\n]|\]:|\[\^")
"""What other blocks need: indents, definitions and footnotes."""
BREAKS = re.compile(r"\n{2,}")
MARKER = re.compile(r"^(?:-|\d+\.|>) ", re.MULTILINE)
"""What stands before each line of a list or quotation."""


class Block(Struct, frozen=True):
    """A part of a text between empty lines."""

    form: re.Pattern[str]
    """`PARAGRAPH`, `HEADING`, `BULLETS`, `NUMBERS`, `QUOTATION` or `TABLE`."""
    source: str
    tag: str = ""
    """ "h1" to "h6" for a heading, as written."""
    words: str = ""
    """Of a heading, without marks."""


def plain_blocks(text: str) -> tuple[Block, ...] | None:
    """Give the blocks of a text; None where it has any that is not plain."""
    if NOT_PLAIN.search(text):
        return None
    blocks: list[Block] = []
    for source in BREAKS.split(text.strip("\n")):
        block = _block(source)
        # One list after the other may be one list in parts.
        if block is None or (blocks and {block.form, blocks[-1].form} <= {BULLETS, NUMBERS}):
            return None
        blocks.append(block)
    return tuple(blocks)


def _block(source: str) -> Block | None:
    if heading := HEADING.fullmatch(source):
        is_plain = is_unmarked(heading[2]) and not CITATION.search(heading[2])
        return Block(HEADING, source, f"h{len(heading[1])}", heading[2]) if is_plain else None
    if TABLE.fullmatch(source):
        return Block(TABLE, source) if len({len(_cells(line)) for line in source.split("\n")}) == 1 else None
    form = next((form for form in (PARAGRAPH, BULLETS, NUMBERS, QUOTATION) if form.fullmatch(source)), None)
    return None if form is None else Block(form, source)


def write_block(block: Block, inline: Callable[[str], str], table: tuple[str, str]) -> str:
    """Give the HTML of a block that is no heading; `inline` gives that of words, `table` what stands around a table."""
    if block.form is TABLE:
        return f"{table[0]}{''.join(_rows(block.source.split(chr(10)), inline))}{table[1]}"
    if block.form is PARAGRAPH:
        return f"<p>{inline(block.source.rstrip())}</p>\n"
    text = MARKER.sub("", block.source)
    if block.form is QUOTATION:
        return f"<blockquote>\n<p>{inline(text.rstrip())}</p>\n</blockquote>\n"
    tag = "ul" if block.form is BULLETS else "ol"
    items = "".join([f"<li>{inline(line.rstrip())}</li>\n" for line in text.split("\n")])
    return f"<{tag}>\n{items}</{tag}>\n"


def _rows(lines: list[str], inline: Callable[[str], str]) -> Iterator[str]:
    sides = [_side(cell) for cell in _cells(lines[1])]
    yield f"<thead>\n{_row('th', lines[0], sides, inline)}</thead>\n"
    if len(lines) > 2:
        yield f"<tbody>\n{''.join([_row('td', line, sides, inline) for line in lines[2:]])}</tbody>\n"


def _row(tag: str, line: str, sides: list[str], inline: Callable[[str], str]) -> str:
    cells = zip(_cells(line), sides, strict=True)
    return "<tr>\n" + "".join([f"<{tag}{side}>{inline(cell)}</{tag}>\n" for cell, side in cells]) + "</tr>\n"


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line[1:-1].split("|")]


def _side(cell: str) -> str:
    """Give the attribute for the side on which a column's words stand."""
    if cell.endswith(":"):
        return f' style="text-align:{"center" if cell.startswith(":") else "right"}"'
    return ' style="text-align:left"' if cell.startswith(":") else ""


def heading_words(block: Block) -> str:
    """Give the words of a heading as HTML."""
    return escapeHtml(block.words)
