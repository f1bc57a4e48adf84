"""Structured data: one review on each claim's page, none elsewhere, the same in the feed, and only what is known."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import extruct
import pytest
from msgspec.structs import replace
from tests.exports.exported import files_of, json_in, own_files, with_hostile_words
from tests.pages.sites import PROJECT, ROOT, own_report, settings, site, with_claim

from factreport.assembly import with_exports
from factreport.claimreview.lint import lint
from factreport.claimreview.problem import Profile, Severity
from factreport.claimreview.subjects import Options
from factreport.exports.structured_data import claim_review, organization
from factreport.model.claim import ClaimantKind, Correction, Retirement
from factreport.model.days import UNKNOWN_DAYS
from factreport.pages.page import Crumb
from factreport.pages.prose import Prose
from factreport.pages.site import pages, prose_page

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factreport.report.records import ClaimReport, Report


def extracted(text: str) -> list[Any]:
    """Give the JSON-LD of a page as a third party reads it."""
    found = extruct.extract(text, syntaxes=["json-ld"])["json-ld"]
    return list(found)


def review(report: Report, slug: str, **changes: Any) -> Any:
    one = report.claim_by_slug[slug]
    return claim_review(replace(one, **changes), report.content.scale, settings())


@cache
def own_pages() -> Mapping[str, str]:
    """Give every page, with what exports put into it."""
    return {page.address: page.text for page in pages(with_exports(site())) if page.path.endswith(".html")}


def reviews_in(told: list[Any]) -> list[Any]:
    return [one for one in told if one["@type"] == "ClaimReview"]


def test_every_claims_page_has_one_review_and_no_other_page_has_any() -> None:
    for address, text in own_pages().items():
        expected = int(address.startswith("claims/") and address.removeprefix("claims/").strip("/") in claims())
        assert len(reviews_in(extracted(text))) == expected, address
        assert text.count('"ClaimReview"') == expected


def claims() -> Mapping[str, ClaimReport]:
    return own_report().claim_by_slug


def test_the_feed_has_what_pages_have() -> None:
    feed = json_in(own_files(), "data/claimreview.json")
    items = {item["url"]: item for element in feed["dataFeedElement"] for item in element["item"]}
    on_pages = {one["url"]: one for text in own_pages().values() for one in reviews_in(extracted(text))}
    assert items == on_pages
    assert len(items) == len(claims())


def test_the_feed_is_sorted_and_dated_by_its_reviews() -> None:
    feed = json_in(own_files(), "data/claimreview.json")
    order = [(one["dateCreated"], one["item"][0]["url"]) for one in feed["dataFeedElement"]]
    assert order == sorted(order)
    assert feed["dateModified"] == max(one["dateModified"] for one in feed["dataFeedElement"])
    assert all(one["dateModified"] >= one["dateCreated"] for one in feed["dataFeedElement"])


def test_a_withdrawn_review_stays_in_the_feed_and_leaves_its_page() -> None:
    report = with_claim("china-chips", retired=Retirement(date(2026, 12, 1), "It was a hoax."))
    feed = json_in(files_of(report), "data/claimreview.json")
    url = f"{ROOT}claims/china-chips/"
    element = next(one for one in feed["dataFeedElement"] if one["item"][0]["url"] == url)
    assert element["dateDeleted"] == "2026-12-01"
    assert element["item"] == [{"@type": "ClaimReview", "@id": f"{url}#review", "url": url}]
    page = next(page for page in pages(with_exports(site(report))) if page.address == "claims/china-chips/")
    assert reviews_in(extracted(page.text)) == []


def test_numbers_come_all_three_or_none() -> None:
    for one in claims().values():
        rating = review(own_report(), one.claim.slug)["reviewRating"]
        numbers = [rating.get(name) for name in ("ratingValue", "bestRating", "worstRating")]
        expected = [None] * 3 if one.verdict.rating is None else [one.verdict.rating, 5, 1]
        assert numbers == expected
        assert rating["alternateName"] == one.verdict.word


def test_what_is_not_known_is_left_out() -> None:
    claim = replace(claims()["china-chips"].claim, claimed=UNKNOWN_DAYS, claimant_url="", first_seen=None)
    told = review(own_report(), "china-chips", claim=claim, first_seen=None)
    assert "datePublished" not in told["itemReviewed"]
    assert "firstAppearance" not in told["itemReviewed"]
    assert "sameAs" not in told["itemReviewed"]["author"]
    assert "correction" not in told
    assert None not in told.values()


def test_a_person_is_a_person() -> None:
    claim = replace(claims()["china-chips"].claim, claimant_is=ClaimantKind.PERSON)
    assert review(own_report(), "china-chips", claim=claim)["itemReviewed"]["author"]["@type"] == "Person"
    assert review(own_report(), "china-chips")["itemReviewed"]["author"]["@type"] == "Organization"
    assert review(own_report(), "intel-860m")["itemReviewed"]["author"]["@type"] == "Person"


def test_corrections_and_days() -> None:
    correction = Correction(date(2026, 11, 30), "30 billion", "40 billion", "We misread it.")
    claim = replace(claims()["china-chips"].claim, corrections=(correction,))
    told = review(own_report(), "china-chips", claim=claim, modified=date(2026, 11, 30))
    assert told["dateModified"] == "2026-11-30"
    assert told["datePublished"] == "2026-11-21"
    assert told["correction"] == [
        {
            "@type": "CorrectionComment",
            "datePublished": "2026-11-30",
            "text": "Before: “30 billion” Now: “40 billion” We misread it.",
        }
    ]


def test_a_page_corrected_before_its_last_check_was_there_before() -> None:
    correction = Correction(date(2026, 11, 3), "30 billion", "40 billion", "We misread it.")
    claim = replace(claims()["china-chips"].claim, corrections=(correction,))
    assert review(own_report(), "china-chips", claim=claim)["datePublished"] == "2026-11-03"


def test_appearances_say_what_the_claim_says_and_stand_elsewhere() -> None:
    told = review(own_report(), "intel-860m")["itemReviewed"]
    addresses = [one["url"] for one in told["appearance"]]
    assert len(addresses) == len(set(addresses)) > 1
    assert not any(address.startswith(ROOT) for address in addresses)
    for one in claims().values():
        item = review(own_report(), one.claim.slug)["itemReviewed"]
        first, others = item.get("firstAppearance", {}), item.get("appearance", [])
        dates = [other["datePublished"] for other in others if "datePublished" in other]
        assert not (first.get("datePublished") and dates) or first["datePublished"] <= min(dates)
        assert first.get("url") not in [other["url"] for other in others]


@pytest.mark.parametrize("address", ["", "http://facts.example/"])
def test_without_a_public_address_there_is_none(address: str) -> None:
    using = settings(site_url=address)
    assert claim_review(claims()["china-chips"], own_report().content.scale, using) is None
    assert organization(using, ()) is None
    assert "data/claimreview.json" not in files_of(own_report(), using)


def test_the_organization_stands_on_the_about_page_or_at_home() -> None:
    def of(text: str) -> list[Any]:
        return [one for one in extracted(text) if one["@type"] == "NewsMediaOrganization"]

    assert len(of(own_pages()[""])) == 1
    with_about = with_exports(replace(site(), written=(Crumb("About", "about/"), Crumb("Money", "funding/"))))
    told = of(prose_page(with_about, Prose("about/", "# About")).text)
    assert told[0]["correctionsPolicy"] == f"{ROOT}corrections/"
    assert told[0]["verificationFactCheckingPolicy"] == f"{ROOT}method/"
    assert told[0]["ownershipFundingInfo"] == f"{ROOT}funding/"
    assert "ethicsPolicy" not in told[0]
    home = next(page for page in pages(with_about) if page.address == "")
    assert of(home.text) == []


@pytest.mark.parametrize("words", ["</script><!--<script>", "\u2028\u2029", '"\\u0000', "&amp;<![CDATA["])
def test_hostile_words_stay_words(words: str) -> None:
    report = with_hostile_words(words)
    one = report.claims[0]
    page = next(page for page in pages(with_exports(site(report))) if page.address == one.address)
    block = page.text.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert not set("<>\u2028\u2029") & set(block)
    assert json.loads(block) == claim_review(one, report.content.scale, settings())


def test_the_projects_own_markup_passes_its_linter(tmp_path: Path) -> None:
    for address, text in own_pages().items():
        target = tmp_path / (f"{address}index.html" if address == "" or address.endswith("/") else address)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "claimreview.json").write_bytes(own_files()["data/claimreview.json"])
    labels = tuple(grade.word for grade in own_report().content.scale.verdicts)
    result = lint([str(tmp_path)], [Profile.GOOGLE, Profile.STRICT], Options(site_url=ROOT, labels=labels))
    assert [str(problem) for problem in result.problems if problem.severity is Severity.ERROR] == []
    warned = {problem.code for problem in result.problems if problem.severity is Severity.WARNING}
    warned.discard("sitemap-missing")  # the host writes the map
    guide = (PROJECT / "docs" / "data.md").read_text("utf-8")
    assert [code for code in sorted(warned) if f"`{code}`" not in guide] == []
    bing = lint([str(tmp_path)], [Profile.BING], Options(site_url=ROOT, labels=labels))
    failed = {problem.code for problem in bing.problems if problem.severity is Severity.ERROR}
    assert failed == {"numbers-missing"}
