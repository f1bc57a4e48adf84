"""A source prints a figure and its own conversion of it into another currency.

The conversion is held against the European Central Bank's reference rates around the day of publication, or against the
rate that the source prints. Where it fits only by way of a third currency, or only on some days, the working says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.comparison import Kind
from factreport.language import gettext as _
from factreport.language import isolated, mark
from factreport.rules.catalogue import Rule
from factreport.rules.finding import Finding
from factreport.rules.pairs import side
from factreport.rules.quantities import apart, date_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import FigureCase, OwnConversion

_FITS = {Kind.CONVERTED_EXACT, Kind.CONVERTED_WITHIN_ROUNDING, Kind.SAME, Kind.SAME_WITHIN_ROUNDING}
_WORDS = {
    Kind.SAME: mark("Conversion fits"),
    Kind.CONVERTED_EXACT: mark("Conversion fits"),
    Kind.SAME_WITHIN_ROUNDING: mark("Conversion fits after rounding"),
    Kind.CONVERTED_WITHIN_ROUNDING: mark("Conversion fits after rounding"),
    Kind.NEAR_MISS: mark("Conversion just misses"),
    Kind.INCOMPARABLE: mark("Conversion cannot be checked"),
}


def find(case: FigureCase) -> Iterator[Finding]:
    """Give one finding for each conversion that a source prints itself."""
    for conversion in case.conversions:
        yield _finding(case, conversion)


def _finding(case: FigureCase, conversion: OwnConversion) -> Finding:
    stated, comparison = conversion.stated, conversion.comparison
    suffix = f"-{conversion.position + 1}" if conversion.position else ""
    differs = comparison.kind not in _FITS and comparison.kind is not Kind.INCOMPARABLE
    return Finding(
        name=f"{case.figure.key}/{stated.name}/{RULE.name}{suffix}",
        rule=RULE.name,
        figure=case.figure.reference,
        sides=(side(stated),),
        word=_word(comparison.kind),
        sentence=_sentence(conversion),
        size=comparison.size,
        apart=apart(comparison, conversion.converted) if differs else "",
        working=comparison.working,
        notes=comparison.notes + date_note(comparison),
        differs=differs,
        same_origin=True,
        comparison=comparison,
    )


def _word(kind: Kind) -> str:
    if kind in _WORDS:
        return _(_WORDS[kind])
    return _("Conversion does not fit")


def _sentence(conversion: OwnConversion) -> str:
    return _("{A} prints “{a}” and gives it as “{b}”.").format(
        A=isolated(conversion.stated.source.name),
        a=isolated(conversion.original),
        b=conversion.converted.said,
    )


RULE = Rule("own-conversion", 36, mark("The source's own conversion"), find)
