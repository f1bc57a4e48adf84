"""Which sources repeat which, among some citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.report.origins import Links

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.model.claim import Citation
    from factreport.model.content import Content


def links_of(content: Content, citations: Iterable[Citation], changed: frozenset[str]) -> Links:
    """Give declared and inferred links: a citation's own credits win over those of its source in general."""
    declared = {source.slug: _known(source.credits, content) for source in content.sources}
    inferred = {source.slug: _known(source.probably_used, content) for source in content.sources}
    through: dict[str, tuple[str, ...]] = {}
    for citation in citations:
        if citation.credits is not None:
            declared[citation.source] = _known(citation.credits, content)
        if citation.through:
            earlier = through.get(citation.source, ())
            through[citation.source] = (*earlier, *(one for one in citation.through if one not in earlier))
    return Links(declared, inferred, changed, through)


def _known(slugs: tuple[str, ...], content: Content) -> tuple[str, ...]:
    return tuple(slug for slug in slugs if slug in content.source_by_slug)
