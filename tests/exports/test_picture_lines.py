"""Lines of a link preview, broken by looked-up widths, held against the plain way: measuring each text anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factreport.exports.picture.characters import as_drawn
from factreport.exports.picture.lines import MeasuredText
from factreport.exports.picture.typeface import Face, Type

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = st.text("abWAVTo. 123…\N{NO-BREAK SPACE}", max_size=60)
WIDTHS = st.floats(0, 900)
TYPE = Type(Face.TITLE, 64)


def plain_lines(text: str, width: float, fits: Callable[[str, float], bool]) -> tuple[str, ...]:
    found: list[str] = []
    for word in plain_words(text, width, fits):
        joined = f"{found[-1]} {word}" if found else word
        if fits(joined, width):
            found[-1:] = [joined]
        else:
            found.extend(plain_pieces(word, width, fits))
    return tuple(found)


def plain_words(text: str, width: float, fits: Callable[[str, float], bool]) -> list[str]:
    words: list[str] = []
    for word in text.split(" ") if text else ():
        joined = f"{words[-1]} {word}" if words and words[-1][-1:].isdigit() else ""
        if joined and fits(joined, width / 2):
            words[-1] = joined
        else:
            words.append(word)
    return words


def plain_pieces(word: str, width: float, fits: Callable[[str, float], bool]) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and not fits(pieces[-1] + character, width):
            pieces.append("")
        pieces[-1] += character
    return pieces


@given(TEXTS, WIDTHS)
@example("", 10)
@example(" a  b ", 40)
@example("1 2 3", 200)
def test_lines_are_those_of_measuring_every_text_anew(text: str, width: float) -> None:
    assert TYPE.lines(text, width) == plain_lines(text, width, TYPE.fits)


@given(TEXTS, WIDTHS)
def test_lines_are_the_same_where_pairs_of_letters_stand_much_closer(text: str, width: float) -> None:
    def step(character: str, following: str) -> int:
        return ord(character) % 41 - (37 if (character, following) in {("T", "o"), ("A", "V"), ("1", "2")} else 0)

    def fits(part: str, room: float) -> bool:
        return sum(step(*pair) for pair in zip(part, (*part[1:], ""), strict=False)) / 2 <= room

    assert MeasuredText(text, step, 2).lines(width) == plain_lines(text, width, fits)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("a \N{ZERO WIDTH SPACE} b", "a  b"),
        ("Caf\N{LATIN SMALL LETTER E}\N{COMBINING ACUTE ACCENT}\N{SOFT HYPHEN}s", "Cafés"),
        ("字", ""),
        ("", ""),
    ],
)
def test_text_is_drawn_without_characters_that_nobody_sees(text: str, drawn: str) -> None:
    assert as_drawn(text) == drawn
