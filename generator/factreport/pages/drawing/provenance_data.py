"""Who copied whom as data: a row for each source of the tree, also for those that the drawing folds away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.pages.drawing.data_file import Exact, Texts
from factreport.pages.drawing.provenance_nodes import all_nodes
from factreport.pages.drawing.story_data import first_day, last_day

if TYPE_CHECKING:
    from factreport.pages.drawing.provenance_nodes import Node
    from factreport.report.records import Provenance


class ProvenanceDatum(Struct, frozen=True):
    """A source and whom it repeats."""

    source: str
    """Slug of the source."""
    name: str
    published: str
    """As the editors write it: "2025-01-21", "2025-01", "on or after 2025-01-20", "unknown"."""
    published_first: Exact | None
    """Earliest possible day; None where not known."""
    published_last: Exact | None
    """Latest possible day; None where not known."""
    is_origin: bool
    """Whether it repeats nobody and is known to have it from itself."""
    below: str
    """Slug of the source below which it stands; empty for the first of its lane."""
    how: str
    """How it stands to that one, in words; empty for the first of its lane."""
    changed: bool
    """Whether it prints something else than that one."""
    copies: tuple[str, ...]
    """Slugs of all the sources that it credits."""
    probably_used: tuple[str, ...]
    """Slugs of all the sources that we think it used."""
    known_only_through: Texts
    """Publishers that we know it from; none where it was read itself."""
    uncounted: str
    """Why it is none of the reports that are counted, in words; empty where it is one."""


def provenance_data(provenance: Provenance) -> tuple[ProvenanceDatum, ...]:
    """Give a row for each source, each after the one below which it stands."""
    above: dict[tuple[str, bool], list[str]] = {}
    for start, end, inferred in provenance.edges:
        above.setdefault((end, inferred), []).append(start)
    return tuple(
        _datum(node, tuple(above.get((node.slug, False), ())), tuple(above.get((node.slug, True), ())))
        for node in all_nodes(provenance)
    )


def _datum(node: Node, copies: tuple[str, ...], probably_used: tuple[str, ...]) -> ProvenanceDatum:
    hop, published = node.hop, node.hop.source.published
    return ProvenanceDatum(
        source=node.slug,
        name=hop.source.name,
        published=published.text,
        published_first=first_day(published),
        published_last=last_day(published),
        is_origin=node.parent is None and node.known_origin,
        below=node.parent or "",
        how=hop.how,
        changed=hop.changed,
        copies=copies,
        probably_used=probably_used,
        known_only_through=Texts(hop.known_only_through),
        uncounted=hop.uncounted,
    )
