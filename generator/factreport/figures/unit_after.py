"""The unit after a number and its scale: money, a share, a multiple or a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures import currencies, units
from factreport.figures.compound import with_part
from factreport.figures.numbers import HYPHENS
from factreport.figures.other_languages import OF, SCALES_ELSEWHERE, SHARES_ELSEWHERE
from factreport.figures.per_so_many import rate_after
from factreport.figures.phrases import Phrases, words
from factreport.figures.printed_amount import ONE, Unit
from factreport.figures.tokens import NUMBER, WORD

if TYPE_CHECKING:
    from factreport.figures.printed_amount import PrintedAmount
    from factreport.figures.tokens import Tokens

_ONE = frozenset({"a", "one", "1"})
_PERCENTAGE = ("percentage", "percent", "per cent", "%", "pct")
_SHARES = Phrases(
    dict.fromkeys(("%", "％", "percent", "per cent", "pct", "percents", "pc", "p.c."), "%")
    | {words: share for share, spellings in SHARES_ELSEWHERE.items() for words in spellings}
    | {f"{share} {point}": "pp" for share in _PERCENTAGE for point in ("point", "points", "pts", "pt")}
    | dict.fromkeys(("pp", "ppt", "ppts", "pps", "p.p."), "pp")
    | dict.fromkeys(("basis point", "basis points", "bps", "bp", "bips"), "bp")
)
_SCREEN_LINES = words("240 360 480 576 720 1080 1440 2160 4320")
_WEIGHED = words("weigh weighs weighed weighing weight weights heavier lighter bodyweight thrust")
_WEIGHED_GOODS = words("""
    cocaine heroin meth methamphetamine fentanyl marijuana cannabis meat beef pork chicken turkey fish salmon cod
    lobster crab fruit sugar flour rice potatoes apples grapes coffee cocoa cotton copper aluminium aluminum gold
    silver steel lithium uranium plutonium explosives tnt muscle fat body force thrust pressure food cheese butter
    luggage cargo ice seed fertiliser fertilizer honey wool rubbish trash garbage waste plastic
""")


def with_unit(tokens: Tokens, amount: PrintedAmount) -> PrintedAmount:
    """Read the unit after number and scale; a currency named after one before makes it surer ("$5 CAD")."""
    at = amount.end
    if tokens.raws[at] in HYPHENS and tokens.joined(at):
        at += 1
    elif tokens.lows[at] in OF and tokens.lows[at - 1] in SCALES_ELSEWHERE:
        # "2 milliards de francs", "2 miliardi di euro"
        at += 1
    at = past_plus(tokens, amount.end) or at
    found = _money_after(tokens, at, amount)
    if found is None and not amount.prefixed:
        # "0.1 of a percentage point"
        if tokens.lows[at] == "of" and amount.number.mantissa < 1 and tokens.lows[at + 1] in _ONE:
            found = _share_after(tokens, at + 2)
        found = found or _share_after(tokens, at) or rate_after(tokens, at, amount)
        found = found or _times_after(tokens, at, amount) or _measure_after(tokens, at)
    if found is None:
        return amount
    whole = amount._replace(unit=found[0], end=found[1], joined=amount.joined or tokens.joined(amount.end))
    return with_part(tokens, whole)


def past_plus(tokens: Tokens, index: int) -> int:
    """Return the index after what touches the number in "20-plus years", "40-odd miles" and "5+ years"; 0 for none."""
    if not tokens.joined(index):
        return 0
    if tokens.raws[index] == "+":
        return index + 1 if tokens.kinds[index + 1] == WORD else 0
    is_tail = tokens.raws[index] in HYPHENS and tokens.lows[index + 1] in {"plus", "odd"} and tokens.joined(index + 1)
    return index + 2 if is_tail else 0


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


def _money_after(tokens: Tokens, index: int, amount: PrintedAmount) -> tuple[Unit, int] | None:
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
    if named is None or _is_weight(tokens, index, named[1]) or _is_other_word(tokens, index, amount):
        return None
    return Unit(named[0].codes, named[0].part, money=True), named[1]


def _surer(tokens: Tokens, index: int, amount: PrintedAmount) -> tuple[Unit, int] | None:
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
    if tokens.kinds[end] == NUMBER and tokens.raws[index - 1] in HYPHENS:
        # The currency of the other end ("Rs 5,000-Rs 6,000").
        return None
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


def _is_other_word(tokens: Tokens, index: int, amount: PrintedAmount) -> bool:
    """Whether "won" after a small number is the verb ("of the 12, 3 won seats"), and "Franken" a name."""
    if tokens.lows[index] == "franken":
        return amount.scale == 1
    return (
        tokens.lows[index] == "won" and amount.scale == 1 and not amount.number.grouped and amount.number.mantissa < 100
    )


def _times_after(tokens: Tokens, index: int, amount: PrintedAmount) -> tuple[Unit, int] | None:
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


def _is_multiple(tokens: Tokens, index: int, amount: PrintedAmount) -> bool:
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
        return _abbreviated(tokens, index, unit)
    multiple = units.multiples().after(tokens, index)
    if multiple:
        return Unit((multiple[0][0],), multiple[0][1]), multiple[1]
    if raw in units.CARBON or "₂" in raw:
        return _carbon(tokens, index)
    if low == "in" and tokens.raws[index - 1] in HYPHENS and tokens.raws[index + 1] not in HYPHENS:
        return Unit(("in",)), index + 1
    if low == "stone" and _is_body_weight(tokens, index):
        return Unit(("st",)), index + 1
    if low in {"pound", "pounds"} and _is_weight(tokens, index, index + 1):
        return Unit(("lb",)), index + 1
    return None


def _abbreviated(tokens: Tokens, index: int, unit: str) -> tuple[Unit, int] | None:
    """Read the unit whose abbreviation is the token, with the power in digits that may touch it ("5m2")."""
    raw = tokens.raws[index]
    if raw in units.JOINED_ONLY and not tokens.joined(index) and not _is_temperature(tokens, index):
        return None
    if tokens.kinds[index + 1] == NUMBER and tokens.joined(index + 1):
        if raw == "PS":
            return None
        if raw in {"m", "t", "g"} and tokens.raws[index + 1] in {"2", "3"}:
            return Unit((unit + tokens.raws[index + 1],)), index + 2
    return Unit((unit,)), index + 1


def _is_body_weight(tokens: Tokens, index: int) -> bool:
    """Whether "stone" is a weight and no material: after "weighs" or "lost", or before pounds ("11 stone 4lb")."""
    near = tokens.lows[max(0, index - 4) : index]
    return tokens.kinds[index + 1] == NUMBER or not (_WEIGHED | {"lost", "shed", "gained"}).isdisjoint(near)


def _carbon(tokens: Tokens, index: int) -> tuple[Unit, int] | None:
    """Read the tonnes of "400 MtCO2e" or "400 MtCO₂"."""
    letters, subscript, _rest = tokens.raws[index].partition("₂")
    unit = units.CARBON.get(letters)
    if unit is None:
        return None
    end = index + 1
    if not subscript and tokens.raws[end] == "2" and tokens.joined(end):
        end += 1
        end += tokens.joined(end) and tokens.lows[end] in {"e", "eq"}
    return Unit((unit,)), end


def _is_temperature(tokens: Tokens, index: int) -> bool:
    """Whether a C or F apart from its number is of degrees: after decimals, and not in "2.5 C++ courses"."""
    ends = not tokens.joined(index + 1) or tokens.raws[index + 1] in {".", ",", ";", ":", ")"}
    return tokens.raws[index] in {"C", "F"} and "." in tokens.raws[index - 1] and ends


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
