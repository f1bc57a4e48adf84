"""Whether a quotation holds the figure that an editor wrote down, and which qualifier it cut off."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from factreport.figures.bare_signs import may_mean
from factreport.figures.read import read_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.figures.exact import Fraction
    from factreport.figures.figure import Figure

_CONTEXT = 100
"""Characters before and after a quotation in which its cut-off words are sought."""


class Quoted(StrEnum):
    """What became of the editor's figure in the quotation; no tolerance, for rounding never excuses a misquotation."""

    FOUND = "found"
    NOT_IN_QUOTATION = "not-in-quotation"
    UNIT_DIFFERS = "unit-differs"
    SCALE_DIFFERS = "scale-differs"
    QUALIFIER_DIFFERS = "qualifier-differs"
    DIGITS_ADDED = "digits-added"


_NEAREST_FIRST = (
    Quoted.FOUND,
    Quoted.DIGITS_ADDED,
    Quoted.QUALIFIER_DIFFERS,
    Quoted.UNIT_DIFFERS,
    Quoted.SCALE_DIFFERS,
    Quoted.NOT_IN_QUOTATION,
)


def check_quoted(editor: Figure, quotation_figures: Iterable[Figure]) -> Quoted:
    """Return whether one of the quotation's figures is the editor's; if none is, how the nearest differs."""
    found = {_match(editor, quoted) for quoted in quotation_figures}
    return next((result for result in _NEAREST_FIRST if result in found), Quoted.NOT_IN_QUOTATION)


def _match(editor: Figure, quoted: Figure) -> Quoted:
    same_values = _values(editor) == _values(quoted)
    # An editor knows the outlet: whose dollar its "$" is, and which of its candidates an open sign means.
    same_unit = editor.units == quoted.units or may_mean(quoted).issuperset(editor.units)
    if not same_values:
        return Quoted.SCALE_DIFFERS if same_unit and _is_power_of_ten(editor, quoted) else Quoted.NOT_IN_QUOTATION
    if not same_unit:
        return Quoted.UNIT_DIFFERS
    if editor.qualifier != quoted.qualifier:
        return Quoted.QUALIFIER_DIFFERS
    return Quoted.DIGITS_ADDED if _adds_digits(editor, quoted) else Quoted.FOUND


def _values(figure: Figure) -> tuple[Fraction, Fraction | None]:
    return figure.numeral.value, figure.upper.value if figure.upper else None


def _is_power_of_ten(editor: Figure, quoted: Figure) -> bool:
    """Whether all values differ by one and the same power of ten."""
    pairs = list(zip(_values(editor), _values(quoted), strict=True))
    ratios = {a / b for a, b in pairs if a and b}
    if len(ratios) != 1 or any((a is None) != (b is None) for a, b in pairs):
        return False
    ratio = ratios.pop()
    power = ratio if ratio >= 1 else 1 / ratio if ratio else ratio
    return power.denominator == 1 and str(power.numerator).rstrip("0") == "1"


def _adds_digits(editor: Figure, quoted: Figure) -> bool:
    pairs = [(editor.numeral, quoted.numeral)]
    if editor.upper and quoted.upper:
        pairs.append((editor.upper, quoted.upper))
    return any(mine.digits is not None and mine.step < printed.step for mine, printed in pairs)


def cut_qualifier(text: str, start: int, end: int) -> str | None:
    """Return the qualifying words that `text[start:end]` cuts off from a figure at its edge, or None.

    Of "worth more than $12 billion", the quotation "$12 billion" cuts off "more than", and so does "than $12 billion".
    """
    offset = max(0, start - _CONTEXT)
    window = text[offset : end + _CONTEXT]
    for figure in read_figures(window):
        if figure.qualifier_text and start - offset <= figure.start and figure.end <= end - offset:
            for first, last in _places(window, figure):
                if first < start - offset or last > end - offset:
                    return figure.qualifier_text
    return None


def _places(text: str, figure: Figure) -> Iterator[tuple[int, int]]:
    """Yield where the qualifying words stand that are nearest to the figure: before it, else after."""
    words = figure.qualifier_text
    if words in figure.text:
        return
    before = text.rfind(words, 0, figure.start)
    touches = not text[before + len(words) : figure.start].strip()
    if before >= 0 and (touches or figure.upper):
        yield before, before + len(words)
        return
    after = text.find(words, figure.end)
    if after >= 0:
        yield after, after + len(words)
