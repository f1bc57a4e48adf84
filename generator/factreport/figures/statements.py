"""One figure as an editor writes it: "approximately $6.8 billion", "40 billion yuan (£4.4 billion)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factreport.figures.phrases import words
from factreport.figures.read import read_figures
from factreport.language import gettext as _

if TYPE_CHECKING:
    from factreport.figures.figure import Figure

_LEFT_OVER = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*|[^\s\w()\[\],;.:–—-]")
_HARMLESS = words("or and a an the from between to about in per cent of aged age ages")
_VAGUE = words("""
    tens dozens scores hundreds thousands millions billions trillions lakhs crores several handful nobody
""")
_MARGIN = re.compile(r"plus[- ]or[- ]minus|plus/minus|\+/[-−–]|±", re.IGNORECASE)
"""Said before a margin of error, which is the figure after it."""
_WHOLE = " of it"
"""Said after a share, so that "a third" by itself is read as one."""


def parse_statement(text: str) -> tuple[Figure, tuple[Figure, ...]]:
    """Return the figure that the text holds and its conversions ("40 billion yuan (£4.4 billion)" has one).

    Raises ValueError, with a sentence for the editor, when the text holds no figure, several that are no conversions in
    brackets, or words that are no part of it.
    """
    figures = read_alone(text)
    if not figures and is_vague(text):
        raise ValueError(_("“{text}” is no figure: it says no number.").format(text=_short(text)))
    if not figures:
        message = _("No figure found in “{text}”. Write one such as “$5.5 billion” or “60%”.")
        raise ValueError(message.format(text=_short(text)))
    first, *others = figures
    for other in others:
        if other.conversion_of is None:
            message = _("Several figures in “{text}”: “{first}” and “{second}”. Write one; conversions go in brackets.")
            raise ValueError(message.format(text=_short(text), first=first.text, second=other.text))
    unread = _unread(text, figures)
    if unread:
        message = _("“{word}” in “{text}” is no part of a figure that can be read. Read so far: “{figure}”.")
        raise ValueError(message.format(word=unread[0], text=_short(text), figure=first.text))
    return first, tuple(others)


def read_alone(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text that stands by itself, where "a third" is a share without what it is of."""
    return read_figures(text) or read_figures(text.rstrip() + _WHOLE)


def is_vague(text: str) -> bool:
    """Whether words say how many without a number ("tens of thousands", "dozens", "no one")."""
    said = set(text.lower().replace("-", " ").split())
    return not _VAGUE.isdisjoint(said) or "no one" in text.lower()


def _unread(text: str, figures: tuple[Figure, ...]) -> list[str]:
    """Return the words of the text that belong to no figure, no qualifier and no bracket of a conversion."""
    rest, place = "", 0
    for figure in figures:
        rest += text[place : figure.start] + " "
        place = figure.end
    rest += text[place:]
    for figure in figures:
        rest = rest.replace(figure.qualifier_text, " ", 1)
    rest = _MARGIN.sub("", rest, count=1)
    return [word for word in _LEFT_OVER.findall(rest) if word.lower() not in _HARMLESS]


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "…"
