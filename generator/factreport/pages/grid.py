"""Names and replies side by side: a row for each source, a column for each party, a word in each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import gettext as _
from factreport.model.value import Names, Reply, Responses
from factreport.rules.printed import name_key
from factreport.rules.replies import reply_words

if TYPE_CHECKING:
    from factreport.model.value import Value
    from factreport.report.records import FigureReport, Row


class GridCell(Struct, frozen=True):
    """What one source says of one party."""

    word: str
    is_silent: bool
    """Whether it says nothing of the party."""
    differs: bool
    """Whether the source that all are compared with says something else."""


class GridRow(Struct, frozen=True):
    """What one source says of all parties."""

    row: Row
    cells: tuple[GridCell, ...]


class Grid(Struct, frozen=True):
    """All sources by all parties."""

    parties: tuple[str, ...]
    rows: tuple[GridRow, ...]
    reference: str
    """Name of the source that the others are compared with; empty where there is none."""


def grid_of(figure: FigureReport) -> Grid | None:
    """Give the grid of a figure of names or replies; None for other kinds, and for one source or one party."""
    rows = [row for row in figure.rows if isinstance(row.statement.value, Names | Responses)]
    named = _named(figure, rows)
    if len(rows) < 2 or len(named) < 2:
        return None
    compared_with = next((row for row in rows if row.is_reference), None)
    reference = compared_with.statement.value if compared_with else None
    return Grid(
        tuple(named.values()),
        tuple(GridRow(row, tuple(_cell(row.statement.value, reference, key) for key in named)) for row in rows),
        compared_with.citation.source.name if compared_with else "",
    )


def _named(figure: FigureReport, rows: list[Row]) -> dict[str, str]:
    """Give the parties in order, as they are first written, by what all spellings of each share."""
    found: dict[str, str] = {}
    for name in (*figure.figure.parties, *(name for row in rows for name in parties(row.statement.value))):
        found.setdefault(name_key(name), name)
    return found


def parties(value: Value) -> tuple[str, ...]:
    """Give the parties that a statement names, in its order."""
    if isinstance(value, Names):
        return value.names
    return tuple(party for party, _reply in value.replies) if isinstance(value, Responses) else ()


def _cell(value: Value, reference: Value | None, key: str) -> GridCell:
    word, silent = _said(value, key)
    return GridCell(word, silent, reference is not None and _said(reference, key) != (word, silent))


def _said(value: Value, key: str) -> tuple[str, bool]:
    """Give the word for what a statement says of a party, and whether that is nothing."""
    if isinstance(value, Names):
        is_named = any(name_key(name) == key for name in value.names)
        return (_("named"), False) if is_named else (_("not named"), True)
    replies = {name_key(party): reply for party, reply in value.replies} if isinstance(value, Responses) else {}
    reply = replies.get(key, Reply.NOT_MENTIONED)
    return reply_words(reply), reply is Reply.NOT_MENTIONED
