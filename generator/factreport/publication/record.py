"""What a publication promises: addresses, ids, and what each claim's page told its readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.model.kept_record import KeptRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.model.claim import Claim
    from factreport.model.content import Content
    from factreport.rules.finding import Finding


class PublishedClaim(KeptRecord, frozen=True):
    """One claim's page."""

    verdict: str
    """Key on the scale."""
    answer: str
    corrections: int
    """How many it showed."""
    figures: tuple[str, ...]
    """Keys of figures and relations, sorted."""
    citations: tuple[str, ...]
    """Names of citations, sorted."""
    findings: tuple[str, ...]
    """Names of the differences it showed, sorted."""


class Publication(Struct, frozen=True, dict=True):
    """Everything that was published."""

    claims: Mapping[str, PublishedClaim] = field(default_factory=dict)
    """By slug."""
    sources: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()


def publication_of(content: Content, findings: Iterable[Finding]) -> Publication:
    """Give what publishing this content would promise; drafts are no part of it."""
    differing: dict[str, set[str]] = {}
    for finding in findings:
        if finding.differs:
            differing.setdefault(finding.figure.claim, set()).add(finding.name)
    return Publication(
        claims={
            claim.slug: _published(claim, differing.get(claim.slug, set()))
            for claim in content.claims
            if not claim.draft
        },
        sources=tuple(source.slug for source in content.sources),
        stories=tuple(story.slug for story in content.stories if not story.draft),
    )


def _published(claim: Claim, findings: set[str]) -> PublishedClaim:
    keys = [figure.key for figure in claim.figures] + [relation.reference.figure for relation in claim.relations]
    return PublishedClaim(
        verdict=claim.verdict,
        answer=claim.answer,
        corrections=len(claim.corrections),
        figures=tuple(sorted(keys)),
        citations=tuple(sorted(citation.identity for citation in claim.citations)),
        findings=tuple(sorted(findings)),
    )
