"""Work on a claim that several exports and its page ask for is done once."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable

Asked = TypeVarTuple("Asked")
Given = TypeVar("Given")

KEPT = 64
"""Claims whose results are kept: those of one story are judged together, then shown, then written out."""


def once_per_claim(function: Callable[[*Asked], Given]) -> Callable[[*Asked], Given]:
    """Give a function that remembers what it gave for the last claims: `KEPT` of them.

    Reports are told apart by what they are and not by what they say: to compare two would take longer than most of what
    is remembered. Nobody may change a result.
    """
    kept: dict[tuple[int, ...], tuple[object, Given]] = {}

    @wraps(function)
    def asked(*given: *Asked) -> Given:
        name = tuple(map(id, given))
        if name not in kept:
            if len(kept) >= KEPT:
                del kept[next(iter(kept))]
            # What was asked is kept too, so that nothing else can get its place in memory.
            kept[name] = given, function(*given)
        return kept[name][1]

    return asked
