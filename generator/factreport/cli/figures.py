"""`factreport figures`: what the reader of figures finds in a text."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from factreport.figures.decimals import exact_string
from factreport.figures.read import read_figures
from factreport.language import gettext as _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from factreport.figures.figure import Figure

Record = dict[str, str | int | list[int | None] | None]


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = commands.add_parser(
        "figures",
        help=_("read the figures in a text"),
        description=_(
            "Print every figure of each text with its exact value, unit, qualifier, digits and place. Values are in "
            "base units: scale words multiplied out, pence and cents in pounds and dollars."
        ),
    )
    parser.add_argument("text", nargs="+", help=_("text to read; - reads one text per line from standard input"))
    parser.add_argument("--format", choices=("table", "json"), default="table", help=_("how to print; default: table"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what was found; 0 whether or not there are figures."""
    for text in _texts(arguments.text):
        figures = read_figures(text)
        printed = as_json(figures) if arguments.format == "json" else as_table(text, figures)
        sys.stdout.write(printed + "\n")
    return 0


def _texts(arguments: Iterable[str]) -> Iterator[str]:
    for argument in arguments:
        if argument == "-":
            yield from (line.rstrip("\r\n") for line in sys.stdin)
        else:
            yield argument


def as_json(figures: Iterable[Figure]) -> str:
    """Return one line: a JSON array with one object per figure."""
    return json.dumps([record(figure) for figure in figures], ensure_ascii=False)


def record(figure: Figure) -> Record:
    """Return a figure in the published vocabulary: `low` and `high` for a range, else `value`, as exact strings.

    A value that has no end as a decimal is a ratio ("100/3"). `sig` counts the digits written, null for a fraction in
    words. `start` and `end` count code points, half-open; the unit is inside, the qualifier is not.
    """
    upper = figure.upper
    return {
        "value": None if upper else exact_string(figure.numeral.value),
        "low": exact_string(figure.numeral.value) if upper else None,
        "high": exact_string(upper.value) if upper else None,
        "unit": figure.unit,
        "qualifier": str(figure.qualifier),
        "sig": [figure.numeral.digits, upper.digits] if upper else figure.numeral.digits,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
    }


def as_table(text: str, figures: Iterable[Figure]) -> str:
    """Return the text and, below it, one line per figure, in columns."""
    head = (_("figure"), _("value"), _("unit"), _("qualifier"), _("digits"), _("place"))
    rows = [head, *(_row(record(figure)) for figure in figures)]
    if len(rows) == 1:
        return f"{text}\n  " + _("no figures")
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join([text, *(f"  {line}" for line in lines)])


def _row(found: Record) -> tuple[str, ...]:
    value = found["value"] or _("{low} to {high}").format(low=found["low"], high=found["high"])
    digits = found["sig"]
    written = "–".join(map(str, digits)) if isinstance(digits, list) else str("" if digits is None else digits)
    place = f"{found['start']}–{found['end']}"
    return (str(found["text"]), str(value), str(found["unit"]), str(found["qualifier"]), written, place)
