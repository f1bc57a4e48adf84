"""Whether the words beside a share say that something rose or fell: "up 20%", "a fall of 20%", "20% lower".

The figure is read without them, so "up 20%" and "down 20%" are one number. English only; of words in another language
the translation is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factreport.figures.phrases import words
from factreport.model.value import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.figures.figure import Figure
    from factreport.rules.case import Pair, Stated

UP, DOWN = 1, -1
CHANGES = frozenset({"%", "pp", "bp"})
"""Units in which changes are printed; money and counts that rise have no direction of their own."""
_RISING = words(
    "up rise rises rose risen rising grow grows grew grown growing growth increase increases increased increasing gain"
    " gains gained gaining jump jumps jumped climb climbs climbed surge surges surged soar soars soared expanded"
    " expansion higher more"
)
_FALLING = words(
    "down fall falls fell fallen falling drop drops dropped decline declines declined declining decrease decreases"
    " decreased shrink shrinks shrank shrunk contracted contraction plunge plunges plunged slump slumps slumped slide"
    " slides slid slip slips slipped tumble tumbles tumbled lose loses lost cut cuts reduce reduces reduced reduction"
    " lower less fewer"
)
_BETWEEN = words(
    "by of about around nearly almost roughly some a an further another just more less than over under at least"
)
"""May stand between the word and the number; never "to": what rose to 20% did not rise by it."""
_ADJECTIVES = words("year-on-year annual yearly monthly quarterly annualised annualized sharp overall real")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|[^\w\s]")


def opposite(pair: Pair) -> bool:
    """Tell whether one side says that something rose and the other that it fell."""
    return direction(pair.reference) * direction(pair.other) == UP * DOWN


def direction(stated: Stated) -> int:
    """Give `UP` or `DOWN` where the words beside a share say so, or its minus sign; else 0."""
    if not isinstance(stated.value, Quantity) or not CHANGES.issuperset(stated.value.figure.units):
        return 0
    figure = stated.value.figure
    if figure.numeral.value < 0:
        return DOWN
    return next((found for text in _texts(stated) if (found := _beside(figure, text))), 0)


def _texts(stated: Stated) -> Iterator[str]:
    citation = stated.citation
    yield from (
        text for text in (stated.statement.text, citation.translation or citation.quote, citation.noted) if text
    )


def _beside(figure: Figure, text: str) -> int:
    start = text.find(figure.text)
    if start < 0:
        return 0
    before = [word.lower() for word in _WORD.findall(text[:start])][::-1]
    after = [word.lower() for word in _WORD.findall(text[start + len(figure.text) :])]
    return _first(before, _BETWEEN) or _first(after, _ADJECTIVES)


def _first(found: list[str], passed: frozenset[str]) -> int:
    """Give the direction that the first word has that is not `passed` over."""
    word = next((word for word in found if word not in passed), "")
    return UP if word in _RISING else DOWN if word in _FALLING else 0
