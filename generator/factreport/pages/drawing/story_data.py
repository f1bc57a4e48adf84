"""The matrix and the timeline of a story as data: a row for each source and figure, from the records that are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.pages.drawing.data_file import Exact, Texts

if TYPE_CHECKING:
    from datetime import date

    from factreport.model.days import Days
    from factreport.pages.drawing.matrix import Matrix
    from factreport.pages.drawing.timeline import Timeline


class MatrixDatum(Struct, frozen=True):
    """What a source says of a figure."""

    source: str
    """Slug of the source."""
    name: str
    published: str
    """As the editors write it: "2025-01-21", "2025-01", "on or after 2025-01-20", "unknown"."""
    claim: str
    """What the claim says whose figure it is."""
    figure: str
    """The figure's label."""
    says: str
    """ "states", "changes" (credits another, prints something else), "silent", or "unknown": not cited for it."""
    printed: Texts
    """What it prints, for quantities and dates; several where its parts differ."""
    retired: Exact | None
    """Day on which the claim was withdrawn; None where it stands."""


class TimelineDatum(Struct, frozen=True):
    """What a source prints for a figure, and when."""

    source: str
    """Slug of the source."""
    name: str
    published: str
    """As the editors write it."""
    published_first: Exact | None
    """Earliest possible day; None where not known."""
    published_last: Exact | None
    """Latest possible day; None where not known."""
    figure: str
    """The figure's label."""
    printed: str
    """As printed; several, with commas, where its parts differ."""
    changed: bool
    """Whether it credits another source for it and prints something else."""
    repeats_others: bool
    """Whether everything it prints repeats other sources."""
    retired: Exact | None
    """Day on which the figure's claim was withdrawn; None where it stands."""


def matrix_data(matrix: Matrix) -> tuple[MatrixDatum, ...]:
    """Give a row for each cell, source by source."""
    return tuple(
        MatrixDatum(
            source=row.source.slug,
            name=row.source.name,
            published=row.source.published.text,
            claim=column.claim,
            figure=column.label,
            says=cell.says.value,
            printed=Texts(cell.printed),
            retired=exact_day(column.retired),
        )
        for row in matrix.rows
        for column, cell in zip(matrix.columns, row.cells, strict=True)
    )


def timeline_data(timeline: Timeline) -> tuple[TimelineDatum, ...]:
    """Give a row for each figure that a source prints, by date; undated sources come last."""
    return tuple(
        TimelineDatum(
            source=moment.source.slug,
            name=moment.source.name,
            published=moment.source.published.text,
            published_first=first_day(moment.source.published),
            published_last=last_day(moment.source.published),
            figure=printed.figure,
            printed=printed.text,
            changed=printed.changed,
            repeats_others=moment.copies,
            retired=exact_day(printed.retired),
        )
        for moment in timeline.moments
        for printed in moment.printed
    )


def first_day(days: Days) -> Exact | None:
    """Give the earliest possible day as ISO 8601 has it; None where not known."""
    return exact_day(days.first)


def last_day(days: Days) -> Exact | None:
    """Give the latest possible day as ISO 8601 has it; None where not known."""
    return exact_day(days.last)


def exact_day(day: date | None) -> Exact | None:
    """Give a day as ISO 8601 has it; None for none."""
    return None if day is None else Exact(day.isoformat())
