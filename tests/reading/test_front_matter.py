"""Good and broken beginnings of a file, one a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factreport.model.problem import Problem
from factreport.reading.front_matter import FrontMatter, split
from factreport.reading.text_file import TextFile, decode

if TYPE_CHECKING:
    from factreport.reading.front_matter import FrontMatter as Split

GOOD = {
    "plain": (b"---\na: b\n---\ntext\n", "text\n", 4),
    "byte-order mark": (b"\xef\xbb\xbf---\na: b\n---\ntext\n", "text\n", 4),
    "carriage returns": (b"---\r\na: b\r\n---\r\ntext\r\n", "text\n", 4),
    "old carriage returns": (b"---\ra: b\r---\rtext", "text", 4),
    "spaces after the marks": (b"---  \na: b\n---\t\ntext", "text", 4),
    "no text": (b"---\na: b\n---", "", 4),
    "a rule in the text": (b"---\na: b\n---\none\n\n---\n\ntwo", "one\n\n---\n\ntwo", 4),
    "a line separator in a value": ("---\na: b\u2028c\n---\ntext".encode(), "text", 4),
}
BROKEN = {
    "no fields": (b"text\n", "no-front-matter", 1, 1),
    "empty line above": (b"\n---\na: b\n---\n", "no-front-matter", 1, 1),
    "two hyphens": (b"--\na: b\n---\n", "no-front-matter", 1, 1),
    "four hyphens": (b"----\na: b\n---\n", "no-front-matter", 1, 1),
    "indented": (b" ---\na: b\n---\n", "no-front-matter", 1, 1),
    "dash of a word processor": ("\u2014\na: b\n---\n".encode(), "no-front-matter", 1, 1),
    "plus signs": (b"+++\na = 1\n+++\n", "no-front-matter", 1, 1),
    "only a mark": (b"---", "missing-end-mark", 1, 4),
    "not closed": (b"---\na: b\n", "missing-end-mark", 3, 1),
    "not closed, with text": (b"---\na: b\n\ntext\n", "missing-end-mark", 3, 1),
    "not closed, with text directly below": (b"---\na: b\nc:\n  - d\nText\n", "missing-end-mark", 5, 1),
    "closed by four": (b"---\na: b\n----\ntext\n", "missing-end-mark", 3, 1),
    "closed by two": (b"---\na: b\n--\ntext\n", "missing-end-mark", 3, 1),
    "closed with an indentation": (b"---\na: b\n  ---\ntext\n", "missing-end-mark", 3, 1),
    "closed by a dash": ("---\na: b\n\u2014\n".encode(), "missing-end-mark", 3, 1),
    "begun twice": (b"---\n---\na: b\n---\n", "no-front-matter", 2, 1),
    "nothing between": (b"---\n\n---\ntext\n", "no-front-matter", 3, 1),
    "empty": (b"", "empty-file", 1, 1),
    "only white space": (b" \n\t\n", "empty-file", 1, 1),
    "only a byte-order mark": (b"\xef\xbb\xbf", "empty-file", 1, 1),
    "Latin-1": (b"---\na: caf\xe9\n---\n", "not-utf8", 2, 7),
    "Latin-1 after a mark and wide characters": (
        b"\xef\xbb\xbf---\r\na: \xf0\x9d\x84\x9e\xff\r\n",
        "not-utf8",
        2,
        5,
    ),
    "UTF-16": ("---\na: b\n---\n".encode("utf-16"), "not-utf8", 1, 1),
    "cut within a character": (b"---\na: \xe2\x82", "not-utf8", 2, 4),
}


def parse(data: bytes) -> Split | Problem:
    file = decode(data, "claim.md")
    return split(file) if isinstance(file, TextFile) else file


@pytest.mark.parametrize("name", GOOD)
def test_good(name: str) -> None:
    data, body, body_line = GOOD[name]
    front = parse(data)
    assert isinstance(front, FrontMatter)
    assert (front.body, front.body_line) == (body, body_line)


@pytest.mark.parametrize("name", BROKEN)
def test_broken(name: str) -> None:
    data, code, line, column = BROKEN[name]
    problem = parse(data)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.place.line, problem.place.column) == (code, line, column)
    assert problem.hint
