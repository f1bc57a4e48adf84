"""Names as parts of addresses: lower-case letters a to z, digits, and single hyphens between them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SPELLED = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h"})
"""Latin letters that are no plain one with a mark."""
_SHORT = 8
"""Hexadecimal digits that tell names apart: among 10,000 of one slug the odds that two have the same are 1 in 80."""


def slug_of(text: str) -> str:
    """Give the slug nearest to what is written, accents left out; empty where nothing of it can be in one.

    >>> slug_of("Ørsted & Søn, A/S")
    'orsted-son-a-s'
    """
    return re.sub(r"[^a-z0-9]+", "-", _plain(text)).strip("-")


@lru_cache(maxsize=100_000)
def address_of(name: str) -> str:
    """Give the slug of a name, with digits made of the name itself where the slug leaves out letters or signs of it.

    Names that differ in capitals, accents or punctuation have one address, all others have two.

    >>> address_of("Meta Platforms, Inc.")
    'meta-platforms-inc'
    >>> address_of("字节跳动")
    '702c213f'
    """
    slug = slug_of(name)
    if slug and _signs(_plain(name)) == slug.replace("-", ""):
        return slug
    spelled = unicodedata.normalize("NFKC", name).casefold()
    digits = sha256((_signs(spelled) or spelled).encode()).hexdigest()[:_SHORT]
    return f"{slug}-{digits}" if slug else digits


def free_name(name: str, taken: dict[str, int]) -> str:
    """Give the name, with a number where it is taken, and note it; `taken` has the last number behind each name.

    >>> taken: dict[str, int] = {}
    >>> [free_name(name, taken) for name in ("a", "a", "a-2", "a")]
    ['a', 'a-2', 'a-2-2', 'a-3']
    """
    number, free = taken.get(name, 1), name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken[name] = number
    taken.setdefault(free, 1)
    return free


def _signs(text: str) -> str:
    """Give what tells names apart: letters with their marks, digits and signs like + and $."""
    return "".join(letter for letter in text if unicodedata.category(letter)[0] in "LMNS")


def _plain(text: str) -> str:
    """Give a text in small letters, without the marks on them."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_SPELLED))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
