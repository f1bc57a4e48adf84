"""A form: a content file whose fields are still to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable


class Blank(Struct, frozen=True):
    """A field with the comment above it that says what to write."""

    name: str
    says: str = ""
    """Empty: the name says enough."""
    value: str = ""
    """As it is written in the file; empty where somebody has to write it."""
    before: str = ""
    """What stands before the name: spaces, and the hyphen of a list's item."""


def form(blanks: Iterable[Blank], below: str) -> str:
    """Give the text of a file with these fields; `below` is the comment before the text under them."""
    lines = [line for blank in blanks for line in _lines(blank)]
    return "\n".join(["---", *lines, f"# {below}", "---", ""])


def _lines(blank: Blank) -> list[str]:
    field = f"{blank.before}{blank.name}: {blank.value}".rstrip()
    return [f"{' ' * len(blank.before)}# {blank.says}", field] if blank.says else [field]
