"""What schema.org can say of a claim and of the site: ClaimReview, Claim, Rating, and the organization behind them.

Forms: https://schema.org/ClaimReview and https://developers.google.com/search/docs/appearance/structured-data/factcheck.
Figures, statements, findings and origins are in our own documents (`data.json`): schema.org has no words for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factreport.exports.address import absolute, is_public
from factreport.exports.appearances import appearances, first_appearance, has_address
from factreport.exports.once import once_per_claim
from factreport.exports.tables.cells import day
from factreport.language import gettext as _
from factreport.model.claim import ClaimantKind
from factreport.model.source import SourceKind

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from factreport.model.claim import Claim, Correction
    from factreport.model.scale import Grade, Scale
    from factreport.model.source import Source
    from factreport.report.records import ClaimReport
    from factreport.settings import Settings

Thing = dict[str, Any]
"""A thing of schema.org; members that are not known are left out."""

CONTEXT = "https://schema.org"
_ARTICLES = frozenset({SourceKind.NEWS, SourceKind.AGENCY, SourceKind.AGGREGATOR, SourceKind.BROADCAST})

POLICIES = {
    "corrections/": ("correctionsPolicy",),
    "method/": ("verificationFactCheckingPolicy", "publishingPrinciples"),
    "feedback/": ("actionableFeedbackPolicy",),
    "diversity/": ("diversityPolicy",),
    "ethics/": ("ethicsPolicy",),
    "funding/": ("ownershipFundingInfo",),
    "masthead/": ("masthead",),
    "unnamed-sources/": ("unnamedSourcesPolicy",),
}
"""Pages that are policies, by their address: the first two every site has, the others where editors write them."""
_ALWAYS = frozenset({"corrections/", "method/"})


@once_per_claim
def claim_review(report: ClaimReport, scale: Scale, settings: Settings) -> Thing | None:
    """Give the ClaimReview of a claim's page; None for a withdrawn one, or where the site has no public address."""
    if report.claim.retired is not None or not is_public(settings):
        return None
    claim = report.claim
    return _known(
        {
            "@context": CONTEXT,
            "@type": "ClaimReview",
            "@id": review_id(report, settings),
            "url": absolute(settings, report.address),
            "claimReviewed": claim.claim,
            "datePublished": day(first_published(claim)),
            "dateModified": day(report.modified),
            "inLanguage": settings.language,
            "author": publisher(settings),
            "reviewRating": _rating(report.verdict, claim.answer, scale),
            "itemReviewed": _claim(report, settings),
            "citation": [_work(source, settings) for source in _cited(report)],
            "correction": [_correction(one) for one in claim.corrections],
            "sdLicense": settings.license_url,
            "sdPublisher": {"@id": organization_id(settings)},
        }
    )


def review_id(report: ClaimReport, settings: Settings) -> str:
    """Give the identifier of a claim's review."""
    return absolute(settings, f"{report.address}#review")


def organization_id(settings: Settings) -> str:
    """Give the identifier of the organization that publishes the site."""
    return absolute(settings, "#organization")


def first_published(claim: Claim) -> date:
    """Give the day from which the review is known to have been published: that of the check or of a correction."""
    return min([claim.checked, *(one.date for one in claim.corrections)])


def publisher(settings: Settings) -> Thing:
    """Give the organization that checks, in short."""
    return {
        "@type": "Organization",
        "@id": organization_id(settings),
        "name": settings.site_name,
        "url": settings.site_url,
    }


def organization(settings: Settings, pages: Collection[str]) -> Thing | None:
    """Give the organization with its policies; `pages` are the addresses of the pages that editors wrote."""
    if not is_public(settings):
        return None
    policies = {
        name: absolute(settings, page)
        for page, names in POLICIES.items()
        if page in _ALWAYS or page in pages
        for name in names
    }
    contact = settings.report_errors.removeprefix("mailto:")
    return _known(
        {
            "@context": CONTEXT,
            **publisher(settings),
            "@type": "NewsMediaOrganization",
            "description": settings.site_description,
            "email": contact if settings.report_errors.startswith("mailto:") else "",
            **policies,
        }
    )


def _rating(verdict: Grade, answer: str, scale: Scale) -> Thing:
    """Give the verdict; its number only together with both ends of the scale."""
    rating: Thing = {"@type": "Rating", "alternateName": verdict.word, "ratingExplanation": answer}
    if verdict.rating is not None and scale.worst_rating is not None and scale.best_rating is not None:
        numbers = (
            ("ratingValue", verdict.rating),
            ("worstRating", scale.worst_rating),
            ("bestRating", scale.best_rating),
        )
        rating |= dict(numbers)
    return rating


def _claim(report: ClaimReport, settings: Settings) -> Thing:
    claim = report.claim
    first = first_appearance(report, settings)
    others = [source for source in appearances(report, settings) if first is None or source.slug != first.slug]
    return _known(
        {
            "@type": "Claim",
            "@id": absolute(settings, f"{report.address}#claim"),
            "text": claim.claim if claim.verbatim else "",
            "author": _known(
                {
                    "@type": "Person" if claim.claimant_is is ClaimantKind.PERSON else "Organization",
                    "name": claim.claimant,
                    "sameAs": claim.claimant_url,
                }
            ),
            "datePublished": day(claim.claimed.day),
            "firstAppearance": _work(first, settings) if first else None,
            "appearance": [_work(source, settings) for source in others],
        }
    )


def _cited(report: ClaimReport) -> tuple[Source, ...]:
    return tuple({cited.source.slug: cited.source for cited in report.citations}.values())


def _work(source: Source, settings: Settings) -> Thing:
    """Give a published item of others."""
    return _known(
        {
            "@type": "NewsArticle" if source.kind in _ARTICLES else "CreativeWork",
            "@id": absolute(settings, f"sources/{source.slug}/#source"),
            "url": source.url if has_address(source, settings) else "",
            "headline": source.title,
            "datePublished": day(source.published.day),
            "inLanguage": source.language,
            "publisher": {"@type": "Organization", "name": source.publisher},
        }
    )


def _correction(one: Correction) -> Thing:
    text = _("Before: “{said}” Now: “{says}”").format(said=one.said, says=one.says)
    return {"@type": "CorrectionComment", "datePublished": day(one.date), "text": f"{text} {one.why}"}


def _known(thing: Thing) -> Thing:
    return {name: value for name, value in thing.items() if value not in (None, "", [])}
