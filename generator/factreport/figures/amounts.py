"""One amount: sign, currency before, number, scale, unit after.

Longer than other modules: the parts of an amount stand in one order, and each reads on where the one before ended.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factreport.figures import currencies, units
from factreport.figures.numbers import (
    ABBREVIATIONS,
    HYPHENS,
    LETTERS,
    NUMBER_WORDS,
    PLURAL_SCALES,
    SCALES,
    UNITS,
    VULGAR,
    Number,
    read_number,
)
from factreport.figures.phrases import Phrases, words
from factreport.figures.rational import product
from factreport.figures.tokens import NUMBER, WORD

if TYPE_CHECKING:
    from factreport.figures.tokens import Tokens

ONE = Fraction(1)
COUNT = ("count",)
SHARES = frozenset({"%", "pp", "bp"})


class Unit(NamedTuple):
    """What an amount is of."""

    units: tuple[str, ...]
    part: Fraction = ONE
    """Of the unit itself: 1/100 for pence and cents."""
    money: bool = False


class Amount(NamedTuple):
    """An amount as read, scale and unit kept apart so that the two ends of a range can lend them to each other."""

    first: int
    """Index of its first token, sign and currency included."""
    end: int
    """Index after its last token."""
    number: Number
    scale: Fraction = ONE
    unit: Unit | None = None
    negative: bool = False
    prefixed: bool = False
    """Whether the currency stands before the number."""
    joined: bool = False
    """Whether number and scale or unit touch, or a currency sign stands before: no room for a name."""

    @property
    def bare(self) -> bool:
        """Whether it is a number alone, without scale word, unit or currency."""
        return self.unit is None and self.scale == 1 and not self.number.scaled

    def in_base_units(self, number: Fraction) -> Fraction:
        """Return a number of this amount's scale and unit in base units."""
        # Most amounts have neither, and multiplying exact numbers by one is slow.
        if self.scale is not ONE:
            number = product(number, self.scale)
        return number if self.unit is None or self.unit.part is ONE else product(number, self.unit.part)

    @property
    def value(self) -> Fraction:
        """Exact value in base units."""
        value = self.in_base_units(self.number.mantissa)
        return -value if self.negative else value


_PERCENTAGE = ("percentage", "percent", "per cent", "%", "pct")
_SHARES = Phrases(
    dict.fromkeys(("%", "％", "percent", "per cent", "pct", "percents", "pc"), "%")
    | {f"{share} {point}": "pp" for share in _PERCENTAGE for point in ("point", "points", "pts", "pt")}
    | dict.fromkeys(("pp", "ppt", "ppts", "pps", "p.p."), "pp")
    | dict.fromkeys(("basis point", "basis points", "bps", "bp", "bips"), "bp")
)

_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")

MINUS = frozenset("-−–‑")
_OPENERS = frozenset("([{\"'“‘/=:") | {""}
_METRES_AFTER = words("""
    tall high long wide deep away thick race sprint final freestyle butterfly breaststroke backstroke relay
    hurdles dash pool swim record medley runner sprinter champion above below below-ground waves drop fence wall
    tower
""")
_SCREEN_LINES = words("240 360 480 576 720 1080 1440 2160 4320")
_SCREENS_AFTER = words("""
    tv tvs television televisions video videos resolution display displays monitor monitors screen screens uhd
    camera cameras footage ultra gaming streaming run race filing filings form
""")  # fmt: skip
_WEIGHED = words("weigh weighs weighed weighing weight weights heavier lighter bodyweight thrust")
_WEIGHED_GOODS = words("""
    cocaine heroin meth methamphetamine fentanyl marijuana cannabis meat beef pork chicken turkey fish salmon cod
    lobster crab fruit sugar flour rice potatoes apples grapes coffee cocoa cotton copper aluminium aluminum gold
    silver steel lithium uranium plutonium explosives tnt muscle fat body force thrust pressure food cheese butter
    luggage cargo ice seed fertiliser fertilizer honey wool rubbish trash garbage waste plastic
""")


def read_amount(tokens: Tokens, index: int) -> Amount | None:
    """Return the amount that starts at the token, or None."""
    at, negative = _sign(tokens, index)
    prefix = read_prefix(tokens, at)
    if prefix:
        codes, at, strong = prefix
        if tokens.raws[at] in MINUS and tokens.joined(at) and tokens.joined(at + 1):
            at, negative = at + 1, True
    elif at == index and tokens.raws[at] == "+" and tokens.joined(at + 1):
        at += 1
    number = read_number(tokens, at)
    if number is None:
        return None
    unit = Unit(codes, ONE, money=True) if prefix else None
    if prefix and codes[0] in currencies.DOT_GROUPS and _THOUSANDS.fullmatch(tokens.raws[at]):
        number = number._replace(mantissa=number.mantissa * 1000, step=ONE, grouped=True)
    amount = with_scale(tokens, Amount(index, number.end, number, unit=unit, negative=negative, prefixed=bool(prefix)))
    amount = with_unit(tokens, amount)
    if prefix and not strong and not _is_sum(tokens, amount, at):
        return None
    return _whole_money(tokens, amount) if amount.unit and amount.unit.money else amount


def _is_sum(tokens: Tokens, amount: Amount, at: int) -> bool:
    """Whether a number after initials is money for its scale, groups or decimals ("P1.5 billion"), or "R250"."""
    number = amount.number
    if amount.scale != 1 or number.grouped or number.step != 1:
        return True
    return tokens.joined(at) and tokens.raws[at - 1] in currencies.MONEY_WHEN_JOINED and number.mantissa >= 10


def _sign(tokens: Tokens, index: int) -> tuple[int, bool]:
    """Return the index after a minus sign and whether there is one; a hyphen after a word or a number is none."""
    low = tokens.lows[index]
    if low in {"minus", "negative"} and tokens.kinds[index - 1] != NUMBER:
        return index + 1, True
    if low in MINUS and tokens.joined(index + 1) and (not tokens.joined(index) or tokens.lows[index - 1] in _OPENERS):
        return index + 1, True
    return index, False


def read_prefix(tokens: Tokens, index: int) -> tuple[tuple[str, ...], int, bool] | None:
    """Return the codes of the currency printed before a number, the index of the number, and whether it is sure."""
    raw = tokens.raws[index]
    symbols = currencies.symbols()
    if raw in symbols:
        return _after_symbol(tokens, index, symbols[raw])
    if tokens.kinds[index] != WORD:
        return None
    following = tokens.raws[index + 1]
    if following in symbols:
        codes = _lettered(tokens, index, following)
        return (codes, index + 2, True) if codes else None
    codes = currencies.prefix_codes().get(raw)
    if codes is None:
        return None
    at = index + 2 if following in {".", "/"} or following == ":" else index + 1
    if tokens.kinds[at] != NUMBER and not (tokens.raws[at] in MINUS and tokens.joined(at + 1)):
        return None
    strong = raw not in currencies.CODES_LIKE_WORDS and raw not in currencies.NEEDS_SCALE
    if not strong and tokens.joined(index) and tokens.kinds[index - 1] != "":
        return None
    return codes, at, strong


def _after_symbol(tokens: Tokens, index: int, codes: tuple[str, ...]) -> tuple[tuple[str, ...], int, bool]:
    following = tokens.raws[index + 1]
    if following in {"E", "L"} and tokens.raws[index] == "£" and tokens.joined(index + 1):
        return (("EGP",) if following == "E" else ("LBP",)), index + 2, True
    return codes, index + 1, True


def _lettered(tokens: Tokens, index: int, symbol: str) -> tuple[str, ...] | None:
    """Return the codes of a sign with letters before it ("HK$", "CN¥"); single letters must touch the sign."""
    raw, joined = tokens.raws[index], tokens.joined(index + 1)
    if symbol in {"$", "＄"}:
        apart = (
            (len(raw) > 1 and raw.isupper())
            or raw in {"hk", "nz", "nt"}
            or (raw == "c" and not tokens.joined(index + 2))
        )
        code = currencies.DOLLARS.get(raw.upper()) if joined or apart else None
    else:
        code = currencies.SIGN_LETTERS.get(symbol, {}).get(raw.upper())
        if not joined and len(raw) < 2:
            code = None
    return currencies.split_codes(code) if code else None


def with_scale(tokens: Tokens, amount: Amount) -> Amount:
    """Read the scale words and letters after the number."""
    scale, end, joined = 1, amount.end, False
    for _ in range(2):
        found = _scale(tokens, end, amount, first=scale == 1)
        if found is None:
            break
        joined = joined or tokens.joined(end)
        scale, end = scale * found[0], found[1]
    return amount._replace(scale=Fraction(scale), end=end, joined=joined) if scale != 1 else amount


def _scale(tokens: Tokens, index: int, amount: Amount, *, first: bool) -> tuple[int, int] | None:
    at = index + 1 if tokens.raws[index] in HYPHENS and tokens.joined(index) else index
    low = tokens.lows[at]
    if low in SCALES and not (amount.number.scaled and low == "hundred"):
        return SCALES[low], at + 1
    if not first:
        return None
    if low in PLURAL_SCALES and not amount.number.is_words:
        return PLURAL_SCALES[low], at + 1
    if low in ABBREVIATIONS and (at == index or low in {"bn", "mn"}):
        stop = (
            at + 2 if tokens.raws[at + 1] == "." and tokens.joined(at + 1) and tokens.kinds[at + 2] == WORD else at + 1
        )
        return ABBREVIATIONS[low], stop
    if low in LETTERS and at == index and _is_scale(tokens, at, amount):
        return LETTERS[low], at + 1
    return None


def _is_scale(tokens: Tokens, index: int, amount: Amount) -> bool:
    """Whether the letter is a scale ("$5m", "9m tonnes") and not a unit ("50m pool", "5 m")."""
    raw, joined = tokens.raws[index], tokens.joined(index)
    if amount.prefixed:
        return raw.lower() in {"m", "b", "k", "t", "mm"}
    following = 2 if tokens.raws[index + 1] in HYPHENS else 1
    if currencies.names().after(tokens, index + following) or tokens.raws[index + 1] in currencies.symbols():
        return True
    if tokens.raws[index + 1] in currencies.codes_in_use():
        return True
    if not joined or raw in {"t", "mm", "MM"}:
        return False
    after = tokens.lows[index + following]
    if raw == "m":
        return after not in _METRES_AFTER
    return not (raw == "K" and after in _SCREENS_AFTER)


def with_unit(tokens: Tokens, amount: Amount) -> Amount:
    """Read the unit after number and scale; a currency named after one before makes it surer ("$5 CAD")."""
    at = amount.end
    if tokens.raws[at] in HYPHENS and tokens.joined(at):
        at += 1
    found = _money_after(tokens, at, amount)
    if found is None and not amount.prefixed:
        found = _share_after(tokens, at) or _times_after(tokens, at, amount) or _measure_after(tokens, at)
    if found is None:
        return amount
    return amount._replace(unit=found[0], end=found[1], joined=amount.joined or tokens.joined(amount.end))


def _share_after(tokens: Tokens, index: int) -> tuple[Unit, int] | None:
    found = _SHARES.after(tokens, index)
    if found is None or not found[0]:
        return None
    if tokens.raws[index] in {"PC", "PCs", "BP", "PP", "BPS"}:
        return None
    end = found[1]
    if found[0] == "%" and tokens.raws[end] in HYPHENS and tokens.lows[end + 1].startswith("point"):
        return Unit(("pp",)), end + 2
    return Unit((found[0],)), end


def _money_after(tokens: Tokens, index: int, amount: Amount) -> tuple[Unit, int] | None:
    raw = tokens.raws[index]
    if amount.prefixed:
        return _surer(tokens, index, amount)
    symbols = currencies.symbols()
    if raw in symbols:
        priced = tokens.kinds[index + 1] == NUMBER and tokens.joined(index + 1)
        return None if priced else (Unit(symbols[raw], ONE, money=True), index + 1)
    if raw in currencies.DOLLARS and tokens.raws[index + 1] == "$" and tokens.joined(index + 1):
        return Unit(currencies.split_codes(currencies.DOLLARS[raw]), ONE, money=True), index + 2
    if raw in currencies.AFTER_TOO:
        return Unit(currencies.prefix_codes()[raw], ONE, money=True), index + 1
    if raw in currencies.codes_in_use() and (
        raw not in currencies.CODES_LIKE_WORDS or amount.scale != 1 or amount.number.grouped
    ):
        return Unit((raw,), ONE, money=True), index + 1
    if tokens.joined(index) and raw in {"p", "c"}:
        return _pence(tokens, index)
    if raw == "Cent":
        return None
    named = currencies.names().after(tokens, index)
    if named is None or _is_weight(tokens, index, named[1]) or _is_verb(tokens, index, amount):
        return None
    return Unit(named[0].codes, named[0].part, money=True), named[1]


def _surer(tokens: Tokens, index: int, amount: Amount) -> tuple[Unit, int] | None:
    """Return the currency said again after the amount, where it can be the one before ("$500 CAD", "€5m euros")."""
    raw = tokens.raws[index]
    adjective = currencies.ADJECTIVES.get(raw) if tokens.kinds[index + 1] != WORD else None
    if adjective:
        codes: tuple[str, ...] = (adjective,)
        end = index + 1
    elif raw in currencies.codes_in_use() and raw not in currencies.CODES_LIKE_WORDS:
        codes = (raw,)
        end = index + 1
    else:
        named = currencies.names().after(tokens, index)
        if named is None or named[0].part != 1:
            return None
        codes, end = named[0].codes, named[1]
    before = amount.unit.units if amount.unit else ()
    dollars = before == ("USD",) and codes[0] in currencies.DOLLARS.values()
    return (Unit(codes, ONE, money=True), end) if dollars or set(codes) & set(before) else None


def _pence(tokens: Tokens, index: int) -> tuple[Unit, int] | None:
    if tokens.raws[index] == "c":
        return Unit(("USD",), currencies.CENT, money=True), index + 1
    if tokens.raws[index - 1] in _SCREEN_LINES and tokens.lows[index + 1] not in {"a", "per", "each"}:
        return None
    return Unit(("GBP",), currencies.CENT, money=True), index + 1


def _is_weight(tokens: Tokens, index: int, end: int) -> bool:
    """Whether "pounds" are of weight: beside "weigh", or of a thing that is weighed."""
    if tokens.lows[end - 1] not in {"pound", "pounds"} or end != index + 1:
        return False
    if tokens.lows[end] == "of" and (tokens.lows[end + 1] in _WEIGHED_GOODS or tokens.lows[end + 2] in _WEIGHED_GOODS):
        return True
    low = max(0, index - 8)
    return not _WEIGHED.isdisjoint(tokens.lows[low : end + 4])


def _is_verb(tokens: Tokens, index: int, amount: Amount) -> bool:
    """Whether "won" after a small number is the verb ("of the 12, 3 won seats")."""
    return (
        tokens.lows[index] == "won" and amount.scale == 1 and not amount.number.grouped and amount.number.mantissa < 100
    )


def _whole_money(tokens: Tokens, amount: Amount) -> Amount:
    """Add the cents of "20 dollars and 50 cents" to the dollars."""
    if amount.scale != 1 or amount.unit is None or amount.unit.part != 1 or amount.number.step != 1:
        return amount
    at = amount.end + 1 if tokens.lows[amount.end] in {"and", ","} else amount.end
    number = read_number(tokens, at)
    if number is None or number.mantissa >= 100 or number.step != 1 or tokens.lows[amount.end] == ",":
        return amount
    cents = currencies.MINOR.get(tokens.lows[number.end])
    joined = tokens.joined(number.end) and tokens.raws[number.end] in {"c", "p"}
    if cents is None and not joined:
        return amount
    value = amount.number.mantissa + number.mantissa * currencies.CENT
    digits = len(str(int(value * 100)))
    whole = Number(value, currencies.CENT, digits, number.end + 1, is_words=False)
    return amount._replace(number=whole, end=number.end + 1)


def _times_after(tokens: Tokens, index: int, amount: Amount) -> tuple[Unit, int] | None:
    low = tokens.lows[index]
    if (
        low in {"x", "×"}
        and tokens.kinds[index + 1] != NUMBER
        and not (tokens.joined(index + 1) and tokens.kinds[index + 1] == WORD)
    ):
        return Unit(("x",)), index + 1
    if low == "fold":
        return Unit(("x",)), index + 1
    if low in {"times", "time"} and amount.scale == 1 and _is_multiple(tokens, index, amount):
        return Unit(("x",)), index + 1
    return None


def _is_multiple(tokens: Tokens, index: int, amount: Amount) -> bool:
    """Whether "times" multiplies ("six times income") rather than counts occasions ("three times a week")."""
    after = tokens.lows[index + 1]
    if tokens.lows[index] == "time" or tokens.raws[index] == "Times":
        return False
    if amount.number.step != 1:
        return True
    return after not in {
        "a",
        "per",
        "since",
        "in",
        "before",
        "on",
        "last",
        "during",
        "between",
        "at",
        "he",
        "she",
        "they",
        "we",
        "and",
    }


def _measure_after(tokens: Tokens, index: int) -> tuple[Unit, int] | None:
    raw, low = tokens.raws[index], tokens.lows[index]
    unit = units.abbreviated().get(raw)
    longer = units.spelled().after(tokens, index)
    if longer and (not unit or longer[1] > index + 1):
        return _measured(tokens, index, *longer)
    if unit:
        if raw in units.JOINED_ONLY and not tokens.joined(index):
            return None
        if (
            raw in {"m", "t", "g"}
            and tokens.kinds[index + 1] == NUMBER
            and tokens.joined(index + 1)
            and tokens.raws[index + 1] in {"2", "3"}
        ):
            return Unit((unit + tokens.raws[index + 1],)), index + 2
        return Unit((unit,)), index + 1
    if low == "in" and tokens.raws[index - 1] in HYPHENS and tokens.raws[index + 1] not in HYPHENS:
        return Unit(("in",)), index + 1
    if low in {"pound", "pounds"} and _is_weight(tokens, index, index + 1):
        return Unit(("lb",)), index + 1
    return None


def _measured(tokens: Tokens, index: int, unit: str, end: int) -> tuple[Unit, int] | None:
    raw = tokens.raws[index]
    if (
        not unit
        or raw in {"Second", "St", "Stones", "Min", "Day", "Hours", "Kilo"}
        or (unit == "s" and raw == "second")
    ):
        return None
    if unit == "°" and tokens.raws[end] in {"C", "F"}:
        return Unit(("°" + tokens.raws[end],)), end + 1
    return Unit((unit,)), end


def is_unit_of_one(amount: Amount) -> bool:
    """Whether "one" makes a figure before this unit: a share or a sum of money, not "one day"."""
    return amount.unit is not None and (amount.unit.money or amount.unit.units[0] in SHARES)


def starts_number(tokens: Tokens, index: int) -> bool:
    """Whether a number can start at the token."""
    return tokens.kinds[index] == NUMBER or tokens.raws[index] in VULGAR or tokens.lows[index] in NUMBER_WORDS


__all__ = [
    "COUNT",
    "ONE",
    "SHARES",
    "UNITS",
    "Amount",
    "Unit",
    "is_unit_of_one",
    "read_amount",
    "read_prefix",
    "starts_number",
]
