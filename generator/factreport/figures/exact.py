r"""Exact fractions: those of the standard library, compiled.

`quicktions` is the same class in C, with the same results in an eighth of the time; a comparison of two currencies does
hundreds of such steps. To whoever checks types it is the standard library's, which has annotations.

Texts are read by `fraction_of`, never by the class: quicktions 1.24 copies the digits of a text into a buffer that, for
a text of one character, is Python's own `b"\0"`, which is then that digit everywhere in the program.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction
else:
    from quicktions import Fraction

__all__ = ["Fraction", "fraction_of"]


def fraction_of(text: str) -> Fraction:
    """Give the number that a text writes as a decimal, or as two with a slash between.

    >>> fraction_of("2.5"), fraction_of("1852/3600")
    (Fraction(5, 2), Fraction(463, 900))
    """
    top, _slash, bottom = text.partition("/")
    return Fraction(Decimal(top)) / Fraction(Decimal(bottom or 1))
