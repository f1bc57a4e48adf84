"""A text as tokens: numbers, words and single characters, each with its place."""

from __future__ import annotations

import re

from msgspec import Struct

from factreport.figures.other_languages import AFTER_DECIMALS, SCALES_ELSEWHERE, THOUSAND_OF

_GAP = "[\u0020\u00a0\u2007\u2009\u200a\u202f'’]"
"""What may stand between groups of three digits, besides comma and full stop."""

_COMMA_DECIMAL_FOLLOWS = (
    r"(?=\s?(?:(?:thousand|million|billion|trillion|bn|mn|mln|mio|Mio|Mrd|tn|trn|m|b|k|percent|per\scent|pct|"
    r"EUR|PLN|CZK|SEK|NOK|DKK|kr|zł|Kč|Ft|lei|leva|TL|RON|HUF|BRL|reais|[kMGT]?Wh?|km|kg|t|ha|tonnes|metres|litres|"
    rf"(?i:{THOUSAND_OF}|{'|'.join(sorted((*SCALES_ELSEWHERE, *AFTER_DECIMALS)))}))\b|[%€]))"
)
"""What follows a comma that marks decimals ("3,5 million", "4,2%"); without it, "3,5" is a list."""

_DOT_GROUPS = r"[1-9]\d{0,2}(?:\.\d{3}){2,8}(?![.,]?\d)|[1-9]\d{0,2}(?:\.\d{3}){1,8},\d{1,2}(?![.,]?\d)"

# Groups are at most eight, so that a text of nothing but groups cannot make the search start over at each of them.
TOKEN = re.compile(
    r"(?P<word>(?:[A-Za-z]\.){2,}(?:[A-Za-z](?![A-Za-z]))?|[^\W\d_½¼¾⅓⅔⅕⅖⅗⅘⅙⅛⅜⅝⅞]+(?:['’][^\W\d_]+)*)"
    r"|(?P<number>"
    r"\d{1,3}(?:,\d{3}){1,8}(?!,?\d)(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2}){1,8},\d{3}(?!,?\d)(?:\.\d+)?"
    rf"|{_DOT_GROUPS}"
    rf"|[1-9]\d{{0,2}}(?P<gap>{_GAP})\d{{3}}(?:(?P=gap)\d{{3}}){{0,8}}(?!\d|(?P=gap)\d|[A-Z])(?:[.,]\d{{1,2}}(?!\d))?"
    rf"|\d+,\d{{1,2}}(?![\d,]){_COMMA_DECIMAL_FOLLOWS}"
    r"|(?:(?<=[€£$])|(?<=[€£$]\s)|(?<=EUR\s)|(?<=CHF\s)|(?<=PLN\s))\d+,\d{1,2}(?![\d,])"
    r"|\d+(?:[.·]\d+)?(?!\.?\d)"
    r"|(?<![\w.])[.·]\d+(?!\.?\d)"
    r")"
    r"|(?P<version>\d+(?:\.\d+)+)"
    r"|(?P<mark>\S)"
)
"""Versions and addresses of machines ("14.2.1") are a kind of their own, so that no part is taken for a number."""

NUMBER, WORD, MARK, VERSION, EDGE = "number", "word", "mark", "version", ""

_EDGES = 8
"""Empty tokens after the last, so that looking a few tokens ahead, or before the first, needs no test of bounds."""


class Tokens(Struct, frozen=True):
    """The tokens of one text, in parallel lists; index -1 and the index after the last are empty tokens."""

    text: str
    kinds: list[str]
    raws: list[str]
    """As printed."""
    lows: list[str]
    """In lower case, with straight apostrophes."""
    starts: list[int]
    ends: list[int]
    count: int
    """Tokens that are not empty ones."""

    def joined(self, index: int) -> bool:
        """Whether no space stands between the token and the one before it."""
        return self.starts[index] == self.ends[index - 1]


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens; takes time linear in its length."""
    found = list(TOKEN.finditer(text))
    raws = [match.group() for match in found]
    kinds = [_KINDS[match.lastgroup] for match in found]
    lows = [raw.lower().replace("’", "'") for raw in raws]
    starts = [match.start() for match in found]
    ends = [match.end() for match in found]
    kinds += [EDGE] * _EDGES
    raws += [""] * _EDGES
    lows += [""] * _EDGES
    starts += [len(text) + 1] * _EDGES
    ends += [-1] * _EDGES
    return Tokens(text, kinds, raws, lows, starts, ends, count=len(found))


_KINDS = {NUMBER: NUMBER, "gap": NUMBER, None: NUMBER, WORD: WORD, VERSION: VERSION, MARK: MARK}
"""Kinds by the group that matched last."""
