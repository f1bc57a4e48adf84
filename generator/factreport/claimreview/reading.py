"""From bytes to documents: never fails, says what could not be read."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from factreport.claimreview import web_page
from factreport.claimreview.document import Block, Document, Failure, found_in
from factreport.claimreview.json_text import Broken, read_json
from factreport.claimreview.problem import Found
from factreport.claimreview.values import shown
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from factreport.claimreview.web_page import WebPage

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.IGNORECASE)
_ENCODINGS = re.compile(
    r"utf-?8|us-ascii|latin-?1|iso-8859-\d\d?|windows-125\d|shift[-_]jis|euc-(?:jp|kr)|gb2312|gbk|gb18030|big5|koi8-[ru]"
)
"""Those that pages declare; Python knows others that are no encodings of text."""
_UNSAFE = re.compile("<(?=[a-zA-Z!/])|\u2028|\u2029")
_LINE_BREAK = re.compile("\n")
_TEXT = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?', re.DOTALL)
"""Any text of well-formed JSON; a name has a colon behind it."""
_WHITE = " \t\r\n"


def read_document(path: str, content: bytes, *, is_page: bool | None = None) -> Document:
    """Give what a file holds; `is_page` None tells HTML from JSON by the first character."""
    text, failures = _decode(path, content, is_page=is_page)
    if is_page is None:
        is_page = text.lstrip(_WHITE)[:1] == "<"
    lines = Lines(path, text)
    if not is_page:
        return _read_json_file(lines, failures)
    page = web_page.scan(text)
    blocks, broken = _read_scripts(lines, page)
    return found_in(path, blocks, page, (*failures, *broken))


class Lines:
    """A text whose offsets become lines and columns."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._starts = [0]
        self._known = 0
        """How far into the text the starts of lines are known: no further than somebody asked."""

    def at(self, offset: int) -> tuple[int, int]:
        """Give line and column, both counted from 1."""
        self._starts += (match.end() for match in _LINE_BREAK.finditer(self.text, self._known, offset))
        self._known = max(self._known, offset)
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def failure(self, offset: int, code: str, found: Found) -> Failure:
        """Give what reading noticed there."""
        return Failure(self.path, *self.at(offset), code, found)


def _decode(path: str, content: bytes, *, is_page: bool | None) -> tuple[str, tuple[Failure, ...]]:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace"), ()
    declared = _DECLARED.search(content[:2048]) if is_page is not False else None
    named = declared[1].decode("ascii").lower() if declared else ""
    encoding = named if _ENCODINGS.fullmatch(named) else "utf-8"
    try:
        return content.decode(encoding), ()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = _("The file is not {encoding}: no letter begins with the byte {byte}.")
        byte = f"0x{content[error.start]:02x}"
        found = Found(message.format(encoding=encoding.upper(), byte=byte), _("Save it as UTF-8."))
        return content.decode(encoding, "replace"), (Failure(path, line, column, "not-utf8", found),)


def _read_json_file(lines: Lines, failures: tuple[Failure, ...]) -> Document:
    block, broken = _read_block(lines, lines.text, 0)
    return found_in(lines.path, (block,) if block else (), None, (*failures, *broken))


def _read_scripts(lines: Lines, page: WebPage) -> tuple[tuple[Block, ...], list[Failure]]:
    blocks, failures = [], []
    for script in page.scripts:
        block, broken = _read_block(lines, script.text, script.offset)
        failures += broken
        if block:
            blocks.append(block)
            failures += _unsafe(lines, script)
    return tuple(blocks), failures


def _read_block(lines: Lines, text: str, start: int) -> tuple[Block | None, list[Failure]]:
    if not text.strip():
        found = Found(_("There is no markup here."), _("Take the empty element or file away, or fill it."))
        return None, [lines.failure(start, "empty-markup", found)]
    read = read_json(text)
    if isinstance(read, Broken):
        return None, [lines.failure(start + read.offset, read.code, read.found)]
    data, twice = read
    block = Block(lines.path, data, text, *lines.at(start))
    return block, list(_twice(lines, text, start, twice))


def _twice(lines: Lines, text: str, start: int, keys: Collection[str]) -> Iterator[Failure]:
    message = _("The property {name} stands twice in one object; readers take one of them and drop the other.")
    places: dict[str, list[int]] = {key: [] for key in keys}
    for match in _TEXT.finditer(text) if keys else ():
        if match[2] and match[1] in places:
            places[match[1]].append(match.start())
    for key, found_at in places.items():
        found = Found(message.format(name=shown(key)), _("Keep one; several values go into one list."))
        yield lines.failure(start + (found_at[1] if len(found_at) > 1 else 0), "duplicate-key", found)


def _unsafe(lines: Lines, script: web_page.Script) -> list[Failure]:
    """Give the first character of a script that HTML or JavaScript could read as its own."""
    match = _UNSAFE.search(script.text)
    if match is None:
        return []
    character = match[0]
    message = _("{character} stands in the script as it is; one text that goes on in HTML can end the element early.")
    hint = _("Write it as {escape}.").format(escape=f"\\u{ord(character):04x}")
    found = Found(message.format(character=shown(character)), hint)
    return [lines.failure(script.offset + match.start(), "unescaped-in-script", found)]
