"""Who copied whom as pages list it: the whole tree, or as much of it as a page can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.report.records import Hop, Provenance


def shortened(provenance: Provenance, most: int) -> tuple[Provenance, int]:
    """Give the tree with its first `most` sources, origins before what repeats them, and how many it leaves out."""
    level: list[tuple[tuple[int, ...], Hop]] = [
        ((place,), hop) for place, hop in enumerate((*provenance.origins, *provenance.unordered))
    ]
    kept: set[tuple[int, ...]] = set()
    total = 0
    while level:
        kept.update(path for path, _hop in level[: max(0, most - total)])
        total += len(level)
        level = [((*path, place), copy) for path, hop in level for place, copy in enumerate(hop.repeats)]
    if total <= most:
        return provenance, 0
    origins = _kept(provenance.origins, (), 0, kept)
    unordered = _kept(provenance.unordered, (), len(provenance.origins), kept)
    return replace(provenance, origins=origins, unordered=unordered), total - most


def _kept(hops: Iterable[Hop], above: tuple[int, ...], start: int, kept: set[tuple[int, ...]]) -> tuple[Hop, ...]:
    paths = ((hop, (*above, place)) for place, hop in enumerate(hops, start))
    return tuple(replace(hop, repeats=_kept(hop.repeats, path, 0, kept)) for hop, path in paths if path in kept)
