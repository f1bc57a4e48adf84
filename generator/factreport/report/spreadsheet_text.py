"""Text for cells of spreadsheets, safe to open in programs that run what looks like a formula.

A text that begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line end has an apostrophe put before it
(OWASP, "CSV injection"); so has one that begins with an apostrophe, so that taking one off always gives the text back.
"""

from __future__ import annotations

RISKY = frozenset("=+-@\uff1d\uff0b\uff0d\uff20\t\r\n'")
"""First characters of a text that get an apostrophe put before them."""


def safe_text(text: str) -> str:
    """Give the text as it may stand in a cell; not for numbers and days, which begin with a sign and mean it."""
    return f"'{text}" if text[:1] in RISKY else text
