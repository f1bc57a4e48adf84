"""Placeholders filled in messages and markup: everything that is not markup is escaped, and each form is read once."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from string import Formatter
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from factreport.language import isolated

if TYPE_CHECKING:
    from collections.abc import Callable

trusted: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Makes markup of text that is known to be safe, as `Markup` does; linted like it, and quicker."""
TO_ESCAPE = re.compile("[&<>\"']")
"""What cannot stand in a document as it is; most texts have none of it."""
FORMS = 2048
"""Messages and pieces of markup kept as read; a site has some hundreds."""


def fill(message: str, **values: Any) -> Markup:
    """Fill `{name}` in a message or piece of markup; the message and all values but markup are escaped.

    Values in a message that run from right to left are kept apart from its words (see `isolated`).
    KeyError for a name without a value.
    """
    pieces = _pieces(message, isinstance(message, Markup))
    if pieces is None:
        return Markup(escape(message)).format(**values)  # noqa: S704 - just escaped
    written = escaped if isinstance(message, Markup) else _in_a_sentence
    filled = [text if name is None else f"{text}{written(values[name])}" for text, name in pieces]
    return trusted("".join(filled))


def _in_a_sentence(value: Any) -> str:
    """Give a value escaped, and apart where it runs from right to left."""
    return isolated(escaped(value)) if isinstance(value, str) else escaped(value)


def escaped(value: Any) -> str:
    """Give what `escape` gives, as text; quick where nothing has to be escaped."""
    kind = type(value)
    if kind is int:
        return str(value)
    quick: bool = kind is Markup or (kind is str and not TO_ESCAPE.search(value))
    return value if quick else escape(value)


@lru_cache(FORMS)
def _pieces(message: str, is_markup: bool) -> tuple[tuple[str, str | None], ...] | None:  # noqa: FBT001 - part of the key
    """Give the escaped message in pieces, each followed by the value of a name; None where names are no plain words."""
    text = str(message) if is_markup else str(escape(message))
    parsed = tuple(Formatter().parse(text))
    if any(
        name is not None and (form or conversion or not name.isidentifier()) for _, name, form, conversion in parsed
    ):
        return None
    return tuple((literal, name) for literal, name, _form, _conversion in parsed)
