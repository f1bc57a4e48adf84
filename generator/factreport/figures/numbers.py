"""Numbers in digits and in words, with the scale words after them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factreport.figures.exact import Fraction
from factreport.figures.tokens import MARK, NUMBER, WORD, tokenize

if TYPE_CHECKING:
    from factreport.figures.tokens import Tokens


class Digits(NamedTuple):
    """A number in digits, as a text has it."""

    value: Fraction
    """Before scale and unit."""
    start: int
    """Its first code point in the text."""
    end: int
    """The code point after its last."""
    text: str


class Number(NamedTuple):
    """A number as written, before scale and unit."""

    mantissa: Fraction
    step: Fraction
    """Place value of the last significant digit."""
    digits: int | None
    """Digits written from the first that is not zero; None for fractions."""
    end: int
    """Index after its last token."""
    is_words: bool
    scaled: bool = False
    """Whether its words hold a scale word ("three hundred thousand")."""
    grouped: bool = False
    """Whether its digits are set in groups of three."""


UNITS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
    if number
}
TENS = {
    word: number * 10
    for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
} | {"fourty": 40}
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "quintillion": 10**18, "dozen": 12, "lakh": 10**5, "crore": 10**7, "lac": 10**5,
}  # fmt: skip
PLURAL_SCALES = {
    "millions": 10**6, "billions": 10**9, "trillions": 10**12, "lakhs": 10**5, "crores": 10**7, "thousands": 1000,
}  # fmt: skip
ABBREVIATIONS = {
    "bn": 10**9, "bln": 10**9, "bil": 10**9, "mn": 10**6, "mln": 10**6, "mio": 10**6, "mil": 10**6, "mrd": 10**9,
    "tn": 10**12, "trn": 10**12, "trln": 10**12, "cr": 10**7, "crs": 10**7, "lacs": 10**5,
}  # fmt: skip
"""Scales that are never a unit, in any case of letters, joined or apart."""

LETTERS = {"m": 10**6, "b": 10**9, "k": 10**3, "t": 10**12, "mm": 10**6}
"""Scales that can be a unit as well; what stands around decides."""

VULGAR = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip

DENOMINATORS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
PLURAL_DENOMINATORS = {word + "s": number for word, number in DENOMINATORS.items() if number > 2} | {"halves": 2}

NUMBER_WORDS = frozenset(UNITS) | frozenset(TENS)
HYPHENS = frozenset("-‐‑")
NOUGHTS = frozenset({"zero", "nought"})
"""Before "point", parts of a number; by themselves, "zero deaths" and "zero tolerance" look alike."""
_POINT_AFTER = frozenset(
    {"by", "of", "to", "from", "at", "about", "around", "than", "just", "over", "under", "nearly", ""}
)
"""Words after which "point five per cent" is half of one."""
_PART_GOES_ON = frozenset({"of", "the", "a", "an"}) | HYPHENS
"""What follows "and a half" where it is half of something else than the number before."""
_DIGITS_AT_MOST = 24
"""A longer run of digits is a key or an account number, not a figure."""

_SEPARATORS = re.compile(r"[\s\u00a0\u2007\u2009\u200a\u202f'’,.·]")


def numbers_in(text: str) -> list[Digits]:
    """Give the numbers in digits of a text, in their order; a version is none."""
    tokens = tokenize(text)
    places = (index for index in range(tokens.count) if tokens.kinds[index] == NUMBER)
    read = ((_digits(tokens.raws[index], index + 1), index) for index in places)
    return [
        Digits(number.mantissa, tokens.starts[index], tokens.ends[index], tokens.raws[index])
        for number, index in read
        if number
    ]


def read_number(tokens: Tokens, index: int) -> Number | None:
    """Return the number that starts at the token, with its scale words left unread unless they are part of words."""
    if tokens.kinds[index] == NUMBER:
        return _with_fraction(tokens, _digits(tokens.raws[index], index + 1))
    if tokens.kinds[index] == WORD:
        return read_words(tokens, index)
    if tokens.kinds[index] == MARK and tokens.raws[index] in VULGAR:
        part = VULGAR[tokens.raws[index]]
        return Number(part, part / 10, None, index + 1, is_words=False)
    return None


def _digits(raw: str, end: int) -> Number | None:
    if len(raw) > _DIGITS_AT_MOST + 10:
        return None
    whole, decimals, grouped = _split_decimals(raw)
    if len(whole) > _DIGITS_AT_MOST:
        return None
    mantissa = Fraction(int((whole + decimals) or "0"), 10 ** len(decimals))
    written = (whole + decimals).lstrip("0")
    return Number(mantissa, Fraction(1, 10 ** len(decimals)), len(written) or 1, end, is_words=False, grouped=grouped)


def _split_decimals(raw: str) -> tuple[str, str, bool]:
    """Cut "1.250,50", "1,250.50", "1 250" or "3,5" into digits before and after the decimal sign."""
    parts = _SEPARATORS.split(raw)
    if len(parts) == 1:
        return raw, "", False
    signs = [char for char in raw if not char.isdecimal()]
    last_is_decimal = signs[-1] not in signs[:-1] and (signs[-1] in ".·" or len(parts[-1]) < 3)
    if last_is_decimal and (signs[-1] in ".,·") and not (len(signs) == 1 and signs[0] == "," and len(parts[-1]) == 3):
        return "".join(parts[:-1]), parts[-1], len(parts) > 2
    return "".join(parts), "", True


def _with_fraction(tokens: Tokens, number: Number | None) -> Number | None:
    """Add the fraction in "2 1/2", "2½" or "2-and-a-half"; read "1/4" alone."""
    if number is None or number.grouped or number.step != 1:
        return number
    index = number.end
    if tokens.raws[index] in VULGAR:
        return _mixed(number, VULGAR[tokens.raws[index]], index + 1)
    simple = _slash(tokens, index - 1)
    if simple:
        return Number(simple[0], simple[0] / 10, None, simple[1], is_words=False)
    following = _slash(tokens, index) if tokens.kinds[index] == NUMBER else None
    if following and not tokens.joined(index):
        return _mixed(number, *following)
    half = _and_a_part(tokens, index)
    return _decimal_part(number, *half) if half else number


def _mixed(number: Number, part: Fraction, end: int) -> Number:
    value = number.mantissa + part
    return Number(value, value / 10, None, end, is_words=False)


def _slash(tokens: Tokens, index: int) -> tuple[Fraction, int] | None:
    """Return the fraction that "1/4" is: of digits without gaps, less than one, and of a usual denominator."""
    raws = tokens.raws
    if raws[index + 1] not in {"/", "⁄"} or tokens.kinds[index + 2] != NUMBER or tokens.raws[index + 3] == "/":
        return None
    if not (tokens.joined(index + 1) and tokens.joined(index + 2) and raws[index].isascii() and raws[index].isdigit()):
        return None
    top, bottom = int(raws[index][:4]), int(raws[index + 2][:4]) if raws[index + 2].isdigit() else 0
    if bottom in {2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 40, 50, 64, 100, 1000} and 0 < top < bottom:
        return Fraction(top, bottom), index + 3
    return None


def _and_a_part(tokens: Tokens, index: int) -> tuple[Fraction, int] | None:
    """Return the part in "and a half", "and three-quarters", hyphens allowed."""
    index = skip_hyphen(tokens, index)
    if tokens.lows[index] != "and":
        return None
    index = skip_hyphen(tokens, index + 1)
    top = 1 if tokens.lows[index] in {"a", "one"} else UNITS.get(tokens.lows[index], 0)
    index = skip_hyphen(tokens, index + 1)
    word = tokens.lows[index]
    bottom = DENOMINATORS.get(word) if top == 1 else PLURAL_DENOMINATORS.get(word)
    if bottom and bottom > 2 and tokens.lows[index + 1] == "of" and tokens.lows[index + 2] not in {"a", "an"}:
        # "one in five and a third of voters"
        return None
    if top and bottom and bottom <= 10 and top < bottom:
        return Fraction(top, bottom), index + 1
    return None


def _decimal_part(number: Number, part: Fraction, end: int) -> Number:
    """Add "and a half": as the decimal that it is, where one digit or two say it."""
    value = number.mantissa + part
    for places in (1, 2):
        if (part * 10**places).denominator == 1:
            digits = len(str(int(value * 10**places)))
            return number._replace(mantissa=value, step=Fraction(1, 10**places), digits=digits, end=end)
    return number._replace(mantissa=value, step=value / 10, digits=None, end=end)


def skip_hyphen(tokens: Tokens, index: int) -> int:
    """Return the index after a hyphen at the token, or of the token."""
    return index + 1 if tokens.raws[index] in HYPHENS else index


def read_words(tokens: Tokens, index: int) -> Number | None:
    """Return the number in words that starts at the token ("two hundred and fifty thousand").

    "a" and "one" count before a scale word only; whether "one" counts before a unit is the caller's to say.
    """
    lows = tokens.lows
    if lows[index] in {"a", "an"}:
        if lows[index + 1] not in SCALES or (lows[index + 1] in {"lakh", "crore", "lac"} and lows[index] == "an"):
            return None
        value, index, scales = _sum(tokens, index + 1, 1)
    elif lows[index] in NOUGHTS or (lows[index] == "point" and lows[index - 1] in _POINT_AFTER):
        return _below_one(tokens, index if lows[index] == "point" else index + 1)
    else:
        first = _below_hundred(tokens, index)
        if first is None:
            return None
        value, index, scales = _sum(tokens, first[1], first[0])
    number = _from_words(value, index, scaled=scales)
    if lows[index] == "point":
        return _spoken_decimals(tokens, number)
    part = _and_a_part(tokens, index)
    if part and scales:
        return _part_of_its_scale(tokens, number, *part)
    return _decimal_part(number, *part) if part else number


def _part_of_its_scale(tokens: Tokens, number: Number, part: Fraction, end: int) -> Number:
    """Add the half million in "a million and a half", but not the half in "a million and a half of them"."""
    scale = SCALES.get(tokens.lows[number.end - 1], 1)
    if scale < 1000 or tokens.lows[end] in SCALES or tokens.lows[end] in _PART_GOES_ON:
        return number
    whole = _decimal_part(number._replace(mantissa=number.mantissa / scale), part, end)
    return whole._replace(mantissa=whole.mantissa * scale, step=whole.step * scale)


def _below_one(tokens: Tokens, point: int) -> Number | None:
    """Read "zero point three", and "point five" before a share; the word "point" stands at the token."""
    nothing = Number(Fraction(0), Fraction(1), 1, point, is_words=True)
    number = _spoken_decimals(tokens, nothing) if tokens.lows[point] == "point" else nothing
    is_share = tokens.lows[number.end].startswith("per")
    return number if number is not nothing and (is_share or tokens.lows[point - 1] in NOUGHTS) else None


def _spoken_decimals(tokens: Tokens, number: Number) -> Number:
    index, decimals = number.end + 1, ""
    while (tokens.lows[index] in UNITS and UNITS[tokens.lows[index]] < 10) or tokens.lows[index] in {"zero", "oh"}:
        decimals += str(UNITS.get(tokens.lows[index], 0))
        index += 1
        if len(decimals) == _DIGITS_AT_MOST:
            break
    if not decimals:
        return number
    step = Fraction(1, 10 ** len(decimals))
    mantissa = number.mantissa + int(decimals) * step
    return number._replace(mantissa=mantissa, step=step, digits=len(str(int(mantissa / step))), end=index)


def _from_words(value: int, end: int, *, scaled: bool) -> Number:
    """Keep the digits that are not zero, but two at least, as of a bare integer; a scale word gives its own place."""
    written = str(value).rstrip("0")
    zeros = len(str(value)) - len(written)
    return Number(Fraction(value), Fraction(_word_step(value, zeros)), len(written), end, is_words=True, scaled=scaled)


def _word_step(value: int, zeros: int) -> int:
    if value < 1000:
        return 1
    scale: int = 10 ** (3 * ((len(str(value)) - 1) // 3))
    place: int = 10**zeros
    if place < scale or len(str(value)) - zeros > 1:
        return place
    return int(10 ** (len(str(value)) - 2)) if value // scale >= 100 else scale


def _below_hundred(tokens: Tokens, index: int) -> tuple[int, int] | None:
    low = tokens.lows[index]
    if low in TENS:
        following = skip_hyphen(tokens, index + 1)
        unit = UNITS.get(tokens.lows[following], 10)
        if unit < 10 and (following > index + 1 or tokens.lows[following] != "one"):
            return TENS[low] + unit, following + 1
        return TENS[low], index + 1
    return (UNITS[low], index + 1) if low in UNITS else None


def _sum(tokens: Tokens, index: int, current: int) -> tuple[int, int, bool]:
    """Multiply and add scale words and the numbers after them; return value, index after, and whether there was one."""
    total, scaled, smallest = 0, False, 10**24
    while (scale := SCALES.get(tokens.lows[at := skip_hyphen(tokens, index)])) is not None:
        if scale == 100:
            if not 0 < current < 100:
                break
            current *= scale
        elif current == 0:
            total, smallest = total * scale, scale
        elif scale < smallest:
            total, current, smallest = total + current * scale, 0, scale
        else:
            break
        index, scaled = at + 1, True
        following = _added(tokens, index, min(scale, smallest)) if scale != SCALES["dozen"] else None
        if following is not None:
            current, index = current + following[0], following[1]
    return total + current, index, scaled


def _added(tokens: Tokens, index: int, largest: int) -> tuple[int, int] | None:
    """Return the number below a hundred that continues a sum, after "and", a hyphen or nothing."""
    conjoined = tokens.lows[index] == "and"
    more = _below_hundred(tokens, index + 1 if conjoined else skip_hyphen(tokens, index))
    if more is None or more[0] >= largest:
        return None
    if conjoined and largest > 100 and SCALES.get(tokens.lows[more[1]]) not in {None, 100}:
        return None
    return more
