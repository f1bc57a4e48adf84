"""The words around a figure that limit it: "more than", "up to", "or so"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.figure import Qualifier
from factreport.figures.numbers import HYPHENS
from factreport.figures.phrases import Phrases, words

if TYPE_CHECKING:
    from factreport.figures.tokens import Tokens

_OVER = """
    over, more than, above, exceed, exceeds, exceeding, exceeded, in excess of, topped, topping, top, tops,
    surpass, surpassed, surpasses, surpassing, north of, upwards of, upward of, just over, well over, greater
    than, higher than, larger than, bigger than, longer than, beyond, >, just above, well above, slightly over,
    slightly above, a little over, slightly more than, just more than, a little more than, little more than,
    comfortably over, comfortably more than, far more than, well more than, much more than, way more than, a bit
    over, a touch over, a shade over, a fraction over, marginally over, heavier than, older than, outstripped,
    eclipsed, faster than, taller than, well in excess of, to the north of, climbed past, climbs past, climbing
    past, risen past, rose past, rises past, rising past, soared past, soars past, soaring past, surged past, surges
    past, surging past, grown past, grew past, grows past, growing past, jumped past, swelled past, swollen past,
    shot past, rocketed past, broke through, breaks through, broken through, breaking through
"""
_AT_LEAST = """
    at least, no less than, not less than, no fewer than, not fewer than, a minimum of, the minimum of, minimum
    of, a minimum, as few as, as little as, ≥, >=, greater than or equal to, more than or equal to, at or above,
    equal to or more than, equal to or greater than, no lower than, not below, no smaller than, no shorter than,
    no earlier than, a floor of, at the very least, at a minimum, a guaranteed minimum of, not under, minimum, no
    under
"""
_UNDER = """
    under, less than, fewer than, below, lower than, smaller than, shorter than, well under, well below, <, lesser
    than, far less than, far fewer than, much less than, well short of, younger than, lighter than, cheaper than,
    south of, substantially less than, significantly less than, considerably less than, short of
"""
_AT_MOST = """
    up to, at most, at the most, no more than, not more than, as much as, as many as, a maximum of, the maximum
    of, maximum of, a maximum, capped at, not exceed, not exceeding, not to exceed, never exceed, not exceeded,
    not be more than, cannot exceed, can not exceed, limited to, restricted to, a cap of, a ceiling of, a limit
    of, at or below, less or equal than, lower or equal than, smaller or equal than, less or equal to, ≤, <=, less
    than or equal to, no higher than, no greater than, no longer than, no larger     than, no bigger than, not
    above, not over, no above, nothing more than, not greater than, not higher than, not     exceeds, as high as,
    maximum, max, max of, a max of, upto, up-to, no over, won't exceed, didn't exceed, doesn't exceed, don't
    exceed, equal to or less than, fewer than or equal to, not surpass, not top, neither     more than, isn't more
    than, can't exceed, up to a maximum of, not any more than, up to and including
"""
_ABOUT = """
    about, around, roughly, approximately, approx, approx., some, an estimated, the estimated, its estimated,
    their estimated, estimated, c, c., ca, ca., circa, ~, ≈, ∼, in the region of, in the order of, on the order
    of, of the order of, close to, near, in the neighbourhood of, in the neighborhood of, in the vicinity of,
    somewhere around, something like, somewhere in the region of, more or less, very roughly, somewhere near, an
    approximate, approximating, give or take, just about, right around, at around, at about, at roughly, at
    approximately, or about, in or around, estimated
    at
"""
_NEARLY = """
    nearly, almost, just under, just short of, just shy of, shy of, a shade under, a shade below, approaching,
    nearing, just below, just less than, just fewer than, slightly under, slightly below, slightly less than,
    slightly fewer than, a little under, a little less than, a little below, a touch under, a touch below, a touch
    less than, a bit under, a bit less than, a whisker under, a whisker below, a fraction under, a fraction below,
    a hair under, a fraction less than, marginally below, marginally under, marginally less than, fractionally
    below, fractionally under, a little short of, a shade less than, little short of, not quite, close on, close
    upon, nigh on, virtually, practically, only just under, little less than, well nigh, a tad under, a tad below,
    a shade shy of, a little shy of, narrowly under, narrowly below, verging on, getting on for, pushing, the best
    part of
"""
_BEFORE_LISTS = {
    Qualifier.OVER: _OVER, Qualifier.AT_LEAST: _AT_LEAST, Qualifier.UNDER: _UNDER, Qualifier.AT_MOST: _AT_MOST,
    Qualifier.ABOUT: _ABOUT, Qualifier.NEARLY: _NEARLY,
}  # fmt: skip

_AFTER_LISTS = {
    Qualifier.AT_LEAST: """
    or more, or greater, or higher, or above, or over, or better, or longer, or older, or larger, and above, and
    over, and up, and upwards, and upward, upwards, plus, +, at least, at the least, at the very least, minimum,
    or upwards, and more, and older
""",
    Qualifier.AT_MOST: """
    or less, or fewer, or under, or below, or lower, or smaller, or shorter, and under, and below, or younger, at
    most, at the most, tops, maximum, max, and less, and younger
""",
    Qualifier.ABOUT: """
    or so, or thereabouts, odd, ish, more or less, give or take, approximately, approx
""",
}

FILLERS = words("another further additional extra combined record whopping total staggering")
"""Words that may stand between a qualifier and its figure ("more than another 40")."""

_TAIL_NEEDS_PAUSE = frozenset(
    {"at least", "at most", "approximately", "maximum", "max", "minimum", "upwards", "at the most"}
)
"""Qualifiers that follow a figure only where a clause ends; else they belong to what comes next."""

_LEADS = words("up upward upwards over above under below")
_AFTER_LEADS = words("by on from to about around nearly almost more some $ £ € ¥ ₹")

DURATIONS = frozenset({"s", "min", "h", "d", "wk", "mo", "yr", "decade", "century"})
_MOVED = words("""
    moved went stepped add adds added tick ticks ticked edge edges edged creep creeps crept inch inches inched nudge
    nudged climb climbs climbed shot jumped rose pushed bumped drifted
""")
"""Before "up to", what makes it a way that was gone and no limit."""
_LASTING = words("""
    for last lasts lasted lasting take takes took taking taken well just of after spent serve served waited with
    aged is was been be than in wait waits waiting delay delays or and to lasted, by within needs need runs ran
    run has have had age ages
""")
"""Before "over" and a length of time, what makes it "more than" and not "in the course of"."""


def _phrases(lists: dict[Qualifier, str]) -> Phrases[Qualifier]:
    table = {}
    for qualifier, phrases in lists.items():
        for phrase in phrases.split(","):
            table[" ".join(phrase.replace("-", " ").split())] = qualifier
    split = {" ".join(_cut(phrase)): qualifier for phrase, qualifier in table.items()}
    return Phrases(split)


def _cut(phrase: str) -> list[str]:
    """Cut off marks that are tokens of their own (">=", "approx.")."""
    spaced = "".join(f" {char} " if char in "<>=.≥≤" else char for char in phrase)
    return spaced.split()


BEFORE = _phrases(_BEFORE_LISTS)
AFTER = _phrases(_AFTER_LISTS)


def qualifier_before(tokens: Tokens, index: int, units: tuple[str, ...] = ("count",)) -> tuple[Qualifier, int] | None:
    """Return the qualifier whose words end just before the token, and the index of its first word."""
    if tokens.lows[index - 1] in HYPHENS and tokens.lows[index - 2] == "sub" and tokens.joined(index):
        return Qualifier.UNDER, index - 2
    at = _before_fillers(tokens, index)
    found = BEFORE.before(tokens, at)
    if found is None and at != index:
        found = BEFORE.before(tokens, index)
    if found is None or not _belongs(tokens, found[1], index, units):
        return None
    return found


def _before_fillers(tokens: Tokens, index: int) -> int:
    lows = tokens.lows
    if lows[index - 1] == "of" and lows[index - 2] == "total":
        index -= 2
    while lows[index - 1] in FILLERS:
        index -= 1
    return index - 1 if lows[index - 1] in {"a", "an"} and lows[index] in FILLERS else index


def _belongs(tokens: Tokens, first: int, index: int, units: tuple[str, ...]) -> bool:
    """Whether the words limit the figure here: not "over two years" of time spent, nor "the top 10"."""
    lows = tokens.lows
    words = lows[first:index]
    before = lows[first - 1]
    if words == ["over"] and units[0] in DURATIONS:
        return (
            before in _LASTING or before == "" or (tokens.kinds[first - 1] == "mark" and before not in {",", ")", "%"})
        )
    if words == ["top"]:
        return before not in {"the", "its", "a", "their", "our", "world's", "of", "in", ""} and units != ("count",)
    if (words == ["c"] and tokens.kinds[first + 1] != "number") or (words == ["near"] and units == ("count",)):
        return False
    if words == ["up", "to"]:
        return before not in _MOVED
    return True


def qualifier_after(tokens: Tokens, index: int) -> tuple[Qualifier, int] | None:
    """Return the qualifier whose words start at the token, a hyphen before them allowed, and the index after them."""
    at = index + 1 if tokens.lows[index] in {"-", "‑", "‐"} and tokens.joined(index) else index
    found = AFTER.after(tokens, at)
    if found is None:
        return None
    words = " ".join(tokens.lows[at : found[1]])
    following = found[1]
    if (words == "+" and not tokens.joined(at)) or (words in {"odd", "ish"} and at == index and words == "ish"):
        return None
    if words in {"plus", "+"} and (
        tokens.kinds[following] == "number" or (at == index and words == "plus" and _more_follows(tokens, following))
    ):
        return None
    if tokens.lows[following] == "than" or (
        tokens.lows[following - 1] in _LEADS and _figure_follows(tokens, following)
    ):
        return None
    if words in _TAIL_NEEDS_PAUSE and tokens.kinds[following] not in {"mark", ""}:
        return None
    return found


def _figure_follows(tokens: Tokens, index: int) -> bool:
    """Whether what follows makes "and up" a change, or "and over" a limit, of the next figure ("and up 4%")."""
    return tokens.kinds[index] == "number" or tokens.lows[index] in _AFTER_LEADS


def _more_follows(tokens: Tokens, index: int) -> bool:
    """Whether "plus" adds something ("$5m plus costs") rather than ends the figure."""
    return tokens.kinds[index] == "word" or tokens.lows[index] in {"$", "£", "€"}
