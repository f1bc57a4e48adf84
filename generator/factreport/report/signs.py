"""Signs of a common origin in words: evidence beside the declared chain, never in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.evidence.common_origin import SharedSign, Sign, signs_of_common_origin
from factreport.language import gettext as _
from factreport.language import mark
from factreport.rules.pairs import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.evidence.origins import Origins
    from factreport.model.content import Content
    from factreport.model.source import Source

_SENTENCES = {
    Sign.WORDING: mark("{sources} share the words “{shared}”."),
    Sign.ROUNDING: mark("{sources} print a conversion with the same digits, “{shared}”."),
    Sign.ERROR: mark("{sources} print “{shared}” where their origin prints something else."),
}


def signs_by_claim(content: Content, origins: Origins) -> Mapping[str, tuple[str, ...]]:
    """Give for each claim what its sources share that a common origin would explain, a sentence for each thing."""
    by_claim: dict[str, list[SharedSign]] = {}
    for sign in signs_of_common_origin(content, origins):
        by_claim.setdefault(sign.claim, []).append(sign)
    return {claim: _sentences(signs, content.source_by_slug) for claim, signs in by_claim.items()}


def _sentences(signs: Iterable[SharedSign], sources: Mapping[str, Source]) -> tuple[str, ...]:
    sharers: dict[tuple[Sign, str], dict[str, None]] = {}
    for sign in signs:
        sharers.setdefault((sign.sign, sign.shared), {}).update(dict.fromkeys((sign.first, sign.second)))
    return tuple(
        _(_SENTENCES[sign]).format(sources=listed(tuple(sources[slug].name for slug in slugs)), shared=shared)
        for (sign, shared), slugs in sharers.items()
    )
