"""A conversion told in one line: what was printed, what it is at whose rate of which day, and what that rounds to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.decimals import round_half_up
from factreport.figures.meaning import BOUNDS
from factreport.figures.wording import style_of, write_explained, write_plain, write_rate, write_source
from factreport.language import gettext as _

if TYPE_CHECKING:
    from factreport.figures.comparison import ByDate, Side
    from factreport.figures.conversion import Pair
    from factreport.figures.exact import Fraction
    from factreport.figures.exchange import StatedRate
    from factreport.figures.meaning import Amount


def day_line(pair: Pair, entry: ByDate) -> str:
    """Give the working of one day.

    "£4.4bn was printed; 40 billion yuan at 8.9849 yuan to the pound (ECB, 22 January 2025) is £4.452bn, which rounds to
    £4.5bn; by way of $5.5bn at 1.2364 dollars to the pound it is £4.449bn, which rounds to £4.4bn"
    """
    original, target = pair.ends(entry.original)
    rate = entry.rate if entry.original == "a" else 1 / entry.rate
    source = write_source(entry.fixings)
    line = _printed_line(original, target, rate, f"{write_rate(rate, target.unit, original.unit)} ({source})")
    if entry.pivot is None:
        return line
    way = _("{line}; by way of {pivot} at {rate} it is {amount}, which rounds to {rounded}")
    amount, rounded = _rounding(entry.pivot.converted, target)
    shown_rate = write_rate(entry.pivot.rate, target.unit, entry.pivot.unit)
    return way.format(line=line, pivot=entry.pivot.text, rate=shown_rate, amount=amount, rounded=rounded)


def stated_line(pair: Pair, original: Side, nominal: Fraction, stated: StatedRate) -> str:
    """Give the working at a rate that a source prints; `nominal` is units of b's currency for one of a's."""
    start, target = pair.ends(original)
    rate = nominal if original == "a" else 1 / nominal
    shown = _("{rate} (printed by {source})") if stated.by else _("{rate} (printed by the source)")
    return _printed_line(start, target, rate, shown.format(rate=stated.text, source=stated.by))


def _printed_line(original: Amount, target: Amount, rate: Fraction, shown_rate: str) -> str:
    amounts = [_rounding(numeral.value * rate, target) for numeral in original.numerals]
    exact, rounded = (_(" to ").join(parts) for parts in zip(*amounts, strict=True))
    message = _("{target} was printed; {original} at {rate} is {exact}, which rounds to {rounded}")
    if target.qualifier in BOUNDS:
        message = _("{target} was printed; {original} at {rate} is {exact}")
    return message.format(target=target.text, original=original.text, rate=shown_rate, exact=exact, rounded=rounded)


def _rounding(value: Fraction, target: Amount) -> tuple[str, str]:
    """Give an amount with the digits that explain its rounding, and what it rounds to at the target's last digit."""
    style = style_of(target)
    rounded = round_half_up(value, target.low.step)
    return write_explained(value, target.low.step, style), write_plain(rounded, target.low.step, style)
