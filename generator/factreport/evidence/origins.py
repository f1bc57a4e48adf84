"""Who rests on whom: chains of credit followed to their ends, so that origins are counted and not outlets.

A source ends a chain if it knows from its own work or is official. Else the chain goes on to the sources that it
credits (declared) or, if it credits none, to those that it probably used (inferred). Where no chain of a source ends
so, its origin is unknown; all unknown ones together count as one origin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.evidence.cycles import find_citation_cycles, find_cycles
from factreport.model.source import Knows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.model.claim import Citation
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.model.source import Source


class Credit(Struct, frozen=True, order=True):
    """One source rests on another."""

    source: str
    """Slug of the one that repeats."""
    credited: str
    """Slug of the one that is repeated."""
    declared: bool
    """Whether it says so itself; False: we infer it."""


class SourceOrigins(Struct, frozen=True):
    """What one source rests on in the end."""

    known: tuple[str, ...]
    """Slugs of the origins, sorted; its own where it is one."""

    @property
    def is_unknown(self) -> bool:
        """Whether no chain of it ends in an origin."""
        return not self.known


class OriginCount(Struct, frozen=True):
    """How many reports there are and how many origins behind them."""

    reports: int
    known: tuple[str, ...]
    """Slugs of the origins, sorted."""
    unknown: tuple[str, ...]
    """Slugs of the reports with an unknown origin, sorted."""

    @property
    def number(self) -> int:
        """Origins, all unknown ones counted as one."""
        return len(self.known) + bool(self.unknown)


class Origins(Struct, frozen=True, dict=True):
    """The origins of every source, in general and where a citation credits otherwise."""

    by_source: Mapping[str, SourceOrigins]
    by_citation: Mapping[tuple[str, str], SourceOrigins] = field(default_factory=dict)
    """By claim and identity: only citations with credits of their own."""
    credits: tuple[Credit, ...] = ()
    """Who repeats whom, in general; sorted."""
    problems: tuple[Problem, ...] = ()

    def of(self, slug: str) -> tuple[str, ...]:
        """Give the slugs of the known origins of a source; its own where it is one, none where all are unknown."""
        return self.by_source[slug].known

    def is_unknown(self, slug: str) -> bool:
        """Tell whether nothing is known of where a source has it from."""
        return self.by_source[slug].is_unknown

    def of_citation(self, citation: Citation) -> SourceOrigins:
        """Give what a citation rests on: what its own credits lead to, or its source's."""
        return self.by_citation.get((citation.claim, citation.identity), self.by_source[citation.source])

    def count(self, citations: Iterable[Citation]) -> OriginCount:
        """Count the reports among citations and the origins behind them; a source counts once, omissions not."""
        found: dict[str, list[SourceOrigins]] = {}
        for citation in citations:
            if not citation.omits:
                found.setdefault(citation.source, []).append(self.of_citation(citation))
        known = {origin for resolved in found.values() for one in resolved for origin in one.known}
        unknown = [slug for slug, resolved in found.items() if any(one.is_unknown for one in resolved)]
        return OriginCount(len(found), tuple(sorted(known)), tuple(sorted(unknown)))


def resolve_origins(content: Content) -> Origins:
    """Follow all credits of the content to their ends; circles are problems, and lead nowhere."""
    sources = content.source_by_slug
    general = {slug: _parents(source) for slug, source in sources.items()}
    return Origins(
        by_source={slug: _resolve(slug, general, sources) for slug in general},
        by_citation=dict(_of_citations(content, general)),
        credits=tuple(sorted(credit for source in content.sources for credit in credits_of(source))),
        problems=(*find_cycles(content.sources), *find_citation_cycles(content)),
    )


def credits_of(source: Source) -> tuple[Credit, ...]:
    """Give all sources that a source rests on directly; declared where it is declared and inferred as well."""
    declared = tuple(Credit(source.slug, slug, declared=True) for slug in source.credits)
    inferred = (slug for slug in source.probably_used if slug not in source.credits)
    return declared + tuple(Credit(source.slug, slug, declared=False) for slug in inferred)


_Parents = tuple[Credit, ...]
"""The links that a chain follows from a source; none from its end."""


def _parents(source: Source) -> _Parents:
    if _ends_chains(source):
        return ()
    found = credits_of(source)
    declared = tuple(credit for credit in found if credit.declared)
    return declared or found


def _ends_chains(source: Source) -> bool:
    return source.knows in {Knows.OWN, Knows.OFFICIAL}


def _of_citations(content: Content, general: Mapping[str, _Parents]) -> Iterable[tuple[tuple[str, str], SourceOrigins]]:
    for claim in content.claims:
        for citation in claim.citations:
            if citation.credits is not None and citation.source in general:
                first = tuple(Credit(citation.source, slug, declared=True) for slug in citation.credits)
                # Crediting nobody in particular leaves only what the source knows itself.
                resolved = _resolve(citation.source, general, content.source_by_slug, first)
                yield (claim.slug, citation.identity), resolved


def _resolve(
    slug: str, general: Mapping[str, _Parents], sources: Mapping[str, Source], first: _Parents | None = None
) -> SourceOrigins:
    """Follow every chain from a source; a circle without a way out ends in nothing known."""
    known: set[str] = set()
    seen = {slug}
    waiting = [(slug, first if first is not None else general[slug])]
    while waiting:
        current, parents = waiting.pop()
        if not parents:
            known.update([current] if current not in sources or _ends_chains(sources[current]) else ())
        for credit in parents:
            if credit.credited not in seen:
                seen.add(credit.credited)
                waiting.append((credit.credited, general.get(credit.credited, ())))
    return SourceOrigins(tuple(sorted(known)))
