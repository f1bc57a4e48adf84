"""Which sources repeat which, among some citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.report.origins import Links

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.model.claim import Citation
    from factreport.model.content import Content


def links_of(content: Content, citations: Iterable[Citation], changed: frozenset[str]) -> Links:
    """Give the links that lead on from the sources of `citations`, declared and inferred.

    A citation's own credits win over those of its source in general.
    """
    cited = tuple(citations)
    own = {one.source: _known(one.credits, content) for one in cited if one.credits is not None}
    declared: dict[str, tuple[str, ...]] = {}
    inferred: dict[str, tuple[str, ...]] = {}
    waiting = [citation.source for citation in cited]
    while waiting:
        slug = waiting.pop()
        if slug not in declared:
            source = content.source_by_slug[slug]
            declared[slug] = own[slug] if slug in own else _known(source.credits, content)
            inferred[slug] = _known(source.probably_used, content)
            waiting += (*declared[slug], *inferred[slug])
    through: dict[str, tuple[str, ...]] = {}
    for citation in cited:
        if citation.through:
            earlier = through.get(citation.source, ())
            through[citation.source] = (*earlier, *(one for one in citation.through if one not in earlier))
    return Links(declared, inferred, changed, through)


def _known(slugs: tuple[str, ...], content: Content) -> tuple[str, ...]:
    return tuple(slug for slug in slugs if slug in content.source_by_slug)
