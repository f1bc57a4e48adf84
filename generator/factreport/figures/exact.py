"""Exact fractions: those of the standard library, compiled.

`quicktions` is the same class in C, with the same results in an eighth of the time; a comparison of two currencies does
hundreds of such steps. To whoever checks types it is the standard library's, which has annotations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction
else:
    from quicktions import Fraction

__all__ = ["Fraction"]
