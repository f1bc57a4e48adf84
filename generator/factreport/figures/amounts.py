"""One amount: sign, currency before, number, scale, and what stands after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factreport.figures import currencies
from factreport.figures.exact import Fraction
from factreport.figures.numbers import (
    ABBREVIATIONS,
    HYPHENS,
    LETTERS,
    PLURAL_SCALES,
    SCALES,
    Number,
    read_number,
    skip_hyphen,
)
from factreport.figures.other_languages import SCALES_ELSEWHERE, SHORT_ELSEWHERE, THOUSAND_OF, WHERE_MIL_IS_A_THOUSAND
from factreport.figures.phrases import words
from factreport.figures.printed_amount import ONE, PrintedAmount, Unit
from factreport.figures.tokens import NUMBER, WORD
from factreport.figures.traps import PEOPLE_AND_THINGS
from factreport.figures.unit_after import past_plus, with_unit

if TYPE_CHECKING:
    from factreport.figures.tokens import Tokens

_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_TENS_OF_THOUSANDS = re.compile(r"[1-9]\d{1,2}\.\d{3}")
_CRORES = frozenset({"cr", "crs"})
_RUPEE_SCALES = {"arab": 10**9, "kharab": 10**11}
"""Scales of sums in rupees, as Nepal and Pakistan print them; elsewhere they are other words."""
_NAIRA_AT_LEAST = 100
_PER = frozenset({"per", "a", "/"})
_PRICED_TO_A_TENTH_OF_A_CENT = words(
    "share shares litre litres liter liters gallon kwh mwh unit gram minute certificate"
)
MINUS = frozenset("-−–‑")
_MINUS_SAID = MINUS | {"minus"}
_OR = frozenset({"or", "/"}) | HYPHENS
_OPENERS = frozenset("([{\"'“‘/=:") | {""}
_METRES_AFTER = words("""
    tall high long wide deep away thick race sprint final freestyle butterfly breaststroke backstroke relay
    hurdles hurdler hurdlers swimmer freestyler relays dash pool swim record medley runner sprinter champion above
    below below-ground waves drop fence wall tower
""")
_MANY = words("""
    people users customers subscribers voters jobs workers residents visitors tourists passengers homes households
    children students patients doses tonnes tons barrels bushels litres
""")
"""After an "m" set apart, what is counted in millions and never measured in metres ("12.5 m tonnes")."""
_RACES = words("60 100 200 400 800 1500 1,500 3000 3,000 5000 5,000 10000 10,000")
_RUN_BY = words("men's women's boys' girls'")
_RUN_IN = words("in won win wins winning ran run running over")
_RANKS = words("world olympic european commonwealth national british")
_TITLES = words("record records champion champions title titles final finals gold silver bronze medal medallist heats")
_RAN = words("ran swam sprinted threw hurled vaulted")
_JUMPED = words("jumped leapt leaped jump leap vault throw threw cleared")
_CENTIMETRES = Fraction(1, 100)
_SECONDS = words("s sec secs second seconds")
_FEET = words("ft foot feet yard yards yd yds mile miles inch inches")
_SCREENS_AFTER = words("""
    tv tvs television televisions video videos resolution display displays monitor monitors screen screens uhd
    camera cameras footage ultra gaming streaming run race filing filings form
""")  # fmt: skip


def read_amount(tokens: Tokens, index: int) -> PrintedAmount | None:
    """Return the amount that starts at the token, or None."""
    if _is_margin(tokens, index):
        return None
    at, negative = _sign(tokens, index)
    prefix = _prefix(tokens, at)
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
        number = _in_thousands(number)
    amount = _with_scale(
        tokens, PrintedAmount(index, number.end, number, unit=unit, negative=negative, prefixed=bool(prefix))
    )
    amount = with_unit(tokens, amount)
    if _is_in_thousands_elsewhere(tokens, amount, at):
        amount = amount._replace(number=_in_thousands(number))
    if prefix and not strong and not _is_sum(tokens, amount, at):
        return None
    return _whole_money(tokens, _with_thousands(tokens, amount, at)) if amount.unit and amount.unit.money else amount


def _with_thousands(tokens: Tokens, amount: PrintedAmount, at: int) -> PrintedAmount:
    """Read "37.970 euros" as thousands; the number stands at the token `at`."""
    fits = amount.unit is not None and currencies.COMMA_DECIMALS.issuperset(amount.unit.units)
    if not fits or amount.scale != 1 or not _TENS_OF_THOUSANDS.fullmatch(tokens.raws[at]):
        return amount
    after = tokens.lows[amount.end : amount.end + 2]
    if after[0] in _PER and after[1] in _PRICED_TO_A_TENTH_OF_A_CENT:
        return amount
    return amount._replace(number=_in_thousands(amount.number))


def _is_in_thousands_elsewhere(tokens: Tokens, amount: PrintedAmount, at: int) -> bool:
    """Whether "2.350 millones" are thousands: unless its currency is one of countries that write a decimal point."""
    raw = tokens.raws[at]
    if tokens.lows[at + 1] not in SCALES_ELSEWHERE or not _THOUSANDS.fullmatch(raw):
        return False
    return raw.endswith("000") or amount.unit is None or currencies.POINT_DECIMALS.isdisjoint(amount.unit.units)


def _in_thousands(number: Number) -> Number:
    return number._replace(mantissa=number.mantissa * 1000, step=ONE, grouped=True)


def _is_sum(tokens: Tokens, amount: PrintedAmount, at: int) -> bool:
    """Whether a number after initials is money for its scale, groups or decimals ("P1.5 billion"), or "R250"."""
    number = amount.number
    if amount.scale != 1 or number.grouped or number.step != 1:
        return True
    if not tokens.joined(at):
        return False
    if tokens.raws[at - 1] == "N":
        # "N16" is a district of London, "the N332" a road.
        return number.mantissa >= _NAIRA_AT_LEAST and tokens.lows[at - 2] != "the"
    return tokens.raws[at - 1] in currencies.MONEY_WHEN_JOINED and number.mantissa >= 10


def _is_margin(tokens: Tokens, index: int) -> bool:
    """Whether the minus sign ends "plus or minus" or "+/-": the figure begins after it and is not below zero."""
    if tokens.lows[index] not in _MINUS_SAID:
        return False
    at = index - 1
    # Three at most, as in "plus-or-minus": a text of nothing but dashes would be gone back through at each of them.
    while tokens.lows[at] in _OR and at >= index - 3:
        at -= 1
    return at < index - 1 and tokens.lows[at] in {"plus", "+"}


def _sign(tokens: Tokens, index: int) -> tuple[int, bool]:
    """Return the index after a minus sign and whether there is one; a hyphen after a word or a number is none."""
    low = tokens.lows[index]
    if low in {"minus", "negative"} and tokens.kinds[index - 1] != NUMBER:
        return index + 1, True
    if low in MINUS and tokens.joined(index + 1) and (not tokens.joined(index) or tokens.lows[index - 1] in _OPENERS):
        return index + 1, True
    return index, False


def _prefix(tokens: Tokens, index: int) -> tuple[tuple[str, ...], int, bool] | None:
    """Return the codes of the currency printed before a number, the index of the number, and whether it is sure."""
    raw = tokens.raws[index]
    symbols = currencies.symbols()
    if raw in symbols:
        return _after_symbol(tokens, index, symbols[raw])
    if tokens.kinds[index] != WORD:
        return None
    following = tokens.raws[index + 1]
    if following in symbols or following in currencies.SIGN_LETTERS:
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
    turned = following in currencies.DOLLARS_TURNED and tokens.raws[index] == "$" and tokens.joined(index + 1)
    if turned and tokens.kinds[index + 2] == NUMBER and (tokens.joined(index + 2) or len(following) > 1):
        return currencies.split_codes(currencies.DOLLARS[following]), index + 2, True
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


def _with_scale(tokens: Tokens, amount: PrintedAmount) -> PrintedAmount:
    """Read the scale words and letters after the number."""
    scale, end, joined = 1, amount.end, False
    if (past := past_plus(tokens, end)) and tokens.lows[past] in SCALES:
        # "20-plus million", "18+ million"
        end = past
    for _ in range(2):
        found = _scale(tokens, end, amount, first=scale == 1)
        if found is None:
            break
        joined = joined or tokens.joined(end)
        scale, end = scale * found[0], found[1]
    return amount._replace(scale=Fraction(scale), end=end, joined=joined) if scale != 1 else amount


def _scale(tokens: Tokens, index: int, amount: PrintedAmount, *, first: bool) -> tuple[int, int] | None:
    at = index + 1 if tokens.raws[index] in HYPHENS and tokens.joined(index) else index
    low = tokens.lows[at]
    if low in SCALES and not (amount.number.scaled and low == "hundred"):
        return SCALES[low], at + 1
    if not first:
        # "2 lakh cr"
        return (ABBREVIATIONS[low], at + 1) if low in _CRORES else None
    if _is_rupees(amount) and (low in _RUPEE_SCALES or (tokens.raws[at] == "L" and tokens.raws[at + 1] != "&")):
        return _RUPEE_SCALES.get(low, SCALES["lakh"]), at + 1
    if low in PLURAL_SCALES and not amount.number.is_words:
        return PLURAL_SCALES[low], at + 1
    if low in SCALES_ELSEWHERE:
        return SCALES_ELSEWHERE[low], _past_stop(tokens, at + 1) if low in SHORT_ELSEWHERE else at + 1
    if low == THOUSAND_OF and (elsewhere := _mil(tokens, at, amount)):
        return elsewhere
    if low in ABBREVIATIONS and (at == index or low in {"bn", "mn"}):
        return ABBREVIATIONS[low], _past_stop(tokens, at + 1)
    if low in LETTERS and at == index and _is_scale(tokens, at, amount):
        return LETTERS[low], at + 1
    return None


def _past_stop(tokens: Tokens, index: int) -> int:
    """Return the index after the stop of an abbreviation ("Mrd. Euro") that is none of a sentence."""
    shortened = tokens.raws[index] == "." and tokens.joined(index)
    goes_on = tokens.kinds[index + 1] == WORD or tokens.raws[index + 1] in currencies.symbols()
    return index + 1 if shortened and goes_on else index


def _mil(tokens: Tokens, index: int, amount: PrintedAmount) -> tuple[int, int] | None:
    """Read the Spanish and Portuguese "mil": "7,5 mil milhões", "R$ 500 mil", "500 mil reais"."""
    following = SCALES_ELSEWHERE.get(tokens.lows[index + 1])
    if following:
        return 1000 * following, index + 2
    named = currencies.names().after(tokens, index + 2 if tokens.lows[index + 1] == "de" else index + 1)
    units = amount.unit.units if amount.unit else named[0].codes if named else ()
    return (1000, index + 1) if units and WHERE_MIL_IS_A_THOUSAND.issuperset(units) else None


def _is_rupees(amount: PrintedAmount) -> bool:
    return amount.prefixed and amount.unit is not None and "INR" in amount.unit.units


def _is_scale(tokens: Tokens, index: int, amount: PrintedAmount) -> bool:
    """Whether the letter is a scale ("$5m", "9m tonnes") and not a unit ("50m pool", "5 m")."""
    raw, joined = tokens.raws[index], tokens.joined(index)
    if amount.prefixed:
        return raw.lower() in {"m", "b", "k", "t", "mm"}
    following = 2 if tokens.raws[index + 1] in HYPHENS else 1
    if currencies.names().after(tokens, index + following) or tokens.raws[index + 1] in currencies.symbols():
        return True
    if tokens.raws[index + 1] in currencies.codes_in_use():
        return True
    if raw == "m" and not joined and tokens.lows[index + 1] in _MANY:
        return True
    if not joined or raw in {"t", "mm", "MM"}:
        return False
    after = tokens.lows[index + following]
    if raw == "m":
        is_length = _is_given_in_feet(tokens, index) or _is_run(tokens, index, amount.number.step)
        return after not in _METRES_AFTER and not is_length
    return not (raw == "K" and after in _SCREENS_AFTER)


def _is_run(tokens: Tokens, index: int, step: Fraction) -> bool:
    """Whether the "m" at the token is of a race or a jump: "ran 100m", "the 200m in 22 seconds", "jumped 8.95m".

    Users and sales jump as well, but not to the centimetre.
    """
    lows = tokens.lows
    timed = lows[index + 1] == "in" and tokens.kinds[index + 2] == NUMBER and lows[index + 3] in _SECONDS
    jumped = step == _CENTIMETRES and not _JUMPED.isdisjoint(lows[max(0, index - 4) : index - 1])
    return timed or jumped or lows[index - 2] in _RAN or _is_raced(tokens, index)


def _is_raced(tokens: Tokens, index: int) -> bool:
    """Whether the "m" follows a distance of races, and words of races stand around ("third in the 800m")."""
    lows = tokens.lows
    if lows[index - 1] not in _RACES or lows[index + 1] in PEOPLE_AND_THINGS | _MANY:
        return False
    ranked = lows[index + 1] in _RANKS and lows[index + 2] in _TITLES
    entered = lows[index - 2] == "the" and lows[index - 3] in _RUN_IN
    return ranked or entered or lows[index - 2] in _RUN_BY or lows[index + 1] in _TITLES


def _is_given_in_feet(tokens: Tokens, index: int) -> bool:
    """Whether the "m" at the token is of metres given in feet as well ("9m (30ft)", "30 feet (9m)", "9m/30ft")."""
    if tokens.raws[index + 1] in {"(", "/"}:
        at = index + 3 if tokens.kinds[index + 2] == WORD else index + 2
        return tokens.kinds[at] == NUMBER and tokens.lows[skip_hyphen(tokens, at + 1)] in _FEET
    at = index - 3 if tokens.kinds[index - 2] == WORD else index - 2
    inches = tokens.lows[at - 1] == "in" and tokens.kinds[at - 2] == NUMBER
    return tokens.raws[at] in {"(", "/"} and (inches or tokens.lows[at - 1] in _FEET)


def _whole_money(tokens: Tokens, amount: PrintedAmount) -> PrintedAmount:
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
