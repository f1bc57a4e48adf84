"""Digits and number words that are no figures: dates, times, telephone numbers, scores, versions, names of things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factreport.figures.calendar_words import CAPITAL_ONLY, MONTHS, WEEKDAYS
from factreport.figures.numbers import HYPHENS, NUMBER_WORDS, SCALES, TENS, UNITS
from factreport.figures.tokens import EDGE, MARK, NUMBER, VERSION, WORD

if TYPE_CHECKING:
    from factreport.figures.amounts import Amount
    from factreport.figures.tokens import Tokens

_JOINERS = HYPHENS | frozenset("–—/")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_ZONES = frozenset("gmt bst utc est edt et cet cest pst pdt pt ist jst hkt sgt aest aedt local hrs".split())
_YEAR_FIRST, _YEAR_LAST = 1500, 2199

_LINK = re.compile(
    r"(?:https?://|www\.|[\w.+-]+@|[@#])\S+|\b[a-z0-9-]+\.(?:com|org|net|co\.uk|gov)\b\S*", re.IGNORECASE
)

_DESIGNATORS = frozenset(
    "page pages pp section sections chapter chapters article articles clause clauses paragraph paragraphs para no nos number numbers "
    "flight flights route routes platform gate room floor level levels phase phases stage stages tier category class grade type "
    "version versions volume vol issue episode episodes season seasons step rule rules line lines lane exit junction track "
    "terminal unit block building suite apartment flat box ward district zone sector division round lot row seat channel bus "
    "highway motorway interstate figure table appendix schedule item form bill proposition prop resolution amendment title act "
    "verse psalm question case docket file order batch model series mark size chromosome group region area pier berth dock "
    "hangar studio court corridor runway warehouse reactor pillar annex exhibit slide rank ranked day week month year "
    "code zip postcode tel telephone phone fax ext extension isbn ref reference id aged age ages directive regulation "
    "convention protocol band strand generation gen god lap hole part mission expedition squadron battalion brigade company camp "
    "bus tram train line world version build release update patch android ios windows".split()
)
_DESIGNATED_COUNTS = frozenset(
    "day week month year company camp train bus group unit part seat age rank world order question case".split()
)
"""Of these, only the singular right before the number names it ("day 3"); see `_is_designated`."""

_STREETS = frozenset("street st road rd avenue ave lane drive dr square place boulevard blvd way court terrace close crescent gardens "
                     "row hill parkway pkwy highway plaza mews wharf quay embankment broadway".split())  # fmt: skip

_FUNCTION_WORDS = (
    frozenset(
        "the a an in of at on by for from with to and or but as is are was were has have had its their his her our your my this that "
        "these those all only just another both some about around over under up than more less after before since until while when "
        "if so then now today yesterday tomorrow there here it they he she we you i who which what where how not no yes out off into onto "
        "per plus minus between among during within without against across through above below near nearly almost roughly approximately "
        "exactly at least most last next first second third every each any many few several other others same such also even still "
        "police officials prosecutors analysts investors shares sales revenue profit nearly workers firefighters rescuers troops "
        "doctors scientists researchers authorities rebels residents including include includes totaling totalling roughly "
        "cuts cut adds add hires hire kills kill kills injures leaves fires fire axes axe sheds shed opens open closes close buys buy sells sell "
        "orders order creates create plans plan arrests arrest wins win loses lose scores gets get gains gain takes take makes make holds hold "
        "needs need seeks seek raises raise wants want gives give pays pay sends send builds build shuts shut spends spend faces face "
        "sees see says say finds find saves save moves move claims claim hits hit tops reaches reach nears costs cost drops rises falls "
        "employs employ evacuates rescues frees charges detains deploys recalls cancels grounds delivers launches ships produces off "
        "evacuated arrested killed injured hired fired sold bought ordered built lost won added shot dead meanwhile however".split()
    )
    | WEEKDAYS
)
"""Words with a capital at the start of a sentence or in a headline that do not make a name of the number after them."""

_PEOPLE_AND_THINGS = frozenset(
    "people workers jobs employees staff homes houses stores shops units cars vehicles students troops soldiers patients deaths cases "
    "flights passengers members victims residents engineers customers users seats rooms votes companies firms schools protesters "
    "migrants refugees children families households tickets trees animals women men boys girls police officers teachers nurses doctors "
    "pupils voters players fans visitors tourists guests farmers drivers miners pilots crew prisoners hostages inmates civilians "
    "respondents participants delegates subscribers branches buildings apartments flats beds ships boats planes aircraft trucks lorries "
    "buses trains tanks missiles drones rockets satellites phones devices computers servers chips machines robots books pages copies "
    "words items products parts pieces samples tests doses shots injuries arrests complaints claims applications applicants signatures "
    "emails calls messages posts locations sites outlets restaurants hotels factories plants farms villages towns cities countries states "
    "nations lawmakers mps senators judges lawyers athletes runners swimmers cyclists riders acres shares calories steps fires".split()
)
_BAD_COMPOUNDS = frozenset(
    "way ways time times tier step star stars wheel wheeler wheelers digit figure figures dimensional pronged faced factor horse legged stroke "
    "fold aside sided letter speed gauge cylinder under series class old upmanship size dimensional odd-numbered handed door".split()
)
"""What makes a compound of a number a word of its own ("two-way", "double-digit", "five-star")."""

_SCORING = frozenset(
    "beat beats beaten won win wins lost lose loses draw drew drawn defeat defeated victory score scored scores lead led leading trail "
    "trailed trailing vote voted votes ruling ruled decision final match set sets aggregate penalties winning losing tie tied loss record "
    "margin thrashed thumped hammered edged beating".split()
)
_NUMBER_NAMES_AFTER = frozenset(
    "gorges guys samurai mile nations eyes pillars musketeers wise kingdoms tigers sisters amigos rivers oaks".split()
)
_LIST_WORDS_BEFORE = frozenset("top under over big final last group".split())
_REPORTED_IN_YEAR = frozenset(
    "in since of until by before after during from to for through early late mid the circa between and".split()
)


def link_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of addresses, handles and hashtags, whose digits say nothing."""
    if not any(mark in text for mark in ("://", "www.", "@", "#", ".com", ".org", ".net", ".co", ".gov")):
        return []
    return [match.span() for match in _LINK.finditer(text)]


def skip_trap(tokens: Tokens, index: int) -> int | None:
    """Return the index after a date, time, telephone number or the like that starts at the number token, else None."""
    for rule in (_glued, _date, _clock, _ordinal, _telephone, _numeric_date, _season, _ticker, _score):
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
    return low in SCALES or low in {"%", "percent", "per", "bn", "mn", "m", "pc"} or low in _PEOPLE_AND_THINGS


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
    if raw in {"_", "#", "@", "/", "\\"} and (tokens.kinds[index - 2] in {WORD, NUMBER} or raw in {"#", "_"}):
        return _after_code(tokens, index)
    if raw in {"'", "’", "‘"} and len(tokens.raws[index]) == 2:
        return _after_code(tokens, index)
    if raw == "." and tokens.lows[index - 2] in {"no", "nos", "v", "vol", "p", "pp", "art", "sec", "ver", "ch", "fig"}:
        return _after_code(tokens, index)
    return _leading_zero(tokens, index)


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
        or tokens.raws[at] in "-/_."
        and tokens.joined(at + 1)
        and tokens.kinds[at + 1] != MARK
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
    if lows[at] in {"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock"} and raws[at] not in {"AM"}:
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
    if (
        raw in {"G", "D", "Q", "H"}
        or raw in {"p", "i", "K", "k"}
        and tokens.raws[index] in {"1080", "2160", "720", "480"}
    ):
        return _after_code(tokens, index)
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
    """Skip groups of digits, apart by spaces or hyphens, that begin with a plus sign, a zero or an area code in brackets."""
    before = tokens.raws[index - 1]
    raw = tokens.raws[index]
    plus = before == "+" and tokens.joined(index)
    bracket = before == "(" and tokens.raws[index + 1] == ")" and len(raw) >= 3
    groups, digits, at, dashes = 1, len(raw), index + 1, 0
    if bracket:
        at += 1
    while True:
        step = at + 1 if tokens.raws[at] in HYPHENS | {"."} and tokens.joined(at) and tokens.joined(at + 1) else at
        if tokens.kinds[step] not in {NUMBER, VERSION}:
            break
        following = tokens.raws[step]
        compact = "".join(char for char in following if char.isdigit())
        if "," in following or len(compact) > 8 or "." in following and tokens.kinds[step] == NUMBER and step == at:
            break
        groups, digits, dashes = groups + 1, digits + len(compact), dashes + (step > at)
        at = step + 1
    american = dashes >= 1 and dashes == groups - 1 and (groups >= 3 or digits == 7 and len(raw) == 3)
    if digits >= 7 and groups >= 2 and (plus or bracket or raw[0] == "0" or american and digits >= 7):
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
    if is_year(following) or len(following) == 2 and following.isdigit():
        return index + 3
    return None


def _ticker(tokens: Tokens, index: int) -> int | None:
    """Skip "0700.HK", "7203.T"."""
    at = index + 1
    if tokens.raws[at] != "." or not tokens.joined(at) or not tokens.joined(at + 1) or tokens.kinds[at + 1] != WORD:
        return None
    return at + 2 if tokens.raws[at + 1].isupper() and len(tokens.raws[at + 1]) <= 3 else None


def _score(tokens: Tokens, index: int) -> int | None:
    """Skip "3-1", "6-4, 7-5" and votes ("7-2 in favour"): two small numbers without a unit, the first not less, or in a match."""
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


def names_something(tokens: Tokens, amount: Amount) -> bool:
    """Whether a number without scale, unit or currency is part of a name, an address, a rank, or is a year."""
    if amount.number.is_words:
        return _is_name_in_words(tokens, amount)
    index, end = amount.first, amount.end
    raw = tokens.raws[index]
    if _is_designated(tokens, index) or _is_address(tokens, index, end) or _is_listed(tokens, index):
        return True
    if amount.number.grouped:
        return False
    if is_year(raw) and not _counts_things(tokens, end):
        return True
    if tokens.raws[end] in HYPHENS and tokens.joined(end):
        return _is_bad_compound(tokens, end)
    if tokens.joined(end) and tokens.kinds[end] == WORD:
        return True
    return _follows_a_name(tokens, index, end)


def _counts_things(tokens: Tokens, index: int) -> bool:
    return tokens.lows[index] in _PEOPLE_AND_THINGS


def _is_bad_compound(tokens: Tokens, end: int) -> bool:
    after = tokens.lows[end + 1]
    if not tokens.joined(end + 1) or tokens.kinds[end + 1] == EDGE:
        return False
    return (
        tokens.kinds[end + 1] == NUMBER
        or after in _BAD_COMPOUNDS
        or len(after) < 2
        or tokens.raws[end + 1][0].isupper()
    )


def _is_designated(tokens: Tokens, index: int) -> bool:
    """Whether a word right before, or a designated number before "and", numbers the thing ("page 14", "rooms 3 and 4")."""
    lows = tokens.lows
    before = lows[index - 1]
    if before == "." and lows[index - 2] in {
        "no",
        "nos",
        "art",
        "sec",
        "vol",
        "p",
        "pp",
        "ch",
        "fig",
        "para",
        "ext",
        "tel",
    }:
        return True
    if before in {"#", "§", "no", "nos", "№"}:
        return before != "no" or tokens.raws[index - 1] == "No"
    if before not in _DESIGNATORS:
        return False
    if before in {"and", "or"}:
        return False
    return not _counts_things(tokens, index + 1) or tokens.raws[index - 1][0].isupper()


def _is_address(tokens: Tokens, index: int, end: int) -> bool:
    """Whether up to three words with capitals and a word for a street follow ("10 Downing Street"), or a state precedes ("CA 94105")."""
    raws = tokens.raws
    for at in range(end, end + 4):
        if not raws[at][:1].isupper():
            break
        if at > end and tokens.lows[at] in _STREETS:
            return True
    raw = raws[index]
    return (
        len(raw) == 5
        and raw.isdigit()
        and len(raws[index - 1]) == 2
        and raws[index - 1].isupper()
        and raws[index - 1] != "US"
    )


def _is_listed(tokens: Tokens, index: int) -> bool:
    """Whether it belongs to "top 10", "Group of 20", "under-21"."""
    lows = tokens.lows
    if lows[index - 1] == "top" and lows[index - 2] not in {"could", "to", "will", "would", "may", "might"}:
        return True
    if lows[index - 1] == "of" and lows[index - 2] == "group" and tokens.raws[index - 2][0] == "G":
        return True
    return tokens.raws[index - 1] in HYPHENS and tokens.joined(index) and lows[index - 2] in _LIST_WORDS_BEFORE


def _follows_a_name(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the word before is a name ("iPhone 17", "FTSE 100"): one with a capital that is not there for the sentence."""
    before = tokens.raws[index - 1]
    if tokens.kinds[index - 1] != WORD or before.islower() or not before[0].isalpha():
        return False
    low = tokens.lows[index - 1]
    if low in _FUNCTION_WORDS or low in MONTHS and not tokens.raws[index].isdigit():
        return False
    return (
        not (_counts_things(tokens, end) and before[1:].islower())
        or tokens.raws[index].isdigit()
        and _is_known_model(before)
    )


def _is_known_model(word: str) -> bool:
    return word in {"Boeing", "Airbus", "Falcon", "Apollo", "Windows", "Fortune", "Model", "Type", "Peugeot", "Embraer"}


def _is_name_in_words(tokens: Tokens, amount: Amount) -> bool:
    """Whether a number in words is a name ("Big Four", "Three Gorges"), a compound ("two-way") or a year ("nineteen eighty-four")."""
    index, end = amount.first, amount.end
    lows, raws = tokens.lows, tokens.raws
    if raws[end] in HYPHENS and tokens.joined(end) and tokens.joined(end + 1):
        return _is_bad_compound(tokens, end)
    if raws[index - 1] in HYPHENS and tokens.joined(index) and tokens.kinds[index - 2] == WORD:
        return True
    if lows[end] in NUMBER_WORDS and lows[end] not in {"one"} and (lows[end] in TENS or UNITS.get(lows[end], 0) > 9):
        return True
    if not raws[index][0].isupper():
        return False
    return _is_capital_name(tokens, index, end)


def _is_capital_name(tokens: Tokens, index: int, end: int) -> bool:
    """Whether number word and neighbour have capitals where the sentence gives no reason for them."""
    before, after = tokens.raws[index - 1], tokens.raws[end]
    starts = tokens.kinds[index - 1] == EDGE or before in {".", ":", "“", '"', "!", "?", "‘", "'", "-", "—", "•"}
    if tokens.lows[end] in _NUMBER_NAMES_AFTER and after[:1].isupper():
        return True
    if starts:
        return False
    if before[:1].isupper() and tokens.lows[index - 1] in {
        "big",
        "group",
        "final",
        "famous",
        "gang",
        "fab",
        "chapter",
        "act",
        "part",
        "book",
    }:
        return True
    headline = sum(raw[:1].isupper() for raw in tokens.raws[: tokens.count]) * 2 > sum(
        kind == WORD for kind in tokens.kinds
    )
    return not headline
