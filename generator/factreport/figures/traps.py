"""Digits that are no figures, whatever follows them: dates, times, telephone numbers, scores, versions.

Longer than other modules: one trap after the other, tried in an order that is told in one place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factreport.figures import units
from factreport.figures.calendar_words import CAPITAL_ONLY, MONTHS
from factreport.figures.numbers import HYPHENS, SCALES, read_number
from factreport.figures.phrases import words
from factreport.figures.tokens import MARK, NUMBER, VERSION, WORD
from factreport.figures.unit_factors import factor_between

if TYPE_CHECKING:
    from factreport.figures.tokens import Tokens

_JOINERS = HYPHENS | frozenset("–—/")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_ZONES = words("gmt bst utc est edt et cet cest pst pdt pt ist jst hkt sgt aest aedt local hrs")
_YEAR_FIRST, _YEAR_LAST = 1500, 2199
_GROUPS_AT_MOST = 8
"""Groups of digits in a telephone number; without a limit, a table of numbers would be gone through at each of them."""

_LINK = re.compile(
    r"(?:https?://|www\.|(?<![\w.+-])[\w.+-]{1,64}@|[@#])\S+"
    r"|(?<![\w-])[a-z0-9-]{1,63}\.(?:com|org|net|co\.uk|gov)\b\S*",
    re.IGNORECASE,
)
"""Names in mail addresses and hosts are as long as their standards allow (RFC 5321, RFC 1035), and begin where a word
does: without that, a long word would be gone through at each of its letters."""

PEOPLE_AND_THINGS = words("""
    people workers jobs employees staff homes houses stores shops units cars vehicles students troops soldiers
    patients deaths cases flights passengers members victims residents engineers customers users seats rooms votes
    companies firms schools protesters migrants refugees children families households tickets trees animals women
    men boys girls police officers teachers nurses doctors pupils voters players fans visitors tourists guests
    farmers drivers miners pilots crew prisoners hostages inmates civilians respondents participants delegates
    subscribers branches buildings apartments flats beds ships boats planes aircraft trucks lorries buses trains
    tanks missiles drones rockets satellites phones devices computers servers chips machines robots books pages
    copies words items products parts pieces samples tests doses shots injuries arrests complaints claims
    applications applicants signatures emails calls messages posts locations sites outlets restaurants hotels
    factories plants farms villages towns cities countries states nations lawmakers mps senators judges lawyers
    athletes runners swimmers cyclists riders acres shares calories steps fires
""")
_SCORING = words("""
    beat beats beaten won win wins lost lose loses draw drew drawn defeat defeated victory score scored scores
    lead led leading trail trailed trailing vote voted votes ruling ruled decision final match set sets aggregate
    penalties winning losing tie tied loss record margin thrashed thumped hammered edged beating
""")


def link_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of addresses, handles and hashtags, whose digits say nothing."""
    if not any(mark in text for mark in ("://", "www.", "@", "#", ".com", ".org", ".net", ".co", ".gov")):
        return []
    return [match.span() for match in _LINK.finditer(text)]


def skip_trap(tokens: Tokens, index: int) -> int | None:
    """Return the index after a date, time, telephone number or the like that starts at the number token, else None."""
    for rule in _TRAPS:
        after = rule(tokens, index)
        if after is not None:
            return after
    return None


def is_year(raw: str) -> bool:
    """Whether the digits can be a year of the last five centuries or the next two."""
    return len(raw) == 4 and raw.isascii() and raw.isdigit() and _YEAR_FIRST <= int(raw) <= _YEAR_LAST


def is_month(tokens: Tokens, index: int) -> bool:
    """Whether the token names a month; words that mean something else need their capital."""
    low = tokens.lows[index]
    return low in MONTHS and (low not in CAPITAL_ONLY or tokens.raws[index][0].isupper())


def _day(raw: str) -> bool:
    return len(raw) <= 2 and raw.isascii() and raw.isdigit() and 0 < int(raw) <= 31


def is_rate_of_one(tokens: Tokens, index: int) -> bool:
    """Whether a sign before a 1 ends an exchange rate ("N1,545/$1")."""
    return tokens.raws[index - 1] == "/" and tokens.joined(index) and tokens.kinds[index - 2] == NUMBER


def skip_month(tokens: Tokens, index: int) -> int | None:
    """Return the index after "January 19, 2012", "May 5-9" or "June 2024" that starts at a month, else None."""
    at = index + 2 if tokens.raws[index + 1] == "." else index + 1
    if tokens.kinds[at] != NUMBER:
        return None
    if is_year(tokens.raws[at]):
        return at + 1
    if not _day(tokens.raws[at]) or _goes_on(tokens, at + 1):
        return None
    at = _after_ordinal(tokens, at + 1)
    if tokens.raws[at] in _JOINERS | {"to", "and"} and _day(tokens.raws[at + 1]) and not _goes_on(tokens, at + 2):
        at = _after_ordinal(tokens, at + 2)
    year = at + 1 if tokens.raws[at] == "," else at
    return year + 1 if is_year(tokens.raws[year]) and not _goes_on(tokens, year + 1) else at


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether the number has a scale, a per cent sign or people after it, so that it is no day of a month."""
    low = tokens.lows[index]
    return low in SCALES or low in {"%", "percent", "per", "bn", "mn", "m", "pc"} or low in PEOPLE_AND_THINGS


def _after_ordinal(tokens: Tokens, index: int) -> int:
    return index + 1 if tokens.lows[index] in _ORDINALS and tokens.joined(index) else index


def _date(tokens: Tokens, index: int) -> int | None:
    """Skip "19 January 2012", "5 to 9 May", "19th of January"."""
    if not _day(tokens.raws[index]):
        return None
    at = _after_ordinal(tokens, index + 1)
    if tokens.raws[at] in _JOINERS | {"to", "and", "or"} and _day(tokens.raws[at + 1]):
        end = _after_ordinal(tokens, at + 2)
        if is_month(tokens, end):
            at = end
    at = at + 1 if tokens.lows[at] == "of" or tokens.raws[at] in HYPHENS else at
    if not is_month(tokens, at):
        return None
    at += 2 if tokens.raws[at + 1] in {".", ","} | HYPHENS and is_year(tokens.raws[at + 2]) else 1
    return at + 1 if is_year(tokens.raws[at]) else at


def _glued(tokens: Tokens, index: int) -> int | None:
    """Skip digits that touch a letter before ("A100"), a hyphen and a letter ("GPT-4"), or one of `/_#@'` ."""
    if not tokens.joined(index):
        return _leading_zero(tokens, index)
    before, raw = tokens.lows[index - 1], tokens.raws[index - 1]
    if tokens.kinds[index - 1] == WORD:
        return None if before in {"to", "and", "c", "usd"} else _after_code(tokens, index)
    if raw in HYPHENS | {"–"} and tokens.joined(index - 1) and tokens.kinds[index - 2] == WORD:
        return None if tokens.lows[index - 2] in {"sub", "plus", "over", "to"} else _after_code(tokens, index)
    if raw in HYPHENS | {"–"} and tokens.kinds[index - 2] == NUMBER and tokens.joined(index - 1):
        return index + 1
    if raw == "/" and _has_two_measures(tokens, index):
        return None
    if raw in {"_", "#", "@", "/", "\\"} and (tokens.kinds[index - 2] in {WORD, NUMBER} or raw in {"#", "_"}):
        return _after_code(tokens, index)
    if (
        raw == "."
        and len(tokens.raws[index - 2]) == 1
        and tokens.raws[index - 2].isupper()
        and tokens.joined(index - 1)
    ):
        return _after_code(tokens, index)
    if raw in {"'", "’", "‘"} and len(tokens.raws[index]) == 2:
        return _after_code(tokens, index)
    if raw == "." and tokens.lows[index - 2] in {"no", "nos", "v", "vol", "p", "pp", "art", "sec", "ver", "ch", "fig"}:
        return _after_code(tokens, index)
    return _leading_zero(tokens, index)


def _has_two_measures(tokens: Tokens, index: int) -> bool:
    """Whether the number after a slash says more of the same thing ("300MW/1,200MWh"), and not "per" ("250mg/5ml")."""
    if tokens.kinds[index - 3] != NUMBER:
        return False
    before, after = units.unit_at(tokens, index - 2), units.unit_at(tokens, index + 1)
    if not before or not after:
        return False
    return factor_between(before, after) is not None or before + "h" == after or {before, after} == {"°C", "°F"}


def _leading_zero(tokens: Tokens, index: int) -> int | None:
    raw = tokens.raws[index]
    if len(raw) < 2 or raw[0] != "0" or raw[1] in ".·,":
        return None
    return _telephone(tokens, index) or _clock(tokens, index) or _numeric_date(tokens, index) or index + 1


def _after_code(tokens: Tokens, index: int) -> int:
    """Return the index after everything that touches the number, hyphens and full stops between digits included."""
    at = index + 1
    while tokens.joined(at) and (
        tokens.kinds[at] in {WORD, NUMBER, VERSION}
        or (tokens.raws[at] in "-/_.+" and tokens.joined(at + 1) and tokens.kinds[at + 1] != MARK)
    ):
        at += 1
    return at


def _clock(tokens: Tokens, index: int) -> int | None:
    """Skip "7:30pm", "9 a.m.", "9.30am", "1700 GMT", "five o'clock", and ratios such as "3:1"."""
    raws, lows = tokens.raws, tokens.lows
    at = index + 1
    if raws[at] == ":" and tokens.joined(at) and tokens.joined(at + 1) and tokens.kinds[at + 1] in {NUMBER, VERSION}:
        while raws[at] == ":" and tokens.kinds[at + 1] in {NUMBER, VERSION} and tokens.joined(at + 1):
            at += 2
        return at + 1 if lows[at] in {"am", "pm", "a.m.", "p.m."} | _ZONES else at
    if lows[at] in {"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock"} and raws[at] != "AM":
        return at + 1
    if (
        lows[at] in _ZONES
        and lows[at] not in {"local", "pt", "et"}
        and len(raws[index]) in {4, 5}
        and raws[at].isupper()
    ):
        return at + 1
    if (
        lows[at] == "hours"
        and len(raws[index]) == 4
        and raws[index][0] in "012"
        and lows[index - 1] in {"at", "by", "until"}
    ):
        return at + 1
    return None


def _ordinal(tokens: Tokens, index: int) -> int | None:
    """Skip "21st", decades ("1990s") and model numbers in the plural ("737s")."""
    at = index + 1
    if not tokens.joined(at):
        return None
    low, raw = tokens.lows[at], tokens.raws[at]
    if low in _ORDINALS or low in {"s", "'s"}:
        return at + 1
    if raw in {"G", "D", "Q", "H"} or (
        raw in {"p", "i", "K", "k"} and tokens.raws[index] in {"1080", "2160", "720", "480"}
    ):
        return _after_code(tokens, index)
    if raw == "(" and len(tokens.raws[at + 1]) == 1 and tokens.raws[at + 2] == ")" and tokens.joined(at + 1):
        return at + 3
    if raw in {"'", "’"} and tokens.lows[at + 1] == "s" and is_year(tokens.raws[index]):
        return at + 2
    if (
        raw == "/"
        and tokens.joined(at + 1)
        and tokens.raws[index] in {"24", "9", "7", "50"}
        and tokens.raws[at + 1] in {"7", "11", "50"}
    ):
        return at + 2
    return None


def _telephone(tokens: Tokens, index: int) -> int | None:
    """Skip groups of digits, apart by spaces or hyphens, that begin with a plus, a zero or a code in brackets."""
    before = tokens.raws[index - 1]
    raw = tokens.raws[index]
    plus = before == "+" and tokens.joined(index)
    bracket = before == "(" and tokens.raws[index + 1] == ")" and len(raw) >= 3
    groups, digits, at, dashes = 1, len(raw), index + 1, 0
    if bracket:
        at += 1
    while groups < _GROUPS_AT_MOST:
        step = at + 1 if tokens.raws[at] in HYPHENS | {"."} and tokens.joined(at) and tokens.joined(at + 1) else at
        if tokens.kinds[step] not in {NUMBER, VERSION}:
            break
        following = tokens.raws[step]
        compact = "".join(char for char in following if char.isdigit())
        if "," in following or len(compact) > 8 or ("." in following and tokens.kinds[step] == NUMBER and step == at):
            break
        groups, digits, dashes = groups + 1, digits + len(compact), dashes + (step > at)
        at = step + 1
    american = dashes >= 1 and dashes == groups - 1 and (groups >= 3 or (digits == 7 and len(raw) == 3))
    if digits >= 7 and groups >= 2 and (plus or bracket or raw[0] == "0" or (american and digits >= 7)):
        return at
    return None


def _numeric_date(tokens: Tokens, index: int) -> int | None:
    """Skip "2025-06-30" and "01/04/2026"; of three numbers joined by one sign, one must be a year or all be short."""
    raws = tokens.raws
    sign = raws[index + 1]
    if sign not in HYPHENS | {"/", "."} or not (tokens.joined(index + 1) and tokens.joined(index + 2)):
        return None
    if raws[index + 3] != sign or tokens.kinds[index + 2] != NUMBER or tokens.kinds[index + 4] != NUMBER:
        return None
    if not (tokens.joined(index + 3) and tokens.joined(index + 4)):
        return None
    return index + 5


def _season(tokens: Tokens, index: int) -> int | None:
    """Skip "2024-25", "2010–2015", "2024/25"."""
    raws = tokens.raws
    if not is_year(raws[index]) or raws[index + 1] not in _JOINERS or not tokens.joined(index + 2):
        return None
    following = raws[index + 2]
    if is_year(following) or (len(following) == 2 and following.isdigit()):
        return index + 3
    return None


def _era(tokens: Tokens, index: int) -> int | None:
    """Skip "1,500 BC" and "AD 79"."""
    if tokens.raws[index + 1] in {"BC", "AD", "BCE", "CE"}:
        return index + 2
    return index + 1 if tokens.raws[index - 1] == "AD" else None


def _ticker(tokens: Tokens, index: int) -> int | None:
    """Skip "0700.HK", "7203.T"."""
    at = index + 1
    if tokens.raws[at] != "." or not tokens.joined(at) or not tokens.joined(at + 1) or tokens.kinds[at + 1] != WORD:
        return None
    return at + 2 if tokens.raws[at + 1].isupper() and len(tokens.raws[at + 1]) <= 3 else None


def _mark(tokens: Tokens, index: int) -> int | None:
    """Skip the footnote mark of "12%[3]"."""
    touches = tokens.joined(index) and tokens.joined(index - 1) and tokens.joined(index + 1)
    return index + 2 if tokens.raws[index - 1] == "[" and tokens.raws[index + 1] == "]" and touches else None


def _odds(tokens: Tokens, index: int) -> int | None:
    """Skip "7/2", "140/90" and "60/40", which are no fractions; "3/4" is one."""
    raws = tokens.raws
    if raws[index + 1] != "/" or not (tokens.joined(index + 1) and tokens.joined(index + 2)):
        return None
    if not (raws[index].isdigit() and raws[index + 2].isdigit()) or tokens.kinds[index + 2] != NUMBER:
        return None
    number = read_number(tokens, index)
    return index + 3 if number and number.digits is not None else None


def _tally(tokens: Tokens, index: int) -> int | None:
    """Skip "52 to 48" of a vote, "3 to 1" of a match or a bet."""
    first, second = tokens.raws[index], tokens.raws[index + 2]
    if tokens.lows[index + 1] != "to" or not (first.isdigit() and second.isdigit() and len(first) <= 3 >= len(second)):
        return None
    around = tokens.lows[max(0, index - 7) : index] + tokens.lows[index + 3 : index + 6]
    if _has_unit(tokens, index + 3) or _SCORING.isdisjoint(around) or not int(first) >= int(second):
        return None
    return index + 3


def _working_day(tokens: Tokens, index: int) -> int | None:
    """Skip "9-to-5"."""
    hyphened = tokens.raws[index + 1] in HYPHENS and tokens.raws[index + 3] in HYPHENS
    is_day = tokens.raws[index] == "9" and tokens.raws[index + 4] == "5" and tokens.lows[index + 2] == "to"
    return index + 5 if hyphened and is_day else None


def _score(tokens: Tokens, index: int) -> int | None:
    """Skip "3-1", "6-4, 7-5", "7-2 in favour": two small numbers without a unit, the first not less, or in a match."""
    raws = tokens.raws
    at = index + 1
    if (
        raws[at] not in HYPHENS | {"–"}
        or not tokens.joined(at)
        or not tokens.joined(at + 1)
        or tokens.kinds[at + 1] != NUMBER
    ):
        return None
    first, second = raws[index], raws[at + 1]
    if not (first.isdigit() and second.isdigit() and len(first) <= 3 and len(second) <= 3):
        return None
    if (
        tokens.joined(at + 2)
        and tokens.kinds[at + 2] in {WORD, MARK}
        and tokens.raws[at + 2] not in {",", ".", ")", ";", ":", "!", "?", "'", "’", '"', "”"}
    ):
        return None if raws[at + 2] not in HYPHENS or tokens.kinds[at + 3] != NUMBER else at + 4
    if int(first) >= int(second):
        return None if _has_unit(tokens, at + 2) else at + 2
    window = tokens.lows[max(0, index - 7) : index] + tokens.lows[at + 2 : at + 5]
    return at + 2 if not _SCORING.isdisjoint(window) and not _has_unit(tokens, at + 2) else None


def _has_unit(tokens: Tokens, index: int) -> bool:
    low = tokens.lows[index]
    return low in SCALES or low in {
        "%",
        "per",
        "percent",
        "pc",
        "bn",
        "m",
        "years",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "km",
    }


_TRAPS = (
    _glued,
    _date,
    _clock,
    _ordinal,
    _telephone,
    _numeric_date,
    _season,
    _ticker,
    _score,
    _working_day,
    _tally,
    _era,
    _mark,
    _odds,
)
