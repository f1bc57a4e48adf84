"""The words of a chart's rows; they are complete without the drawing, which adds nothing that they do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.interval import Interval
from factreport.language import gettext as _
from factreport.language import isolated, ngettext
from factreport.model.value import DateValue, Quantity
from factreport.pages.dates import MONTH, YEAR, days_words
from factreport.pages.drawing.chart_row import Shape
from factreport.pages.drawing.telling_apart import name_among
from factreport.pages.words import part_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

    from factreport.pages.drawing.amounts import Amounts
    from factreport.report.records import FigureReport, Measure, Row

MOST_NAMED = 3
"""Of the sources that share a row, so many are named."""


def row_name(run: tuple[Row, ...], figure: FigureReport, locale: Locale) -> str:
    """Give who states it; with date or part where the name alone would be another row's too."""
    row = run[0]
    if len(run) > 1 and row.changed:
        message = ngettext("{n} copy that prints something else", "{n} copies that print something else", len(run))
        return message.format(n=len(run))
    if len(run) > 1 and repeats_others(row):
        return ngettext("{n} report that repeats others", "{n} reports that repeat others", len(run)).format(n=len(run))
    if len(run) > 1:
        return ngettext("{n} report of unknown origin", "{n} reports of unknown origin", len(run)).format(n=len(run))
    source = row.citation.source
    others = [each.citation.source for each in figure.rows if each is not row]
    name = name_among(source, others, locale)
    if any(other.slug == source.slug for other in others):
        name = _("{publisher}, {part}").format(publisher=name, part=part_words(row.citation.citation.part))
    return name


def printed_words(row: Row, locale: Locale) -> str:
    """Give what a source prints; a date that the editor wrote as digits ("2025-03-05") in words."""
    value = row.statement.value
    if isinstance(value, DateValue) and row.printed == value.days.text:
        return f"{value.preposition} {days_words(value.days, locale)}".strip()
    return row.printed


def statement_words(row: Row, shape: Shape, measure: Measure | None, amounts: Amounts) -> str:
    """Give what is stated, what it can mean, and what kind of statement it is."""
    printed = isolated(printed_words(row, amounts.locale))
    if shape is Shape.SILENT:
        return _("no figure stated")
    if measure is None:
        return _("{printed}; cannot be compared").format(printed=printed)
    kinds = {
        Shape.RANGE: _("a range"),
        Shape.LOWER: _("a lower limit"),
        Shape.UPPER: _("an upper limit"),
    }
    words = [printed]
    if shape in kinds:
        words.append(kinds[shape])
    if measure.converted:
        shown = _shown(shape, measure.range)
        words.append(_("converted by us: {range}").format(range=_suiting(amounts, shown).range(shown)))
    elif shape in {Shape.NUMBER, Shape.SPAN} and measure.range.low != measure.range.high and not _says_its_days(row):
        shown = measure.range
        can_mean = _suiting(amounts, shown).range(shown, named=not _prints_unit(row, measure.unit))
        words.append(_("can mean {range}").format(range=can_mean))
    return "; ".join(words)


def run_words(run: tuple[Row, ...]) -> str:
    """Give who says it, the first few by name; the table beside the chart names all."""
    names = list(dict.fromkeys(isolated(row.citation.source.name) for row in run))
    if len(names) <= MOST_NAMED + 1:
        return ", ".join(names)
    more = len(names) - MOST_NAMED
    return ngettext("{names} and {n} more", "{names} and {n} more", more).format(
        names=", ".join(names[:MOST_NAMED]), n=more
    )


def credit_words(row: Row, names: Mapping[str, str]) -> str:
    """Give whom the statement repeats; empty for a source that rests on itself."""
    declared = ", ".join(isolated(names[slug]) for slug in row.copies if slug in names)
    inferred = ", ".join(isolated(names[slug]) for slug in row.inferred if slug in names)
    if declared and row.changed:
        return _("credits {source} but prints something else").format(source=declared)
    if declared and row.stated and row.measure is None and _is_number(row):
        return _("credits {source}").format(source=declared)
    if declared:
        return _("copies {source}").format(source=declared)
    if row.copies:
        return _("a copy")
    if row.inferred:
        return _("probably used {source}").format(source=inferred or _("another source"))
    return "" if is_independent(row) else _("origin not known")


def _is_number(row: Row) -> bool:
    return isinstance(row.statement.value, Quantity)


def is_independent(row: Row) -> bool:
    """Tell whether the statement rests on nothing but its own source."""
    return row.origins == (row.citation.source.slug,)


def repeats_others(row: Row) -> bool:
    """Tell whether the source credits another one here, or probably used one."""
    return bool(row.copies or row.inferred)


def _suiting(amounts: Amounts, interval: Interval) -> Amounts:
    return amounts.suiting(*(end for end in (interval.low, interval.high) if end is not None))


def _prints_unit(row: Row, unit: str) -> bool:
    """Tell whether the first number printed is in that unit, so that a range beside it needs no unit again."""
    value = row.statement.value
    return not isinstance(value, Quantity) or unit in value.figure.units


def _says_its_days(row: Row) -> bool:
    """Tell whether a date is a whole month or year, which needs no first and last day in words."""
    value = row.statement.value
    return isinstance(value, DateValue) and bool(MONTH.fullmatch(value.days.text) or YEAR.fullmatch(value.days.text))


def _shown(shape: Shape, interval: Interval) -> Interval:
    """Give a limit without the end that only says that amounts are not below nothing."""
    return Interval(None, interval.high, high_open=interval.high_open) if shape is Shape.UPPER else interval
