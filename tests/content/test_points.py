"""The ByteDance story is whole: every point and headline is on the site, and nothing right is called wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.pages.sites import document, own_report

from factreport.figures.comparison import Kind
from factreport.model.problem import Severity

LIST = yaml.safe_load(Path(__file__).with_name("points.yml").read_text("utf-8"))
NO_CONFLICT = ("china-chips", "overseas", "parts-and-total", "chinese-share", "the-rest")


@pytest.mark.parametrize("point", LIST["points"], ids=lambda point: point["point"])
def test_point_is_on_its_page(point: dict[str, Any]) -> None:
    text = document(point["page"]).words()
    assert [words for words in point["words"] if words not in text] == []


def test_all_headlines_stand_beside_the_article_in_order() -> None:
    text = document("sources/econotimes/").words()
    places = [text.find(headline) for headline in LIST["headlines"]]
    assert -1 not in places
    assert places == sorted(places)


def test_content_has_no_error_and_no_warning() -> None:
    assert [str(problem) for problem in own_report().problems if problem.severity > Severity.NOTICE] == []


def test_every_quotation_from_the_two_articles_is_proved() -> None:
    for slug in ("computing", "econotimes"):
        report = own_report().source_by_slug[slug]
        assert report.quotations > 0
        assert report.verified == report.quotations


@pytest.mark.parametrize("slug", NO_CONFLICT)
def test_no_conversion_and_no_sum_of_the_two_articles_is_called_a_conflict(slug: str) -> None:
    articles = {"computing", "econotimes", "financial-times", "financetom"}
    found = [
        finding.name
        for finding in own_report().claim_by_slug[slug].findings
        if finding.comparison
        and finding.comparison.kind in {Kind.CONFLICT, Kind.NEAR_MISS}
        and {side.source for side in finding.sides} <= articles
    ]
    assert found == []


def test_an_undated_conversion_claims_no_rate() -> None:
    finding = _finding("china-chips", "chips/computing/own-conversion")
    assert finding.comparison is not None
    assert finding.comparison.date_dependent
    assert {entry.kind for entry in finding.comparison.by_date} == {
        Kind.CONVERTED_EXACT,
        Kind.CONVERTED_WITHIN_ROUNDING,
    }


def test_a_printed_rate_is_preferred() -> None:
    finding = _finding("china-chips", "chips/financetom/own-conversion")
    assert finding.comparison is not None
    assert finding.comparison.kind is Kind.CONVERTED_EXACT
    assert "7.2712 yuan per dollar" in finding.working[0]


def _finding(slug: str, name: str) -> Any:
    return next(finding for finding in own_report().claim_by_slug[slug].findings if finding.name == name)
