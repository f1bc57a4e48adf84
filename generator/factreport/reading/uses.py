"""What each record refers to, with the place of the reference: one list for drafts, withdrawn claims and leftovers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.model.claim import Expression
from factreport.model.kept_record import KeptRecord
from factreport.model.place import Key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.model.claim import Citation, Claim, FigureReference, Relation
    from factreport.model.news import NewsItem, Story
    from factreport.model.source import Source


class Use(KeptRecord, frozen=True):
    """One reference from a record to another."""

    noun: str
    """`claim`, `source` or `story`."""
    slug: str
    keys: tuple[Key, ...]
    """Where it stands in the record that refers."""


def uses_of_claim(claim: Claim) -> Iterator[Use]:
    """Give what a claim refers to; its own figures left out."""
    if claim.first_seen:
        yield Use("source", claim.first_seen, ("first_seen",))
    if claim.story:
        yield Use("story", claim.story, ("story",))
    for figure in claim.figures:
        if figure.compared_with:
            yield Use("source", figure.compared_with, ("figures", figure.key, "compared_with"))
    for citation in claim.citations:
        yield from _uses_of_citation(citation)
    yield from _uses_of_relations(claim)
    for index, update in enumerate(claim.updates):
        if update.source:
            yield Use("source", update.source, ("updates", index, "source"))


def _uses_of_relations(claim: Claim) -> Iterator[Use]:
    for relation in claim.relations:
        for reference in figures_of(relation):
            if reference.claim != claim.slug:
                yield Use("claim", reference.claim, relation.keys)


def _uses_of_citation(citation: Citation) -> Iterator[Use]:
    yield Use("source", citation.source, (*citation.keys, "source"))
    for index, slug in enumerate(citation.through):
        yield Use("source", slug, (*citation.keys, "through", index))
    for index, slug in enumerate(citation.credits or ()):
        yield Use("source", slug, (*citation.keys, "credits", index))
    for statement in citation.statements:
        if statement.figure.claim != citation.claim:
            yield Use("claim", statement.figure.claim, statement.keys)


def uses_of_source(source: Source) -> Iterator[Use]:
    """Give what a source refers to."""
    for name, slugs in (("credits", source.credits), ("probably_used", source.probably_used)):
        for index, slug in enumerate(slugs):
            yield Use("source", slug, (name, index))
    yield from _uses_of_news(source.headlines, "headlines")


def uses_of_story(story: Story) -> Iterator[Use]:
    """Give what a story refers to."""
    for index, slug in enumerate(story.claims):
        yield Use("claim", slug, ("claims", index))
    yield from _uses_of_news(story.news, "news")


def _uses_of_news(news: tuple[NewsItem, ...], name: str) -> Iterator[Use]:
    for number, item in enumerate(news):
        for index, slug in enumerate(item.claims):
            yield Use("claim", slug, (name, number, "claims", index))


def figures_of(relation: Relation) -> Iterator[FigureReference]:
    """Give the figures that a relation reckons with or is held against."""
    yield from _figures_in(relation.expression)
    if relation.against:
        yield relation.against


def _figures_in(expression: Expression) -> Iterator[FigureReference]:
    for operand in expression.operands:
        if isinstance(operand, Expression):
            yield from _figures_in(operand)
        else:
            yield operand
