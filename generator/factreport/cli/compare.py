"""`factreport compare`: how two printed figures stand to each other, with the working."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from factreport.figures.compare import compare
from factreport.figures.cut_short import taken_for_its_part
from factreport.figures.decimals import exact_string
from factreport.figures.exchange import Exchange
from factreport.figures.meaning import amount_of
from factreport.figures.numbers import numbers_in
from factreport.figures.rates import Rates
from factreport.figures.read import read_figures
from factreport.figures.stated_rate import parse_rate
from factreport.figures.statements import is_vague, read_alone
from factreport.figures.wording import write_day, write_days
from factreport.language import gettext as _
from factreport.rules.catalogue import all_rules

if TYPE_CHECKING:
    from factreport.figures.comparison import Comparison, Kind
    from factreport.figures.figure import Figure
    from factreport.figures.interval import Interval
    from factreport.figures.meaning import Sets

_USAGE = 2


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = commands.add_parser(
        "compare",
        help=_("compare two printed figures"),
        description=_(
            "Compare two printed figures said of the same thing. Across two currencies, give the day of the article "
            "that prints the conversion, or what is known of it, or the exchange rate that it prints itself."
        ),
    )
    parser.add_argument("a", help=_("a figure as printed, with its unit: “40 billion yuan”"))
    parser.add_argument("b", help=_("another, said of the same thing: “£4.4 billion”"))
    parser.add_argument("--on", type=_day, metavar="DAY", help=_("day of publication: 2025-01-21"))
    parser.add_argument("--from", type=_day, dest="first", metavar="DAY", help=_("published on or after this day"))
    parser.add_argument("--to", type=_day, dest="last", metavar="DAY", help=_("published on or before this day"))
    parser.add_argument("--rate", type=_rate, action="append", default=[], help=_("rate that the source prints"))
    parser.add_argument("--original", choices=("a", "b"), help=_("the figure that the other was converted from"))
    parser.add_argument("--also", action="append", default=[], metavar="FIGURE", help=_("a further printed figure"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print the result"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the comparison; 0 whatever the result, 2 where the figures cannot be read."""
    try:
        a, b = _figure(arguments.a), _figure(arguments.b)
        exchange = _exchange(arguments)
    except ValueError as error:
        sys.stderr.write(f"factreport: {error}\n")
        return _USAGE
    found = compare(a, b, exchange=exchange)
    if arguments.format == "json":
        printed = json.dumps(as_data(found, a, b), ensure_ascii=False, indent=2)
    else:
        printed = "\n".join(as_text(found, arguments.a, arguments.b))
    sys.stdout.write(printed + "\n")
    return 0


def as_data(found: Comparison, a: Figure | None, b: Figure | None) -> dict[str, Any]:
    """Give a comparison as plain data; exact numbers are decimal or ratio strings in base units."""
    return {
        "comparison": str(found.kind),
        "size": found.size and str(found.size),
        "qualifiers_differ": found.qualifiers_differ,
        "stronger": found.stronger,
        "soft": found.soft,
        "far_from_limit": found.far_from_limit,
        "scale_slip": found.scale_slip,
        "gap": exact_string(found.gap),
        "gap_share": exact_string(found.gap_share),
        "date_dependent": found.date_dependent,
        "by_date": {
            entry.day.isoformat(): {
                "comparison": str(entry.kind),
                "in_base_window": entry.in_base_window,
                "fixings": {one.currency: one.digits for one in entry.fixings},
            }
            for entry in found.by_date
        },
        "a": _side(a, found.a_sets),
        "b": _side(b, found.b_sets),
        "notes": list(found.notes),
        "working": list(found.working),
    }


def as_text(found: Comparison, a: str, b: str) -> list[str]:
    """Give a comparison as lines for a person."""
    lines = [_("{a}  and  {b}").format(a=a, b=b), f"  {_word(found.kind)} ({found.kind})"]
    lines += [f"  {note}" for note in found.notes]
    if found.by_date:
        lines += ["", _("By the exchange rate of (* counts for the result)")]
        lines += [_day_line(entry.day, entry.kind, counts=entry.in_base_window) for entry in found.by_date]
    if found.working:
        lines += ["", _("Working"), *(f"  {line}" for line in found.working)]
    return lines


def _day_line(day: date, kind: Kind, *, counts: bool) -> str:
    return f"{'*' if counts else ' '} {write_day(day)}: {_word(kind)} ({kind})"


def _word(kind: Kind) -> str:
    return next((rule.title for rule in all_rules() if rule.name == str(kind)), str(kind))


def _side(figure: Figure | None, sets: Sets | None) -> dict[str, Any] | None:
    if figure is None or sets is None:
        return None
    return {
        "text": figure.text,
        "unit": figure.unit,
        "qualifier": str(figure.qualifier),
        "tight": _ends(sets.tight),
        "loose": _ends(sets.loose),
    }


def _ends(interval: Interval) -> dict[str, Any]:
    return {
        "low": exact_string(interval.low),
        "high": exact_string(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def _figure(text: str) -> Figure | None:
    """Give the one figure of a text, its conversions in brackets aside; None for a text without figures.

    Raises ValueError where the words look like a figure and none can be read in them.
    """
    figures = [one for one in read_alone(text) if one.conversion_of is None]
    if not figures and (is_vague(text) or numbers_in(text)):
        raise ValueError(_("no figure is read in “{text}”; write one such as “a third of” or “33%”").format(text=text))
    if len(figures) > 1:
        names = ", ".join(f"“{one.text}”" for one in figures)
        raise ValueError(_("“{text}” holds several figures: {names}; give one").format(text=text, names=names))
    if figures and (more := taken_for_its_part(text, figures[0].end)):
        message = _("“{more}” right behind “{figure}” looks like a part of it and cannot be read.")
        raise ValueError(message.format(more=more, figure=figures[0].text))
    return figures[0] if figures else None


def _exchange(arguments: argparse.Namespace) -> Exchange:
    if arguments.on and (arguments.first or arguments.last):
        raise ValueError(_("--on gives the one day of publication: leave it out, or --from and --to"))
    first, last = arguments.on or arguments.first, arguments.on or arguments.last
    if first and last and first > last:
        raise ValueError(_("the days {days} are in the wrong order").format(days=write_days((first, last))))
    texts = (arguments.a, arguments.b, *arguments.also)
    also = tuple(amount_of(figure) for text in texts for figure in read_figures(text))
    rates = tuple(arguments.rate)
    return Exchange(Rates.shipped(), first, last, stated=rates, original=arguments.original, also=also)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{text}” is not a day such as 2025-01-21").format(text=text)) from None


def _rate(text: str) -> object:
    try:
        return parse_rate(text)
    except ValueError as error:
        hint = _("Write it as: 7.2712 yuan per dollar.")
        raise argparse.ArgumentTypeError(f"{error} {hint}") from None
