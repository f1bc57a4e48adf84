"""Who copied whom, as nodes with a column in time and a row in their origin's lane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from factreport.model.days import Days
    from factreport.report.records import Hop, Provenance

MOST_NODES = 12
"""With more, copies that nobody repeats are folded into "+n more"."""


class Node(Struct, frozen=True):
    """A source in the drawing."""

    hop: Hop
    parent: str | None
    """Slug of the source it stands below; None for the first of its lane."""
    lane: int
    """Counted from 0, one for each origin; those whose origin is not known follow."""
    known_origin: bool
    day: date | None
    """Where it stands in time: never before the source it repeats. None: it cannot be ordered."""
    folded: int = 0
    """How many that repeat it are not drawn."""
    column: int = 0
    row: int = 0

    @property
    def slug(self) -> str:
        """Slug of its source."""
        return self.hop.source.slug


def all_nodes(provenance: Provenance) -> tuple[Node, ...]:
    """Give all sources as nodes, parents before what repeats them; each source once."""
    found: dict[str, Node] = {}
    lanes = [(hop, True) for hop in provenance.origins] + [(hop, False) for hop in provenance.unordered]
    for lane, (hop, known) in enumerate(lanes):
        for node in _below(hop, None, lane, known=known):
            found.setdefault(node.slug, node)
    return tuple(found.values())


def folded(nodes: tuple[Node, ...], most: int = MOST_NODES) -> tuple[Node, ...]:
    """Give the nodes that tell most, at most that many; each says how many below it are left out.

    First go copies that print the same and that nobody repeats, the latest first; then other copies; then origins.
    """
    kept = {node.slug: node for node in nodes}
    while len(kept) > most:
        repeated = {node.parent for node in kept.values()}
        leaves = [node for node in kept.values() if node.slug not in repeated]
        gone = max(leaves, key=lambda node: (node.parent is not None, not node.hop.changed, _order(node)))
        del kept[gone.slug]
        if gone.parent is not None:
            above = kept[gone.parent]
            kept[above.slug] = replace(above, folded=above.folded + 1 + gone.folded)
    return tuple(kept.values())


def placed(nodes: Iterable[Node], edges: Iterable[tuple[str, str, bool]]) -> tuple[Node, ...]:
    """Give the nodes that can be ordered, with column and row: a row holds a chain, and no line crosses a node."""
    ordered = [node for node in nodes if node.day is not None]
    columns = _columns(ordered, [(start, end) for start, end, _inferred in edges])
    below: dict[str, list[Node]] = {}
    for node in ordered:
        if node.parent in columns:
            below.setdefault(node.parent or "", []).append(node)
    rows: dict[str, int] = {}
    free = 0
    for node in ordered:
        if node.slug not in rows and node.parent not in columns:
            free = _place(node, below, columns, rows, free) + 1
    return tuple(replace(node, column=columns[node.slug], row=rows[node.slug]) for node in ordered)


def _below(hop: Hop, parent: Node | None, lane: int, *, known: bool) -> Iterator[Node]:
    node = Node(hop, None if parent is None else parent.slug, lane, known, _day(hop.source.published, parent))
    yield node
    for copy in hop.repeats:
        yield from _below(copy, node, lane, known=known)


def _day(days: Days, parent: Node | None) -> date | None:
    """Give the first possible day that is not before what it repeats; None if there is none, or no day is known."""
    day = days.first or days.last
    before = None if parent is None else parent.day
    if day is None or (parent is not None and before is None):
        return None
    if before is None or day >= before:
        return day
    return before if days.last is None or days.last >= before else None


def _order(node: Node) -> tuple[str, str]:
    return ("9999" if node.day is None else node.day.isoformat(), node.slug)


def _columns(nodes: list[Node], edges: list[tuple[str, str]]) -> Mapping[str, int]:
    """Give a column for each day, and further ones where a source repeats another of the same day."""
    days = {node.slug: node.day for node in nodes}
    same_day = [(start, end) for start, end in edges if start in days and days[start] == days.get(end)]
    depths = dict.fromkeys(days, 0)
    # As many rounds as the longest chain can have; a cycle, which no round settles, ends with them.
    for _round in range(min(len(nodes), MOST_NODES)):
        for start, end in same_day:
            depths[end] = max(depths[end], depths[start] + 1)
    keys = {slug: ("" if day is None else day.isoformat(), depths[slug]) for slug, day in days.items()}
    order = {key: column for column, key in enumerate(sorted(set(keys.values())))}
    return {slug: order[key] for slug, key in keys.items()}


def _place(
    node: Node, below: Mapping[str, list[Node]], columns: Mapping[str, int], rows: dict[str, int], row: int
) -> int:
    """Give a node its row, the first that repeats it the same, the others the next ones; give the last row used."""
    rows[node.slug] = row
    last = row
    for position, copy in enumerate(sorted(below.get(node.slug, ()), key=lambda each: columns[each.slug])):
        last = _place(copy, below, columns, rows, last if position == 0 else last + 1)
    return last
