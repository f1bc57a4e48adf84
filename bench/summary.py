"""Tables of what was measured, in Markdown: medians, ratios, growth."""

from __future__ import annotations

import math
import statistics
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Measured = dict[str, Any]
"""A row as `measure.as_data` gives it."""
REFERENCE = "hugo"
PLAIN_MKDOCS = "mkdocs"
NONE = "–"
NOTHING: Measured = {"runs": [], "memory": None}
"""Stands for a row that was not measured."""


def median(row: Measured, what: str = "wall") -> float:
    """Give the median in seconds; of nothing, not a number."""
    values = [run[what] for run in row["runs"]]
    return statistics.median(values) if values else math.nan


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Give the exponent of growth: the slope of a straight line through the logarithms, by least squares."""
    xs, ys = zip(*((math.log(x), math.log(y)) for x, y in points), strict=True)
    return statistics.linear_regression(xs, ys).slope


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table, the first column to the left, the others to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def summary(data: Mapping[str, Any]) -> str:
    """Give all sections that there are measurements for."""
    return "\n\n".join(section for section in _sections(data) if section) + "\n"


def _sections(data: Mapping[str, Any]) -> Iterator[str]:
    rows: list[Measured] = data["rows"]
    full = [row for row in rows if row["what"] == "full"]
    for claims in sorted({row["claims"] for row in full}):
        yield f"## Full build, {claims:,} claims"
        yield _full_table([row for row in full if row["claims"] == claims])
    yield from _growth(full)
    yield from _edits(rows)
    yield from _changes(rows)
    yield from _limits(rows)
    yield from _pieces(data.get("pieces", []))
    yield from _real(data.get("real", []))


def _full_table(rows: list[Measured]) -> str:
    by_key = {row["key"]: row for row in rows}
    reference = by_key.get(REFERENCE, NOTHING)
    head = ("", "wall", "from–to", "/ Hugo", "/ MkDocs", "processors", "/ Hugo", "memory", "/ Hugo", "files", "MB")
    plain = by_key.get(PLAIN_MKDOCS, NOTHING)
    lines = []
    for row in rows:
        if row["failed"]:
            lines.append([row["name"], row["failed"].splitlines()[0][:80], *[NONE] * (len(head) - 2)])
            continue
        lines.append([
            row["name"],
            _seconds(median(row)),
            _spread(row),
            _ratio(median(row), median(reference)),
            _ratio(median(row), median(plain)),
            _seconds(median(row, "cpu")),
            _ratio(median(row, "cpu"), median(reference, "cpu")),
            NONE if row["memory"] is None else f"{row['memory']:.0f} MiB",
            _ratio(row["memory"] or math.nan, reference["memory"] or math.nan),
            f"{row['files']:,}",
            f"{row['megabytes']:,.0f}",
        ])  # fmt: skip
    return table(head, lines)


def _growth(full: list[Measured]) -> Iterator[str]:
    """Give exponents of processor time: 1 is linear, 2 is quadratic; the smallest sizes show the start of a program."""
    names = {row["key"]: row["name"] for row in full}
    sizes = sorted({row["claims"] for row in full})
    if len(sizes) < 2:
        return
    lines = []
    for key, name in names.items():
        points = [(row["claims"], median(row, "cpu")) for row in full if row["key"] == key and row["runs"]]
        large = [point for point in points if point[0] >= 1_000]
        if len(points) > 1:
            lines.append([
                name,
                f"{points[0][0]:,} to {points[-1][0]:,}",
                f"{slope(points):.2f}",
                f"{slope(large):.2f}" if len(large) > 1 else NONE,
            ])  # fmt: skip
    yield "## Growth of processor time"
    yield "An exponent of 1 is linear, of 2 quadratic: the slope through the logarithms of claims and seconds."
    yield table(("", "claims", "exponent", "from 1,000 claims on"), lines)


def _edits(rows: list[Measured]) -> Iterator[str]:
    edits = [row for row in rows if row["what"] == "edit"]
    if not edits:
        return
    empty = next((row for row in rows if row["what"] == "empty"), NOTHING)
    lines = []
    for row in edits:
        full = {one["key"]: one for one in rows if one["what"] == "full" and one["claims"] == row["claims"]}
        hugo = full.get(REFERENCE, NOTHING)
        lines.append([
            f"{row['name']}, {row['claims']:,} claims",
            row["failed"].splitlines()[0][:80] if row["failed"] else _seconds(median(row)),
            _ratio(median(row), median(hugo)),
            _ratio(median(row), median(empty)),
            _ratio(median(row), median(full[row["key"]])),
        ])  # fmt: skip
    yield "## Build after one edit"
    yield (
        "A figure of one claim is changed, another claim each time. Hugo builds everything again; "
        f"plain MkDocs without a single claim takes {_seconds(median(empty))}."
    )
    yield table(("", "wall", "/ Hugo's build", "/ MkDocs without claims", "/ own full build"), lines)


def _changes(rows: list[Measured]) -> Iterator[str]:
    changes = [row for row in rows if row["what"] == "change"]
    if not changes:
        return
    lines = []
    for row in changes:
        full = {one["key"]: one for one in rows if one["what"] == "full" and one["claims"] == row["claims"]}
        said = row["failed"].splitlines()[0][:80] if row["failed"] else _seconds(median(row))
        own = full.get(row["key"], NOTHING)
        lines.append([row["name"], said, _ratio(median(row), median(own))])
    yield "## Build after other changes"
    yield (
        f"Of {changes[0]['claims']:,} claims. The claim that comes is a copy of another; the source is cited by some "
        "dozens of claims, which all show its name."
    )
    yield table(("", "wall", "/ own full build"), lines)


def _limits(rows: list[Measured]) -> Iterator[str]:
    limits = [row for row in rows if row["what"] == "limit"]
    if not limits:
        return
    yield "## The physical limit"
    yield "One process reads every input file of a row and writes files of the lengths of its output; nothing else."
    lines = []
    for row in limits:
        full = next(
            (
                one
                for one in rows
                if one["what"] == "full" and (one["key"], one["claims"]) == (row["key"], row["claims"])
            ),
            NOTHING,
        )
        lines.append([
            f"{row['name']}, {row['claims']:,} claims",
            _seconds(median(row)),
            _ratio(median(full), median(row)),
            f"{row['files']:,}",
            f"{row['megabytes']:,.0f}",
        ])  # fmt: skip
    yield table(("", "wall", "the build takes so many times", "files", "MB"), lines)


def _pieces(pieces: list[dict[str, Any]]) -> Iterator[str]:
    if pieces:
        yield "## Pieces"
        yield "By calling the functions of each room in one process, on a generated site; seconds of one processor."
        yield table(
            ("", "done", "seconds", "in a second"),
            [
                [
                    one["name"],
                    f"{one['count']:,}",
                    f"{one['seconds']:.2f}",
                    f"{one['count'] / max(one['seconds'], 1e-3):,.0f}",
                ]
                for one in pieces
            ],
        )


def _real(rows: list[Measured]) -> Iterator[str]:
    if not rows:
        return
    yield "## The site of this repository"
    yield f"A strict build, {rows[0]['files']:,} files ({rows[0]['megabytes']:.0f} MB)."
    lines = [
        [row["name"], _seconds(median(row)), _spread(row), _seconds(median(row, "cpu")), f"{row['memory']:.0f} MiB"]
        for row in rows
    ]
    yield table(("", "wall", "from–to", "processors", "memory"), lines)


def _spread(row: Measured) -> str:
    """Give the shortest and the longest wall time, of a single run that it is one."""
    walls = [run["wall"] for run in row["runs"]]
    return f"{min(walls):.2f}–{max(walls):.2f}" if len(walls) > 1 else "one run"


def _seconds(value: float) -> str:
    return NONE if math.isnan(value) else f"{value:.2f} s"


def _ratio(value: float, of: float) -> str:
    return NONE if math.isnan(value) or math.isnan(of) or not of else f"{value / of:.2f}"
