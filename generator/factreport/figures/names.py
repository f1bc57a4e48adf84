"""Numbers without scale or unit that are part of a name, a rank or an address ("iPhone 17", "page 14"), or a year.

Longer than other modules by its lists of words: each stands beside the one question that it answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.calendar_words import MONTHS, WEEKDAYS
from factreport.figures.figure import Qualifier
from factreport.figures.numbers import HYPHENS, NUMBER_WORDS, TENS, UNITS
from factreport.figures.phrases import words
from factreport.figures.qualifiers import qualifier_before
from factreport.figures.tokens import EDGE, NUMBER, WORD
from factreport.figures.traps import PEOPLE_AND_THINGS, is_year

if TYPE_CHECKING:
    from factreport.figures.printed_amount import PrintedAmount
    from factreport.figures.tokens import Tokens

_DESIGNATORS = words("""
    page pages pp section sections chapter chapters article articles clause clauses paragraph paragraphs para no
    nos number numbers flight flights route routes platform gate room floor level levels phase phases stage stages
    tier category class grade type version versions volume vol issue episode episodes season seasons step rule
    rules line lines lane exit junction track terminal unit block building suite apartment flat box ward district
    zone sector division round lot row seat channel bus highway motorway interstate figure table appendix schedule
    item form bill proposition prop resolution amendment title act verse psalm question case docket file order
    batch model series mark size chromosome group region area pier berth dock hangar studio court corridor runway
    warehouse reactor pillar annex exhibit slide rank ranked day week month year code zip postcode tel telephone
    phone fax ext extension isbn ref reference id aged age ages directive regulation convention protocol band
    strand generation gen god lap hole part mission expedition squadron battalion brigade company camp tram train
    footnote footnotes endnote scene scenes world build release update patch android ios windows
""")
_NUMBERED_IN_LISTS = words("""
    gates junctions platforms lanes exits volumes tables figures appendices wards districts zones blocks terminals
    articles questions rooms channels studios tracks courts pages sections chapters clauses paragraphs flights routes
    episodes seasons phases stages lines rules
""")
"""Nouns that number the things of a list ("junctions 10 and 11"); before one number, they may end what went before."""
_LISTING = words("and or to & - –")
_STREETS = words("""
    street st road rd avenue ave lane drive dr square place boulevard blvd way court terrace close crescent
    gardens row hill parkway pkwy highway plaza mews wharf quay embankment broadway
""")  # fmt: skip

_FUNCTION_WORDS = (
    words("""
    the a an in of at on by for from with to and or but as is are was were has have had its their his her our your
    my this that these those all only just another both some about around over under up than more less after
    before since until while when if so then now today yesterday tomorrow there here it they he she we you i who
    which what where how not no yes out off into onto per plus minus between among during within without against
    across through above below near nearly almost roughly approximately exactly least most last next first second
    third every each any many few several other others same such also even still police officials prosecutors
    analysts investors shares sales revenue profit workers firefighters rescuers troops doctors scientists
    researchers authorities rebels residents including include includes totaling totalling cuts cut adds add hires
    hire kills kill injures leaves fires fire axes axe sheds shed opens open closes close buys buy sells sell
    orders order creates create plans plan arrests arrest wins win loses lose scores gets get gains gain takes
    take makes make holds hold needs need seeks seek raises raise wants want gives give pays pay sends send builds
    build shuts shut spends spend faces face sees see says say finds find saves save moves move claims claim hits
    hit tops reaches reach nears costs cost drops rises falls employs employ evacuates rescues frees charges
    detains deploys recalls cancels grounds delivers launches ships produces evacuated arrested killed injured
    hired fired sold bought ordered built lost won added shot dead meanwhile however
""")
    | WEEKDAYS
)
"""Words with a capital at the start of a sentence or in a headline that do not make a name of the number after them."""

_BAD_COMPOUNDS = words("""
    way ways time times tier step star stars wheel wheeler wheelers digit figure figures dimensional pronged faced
    factor horse legged stroke fold aside sided letter speed gauge cylinder under series class old upmanship size
    odd-numbered handed door something somethings in for a to on by and or at
""")
"""What makes a compound of a number a word of its own ("two-way", "double-digit", "five-star")."""

_NUMBER_NAMES_AFTER = words("""
    gorges guys samurai mile nations eyes pillars musketeers wise kingdoms tigers sisters amigos rivers oaks
""")
_LIST_WORDS_BEFORE = words("top under over big final last group")


def is_named(tokens: Tokens, amount: PrintedAmount) -> bool:
    """Whether the amount is a name although it may have a letter after it ("777X", "Llama 405B", "3M")."""
    if amount.bare:
        return names_something(tokens, amount)
    letter = tokens.raws[amount.end - 1]
    multiple = amount.unit is not None and amount.unit.units == ("x",)
    if len(letter) > 1 or not tokens.joined(amount.end - 1) or (amount.unit is not None and not multiple):
        return False
    if _counts_things(tokens, amount.end):
        return False
    company = letter == "M" and amount.number.mantissa == 3
    if _is_address(tokens, amount.first, amount.end):
        return True
    return company or _is_designated(tokens, amount.first) or _follows_a_name(tokens, amount.first, amount.end)


def names_something(tokens: Tokens, amount: PrintedAmount) -> bool:
    """Whether a number without scale, unit or currency is part of a name, an address, a rank, or is a year."""
    if amount.number.is_words:
        return _is_name_in_words(tokens, amount)
    index, end = amount.first, amount.end
    raw = tokens.raws[index]
    if _is_designated(tokens, index) or _is_address(tokens, index, end) or _is_listed(tokens, index):
        return True
    if amount.number.grouped:
        return False
    if is_year(raw) and not _counts_things(tokens, end) and not _is_bound(tokens, index, end):
        return True
    if tokens.raws[end] in HYPHENS and tokens.joined(end):
        return _is_bad_compound(tokens, end)
    if tokens.joined(end) and tokens.kinds[end] == WORD:
        return True
    return _follows_a_name(tokens, index, end)


def _is_bound(tokens: Tokens, index: int, end: int) -> bool:
    """Whether four digits that could be a year are a number: "more than 2000", but "over 2023" compares years."""
    found = qualifier_before(tokens, index)
    if (
        found is None
        or found[0] is Qualifier.ABOUT
        or tokens.lows[end] in {"levels", "level", "'", "figures", "prices"}
    ):
        return False
    recent = 1900 <= int(tokens.raws[index]) <= 2100
    return not recent or tokens.lows[index - 1] in {
        "than",
        "least",
        "most",
        "exceed",
        "exceeds",
        "exceeded",
        "exceeding",
    }


def _counts_things(tokens: Tokens, index: int) -> bool:
    return tokens.lows[index] in PEOPLE_AND_THINGS


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
    """Whether a word right before, or a designated number before "and", numbers the thing ("page 14")."""
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
    if _is_in_numbered_list(tokens, index):
        return True
    if before not in _DESIGNATORS:
        return False
    if before in {"and", "or"}:
        return False
    return not _counts_things(tokens, index + 1) or tokens.raws[index - 1][0].isupper()


def _is_in_numbered_list(tokens: Tokens, index: int) -> bool:
    """Whether it is the first or the second of "gates 3 and 4"."""
    lows, kinds = tokens.lows, tokens.kinds
    first = index - 2 if lows[index - 1] in _LISTING and kinds[index - 2] == NUMBER else index
    listed = lows[first - 1] in _NUMBERED_IN_LISTS and lows[first + 1] in _LISTING and kinds[first + 2] == NUMBER
    small = len(tokens.raws[first]) <= 3 >= len(tokens.raws[first + 2])
    return listed and small and not _counts_things(tokens, first + 3)


def _is_address(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a name and a word for a street follow ("10 Downing Street"), or a state precedes ("CA 94105")."""
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
    """Whether the word before is a name ("iPhone 17"): one with a capital that is not there for the sentence."""
    before = tokens.raws[index - 1]
    if tokens.kinds[index - 1] != WORD or before.islower() or not before[0].isalpha():
        return False
    low = tokens.lows[index - 1]
    if low.endswith("'s") and low != "levi's":
        return False
    if low in _FUNCTION_WORDS or (low in MONTHS and not tokens.raws[index].isdigit()):
        return False
    return not (_counts_things(tokens, end) and before[1:].islower()) or (
        tokens.raws[index].isdigit() and _is_known_model(before)
    )


def _is_known_model(word: str) -> bool:
    return word in {"Boeing", "Airbus", "Falcon", "Apollo", "Windows", "Fortune", "Model", "Type", "Peugeot", "Embraer"}


def _is_name_in_words(tokens: Tokens, amount: PrintedAmount) -> bool:
    """Whether a number in words is a name ("Big Four"), a compound ("two-way") or a year ("nineteen eighty-four")."""
    index, end = amount.first, amount.end
    lows, raws = tokens.lows, tokens.raws
    if (raws[end] == "_" and tokens.joined(end)) or (lows[index - 1] == "number" and not amount.number.scaled):
        return True
    if raws[end] in HYPHENS and tokens.joined(end) and tokens.joined(end + 1):
        return _is_bad_compound(tokens, end)
    if raws[index - 1] in HYPHENS and tokens.joined(index) and tokens.kinds[index - 2] in {WORD, NUMBER}:
        return True
    if lows[index - 1] in TENS or UNITS.get(lows[index - 1], 0) > 9:
        return True
    if lows[end] in NUMBER_WORDS and lows[end] != "one" and (lows[end] in TENS or UNITS.get(lows[end], 0) > 9):
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
