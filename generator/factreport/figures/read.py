"""All figures of a text: "over $12 billion in 2025" holds one, more than 12,000,000,000 USD."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from factreport.figures import currencies, temperatures, traps
from factreport.figures.ages import AGE_WORDS, read_ages
from factreport.figures.calendar_words import MONTHS
from factreport.figures.context import with_context
from factreport.figures.east_asian import read_sums
from factreport.figures.exact import Fraction
from factreport.figures.figure import Figure, Numeral, Qualifier
from factreport.figures.joined import FOLDS, NOTHING, read_joined
from factreport.figures.numbers import NUMBER_WORDS, VULGAR
from factreport.figures.per_time import time_after
from factreport.figures.printed_amount import COUNT, ONE, PrintedAmount
from factreport.figures.qualifiers import qualifier_after, qualifier_before
from factreport.figures.tokens import NUMBER, WORD, tokenize
from factreport.figures.unit_after import past_plus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.figures.joined import Reading
    from factreport.figures.tokens import Tokens

_SIGNS = frozenset("+-−–‑")
_MARKS = frozenset({"mark", "level", "barrier"})
"""What is crossed at a figure; a threshold or a limit is a figure by itself, on whichever side something lies."""


def read_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text, in order of appearance; places are code points of `text`.

    Dates, years, quarters, scores, versions and names of things are no figures. Takes time linear in the text.
    """
    return _read_again(text) if len(text) <= _SHORT else _read(text)


def _read(text: str) -> tuple[Figure, ...]:
    tokens = tokenize(text)
    # Where all is in Latin letters, nothing need be looked for.
    sums = [] if text.isascii() else read_sums(text)
    figures = _in_words_with_spaces(tokens)
    return with_context(tokens, _together(sums, figures) if sums else figures)


def _together(sums: list[Figure], others: list[Figure]) -> list[Figure]:
    """Return both in the order of the text; of two at one place, the sum."""
    spans = [(one.start, one.end) for one in sums]
    apart = [one for one in others if not _is_in(one.start, spans) and not _is_in(one.end - 1, spans)]
    return sorted((*sums, *apart), key=attrgetter("start"))


def _in_words_with_spaces(tokens: Tokens) -> list[Figure]:
    text = tokens.text
    if NUMBER not in tokens.kinds and _starts().isdisjoint(tokens.lows):
        return []
    # Most texts are told from those with ages by a look at their letters, which is faster than one at their words.
    may_tell_ages = "ag" in text or "Ag" in text or "AG" in text
    ages: list[Reading] | None = [] if may_tell_ages and not AGE_WORDS.isdisjoint(tokens.lows) else None
    # Beside other figures, an age says whom they are of.
    readings = list(_readings(tokens, ages)) or ages or []
    return [_figure(tokens, reading) for reading in readings]


_SHORT = 400
"""Characters of the longest text whose figures are kept: quotations are read when they are read and when checked."""
_read_again = lru_cache(maxsize=2048)(_read)


@cache
def _starts() -> frozenset[str]:
    """Return the words and marks, in lower case, one of which a figure without digits must hold."""
    return NUMBER_WORDS | NOTHING | {"half", "quarter", "a", "an", "point"} | frozenset(VULGAR) | frozenset(FOLDS)


@cache
def _openers() -> frozenset[str]:
    """Return the tokens, as printed, with which a figure can start, besides digits and number words."""
    letters = frozenset(form for word in currencies.DOLLARS for form in (word, word.lower(), word.title()))
    signs = frozenset(letter for table in currencies.SIGN_LETTERS.values() for letter in table)
    words = frozenset({"minus", "negative", "Minus", "Negative"})
    return frozenset(currencies.symbols()) | frozenset(currencies.prefix_codes()) | letters | signs | _SIGNS | words


def _readings(tokens: Tokens, ages: list[Reading] | None) -> Iterator[Reading]:
    """Walk the tokens, past dates, names and links, from figure to figure; `ages`, unless None, gathers those."""
    links = traps.link_spans(tokens.text)
    openers, starts = _openers(), _starts()
    kinds, lows, raws = tokens.kinds, tokens.lows, tokens.raws
    index = 0
    while index < tokens.count:
        if (
            kinds[index] != NUMBER
            and lows[index] not in MONTHS
            and lows[index] not in starts
            and raws[index] not in openers
        ):
            index += 1
            continue
        if ages is not None and (found_here := read_ages(tokens, index)):
            ages += found_here
            index = found_here[-1].end
            continue
        found, index = _at(tokens, index, links)
        yield from found


def _is_in(place: int, spans: list[tuple[int, int]]) -> bool:
    """Tell whether a place lies in one of some spans, which are in order and do not overlap."""
    at = bisect_right(spans, place, key=itemgetter(0)) - 1
    return at >= 0 and place < spans[at][1]


def _at(tokens: Tokens, index: int, links: list[tuple[int, int]]) -> tuple[tuple[Reading, ...], int]:
    """Return what is read at the token, and the index to go on from."""
    if links and _is_in(tokens.starts[index], links):
        return (), index + 1
    after = _after_trap(tokens, index)
    if after is not None:
        return (), after
    found = read_joined(tokens, index) or ()
    return found, found[-1].end if found else index + 1


def _after_trap(tokens: Tokens, index: int) -> int | None:
    if tokens.kinds[index] == NUMBER:
        return traps.skip_trap(tokens, index)
    if tokens.raws[index] in _SIGNS and tokens.kinds[index + 1] == NUMBER:
        return traps.skip_trap(tokens, index + 1)
    if tokens.raws[index + 1] == "1" and traps.is_rate_of_one(tokens, index):
        return index + 2
    return traps.skip_month(tokens, index) if traps.is_month(tokens, index) else None


def _figure(tokens: Tokens, reading: Reading) -> Figure:
    low, high = reading.low, reading.high
    units = low.unit.units if low.unit else COUNT
    qualifier, words = _qualifier(tokens, reading, units)
    start, end = tokens.starts[reading.first], tokens.ends[reading.end - 1]
    upper = numeral(high) if high else None
    change = _is_change(tokens, reading, units) if units[0] in temperatures.SCALES else None
    text = tokens.text[start:end]
    per = time_after(tokens, reading.end, units[0])
    return Figure(
        numeral(low), upper, units, qualifier, text, start, end, qualifier_text=words, per=per, of_change=change
    )


def _is_change(tokens: Tokens, reading: Reading, units: tuple[str, ...]) -> bool | None:
    before = qualifier_before(tokens, reading.lead, units)
    return temperatures.of_change(tokens, before[1] if before else reading.lead, reading.end)


def _qualifier(tokens: Tokens, reading: Reading, units: tuple[str, ...]) -> tuple[Qualifier, str]:
    """Return the qualifier and its words; of a range, `between` and the words that make or limit it."""
    before = qualifier_before(tokens, reading.lead, units) or _across_a_mark(tokens, reading, units)
    if reading.high is not None:
        first = before[1] if before else reading.lead
        return Qualifier.BETWEEN, _printed(tokens, first, reading.first)
    if before:
        return before[0], _printed(tokens, before[1], reading.lead)
    for start in _tails(tokens, reading, units):
        after = qualifier_after(tokens, start)
        if after:
            return after[0], _printed(tokens, start, after[1])
    return Qualifier.NONE, ""


def _across_a_mark(tokens: Tokens, reading: Reading, units: tuple[str, ...]) -> tuple[Qualifier, int] | None:
    """Return the qualifier past "the" in "below the $1 trillion mark"."""
    the = reading.lead - 1
    if tokens.lows[reading.end] not in _MARKS or tokens.lows[the] != "the":
        return None
    found = qualifier_before(tokens, the, units)
    return found if found and found[0] in {Qualifier.OVER, Qualifier.UNDER, Qualifier.NEARLY} else None


def _tails(tokens: Tokens, reading: Reading, units: tuple[str, ...]) -> Iterator[int]:
    """Yield where a qualifier may start after the figure: at once, or past the noun of a count ("10 cars or more")."""
    yield reading.end
    if past_plus(tokens, reading.low.number.end):
        yield reading.low.number.end
    if units == COUNT and tokens.kinds[reading.end] == WORD and tokens.lows[reading.end + 1] == "or":
        yield reading.end + 1


def _printed(tokens: Tokens, first: int, end: int) -> str:
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]] if first < end else ""


def numeral(amount: PrintedAmount) -> Numeral:
    """Return value, step and digits in base units.

    Trailing zeros of a bare integer of 1,000 or more are not significant, but two digits always are.
    """
    number, value = amount.number, amount.value
    if number.digits is None:
        return Numeral(value, abs(value) / 10 or ONE, None)
    step = number.step
    if amount.scale == 1 and not number.is_words and number.mantissa >= 1000 and step == 1:
        written = str(number.mantissa)
        step = Fraction(10 ** min(len(written) - len(written.rstrip("0")), len(written) - 2))
    return Numeral(value, amount.in_base_units(step), number.digits)
