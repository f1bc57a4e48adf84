"""Names that can be part of an address, made of addresses and texts."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote

from factreport.claimreview.addresses import host_of, split

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST = 60
_OURS = re.compile(r"/(?:claims|sources)/([a-z0-9]+(?:-[a-z0-9]+)*)/?(?:#\w+)?$")


def slug_of_text(text: str) -> str:
    """Give at most 60 characters of a text as a slug; empty where it has no letter a to z and no digit."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = ""
    for word in re.finditer(r"[a-z0-9]+", plain):
        longer = f"{slug}-{word[0]}" if slug else word[0]
        if slug and len(longer) > _LONGEST:
            break
        slug = longer
    return slug[:_LONGEST]


def slug_in_address(address: str) -> str:
    """Give a slug of at most 60 characters: the one that an address of ours ends with, or the last part of its path."""
    ours = _OURS.search(address)
    parts = split(address)
    if ours and parts:
        return slug_of_text(ours[1])
    segments = [part for part in unquote(parts.path).split("/") if part] if parts else []
    last = re.sub(r"\.\w{1,5}$", "", segments[-1]) if segments else ""
    return slug_of_text(last) if re.search(r"[a-zA-Z]", last) and last != "index" else ""


def slug_of_host(address: str) -> str:
    """Give the name of a site as a slug: its host without the last part."""
    return slug_of_text(host_of(address).rpartition(".")[0])


def free(slug: str, is_taken: Callable[[str], bool], numbers: dict[str, int]) -> str:
    """Give the slug, with a number where it is taken; `numbers` are the last ones that slugs were given."""
    number, made = numbers.get(slug, 1), slug
    while is_taken(made):
        number += 1
        made = f"{slug}-{number}"
    numbers[slug] = number
    return made
