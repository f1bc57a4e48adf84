"""Leave out what depends on records that are not there, so that a preview goes on without them.

A build never gets here with something missing: an error stops it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factreport.reading.uses import figures_of

if TYPE_CHECKING:
    from factreport.model.claim import Citation, Claim, FigureReference
    from factreport.model.content import Content
    from factreport.model.news import NewsItem, Story
    from factreport.model.source import Source


def prune(content: Content) -> Content:
    """Give the content without references to records and figures that are not in it."""
    verdicts = {grade.key for grade in content.scale.verdicts}
    there = _There(
        frozenset(claim.slug for claim in content.claims if claim.verdict in verdicts),
        frozenset(source.slug for source in content.sources),
        frozenset(story.slug for story in content.stories),
        frozenset(figure.reference for claim in content.claims for figure in claim.figures),
        frozenset(grade.key for grade in content.scale.reporting),
    )
    return replace(
        content,
        claims=tuple(there.claim(claim) for claim in content.claims if claim.verdict in verdicts),
        sources=tuple(there.source(source) for source in content.sources),
        stories=tuple(there.story(story) for story in content.stories),
    )


@dataclass(frozen=True, slots=True)
class _There:
    """What can be referred to."""

    claims: frozenset[str]
    sources: frozenset[str]
    stories: frozenset[str]
    figures: frozenset[FigureReference]
    reporting: frozenset[str]

    def claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            first_seen=self._source(claim.first_seen),
            reporting=claim.reporting if claim.reporting in self.reporting else None,
            story=claim.story if claim.story in self.stories else None,
            figures=tuple(
                replace(figure, compared_with=self._source(figure.compared_with)) for figure in claim.figures
            ),
            relations=tuple(relation for relation in claim.relations if self.figures.issuperset(figures_of(relation))),
            citations=tuple(
                self._citation(citation) for citation in claim.citations if citation.source in self.sources
            ),
            updates=tuple(replace(update, source=self._source(update.source)) for update in claim.updates),
        )

    def _source(self, slug: str | None) -> str | None:
        return slug if slug in self.sources else None

    def _citation(self, citation: Citation) -> Citation:
        return replace(
            citation,
            through=self._sources(citation.through),
            credits=None if citation.credits is None else self._sources(citation.credits),
            statements=tuple(one for one in citation.statements if one.figure in self.figures),
        )

    def _sources(self, slugs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(slug for slug in slugs if slug in self.sources)

    def source(self, source: Source) -> Source:
        return replace(
            source,
            credits=self._sources(source.credits),
            probably_used=self._sources(source.probably_used),
            headlines=self._news(source.headlines),
        )

    def story(self, story: Story) -> Story:
        return replace(story, claims=self._claims(story.claims), news=self._news(story.news))

    def _news(self, news: tuple[NewsItem, ...]) -> tuple[NewsItem, ...]:
        """Leave out items that belong to missing claims only: without any, an item would be shown on all."""
        kept = [(item, self._claims(item.claims)) for item in news]
        return tuple(replace(item, claims=claims) for item, claims in kept if claims or not item.claims)

    def _claims(self, slugs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(slug for slug in slugs if slug in self.claims)
