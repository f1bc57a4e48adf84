"""What all rules about two quantities share: the engine's comparison put into a finding."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factreport.figures.comparison import Kind
from factreport.figures.decimals import round_half_up
from factreport.figures.exact import Fraction
from factreport.figures.exchange import MOST_LINES
from factreport.figures.meaning import amount_of
from factreport.figures.wording import Style, house_style, style_of, write_amount
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.rules.pairs import finding, of_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.figures.comparison import Comparison
    from factreport.figures.figure import Figure
    from factreport.figures.meaning import Amount
    from factreport.rules.case import FigureCase, Pair
    from factreport.rules.finding import Finding

_DIGITS = 2
"""Digits of a gap that does not come out even: more would pretend to know it better than the figures were printed."""


def findings(case: FigureCase, kind: Kind, *, word: str, sentence: str, differs: bool) -> Iterator[Finding]:
    """Give a finding for each pair that the engine compares as `kind`; the rule has the kind's name."""
    for pair in of_kind(case, kind):
        yield compared(pair, str(kind), word=word, sentence=sentence, differs=differs)


def compared(pair: Pair, rule: str, *, word: str, sentence: str, differs: bool) -> Finding:
    """Give what `rule` finds in a pair of quantities, with the engine's size, working and notes."""
    comparison = pair.comparison
    if comparison is None:
        message = f"{pair.figure.reference}: two values that are not quantities have no comparison"
        raise ValueError(message)
    return finding(
        pair,
        rule,
        word=word,
        sentence=sentence,
        differs=differs,
        comparison=comparison,
        apart=pair_apart(pair) if differs else "",
        notes=comparison.notes + date_note(comparison),
    )


def pair_apart(pair: Pair) -> str:
    """Give the gap between the two figures of a pair in words, in the unit of the reference; empty where they meet."""
    if pair.comparison is None or pair.figures is None:
        return ""
    return apart(pair.comparison, pair.figures[0])


def apart(comparison: Comparison, figure: Figure) -> str:
    """Give a gap in words, written as `figure` is, which is side b; empty where there is none.

    Between ranges it is said so: readers subtract the printed numbers and would find more, and at the widest reading
    there is less.
    """
    gap = comparison.gap
    if not gap:
        return ""
    style = _style_of_gap(amount_of(figure), gap)
    shown = gap / style.scale
    decimals = next((k for k in range(_DIGITS + 1) if (shown * 10**k).denominator == 1), None)
    between_ranges = _is_between_ranges(comparison)
    if decimals is not None and not comparison.by_date:
        text = _("ranges {amount} apart") if between_ranges else _("{amount} apart")
        return text.format(amount=write_amount(gap, style, decimals))
    place = _first_digit(shown) - _DIGITS + 1
    rounded = round_half_up(shown, Fraction(10) ** place)
    text = _("ranges about {amount} apart") if between_ranges else _("about {amount} apart")
    return text.format(amount=write_amount(rounded * style.scale, style, max(-place, 0)))


def _is_between_ranges(comparison: Comparison) -> bool:
    """Tell whether the gap is between ranges; not where both are exact, nor between the numbers of two limits."""
    if comparison.kind is Kind.BOUNDS_DIFFER:
        return False
    sides = (comparison.a_in_b, comparison.b_sets)
    return bool(comparison.by_date) or any(sets is None or sets.tight.low != sets.tight.high for sets in sides)


def _style_of_gap(amount: Amount, gap: Fraction) -> Style:
    """Give how a gap is written: as the figure is, but what lies between two shares is percentage points.

    A small part of a billion is so many millions.
    """
    style = style_of(amount)
    if style.scale > 1 and gap < style.scale / 10:
        style = house_style(amount, gap)
    if amount.unit != "%":
        return style
    points = ngettext("percentage point", "percentage points", 1 if gap == style.scale else 2)
    return Style("", f" {points}", style.scale)


def _first_digit(value: Fraction) -> int:
    """Give the power of ten of the first digit of a number greater than 0 (123: 2, 0.05: -2)."""
    return (Decimal(value.numerator) / Decimal(value.denominator)).adjusted()


def date_note(comparison: Comparison) -> tuple[str, ...]:
    """Say on which days the result holds, where it depends on the day of the exchange rate."""
    if not comparison.date_dependent:
        return ()
    if len(comparison.by_date) > MOST_LINES:
        return (_("Depends on the exchange date: the working shows some of the days that are possible."),)
    return (_("Depends on the exchange date: the working lists the days on which it fits."),)
