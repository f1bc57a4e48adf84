"""Which characters the fonts of link previews have, told without drawing any."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

_BLANKS = re.compile(r"[^\S\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")


def as_drawn(text: str) -> str:
    """Give a text as the fonts write it, or "" if it has a character that they lack: better nothing than empty boxes.

    Blanks are single, letters composed (NFC), and characters that nobody sees left out.
    """
    composed = unicodedata.normalize("NFC", _BLANKS.sub(" ", text).strip())
    hidden = {ord(character): None for character in set(composed) if unicodedata.category(character) == "Cf"}
    seen = composed.translate(hidden)
    return seen if characters().issuperset(seen) else ""


@cache
def characters() -> frozenset[str]:
    """Give all characters that every face has."""
    runs = (line.split("-") for line in font_file("characters.txt").decode().split())
    return frozenset(chr(code) for first, last in runs for code in range(int(first, 16), int(last, 16) + 1))


@cache
def font_file(name: str) -> bytes:
    """Give a file of the folder `fonts`."""
    return (files(__package__) / "fonts" / name).read_bytes()
