"""Small questions that rules ask of JSON values, and how a value is shown in a message."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.claimreview.json_text import Json
    from factreport.claimreview.problem import Keys

    Node = Json | Mapping[str, Json]

_LONGEST_SHOWN = 80
_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?")


def shown(value: Json) -> str:
    """Give a value for a message: one line, at most 80 characters, nothing that a terminal could take for an order."""
    if isinstance(value, str):
        return f"“{_cut(value)}”"
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    return {"None": "null", "True": "true", "False": "false"}.get(str(value)) or _cut(str(value))


def harmless(text: str) -> str:
    """Give a text with everything that is not printable written as an escape."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape", "backslashreplace").decode() for char in text
    )


def _cut(text: str) -> str:
    text = " ".join(text[: 2 * _LONGEST_SHOWN].split())
    return harmless(text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…")


def types_of(node: Node) -> tuple[str, ...]:
    """Give the types of an object, without the address of the vocabulary; none for anything else."""
    if not isinstance(node, dict):
        return ()
    named = node.get("@type")
    names = named if isinstance(named, list) else [named]
    return tuple(_SCHEMA.sub("", name) if ":" in name else name for name in names if isinstance(name, str))


_SCHEMA = re.compile(r"^(?:https?://(?:www\.)?schema\.org/|schema:)")


def text_at(node: Node, name: str) -> str:
    """Give the text of a property without the blanks around it; empty where it is none."""
    value = node.get(name) if isinstance(node, dict) else None
    return value.strip() if isinstance(value, str) else ""


def each(node: Node, name: str) -> Iterator[tuple[Keys, Json]]:
    """Give the values of a property, one or many, each with its path from the object; nulls are passed over."""
    value = node.get(name) if isinstance(node, dict) else None
    if isinstance(value, list):
        yield from (((name, place), entry) for place, entry in enumerate(value) if entry is not None)
    elif value is not None:
        yield (name,), value


def is_empty(value: Json) -> bool:
    """Tell whether a value says nothing: null, a blank text, an empty list or object."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def number_of(value: Json) -> Decimal | None:
    """Give a number, also one written as text; None for anything else."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return Decimal(value.strip())
    return None


def words(text: str) -> tuple[str, ...]:
    """Give the words of a text as they compare: letters and digits, without regard to case and typography."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return tuple(_WORD.findall(folded))


_WORD = re.compile(r"[^\W_]+")


class Words:
    """The words of a text that comes in pieces, of which no more are read than somebody asks for."""

    def __init__(self, pieces: Iterable[str], read_at_once: int = 1000) -> None:
        """`read_at_once` is the least number of letters read at first, doubled each time more is asked for."""
        self._pieces = iter(pieces)
        self._joined = " "
        self._length = read_at_once

    def number_at_least(self, number: int) -> bool:
        """Tell whether there are so many."""
        while self._joined.count(" ") <= number:
            if not self._read_on():
                return False
        return True

    def say(self, part: tuple[str, ...]) -> bool:
        """Tell whether the words of `part` are among them, side by side and in this order; no where it has none."""
        wanted = f" {' '.join(part)} "
        while wanted not in self._joined:
            if not self._read_on():
                return False
        return True

    def all(self) -> tuple[str, ...]:
        """Give all of them."""
        while self._read_on():
            pass
        return tuple(self._joined.split())

    def _read_on(self) -> bool:
        """Read as much again as has been read; tell whether there was anything."""
        read: list[str] = []
        length = 0
        for piece in self._pieces:
            read.append(piece)
            length += len(piece)
            if length >= self._length:
                break
        self._length *= 2
        # A blank joins with no letter, so that the words of parts are those of the whole.
        found = words(" ".join(read))
        self._joined += "".join(f"{word} " for word in found)
        return bool(read)
