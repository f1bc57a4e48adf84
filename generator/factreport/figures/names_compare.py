"""Compare lists of names as sets, in both directions: who is missing, and who is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.comparison import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence


class NamesComparison(Struct, frozen=True):
    """How two lists of names stand to each other: `same`, `satisfies`, `compatible` or `conflict`."""

    kind: Kind
    both: tuple[str, ...]
    """Named by both, in a's order and spelling."""
    only_a: tuple[str, ...]
    """Missing from b."""
    only_b: tuple[str, ...]
    """Added by b."""


def compare_names(a: Sequence[str] | None, b: Sequence[str] | None) -> NamesComparison:
    """Compare two lists of names without regard to order, repetition, case and spaces.

    None, or no names at all, is not stated. Where one lists some of the other's names alone, it `satisfies`; lists that
    share some names and differ both ways are `compatible`; lists that share none are a `conflict`.
    """
    first, second = _by_key(a or ()), _by_key(b or ())
    both = tuple(name for key, name in first.items() if key in second)
    only_a = tuple(name for key, name in first.items() if key not in second)
    only_b = tuple(name for key, name in second.items() if key not in first)
    return NamesComparison(_kind(first, second, both), both, only_a, only_b)


def _kind(first: dict[str, str], second: dict[str, str], both: tuple[str, ...]) -> Kind:
    if not first or not second:
        return Kind.NOT_STATED
    if first.keys() == second.keys():
        return Kind.SAME
    if len(both) in {len(first), len(second)}:
        return Kind.SATISFIES
    return Kind.COMPATIBLE if both else Kind.CONFLICT


def _by_key(names: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(" ".join(name.split()).casefold(), name)
    return found
