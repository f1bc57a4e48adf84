"""What ClaimReview can say of our own claims comes back from their export."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.exports.all_files import all_parts
from tests.exports.exported import own_files
from tests.importing.test_import import project
from tests.pages.sites import own_report, settings, with_claim

from factreport.claimreview.reading import read_document
from factreport.exports.appearances import has_address
from factreport.exports.data_feed import data_feed
from factreport.importing.import_reviews import Existing, import_reviews
from factreport.importing.source_file import KINDS
from factreport.model.claim import Correction
from factreport.model.source import SourceKind
from factreport.report.records import Report

if TYPE_CHECKING:
    from factreport.model.content import Content

TODAY = date(2026, 12, 1)
FEED = "data/claimreview.json"


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Content:
    return returned(own_files()[FEED], tmp_path_factory)


def returned(feed: bytes, folders: pytest.TempPathFactory) -> Content:
    made = import_reviews([read_document(FEED, feed, is_page=False)], Existing(), TODAY)
    return project(folders.mktemp("round"), made)


def said(content_of: Report | Content, slug: str) -> dict[str, Any]:
    """Give what ClaimReview can say of a claim."""
    if isinstance(content_of, Report):
        claim, scale = content_of.claim_by_slug[slug].claim, content_of.content.scale
    else:
        claim, scale = content_of.claim_by_slug[slug], content_of.scale
    verdict = scale.verdict(claim.verdict)
    return {
        "claim": claim.claim,
        "verbatim": claim.verbatim,
        "claimant": claim.claimant,
        "claimant_is": claim.claimant_is,
        "claimant_url": claim.claimant_url,
        "claimed": claim.claimed.day,
        "checked": claim.checked,
        "answer": claim.answer,
        "verdict": (verdict.word, verdict.rating),
        "corrections": [(one.date, one.said, one.says, one.why) for one in claim.corrections],
    }


def test_claims_come_back(back: Content) -> None:
    report = own_report()
    assert {claim.slug for claim in back.claims} == set(report.claim_by_slug)
    for slug in report.claim_by_slug:
        assert said(back, slug) == said(report, slug)


def test_the_scale_comes_back(back: Content) -> None:
    ours = own_report().content.scale
    assert (back.scale.worst_rating, back.scale.best_rating) == (ours.worst_rating, ours.best_rating)


def test_sources_come_back(back: Content) -> None:
    for report in own_report().claims:
        for cited in report.citations:
            ours, theirs = cited.source, back.source_by_slug[cited.source.slug]
            assert (theirs.publisher, theirs.title) == (ours.publisher, ours.title)
            assert theirs.published.day == ours.published.day
            assert theirs.language == ours.language
            assert theirs.url == (ours.url if has_address(ours, settings()) else "")
            assert f"(source:{ours.slug})" in back.claim_by_slug[report.claim.slug].body


def test_a_correction_comes_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    correction = Correction(date(2026, 11, 22), "$5.5bn", "$5.6bn", "We had taken the rate of another day.")
    report = with_claim("china-chips", corrections=(correction,))
    back = returned(json.dumps(data_feed(report, all_parts(report, settings()), settings())).encode(), tmp_path_factory)
    assert said(back, "china-chips") == said(report, "china-chips")
    assert said(back, "china-chips")["corrections"] == [(date(2026, 11, 22), "$5.5bn", "$5.6bn", correction.why)]


def test_kinds_are_those_of_the_model() -> None:
    assert set(KINDS.values()) <= {kind.value for kind in SourceKind}
