"""What each row of an interval chart shows, worked out from a figure's report: shape, ranges, and the words beside it.

Words are complete without the drawing; the drawing adds nothing that they do not say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from factreport.figures.figure import Qualifier
from factreport.figures.interval import Interval
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.model.claim import FigureKind
from factreport.model.value import DateValue, Quantity
from factreport.pages.dates import MONTH, YEAR, days_words
from factreport.pages.drawing.amounts import DAY
from factreport.pages.words import part_words
from factreport.report.records import Measure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

    from factreport.figures.figure import Figure
    from factreport.model.value import Value
    from factreport.pages.drawing.amounts import Amounts
    from factreport.report.records import FigureReport, Row

FOLDED_FROM = 3
"""So many reports that repeat others and print the same share one row."""
MOST_NAMED = 4
"""Of the sources that share a row, so many are named."""
BOUNDS = {Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.UNDER, Qualifier.AT_MOST}
BEFORE = {"before": True, "by": False, "until": False}
"""Prepositions that make a date an upper limit, and whether the day itself is left out."""
SINCE = {"after": True, "since": False, "from": False}
"""Prepositions that make a date a lower limit, and whether the day itself is left out."""


class Shape(StrEnum):
    """How a row's statement is drawn."""

    NUMBER = "number"
    """A dot on its band."""
    RANGE = "range"
    """A whisker with end caps."""
    SPAN = "span"
    """A band without a dot: a month, "early March"."""
    LOWER = "lower"
    """A limit from below, fading to the right."""
    UPPER = "upper"
    """A limit from above, fading to the left."""
    DERIVED = "derived"
    """A hollow diamond: worked out by us."""
    SILENT = "silent"
    """A dotted line right across: no figure stated."""
    APART = "apart"
    """A muted square off the scale: counts something else."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row of an interval chart."""

    name: str
    """Who states it."""
    text: str
    """What is stated, what it can mean, and what kind of statement it is, in words."""
    shape: Shape
    anchor: str = ""
    """The id of the row of the figures table that says more; empty for none."""
    label: str = ""
    """The printed figure alone, for the edge of the scale where the row lies beyond it."""
    value: Interval | None = None
    """The printed number; of a converted one, lowest to highest."""
    range: Interval | None = None
    """What it means if rounded to nearest; for limits, the limit."""
    outer: Interval | None = None
    """What it can mean at most."""
    hedged: bool = False
    """Whether the source itself says "about", "nearly"..."""
    converted: bool = False
    copy: bool = False
    """Whether it repeats another source, declared or inferred."""
    independent: bool = True
    """Whether it rests on nothing but its own source."""
    replaced: bool = False
    """Whether the source has withdrawn or corrected it."""
    replacement: Fraction | None = None
    """The value that took its place."""
    own: tuple[Fraction, ...] = ()
    """The source's own conversions into the chart's unit."""
    soft_limit: Fraction | None = None
    """Beyond this a limit says little: "over 12" suggests not far over."""
    confidence: Interval | None = None
    """A confidence interval that the source publishes."""

    @property
    def middle(self) -> Fraction | None:
        """Where the dot stands: the printed number, or the middle of what it converts to; None for no dot."""
        if self.value is None or self.value.low is None or self.value.high is None:
            return None
        return (self.value.low + self.value.high) / 2

    @property
    def limit(self) -> Fraction | None:
        """The number that a limit names."""
        if self.range is None:
            return None
        return self.range.low if self.shape is Shape.LOWER else self.range.high if self.shape is Shape.UPPER else None

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """All numbers that the scale has to hold for this row."""
        if self.limit is not None:
            return (self.limit, *(() if self.soft_limit is None else (self.soft_limit,)))
        intervals = (self.value, self.range, self.outer, self.confidence)
        ends = [end for each in intervals if each is not None for end in (each.low, each.high) if end is not None]
        return (*ends, *self.own, *(() if self.replacement is None else (self.replacement,)))


def chart_rows(figure: FigureReport, amounts: Amounts, names: Mapping[str, str]) -> tuple[ChartRow, ...]:
    """Give the rows in the figure's order, silent sources after those that state something, incomparable ones last.

    `names` are those of credited sources by slug; those of the figure's own sources are known.
    """
    own = {row.citation.source.slug: row.citation.source.name for row in figure.rows}
    rows = [_chart_row(run, figure, amounts, {**names, **own}) for run in _runs(figure.rows)]
    order = {Shape.SILENT: 1, Shape.APART: 2}
    return tuple(sorted(rows, key=lambda row: order.get(row.shape, 0)))


def measure_of(row: Row) -> Measure | None:
    """Give what a row can mean on the chart's scale; None where it states nothing that can be compared."""
    if not row.stated:
        return None
    return date_measure(row.statement.value) or row.measure


def date_measure(value: Value | None) -> Measure | None:
    """Give a date in days, as `date.toordinal` counts, with its "before" or "since"; None for what is no known date."""
    if not isinstance(value, DateValue) or not value.days.is_known:
        return None
    first = None if value.days.first is None else Fraction(value.days.first.toordinal())
    last = None if value.days.last is None else Fraction(value.days.last.toordinal())
    span = Interval(first, last)
    if value.preposition in BEFORE:
        excluded = BEFORE[value.preposition]
        span = Interval(None, first if excluded else last, high_open=excluded)
    elif value.preposition in SINCE:
        excluded = SINCE[value.preposition]
        span = Interval(last if excluded else first, None, low_open=excluded)
    return Measure(DAY, span if span.is_bounded and span.low == span.high else None, span, span)


def chart_unit(figure: FigureReport) -> str:
    """Give the unit of the figure's chart; empty where there is nothing to draw."""
    return DAY if figure.figure.kind is FigureKind.DATE else figure.chart_unit


def claimed_measure(figure: FigureReport) -> Measure | None:
    """Give what the claim says, as a measure."""
    return date_measure(figure.figure.claimed) or figure.claimed


def printed_words(row: Row, locale: Locale) -> str:
    """Give what a source prints; a date that the editor wrote as digits ("2025-03-05") in words."""
    value = row.statement.value
    if isinstance(value, DateValue) and row.printed == value.days.text:
        return f"{value.preposition} {days_words(value.days, locale)}".strip()
    return row.printed


def is_independent(row: Row) -> bool:
    """Tell whether the statement rests on nothing but its own source."""
    return row.origins == (row.citation.source.slug,)


def repeats_others(row: Row) -> bool:
    """Tell whether the source credits another one here, or probably used one."""
    return bool(row.copies or row.inferred)


def _runs(rows: tuple[Row, ...]) -> list[tuple[Row, ...]]:
    """Put reports together that repeat others, or whose origin is not known, and print the same, if there are enough."""
    runs: dict[object, list[Row]] = {}
    for row in rows:
        says = (row.stated, measure_of(row), "" if row.measure else row.printed, repeats_others(row))
        runs.setdefault(row.anchor if is_independent(row) else says, []).append(row)
    folded: list[tuple[Row, ...]] = []
    for run in runs.values():
        folded.extend([tuple(run)] if len(run) >= FOLDED_FROM else [(row,) for row in run])
    place = {row.anchor: number for number, row in enumerate(rows)}
    return sorted(folded, key=lambda run: place[run[0].anchor])


def _chart_row(run: tuple[Row, ...], figure: FigureReport, amounts: Amounts, names: Mapping[str, str]) -> ChartRow:
    row = run[0]
    measure = measure_of(row)
    printed = _charted(row, amounts.unit)
    shape = _shape(row, measure, printed)
    qualifier = Qualifier.NONE if printed is None else printed.qualifier
    statement = _statement_words(row, shape, measure, amounts)
    words = [statement, _credit_words(row, names) if len(run) == 1 else _run_words(run)]
    chart_row = ChartRow(
        _name(run, figure, amounts.locale),
        "; ".join(word for word in words if word),
        shape,
        row.anchor if len(run) == 1 else "",
        copy=repeats_others(row),
        independent=is_independent(row),
    )
    if measure is None:
        return chart_row
    return replace(
        chart_row,
        label=row.printed if printed is None else printed.text,
        value=measure.value,
        range=measure.range,
        outer=measure.outer,
        hedged=qualifier in {Qualifier.ABOUT, Qualifier.NEARLY},
        converted=measure.converted,
        own=_own_conversions(row, measure, amounts.unit),
        soft_limit=_soft_limit(shape, measure, printed),
    )


def _name(run: tuple[Row, ...], figure: FigureReport, locale: Locale) -> str:
    row = run[0]
    if len(run) > 1 and repeats_others(row):
        return ngettext("{n} report that repeats others", "{n} reports that repeat others", len(run)).format(n=len(run))
    if len(run) > 1:
        return ngettext("{n} report of unknown origin", "{n} reports of unknown origin", len(run)).format(n=len(run))
    source = row.citation.source
    others = [each.citation.source for each in figure.rows if each is not row]
    name = source.name
    if any(other.slug != source.slug and other.name == name for other in others):
        name = _("{source}, {date}").format(source=name, date=days_words(source.published, locale))
    if any(other.slug == source.slug for other in others):
        name = _("{publisher}, {part}").format(publisher=name, part=part_words(row.citation.citation.part))
    return name


def _run_words(run: tuple[Row, ...]) -> str:
    """Give who says it, the first few by name; the table beside the chart names all."""
    names = list(dict.fromkeys(row.citation.source.name for row in run))
    if len(names) <= MOST_NAMED + 1:
        return ", ".join(names)
    more = len(names) - MOST_NAMED
    return ngettext("{names} and {n} more", "{names} and {n} more", more).format(
        names=", ".join(names[:MOST_NAMED]), n=more
    )


def _charted(row: Row, unit: str) -> Figure | None:
    """Give the printed figure that the row's measure stands for: the one in the chart's unit, else the first."""
    value = row.statement.value
    if not isinstance(value, Quantity):
        return None
    figures = (value.figure, *value.conversions)
    return next((figure for figure in figures if unit in figure.units), value.figure)


def _shape(row: Row, measure: Measure | None, printed: Figure | None) -> Shape:
    if not row.stated:
        return Shape.SILENT
    if measure is None:
        return Shape.APART
    if printed is not None and printed.qualifier in BOUNDS:
        return Shape.LOWER if printed.qualifier in {Qualifier.OVER, Qualifier.AT_LEAST} else Shape.UPPER
    if not measure.range.is_bounded:
        return Shape.LOWER if measure.range.low is not None else Shape.UPPER
    if measure.value is not None:
        return Shape.NUMBER
    return Shape.SPAN if measure.unit == DAY else Shape.RANGE


def _statement_words(row: Row, shape: Shape, measure: Measure | None, amounts: Amounts) -> str:
    printed = printed_words(row, amounts.locale)
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


def _credit_words(row: Row, names: Mapping[str, str]) -> str:
    declared = ", ".join(names[slug] for slug in row.copies if slug in names)
    inferred = ", ".join(names[slug] for slug in row.inferred if slug in names)
    if declared and row.changed:
        return _("credits {source} but prints something else").format(source=declared)
    if declared:
        return _("copies {source}").format(source=declared)
    if row.copies:
        return _("a copy")
    if row.inferred:
        return _("probably used {source}").format(source=inferred or _("another source"))
    return "" if is_independent(row) else _("origin not known")


def _own_conversions(row: Row, measure: Measure, unit: str) -> tuple[Fraction, ...]:
    value = row.statement.value
    if not isinstance(value, Quantity) or not measure.converted:
        return ()
    return tuple(figure.numeral.value for figure in value.conversions if unit in figure.units)


def _soft_limit(shape: Shape, measure: Measure, printed: Figure | None) -> Fraction | None:
    limit = measure.range.low
    if shape is not Shape.LOWER or printed is None or measure.converted or limit is None:
        return None
    return limit + printed.numeral.step
