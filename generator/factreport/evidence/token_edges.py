"""Where a prepared text may be cut: between tokens, never inside a word, a number, or a number and its sign or unit."""

from __future__ import annotations

import unicodedata

_MINUS = "\u2212"
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63")
_BEFORE_NUMBER = _DASHES | frozenset("+~<>\u2264\u2265\u2248\u00b1#")
_CLOSING = frozenset(")]}\"'.!?\u2019\u201d")
_AFTER_NUMBER = frozenset("%\u2030\u00b0+")
_INSIDE_NUMBER = frozenset(".,:/'\u00b7-\u2212")
_UNSPACED = (
    ("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u3040", "\u30ff"), ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"),
)  # fmt: skip
"""First and last letters of scripts that put no space between words: any of them may begin or end a quotation."""
_NUMBER_LETTERS = frozenset("〇零一二三四五六七八九十百千万萬亿億兆两")


def is_token_edge(text: str, at: int) -> bool:
    """Tell whether `text` may be cut before offset `at`, both ends of the text included.

    >>> [is_token_edge("spent $12.5bn", at) for at in (6, 7, 9, 10, 13)]
    [True, False, False, False, True]
    """
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before.isspace() or after.isspace():
        return True
    if unicodedata.category(after)[0] == "M":
        return False
    if is_word(before) and is_word(after):
        return _parts_unspaced(before, after)
    return not (_joins_number(text, at) or _joins_dash(text, at) or _joins_letters(text, at))


def is_word(character: str) -> bool:
    """Tell whether a character is part of words and numbers: letters, digits, marks, the underscore."""
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def _parts_unspaced(before: str, after: str) -> bool:
    if before.isdigit() or (before in _NUMBER_LETTERS and (after in _NUMBER_LETTERS or after.isdigit())):
        return False
    return _is_unspaced(before) or _is_unspaced(after)


def _is_unspaced(character: str) -> bool:
    return any(first <= character <= last for first, last in _UNSPACED)


def _joins_number(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if _is_currency(before):
        return after.isdigit() or (after in ".-\u2212" and text[at + 1 : at + 2].isdigit())
    if _is_currency(after):
        return is_word(before) or (before in _BEFORE_NUMBER and not _hangs_on_word(text, at - 1))
    if before.isdigit() and after in _AFTER_NUMBER:
        return True
    if after in _INSIDE_NUMBER and before.isdigit():
        return text[at + 1 : at + 2].isdigit()
    if after.isdigit() and (before in _BEFORE_NUMBER or before in _INSIDE_NUMBER):
        return not _hangs_on_word(text, at - 1)
    return False


def is_sign(text: str, at: int) -> bool:
    """Tell whether the dash at `at` is a minus: before a number, and printed as one or with nothing to hang on."""
    return _begins_number(text, at + 1) and (text[at] == _MINUS or not _hangs_on_anything(text, at))


def _joins_dash(text: str, at: int) -> bool:
    """Keep a dash between a word and a number, else the number would seem below zero; and any minus to its number."""
    if text[at] in _DASHES and _begins_number(text, at + 1):
        return _hangs_on_anything(text, at)
    return text[at - 1] == _MINUS and _begins_number(text, at)


def _begins_number(text: str, at: int) -> bool:
    following = text[at : at + 2]
    return following[:1].isdigit() or (len(following) == 2 and _is_currency(following[0]) and following[1].isdigit())


def _hangs_on_anything(text: str, at: int) -> bool:
    return at > 0 and (_hangs_on_word(text, at) or text[at - 1].isdigit() or text[at - 1] in _AFTER_NUMBER)


def _hangs_on_word(text: str, at: int) -> bool:
    """Tell whether the sign at `at` follows a letter or a closing mark and so is punctuation, not part of a number."""
    return at > 0 and (text[at - 1] in _CLOSING or (is_word(text[at - 1]) and not text[at - 1].isdigit()))


def _joins_letters(text: str, at: int) -> bool:
    """Keep "can't" whole, but let "ByteDance" be cut from "ByteDance's"."""
    for apostrophe in (at - 1, at):
        if text[apostrophe] != "'" or not 0 < apostrophe < len(text) - 1:
            continue
        if text[apostrophe - 1].isalpha() and text[apostrophe + 1].isalpha():
            return not _is_possessive(text, apostrophe)
    return False


def _is_possessive(text: str, apostrophe: int) -> bool:
    return text[apostrophe + 1] in "sS" and not is_word(text[apostrophe + 2 : apostrophe + 3] or " ")


def _is_currency(character: str) -> bool:
    return unicodedata.category(character) == "Sc"
