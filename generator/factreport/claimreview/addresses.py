"""Web addresses: whether a text is one, whose it is, and which two are the same."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urlsplit

if TYPE_CHECKING:
    from factreport.claimreview.json_text import Json

SHORTENERS = frozenset(
    {
        "bit.ly", "buff.ly", "cutt.ly", "dlvr.it", "fb.me", "goo.gl", "ift.tt", "is.gd", "lnkd.in", "ow.ly",
        "rebrand.ly", "shorturl.at", "t.co", "t.ly", "tiny.cc", "tinyurl.com", "trib.al", "wp.me", "youtu.be",
    }
)  # fmt: skip
"""Hosts of addresses that only lead to others."""
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gob", "gov", "govt", "mil", "ne", "net", "or", "org"})
_JOINED = re.compile(r"https?://\S+?(?:\s*[,;|]\s*|\s+(?:and|und|et|y|e)\s+|\s+)https?://", re.IGNORECASE)


def split(value: Json) -> SplitResult | None:
    """Give the parts of a full web address; None for anything else."""
    return _split(value.strip()) if isinstance(value, str) else None


@lru_cache(maxsize=4096)
def _split(text: str) -> SplitResult | None:
    if not text or " " in text or not text.isprintable():
        return None
    try:
        parts = urlsplit(text)
        usable = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return None
    return parts if usable else None


def host_of(value: Json) -> str:
    """Give the host in lower case without "www."; empty where the value is no full web address."""
    parts = split(value)
    return (parts.hostname or "").removeprefix("www.").rstrip(".") if parts else ""


def is_within(one: str, other: str) -> bool:
    """Tell whether two hosts are the same or one is a subdomain of the other; no where one is not known."""
    return bool(one and other) and (one == other or one.endswith(f".{other}") or other.endswith(f".{one}"))


def same_owner(one: str, other: str) -> bool:
    """Tell whether two hosts belong to one registered domain, as far as their form tells."""
    return bool(one and other) and (is_within(one, other) or _registered(one) == _registered(other))


def _registered(host: str) -> str:
    labels = host.split(".")
    country_code = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3:] if country_code else labels[-2:])


def same_page(one: str, other: str) -> bool:
    """Tell whether two addresses lead to one page: http or https, anchors and a final slash aside."""
    return page_key(one) == page_key(other)


def page_key(address: str) -> str:
    """Give what two addresses of the same page have in common; the text itself where it is no address."""
    parts = split(address)
    if parts is None:
        return address.strip()
    path = unquote(parts.path).removesuffix("index.html").rstrip("/")
    return f"{parts.netloc.lower()}{path}?{parts.query}".removesuffix("?")


def holds_several(text: str) -> bool:
    """Tell whether one text holds several addresses, joined by a comma, a blank or "and"."""
    return bool(_JOINED.match(text.strip()))
