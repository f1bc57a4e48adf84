"""Sums and shares as Chinese, Japanese and Korean print them: 约400亿元, 1兆3100億円, 5.5억 달러, 60％.

Numbers go by ten thousands there (万, 亿, 兆), and no space sets them apart from the words. Only what has such a scale
or is a share is read; a bare number beside these letters may be anything.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from factreport.figures.decimals import exact_string
from factreport.figures.exact import Fraction, fraction_of
from factreport.figures.figure import Figure, Numeral, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator

_TENS = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
SCALES = {
    "万": 10**4, "萬": 10**4, "만": 10**4, "亿": 10**8, "億": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12,
    "万亿": 10**12, "萬億": 10**12,
}  # fmt: skip
_UNITS = {
    "CNY": "元人民币 人民币元 人民币 元人民幣 人民幣 위안",
    "JPY": "日元 日圆 日圓 円 엔",
    "USD": "美元 美金 米ドル ドル 달러",
    "EUR": "欧元 歐元 ユーロ 유로",
    "GBP": "英镑 英鎊 ポンド 파운드",
    "HKD": "港元 港币 港幣 香港ドル",
    "TWD": "新台币 新臺幣 新台幣 台币 台幣 台湾ドル",
    "KRW": "韩元 韓元 ウォン 원",
    "SGD": "新加坡元 新元 シンガポールドル",
    "AUD": "澳元 豪ドル",
    "INR": "卢比 盧比 ルピー 루피",
    "RUB": "卢布 盧布 ルーブル 루블",
    "CNY|HKD|TWD": "元",
    "t": "吨 噸 トン 톤",
    "km2": "平方公里",
}
_UNIT_OF = {word: tuple(unit.split("|")) for unit, listing in _UNITS.items() for word in listing.split()}
_SIMPLIFIED = "亿"
"""Where the scale is so written, 元 is that of the mainland."""
_SIGN_OF = {
    **{word: _UNIT_OF[word] for word in ("人民币", "人民幣", "新台币", "新臺幣", "新台幣", "港币", "港幣")},
    "NT$": ("TWD",), "HK$": ("HKD",), "US$": ("USD",), "$": ("USD",), "€": ("EUR",), "£": ("GBP",),
}  # fmt: skip
_BEFORE = {
    Qualifier.OVER: "超过 超過 超 逾 多于 多於 大于 高于 高於 突破",
    Qualifier.AT_LEAST: "至少 最少 不少于 不少於 不低于 不低於 少なくとも 최소",
    Qualifier.UNDER: "不到 低于 低於 少于 少於 不足",
    Qualifier.AT_MOST: "最多 至多 最高 高达 高達 不超过 不超過 最大 최대",
    Qualifier.ABOUT: "约 約 大约 大約 大概 およそ ほぼ 약",
    Qualifier.NEARLY: "近 将近 將近 接近",
}
_AFTER = {
    Qualifier.OVER: "超",
    Qualifier.AT_LEAST: "以上 이상",
    Qualifier.UNDER: "未満 미만",
    Qualifier.AT_MOST: "以下 以内 以內 이하",
    Qualifier.ABOUT: "左右 上下 前後 程度 ほど 가량",
}


def _one_of(words: str | list[str]) -> str:
    listing = words.split() if isinstance(words, str) else words
    return "|".join(map(re.escape, sorted(listing, key=len, reverse=True)))


_BEFORE_OF = {word: qualifier for qualifier, listing in _BEFORE.items() for word in listing.split()}
_AFTER_OF = {word: qualifier for qualifier, listing in _AFTER.items() for word in listing.split()}
_NO_DIGIT_BEFORE = r"(?<![0-9０-９])(?<![0-9０-９][.．,，])"
_WHOLE = r"(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){1,5}|[0-9０-９]{1,15})"
_DIGITS = rf"{_NO_DIGIT_BEFORE}{_WHOLE}(?:[.．][0-9０-９]{{1,9}})?"
# 兆瓦 is a megawatt, and so on: there the letter is the prefix of a unit.
_SCALE = rf"(?:{_one_of(list(SCALES))})(?![瓦赫帕字比])"
_TERM = rf"{_DIGITS}\s?[{''.join(_TENS)}]?[多余餘]?(?:{_SCALE})"
LETTERS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Of these languages, as ranges of a regular expression."""
_SUM = re.compile(
    rf"(?P<sum>{_TERM}(?:\s?{_TERM})*(?:{_DIGITS}(?![.．年月日]))?)\s?(?P<unit>{_one_of(list(_UNIT_OF))})?"
    rf"|(?P<share>{_DIGITS})\s?(?P<percent>％|(?<=[{LETTERS}0-9.])%)"
)
_PIECE = re.compile(rf"({_DIGITS})\s?([{''.join(_TENS)}]?)([多余餘]?)({_SCALE})?")
_HEDGE = re.compile(rf"(?:{_one_of(list(_BEFORE_OF))})\s?$")
_LIMIT = re.compile(rf"\s?({_one_of(list(_AFTER_OF))})")
_TO = r"\s?(?:至|到|から|에서|[~～〜–—－-])\s?"
_FIRST_END = re.compile(rf"({_DIGITS}){_TO}$")
_SIGN = re.compile(rf"({_one_of(list(_SIGN_OF))})\s?$")
_LOOK_BACK = 24
"""Letters before a sum among which the first end of a range, or a qualifier, is sought."""
_WIDE = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
SIGNS = re.compile(rf"[％{''.join(SCALES)}]|[{LETTERS}]\d[\d.]*\s?%")
"""What one of these sums has, and few other texts have."""


class _Sum(NamedTuple):
    value: Fraction
    step: Fraction
    digits: int
    over: bool
    """Whether it says "and some more" within the number: 400多亿."""


def read_sums(text: str) -> list[Figure]:
    """Give the sums and shares in the order of the text; empty where there are none."""
    if not SIGNS.search(text):
        return []
    figures: list[Figure] = []
    for found in _SUM.finditer(text):
        if not _stands_alone(found, text):
            continue
        figure = _figure(found, text)
        joined = _range(figures[-1], figure, text) if figures else None
        figures[-1:] = [joined] if joined else [*figures[-1:], figure]
    return figures


def _stands_alone(found: re.Match[str], text: str) -> bool:
    """Tell whether a share stands beside these letters: any other is read where it is among words with spaces."""
    before = text[max(found.start() - 1, 0) : found.start()]
    return bool(found["sum"]) or found["percent"] == "％" or bool(re.match(f"[{LETTERS}]", before))


def _figure(found: re.Match[str], text: str) -> Figure:
    number = _number(_plain(found["share"]), Fraction(1), over=False) if found["share"] else _sum(found["sum"])
    before = text[max(found.start() - _LOOK_BACK, 0) : found.start()]
    sign = _SIGN.search(before)
    lead = before[: sign.start()] if sign else before
    units = _SIGN_OF[sign[1]] if sign else _units(found)
    first = _FIRST_END.search(lead) if found["sum"] else None
    low = _lent(first[1], found["sum"]) if first else None
    if first and low and low.value < number.value:
        return _placed(text, found.start() - len(before) + first.start(), found.end(), low, number, units)
    qualifier, words = _qualifier(number, lead, text[found.end() : found.end() + 4])
    figure = _placed(text, found.start() - len(before) + len(lead), found.end(), number, None, units)
    return replace(figure, qualifier=qualifier, qualifier_text=words)


def _placed(text: str, start: int, end: int, low: _Sum, high: _Sum | None, units: tuple[str, ...]) -> Figure:
    printed = text[start:end].rstrip()
    upper = Numeral(high.value, high.step, high.digits) if high else None
    numeral = Numeral(low.value, low.step, low.digits)
    qualifier = Qualifier.BETWEEN if high else Qualifier.NONE
    return Figure(numeral, upper, units, qualifier, printed, start, start + len(printed))


def _range(first: Figure, second: Figure, text: str) -> Figure | None:
    """Give the range from one to the other where nothing but "to" stands between; else None."""
    between = text[first.end : second.start]
    is_range = first.upper is None and second.upper is None and first.numeral.value < second.numeral.value
    if not is_range or not re.fullmatch(_TO, between) or first.units not in (("count",), second.units):
        return None
    printed = text[first.start : second.end]
    return Figure(*(first.numeral, second.numeral, second.units, Qualifier.BETWEEN, printed), first.start, second.end)


def _units(found: re.Match[str]) -> tuple[str, ...]:
    if found["share"]:
        return ("%",)
    units = _UNIT_OF.get(found["unit"] or "", ("count",))
    return ("CNY",) if len(units) > 1 and _SIMPLIFIED in found["sum"] else units


def _qualifier(number: _Sum, before: str, after: str) -> tuple[Qualifier, str]:
    if number.over:
        return Qualifier.OVER, ""
    if hedge := _HEDGE.search(before):
        return _BEFORE_OF[hedge[0].rstrip()], hedge[0].rstrip()
    if limit := _LIMIT.match(after):
        return _AFTER_OF[limit[1]], limit[1]
    return Qualifier.NONE, ""


def _sum(text: str) -> _Sum:
    """Add up the terms of a sum, in which each stands for less than the one before it."""
    pieces = list(_pieces(text))
    if len(pieces) == 1:
        digits, scale, over = pieces[0]
        return _number(digits, scale, over=over)
    smallest = pieces[-1][1]
    whole = sum((fraction_of(digits) * scale for digits, scale, _over in pieces), Fraction(0)) / smallest
    over = any(over for _digits, _scale, over in pieces)
    return _number(exact_string(whole) or "0", smallest, over=over)


def _pieces(text: str) -> Iterator[tuple[str, Fraction, bool]]:
    for piece in _PIECE.finditer(text):
        scale = _TENS.get(piece[2], 1) * SCALES.get(piece[4] or "", 1)
        yield _plain(piece[1]), Fraction(scale), bool(piece[3])


def _plain(digits: str) -> str:
    return digits.translate(_WIDE).replace(",", "")


def _number(digits: str, scale: Fraction, *, over: bool) -> _Sum:
    """Give a number of a scale; zeros at its end are not significant, but two digits always are (docs/figures.md)."""
    whole, _point, decimals = digits.partition(".")
    written = (whole + decimals).lstrip("0") or "0"
    zeros = 0 if decimals else max(0, min(len(whole) - len(whole.rstrip("0")), len(whole) - 2))
    step = scale / 10 ** len(decimals) * 10**zeros
    return _Sum(fraction_of(digits) * scale, step, len(written), over)


def _lent(digits: str, text: str) -> _Sum | None:
    """Give the first end of a range, which borrows the scale of the second; None where that has several."""
    pieces = list(_pieces(text))
    return _number(_plain(digits), pieces[0][1], over=False) if len(pieces) == 1 else None
