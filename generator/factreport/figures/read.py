"""All figures of a text, in order: `read_figures("over $12 billion in 2025")` gives one, more than 12,000,000,000 USD."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from factreport.figures import currencies, traps
from factreport.figures.amounts import COUNT, ONE, Amount, Unit, is_unit_of_one, read_amount
from factreport.figures.calendar_words import MONTHS
from factreport.figures.figure import Figure, Numeral, Qualifier
from factreport.figures.numbers import NUMBER_WORDS, VULGAR, Number
from factreport.figures.qualifiers import qualifier_after, qualifier_before
from factreport.figures.ranges import DASHES, changes_right_before, is_change, lend
from factreport.figures.shares import read_share
from factreport.figures.tokens import NUMBER, WORD, Tokens, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDS = {
    f"{word}fold": number
    for word, number in {
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twenty": 20,
        "hundred": 100, "thousand": 1000,
    }.items()
}  # fmt: skip


_SIGNS = frozenset("+-−–‑")


@dataclass(frozen=True, slots=True)
class Reading:
    """One amount, or two that make a range, before qualifiers and units of context."""

    low: Amount
    high: Amount | None
    end: int
    """Index after its last token."""
    lead: int
    """Index of the first token of the words that make it a range ("between"), else of the amount."""


def read_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text, in order of appearance; places are code points of `text`.

    Dates, years, quarters, scores, versions and names of things are no figures. Takes time linear in the text.
    """
    tokens = tokenize(text)
    starts = _starts()
    if starts.isdisjoint(tokens.lows) and NUMBER not in tokens.kinds:
        return ()
    figures = [_figure(tokens, reading) for reading in _readings(tokens)]
    return _with_context(tokens, figures)


@cache
def _starts() -> frozenset[str]:
    """Return the words, in lower case, one of which a figure without digits must hold."""
    return NUMBER_WORDS | {"half", "a", "an"} | frozenset(VULGAR) | frozenset(_FOLDS)


@cache
def _openers() -> frozenset[str]:
    """Return the tokens, as printed, with which a figure can start, besides digits and number words."""
    letters = frozenset(currencies.DOLLARS) | {low.lower() for low in currencies.DOLLARS}
    signs = frozenset(letter for table in currencies.SIGN_LETTERS.values() for letter in table)
    return frozenset(currencies.symbols()) | frozenset(currencies.prefix_codes()) | letters | signs | frozenset("-−–‑+")


def _readings(tokens: Tokens) -> Iterator[Reading]:
    """Walk the tokens, past dates and names, from figure to figure."""
    links = traps.link_spans(tokens.text)
    openers, starts = _openers(), _starts()
    index = 0
    while index < tokens.count:
        kind, low = tokens.kinds[index], tokens.lows[index]
        if kind == NUMBER:
            after = traps.skip_trap(tokens, index)
        elif kind == WORD and low in MONTHS and traps.is_month(tokens, index):
            after = traps.skip_month(tokens, index)
        elif tokens.raws[index] in _SIGNS and tokens.kinds[index + 1] == NUMBER:
            after = traps.skip_trap(tokens, index + 1)
        elif low in starts or low in {"minus", "negative"} or tokens.raws[index] in openers:
            after = None
        else:
            index += 1
            continue
        if after is not None or links and _inside(links, tokens.starts[index]):
            index = after or index + 1
            continue
        found = _reading(tokens, index)
        if found is None:
            index += 1
            continue
        yield from found
        index = found[-1].end


def _inside(spans: list[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in spans)


def _reading(tokens: Tokens, index: int) -> tuple[Reading, ...] | None:
    """Return the figure that starts at the token, or the two of a change whose first borrows the unit of the second."""
    low = _amount(tokens, index)
    if low is None:
        return None
    joined = _second(tokens, low)
    if joined is not None:
        return joined
    if low.bare and traps.names_something(tokens, low):
        return None
    if low.number.is_words and low.value == 1 and low.scale == 1 and not is_unit_of_one(low):
        return None
    return (Reading(low, None, low.end, index),)


def _amount(tokens: Tokens, index: int) -> Amount | None:
    low = tokens.lows[index]
    if low in _FOLDS:
        value = Fraction(_FOLDS[low])
        return Amount(
            index,
            index + 1,
            Number(value, ONE, len(str(value).rstrip("0")), index + 1, is_words=True),
            unit=Unit(("x",)),
        )
    if tokens.kinds[index] != WORD:
        return (read_share(tokens, index) if tokens.kinds[index] == NUMBER else None) or read_amount(tokens, index)
    share = read_share(tokens, index)
    if share is not None or low == "half":
        return share
    return read_amount(tokens, index)


def _second(tokens: Tokens, low: Amount) -> tuple[Reading, ...] | None:
    """Return the range, or the change, that the amount begins; None where it stands alone."""
    joiner = tokens.lows[low.end]
    word = tokens.lows[low.first - 1]
    if joiner in DASHES:
        return _dashed(tokens, low)
    if joiner not in {"to", "and", "or", "from"}:
        return None
    at = low.end + 1
    hedged = qualifier_before(tokens, low.first)
    lead = hedged[1] if hedged else low.first
    between = "between" in {word, tokens.lows[lead - 1]}
    from_word = "from" in {word, tokens.lows[lead - 1]}
    if joiner == "and" and not between or joiner == "from" and word != "to":
        return None
    high = _following(tokens, at)
    if high is None or high.negative and not low.negative and joiner == "or":
        return None
    if joiner == "or":
        return _alternatives(tokens, low, high)
    if between:
        return _range(tokens, low, high, lead - 1, to_high=True)
    if joiner == "from":
        return _change(tokens, low, high, only_lent=True)
    if from_word:
        if is_change(tokens, lead - 1):
            return _change(tokens, low, high, only_lent=False)
        return _range(tokens, low, high, lead - 1, to_high=low.prefixed) or _change(tokens, low, high, only_lent=False)
    if low.unit and (high.unit or low.prefixed) and changes_right_before(tokens, lead) and _complete(low, high):
        return None
    if low.bare and high.bare and traps.names_something(tokens, low):
        return None
    return _range(tokens, low, high, low.first, to_high=low.prefixed)


def _complete(low: Amount, high: Amount) -> bool:
    """Whether each of the two has its own scale and unit, so that they need not be one range."""
    return low.scale == high.scale or low.scale != 1


def _following(tokens: Tokens, index: int) -> Amount | None:
    """Return the amount at the token, past a hedge of its own ("between 3 and about 5"), if it is no date or name."""
    if tokens.kinds[index] == NUMBER and traps.skip_trap(tokens, index) is not None and not tokens.joined(index):
        return None
    if tokens.lows[index] in {"about", "around", "nearly", "almost", "roughly", "a"} and tokens.lows[index] != "a":
        index += 1
    amount = _amount(tokens, index)
    if amount is None or amount.number.is_words and amount.value == 1 and amount.scale == 1:
        return None
    return amount


def _dashed(tokens: Tokens, low: Amount) -> tuple[Reading, ...] | None:
    """Return the range "4-5", "$4bn–$5bn", "8- to 16-metre"; a dash with spaces around needs units on both sides or none."""
    at = low.end + 1
    if tokens.lows[at] == "to" and tokens.raws[low.end] in {"-", "‑"}:
        at += 1
        if tokens.raws[at] == "-" and tokens.joined(at):
            at += 1
    spaced = not tokens.joined(at)
    high = _after_dash(tokens, at)
    if high is None:
        return None
    if spaced and at == low.end + 1 and (tokens.raws[low.end] == "—" or low.unit is not None and high.unit is None):
        return None
    if high.bare and low.bare and traps.names_something(tokens, replace(low, end=high.end)):
        return None
    if high.bare and low.bare and high.number.mantissa < low.number.mantissa:
        return None
    return _range(tokens, low, high, low.first, to_high=True)


def _after_dash(tokens: Tokens, index: int) -> Amount | None:
    if not (tokens.kinds[index] == NUMBER or tokens.raws[index] in _openers() or tokens.lows[index] in NUMBER_WORDS):
        return None
    return read_amount(tokens, index)


def _alternatives(tokens: Tokens, low: Amount, high: Amount) -> tuple[Reading, ...] | None:
    """Read "three or four years": neighbouring numbers, the first without a unit of its own."""
    if not low.bare or high.prefixed or low.number.step != 1 or high.number.step != 1 or high.number.digits is None:
        return None
    gap = high.number.mantissa - low.number.mantissa
    tens = low.number.mantissa % 10 == 0 and high.number.mantissa % 10 == 0
    if gap != 1 and not (tens and gap == 10) or traps.names_something(tokens, replace(low, end=high.end)):
        return None
    return _range(tokens, low, high, low.first, to_high=False)


def _range(tokens: Tokens, low: Amount, high: Amount, lead: int, *, to_high: bool) -> tuple[Reading, ...] | None:
    ends = lend(low, high, to_high=to_high)
    if ends is None or ends[0].value >= ends[1].value:
        return None
    if _are_years(tokens, *ends):
        return None
    return (Reading(ends[0], ends[1], high.end, lead),)


def _are_years(tokens: Tokens, low: Amount, high: Amount) -> bool:
    return low.bare and high.bare and traps.is_year(tokens.raws[low.first]) and traps.is_year(tokens.raws[high.end - 1])


def _change(tokens: Tokens, low: Amount, high: Amount, *, only_lent: bool) -> tuple[Reading, ...] | None:
    """Return both ends of a change, the first with the unit and scale of the second where it has none."""
    if only_lent and not low.bare:
        return None
    ends = lend(low, high, to_high=False) if low.unit is None or low.scale == 1 else None
    first, second = ends or (low, high)
    if low.unit is not None and ends is not None and ends[1].unit != high.unit:
        second = high
    if first.bare and traps.names_something(tokens, low) or second.bare and traps.names_something(tokens, high):
        return None
    return Reading(first, None, low.end, low.first), Reading(second, None, high.end, high.first)


def _figure(tokens: Tokens, reading: Reading) -> Figure:
    low, high = reading.low, reading.high
    unit = low.unit.units if low.unit else COUNT
    qualifier, words = _qualifier(tokens, reading, unit)
    start, end = tokens.starts[low.first], tokens.ends[reading.end - 1]
    return Figure(
        numeral(low),
        numeral(high) if high else None,
        unit,
        qualifier,
        tokens.text[start:end],
        start,
        end,
        qualifier_text=words,
    )


def _qualifier(tokens: Tokens, reading: Reading, unit: tuple[str, ...]) -> tuple[Qualifier, str]:
    before = qualifier_before(tokens, reading.lead, unit)
    after = None if before else _after(tokens, reading, unit)
    words = ""
    if before:
        words = tokens.text[tokens.starts[before[1]] : tokens.ends[reading.lead - 1]]
    elif after:
        words = tokens.text[tokens.starts[after[1]] : tokens.ends[after[2] - 1]]
    if reading.high is None:
        return (before or after or (Qualifier.NONE,))[0], words
    if reading.lead < reading.low.first:
        words = tokens.text[tokens.starts[before[1] if before else reading.lead] : tokens.ends[reading.low.first - 1]]
    return Qualifier.BETWEEN, words


def _after(tokens: Tokens, reading: Reading, unit: tuple[str, ...]) -> tuple[Qualifier, int, int] | None:
    """Return the qualifier after the figure, past the one noun of a count ("10 people or more"), and its tokens."""
    found = qualifier_after(tokens, reading.end)
    if found:
        return found[0], reading.end, found[1]
    if unit == COUNT and tokens.kinds[reading.end] == WORD and tokens.lows[reading.end + 1] == "or":
        found = qualifier_after(tokens, reading.end + 1)
        return (found[0], reading.end + 1, found[1]) if found else None
    return None


def numeral(amount: Amount) -> Numeral:
    """Return value, step and digits in base units.

    Trailing zeros of a bare integer of 1,000 or more are not significant, but two digits always are.
    """
    part = amount.unit.part if amount.unit else ONE
    number = amount.number
    if number.digits is None:
        return Numeral(amount.value, abs(amount.value) / 10 or ONE, None)
    step = number.step
    if amount.scale == 1 and not number.is_words and step == 1 and number.mantissa >= 1000:
        written = str(number.mantissa)
        step = Fraction(10 ** min(len(written) - len(written.rstrip("0")), len(written) - 2))
    return Numeral(amount.value, step * amount.scale * part, number.digits)


def _with_context(tokens: Tokens, figures: list[Figure]) -> tuple[Figure, ...]:
    """Choose among candidate currencies the one that the text names, and mark conversions."""
    if any(len(figure.units) > 1 for figure in figures):
        named = _currencies_named(tokens)
        figures = [replace(figure, units=_chosen(figure.units, named)) for figure in figures]
    result: list[Figure] = []
    for figure in figures:
        before = result[-1] if result else None
        if before and _is_conversion(tokens.text[before.end : figure.start], before, figure):
            origin = (
                before.start
                if before.conversion_of is None or ";" not in tokens.text[before.end : figure.start]
                else before.conversion_of
            )
            figure = replace(figure, conversion_of=origin)  # noqa: PLW2901
        result.append(figure)
    return tuple(result)


def _chosen(units: tuple[str, ...], named: frozenset[str]) -> tuple[str, ...]:
    chosen = [unit for unit in units if unit in named]
    return (chosen[0],) if len(units) > 1 and len(chosen) == 1 else units


def _currencies_named(tokens: Tokens) -> frozenset[str]:
    """Return the currencies that the text names in words, or by code, beyond doubt."""
    named: set[str] = set()
    names, codes = currencies.names(), currencies.codes_in_use()
    for index in range(tokens.count):
        if tokens.raws[index] in codes:
            named.add(tokens.raws[index])
        found = names.after(tokens, index)
        if found and len(found[0].codes) == 1:
            named.add(found[0].codes[0])
        prefix = currencies.PREFIXES.get(tokens.raws[index], "|")
        if "|" not in prefix and tokens.kinds[index + 1] == NUMBER:
            named.add(prefix)
    return frozenset(named)


_CONVERSION_WORDS = frozenset(
    "or about around roughly approximately some equivalent equal equals to which is just over under nearly almost more less than the at "
    "current exchange rates about, c ca approx i.e. ie that".split()
)


def _is_conversion(between: str, before: Figure, figure: Figure) -> bool:
    """Whether the figure restates the one before it in another unit: in brackets, or after ", or"."""
    stripped = between.strip()
    if before.units == figure.units or not _same_kind(before, figure) or len(between) > 60:
        return False
    if stripped[:1] in {"(", "["} or stripped[:1] in {";", "/", ","} and before.conversion_of is not None:
        return all(word.strip(",.") in _CONVERSION_WORDS or word in "~≈=" for word in stripped[1:].lower().split())
    words = stripped.lstrip(",–—- ").lower().split()
    return (
        bool(words)
        and words[0] in {"or", "equivalent", "=", "≈"}
        and all(word in _CONVERSION_WORDS or word in "~≈=" for word in words)
    )


def _same_kind(before: Figure, figure: Figure) -> bool:
    money = currencies.codes_in_use()
    first, second = before.units[0] in money, figure.units[0] in money
    if first or second:
        return first and second
    no_measure = {"count", "%", "pp", "bp", "x"}
    return before.units[0] not in no_measure and figure.units[0] not in no_measure
