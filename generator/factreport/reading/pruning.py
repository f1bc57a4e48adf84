"""Leave out what depends on records that are not there, so that a preview goes on without them.

A build never gets here with something missing: an error stops it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factreport.model.claim import FigureReference
from factreport.reading.overview import overview
from factreport.reading.uses import figures_of

if TYPE_CHECKING:
    from factreport.model.claim import Citation, Claim
    from factreport.model.content import Content
    from factreport.model.news import NewsItem, Story
    from factreport.model.source import Source
    from factreport.reading.overview import ClaimOutline, Overview


def prune(content: Content) -> Content:
    """Give the content without references to records and figures that are not in it."""
    there = There.of(overview(content))
    return replace(
        content,
        claims=tuple(map(there.claim, filter(there.has, content.claims))),
        sources=tuple(map(there.source, content.sources)),
        stories=tuple(map(there.story, content.stories)),
    )


class There(Struct, frozen=True):
    """What can be referred to."""

    claims: frozenset[str]
    sources: frozenset[str]
    stories: frozenset[str]
    figures: frozenset[FigureReference]
    reporting: frozenset[str]
    verdicts: frozenset[str]

    @classmethod
    def of(cls, content: Overview) -> There:
        """Give what there is in a content of which some records could not be read."""
        verdicts = frozenset(grade.key for grade in content.scale.verdicts)
        return cls(
            frozenset(claim.slug for claim in content.claims if claim.verdict in verdicts),
            frozenset(source.slug for source in content.sources),
            frozenset(story.slug for story in content.stories),
            frozenset(FigureReference(claim.slug, key) for claim in content.claims for key in claim.figures),
            frozenset(grade.key for grade in content.scale.reporting),
            verdicts,
        )

    def has(self, claim: Claim | ClaimOutline) -> bool:
        """Whether a claim can be shown: it has a verdict that is on the scale."""
        return claim.verdict in self.verdicts

    def claim(self, claim: Claim) -> Claim:
        """Give a claim without what refers to nothing."""
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
        """Give a source without what refers to nothing."""
        return replace(
            source,
            credits=self._sources(source.credits),
            probably_used=self._sources(source.probably_used),
            headlines=self._news(source.headlines),
        )

    def story(self, story: Story) -> Story:
        """Give a story without what refers to nothing."""
        return replace(story, claims=self._claims(story.claims), news=self._news(story.news))

    def _news(self, news: tuple[NewsItem, ...]) -> tuple[NewsItem, ...]:
        """Leave out items that belong to missing claims only: without any, an item would be shown on all."""
        kept = [(item, self._claims(item.claims)) for item in news]
        return tuple(replace(item, claims=claims) for item, claims in kept if claims or not item.claims)

    def _claims(self, slugs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(slug for slug in slugs if slug in self.claims)
