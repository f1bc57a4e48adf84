"""Who copied whom, as a drawing: time from left to right, one lane for each origin, arrows only forward in time.

Solid lines are credits that a source declares, dashed ones what we infer, dotted ones lead to what we know only through
others. The nested list in words, which pages show first, is complete without it.

Longer than other modules: lanes, arrows and key share one scale of days and one set of measures.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton
from markupsafe import Markup

from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.pages.dates import DAYS_KEPT, days_words
from factreport.pages.drawing.markup import classes, element, join, svg_line, svg_text
from factreport.pages.drawing.picture import Picture
from factreport.pages.drawing.provenance_nodes import all_nodes, folded, placed
from factreport.pages.drawing.text_width import shortened, wrapped
from factreport.pages.glyphs import KINDS
from factreport.pages.words import kind_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from babel import Locale

    from factreport.pages.drawing.provenance_nodes import Node
    from factreport.report.records import Hop, Provenance

DRAWN_FROM = 4
"""Fewer sources are told in words alone."""
NODE_WIDTH, NODE_HEIGHT = 168, 54
COLUMN, ROW = 210, 78
NAME_SIZE = 13
"""Names are 12 pixels high and bold, so as wide as 13."""
TOP = 34
KEY_LINE = 20
LEAST_WIDTH = 520


def provenance_drawing(
    provenance: Provenance, *, locale: Locale, subject: str = "", credit: str = ""
) -> Picture | None:
    """Give the drawing; None for fewer than four sources. Its file names the claim or story as `subject`."""
    nodes = all_nodes(provenance)
    if len(nodes) < DRAWN_FROM:
        return None
    shown = folded(nodes)
    hidden = len(nodes) - len(shown) - sum(node.folded for node in shown)
    ordered = placed(shown, provenance.edges)
    rest = [node for node in shown if node.day is None]
    width = max(LEAST_WIDTH, _right(ordered), COLUMN * min(len(rest), 4))
    edges = _drawn_edges(provenance, ordered)
    parts = [_ticks(ordered, locale), _lane_rules(ordered, width), *(_edge(*edge) for edge in edges)]
    parts += [_node(node, _x(node), _y(node), locale) for node in ordered]
    y = TOP + ROW * (max((node.row for node in ordered), default=-1) + 1)
    drawn, y = _unordered(rest, {node.slug: node.hop.source.name for node in nodes}, y, locale)
    key, y = _key(shown, {inferred for _start, _end, inferred in edges}, hidden, y)
    description = "\n".join(hop_sentence(node.hop, locale=locale) for node in nodes)
    title = _("Who copied whom: {count}").format(count=provenance.count.sentence)
    return Picture(title, description, join(*parts, drawn, key), width, y, subject, credit)


def hop_sentence(hop: Hop, *, locale: Locale) -> str:
    """Give a source of the tree in words: "Agency, 2 February 2025: names it, prints something else"."""
    notes = [hop.how] if hop.how else []
    if hop.changed:
        notes.append(_("prints something else"))
    if hop.uncounted:
        notes.append(hop.uncounted)
    if hop.known_only_through:
        notes.append(
            _("not seen by us; known through {publishers}").format(publishers=", ".join(hop.known_only_through))
        )
    name = _("{source}, {date}").format(source=hop.source.name, date=days_words(hop.source.published, locale))
    if hop.title:
        name = _("{source}, “{title}”").format(source=name, title=hop.title)
    return _("{source}: {notes}").format(source=name, notes=", ".join(notes)) if notes else name


def _x(node: Node) -> int:
    return 1 + COLUMN * node.column


def _y(node: Node) -> int:
    return TOP + ROW * node.row + 8


def _right(nodes: Iterable[Node]) -> int:
    return max((_x(node) + NODE_WIDTH + 12 for node in nodes), default=0)


def _ticks(nodes: Sequence[Node], locale: Locale) -> Markup:
    """Give a dated tick above the first column of each day."""
    columns: dict[str, int] = {}
    for node in nodes:
        if node.day is not None:
            words = _day_words(node.day, locale)
            columns[words] = min(columns.get(words, node.column), node.column)
    bottom = TOP + ROW * (max((node.row for node in nodes), default=-1) + 1) - 8
    ticks = [
        svg_line("grid", 1 + COLUMN * column, 1 + COLUMN * column, 20, bottom)
        + svg_text(words, "tick", 1 + COLUMN * column, 13)
        for words, column in columns.items()
    ]
    return join(*ticks)


@lru_cache(DAYS_KEPT)
def _day_words(day: date, locale: Locale) -> str:
    return str(format_date(day, "medium", locale=locale))


def _lane_rules(nodes: Sequence[Node], width: int) -> Markup:
    """Give a thin line between two lanes."""
    rows = sorted((node.row, node.lane) for node in nodes)
    tops = [TOP + ROW * later[0] - 4 for earlier, later in pairwise(rows) if earlier[1] != later[1]]
    return join(*(svg_line("lane-rule", 0, width, f"{top}.5", f"{top}.5") for top in tops))


def _drawn_edges(provenance: Provenance, nodes: Sequence[Node]) -> list[tuple[Node, Node, bool]]:
    """Give the edges that lead forward in time between drawn sources; inferred ones last, on top."""
    by_slug = {node.slug: node for node in nodes}
    edges = [
        (by_slug[start], by_slug[end], inferred)
        for start, end, inferred in provenance.edges
        if start in by_slug and end in by_slug and by_slug[start].column < by_slug[end].column
    ]
    return sorted(edges, key=lambda edge: edge[2])


def _elbow(source: Node, copy: Node, *, inferred: bool) -> str:
    """Give a line down the gap behind the source, then along the copy's own row; corners are rounded."""
    start, end = _x(source) + NODE_WIDTH, _x(copy) - 6
    top, bottom = _y(source) + NODE_HEIGHT // 2, _y(copy) + NODE_HEIGHT // 2
    if top == bottom:
        return f"M{start} {top}H{end}"
    turn = start + (22 if inferred else 14)
    down = f"H{turn - 6}Q{turn} {top} {turn} {top + 6}V{bottom - 6}"
    return f"M{start} {top}{down}Q{turn} {bottom} {turn + 6} {bottom}H{end}"


def _curve(source: Node, copy: Node, bottom: int) -> str:
    """Give a curve to a source that stands below another one; nodes on its way cover it."""
    start, end = _x(source) + NODE_WIDTH, _x(copy) - 6
    top = _y(source) + NODE_HEIGHT // 2 + (10 if _y(source) < _y(copy) else -10)
    return f"M{start} {top}C{start + 30} {top} {end - 34} {bottom} {end} {bottom}"


def _edge(source: Node, copy: Node, inferred: bool) -> Markup:  # noqa: FBT001 - a field of the edge
    y = _y(copy) + NODE_HEIGHT // 2
    if copy.parent == source.slug:
        path = _elbow(source, copy, inferred=inferred)
    else:
        y += 12 if _y(source) > _y(copy) else -12
        path = _curve(source, copy, y)
    through = "through" if copy.hop.known_only_through else ""
    kind = classes("edge", "inferred" if inferred else "", through)
    head = element(
        "path", class_=classes("edge-head", "inferred" if inferred else ""), d=f"M{_x(copy) - 9} {y - 5}l8 5-8 5z"
    )
    return element("path", class_=kind, d=path) + head


def _node(node: Node, x: int, y: int, locale: Locale, note: str = "") -> Markup:
    hop, source = node.hop, node.hop.source
    kind = classes(
        "node",
        "counts" if node.parent is None and node.known_origin else "",
        "" if node.known_origin or node.parent is not None else "unknown",
        "through" if hop.known_only_through else "",
    )
    names = wrapped(source.name, NODE_WIDTH - 40, NAME_SIZE)
    lines = names if len(names) <= 2 else [names[0], shortened(" ".join(names[1:]), NODE_WIDTH - 40, NAME_SIZE)]
    small = shortened(note or _small_words(node, locale), NODE_WIDTH - 40, 11)
    first = y + (24 if len(lines) == 1 else 17)
    parts = [
        element("title", hop_sentence(hop, locale=locale)),
        element("rect", class_=kind, x=x, y=y, width=NODE_WIDTH, height=NODE_HEIGHT, rx=9),
        element("g", Markup(KINDS[source.kind]), class_="glyph", transform=f"translate({x + 8} {y + 17}) scale(.8)"),  # noqa: S704 - our own glyphs
        *(svg_text(line, "label", x + 33, first + 14 * n) for n, line in enumerate(lines)),
        svg_text(small, "small", x + 33, first + 14 * len(lines)),
    ]
    if hop.changed:
        parts.append(_changed_mark(x + NODE_WIDTH - 4, y + 3))
    if node.folded:
        parts.append(_more(node.folded, x + 12, y + NODE_HEIGHT - 7))
    return element("g", *parts)


def _small_words(node: Node, locale: Locale) -> str:
    """Give how far the day at the tick above is known, where it is not; else what kind of source it is."""
    published = node.hop.source.published
    if node.day is None or published.day == node.day:
        return kind_words(node.hop.source.kind)
    if published.last is None:
        return _("this day or later")
    if published.first is None:
        return _("this day or earlier")
    skeleton = "MMMd" if published.last.year == node.day.year else "yMMM"
    return _("this day to {day}").format(day=format_skeleton(skeleton, published.last, locale=locale))


def _changed_mark(x: int, y: int) -> Markup:
    disc = element("circle", class_="changed-disc", cx=x, cy=y, r=9)
    return disc + element("text", "≠", class_="changed-mark", x=x, y=y + 5, text_anchor="middle")


def _more(number: int, x: int, y: int) -> Markup:
    label = ngettext("+{n} more", "+{n} more", number).format(n=number)
    pill = element("rect", class_="more", x=x, y=y, width=16 + 8 * len(label), height=19, rx=9)
    return pill + svg_text(label, "small", x + 8, y + 14)


def _unordered(nodes: Sequence[Node], names: dict[str, str], y: int, locale: Locale) -> tuple[Markup, int]:
    """Give the lane of those that cannot be ordered, four to a line, with the name of what they repeat."""
    if not nodes:
        return join(), y
    parts = [svg_text(_("Cannot be ordered in time"), "tick", 0, y + 16)]
    for number, node in enumerate(nodes):
        note = _("repeats {source}").format(source=names[node.parent]) if node.parent in names else ""
        line, position = divmod(number, 4)
        parts.append(_node(node, 1 + COLUMN * position, y + 28 + ROW * line, locale, note))
    return join(*parts), y + 28 + ROW * ((len(nodes) + 3) // 4)


def _key(nodes: Sequence[Node], kinds: set[bool], hidden: int, y: int) -> tuple[Markup, int]:
    """Give the words for lines (`kinds`: whether inferred) and marks, as far as they occur."""
    first = [node for node in nodes if node.parent is None]
    through = any(node.hop.known_only_through for node in nodes)
    entries = [
        (False in kinds, _line_sample("edge"), _("names its source")),
        (True in kinds, _line_sample("edge inferred"), _("probably used it: our inference")),
        (through, _box_sample("node through"), _("not seen by us, known through others")),
        (any(node.known_origin for node in first), _box_sample("node counts"), _("origin")),
        (not all(node.known_origin for node in first), _box_sample("node unknown"), _("origin not known")),
        (any(node.hop.changed for node in nodes), _changed_mark(14, 0), _("prints something else")),
    ]
    occurring = [(sample, words) for occurs, sample, words in entries if occurs]
    parts = []
    for number, (sample, words) in enumerate(occurring):
        line, side = divmod(number, 2)
        at = element("g", sample, svg_text(words, "small", 38, 4))
        parts.append(element("g", at, transform=f"translate({side * 262} {y + 14 + KEY_LINE * line})"))
    y += 14 + KEY_LINE * ((len(occurring) + 1) // 2)
    if hidden:
        words = ngettext("{n} more source is not drawn", "{n} more sources are not drawn", hidden).format(n=hidden)
        parts.append(svg_text(words, "small", 0, y + 4))
        y += KEY_LINE
    return join(*parts), y


def _line_sample(kind: str) -> Markup:
    return element("path", class_=kind, d="M0 0H28")


def _box_sample(kind: str) -> Markup:
    return element("rect", class_=kind, x=1, y=-7, width=26, height=14, rx=4)
