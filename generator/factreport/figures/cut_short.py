"""Figures behind which something stands that a reader takes for their part: "$16 milion", "$1O million", "$16,000,00".

Read by itself, such a figure is another one than was printed or meant.
"""

from __future__ import annotations

import re

from factreport.figures.east_asian import LETTERS, SCALES
from factreport.figures.other_languages import SCALES_ELSEWHERE, UNREADABLE
from factreport.figures.phrases import words

# In Chinese, Japanese and Korean the next word touches every figure, and only a scale can be meant as its part.
_TOUCHING = re.compile(rf"[{''.join(SCALES)}]|(?![{LETTERS}])[^\W_]+|[.,·'’]\d[\d.,·'’]*")
_NEXT_WORD = re.compile(r"[\s-]?([^\W\d_]+)")
_SCALES = words("""
    thousand million millions billion billions trillion trillions quadrillion
""")
_OTHER_WORDS = words("bullion mullion pillion zillion")
"""Words of their own, one letter from a scale."""


def taken_for_its_part(text: str, end: int) -> str:
    """Give what stands right behind the figure that ends here and looks as if it belonged to it; empty for nothing.

    That are letters and digits that touch it, and scale words that are misspelt or of another language.
    """
    touching = _TOUCHING.match(text, end)
    if touching:
        return touching.group()
    following = _NEXT_WORD.match(text, end)
    return following[1] if following and _is_scale(following[1].lower()) else ""


def _is_scale(word: str) -> bool:
    if word in UNREADABLE or word in SCALES_ELSEWHERE:
        return True
    return word not in _OTHER_WORDS and any(_is_one_slip_from(word, scale) for scale in _SCALES)


def _is_one_slip_from(word: str, other: str) -> bool:
    """Tell whether one letter is too much, missing or another one, or two neighbours changed places; never if equal."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    a, b = word[same:], other[same:]
    swapped = a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped
