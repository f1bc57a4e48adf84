"""The verdict guard: what it doubts, and what it lets pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from tests.rules.files import content_of

from factreport.figures.exact import Fraction
from factreport.pipeline import run
from factreport.rules.problem_kinds import SUPPORTED_BY_ONE_ORIGIN, VERDICT_AGAINST_FIGURES

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.settings import Settings

GUARD = {SUPPORTED_BY_ONE_ORIGIN.code, VERDICT_AGAINST_FIGURES.code}
AGENCY = {"knows": "own", "published": "2025-01-21"}
COPY = {"knows": "re-report", "credits": ["agency"], "published": "2025-01-22"}
UNTRACED = {"knows": "re-report", "published": "2025-01-22"}
TWELVE = {"noted": "$12 billion"}


def notices(settings: Settings) -> list[str]:
    return [problem.code for problem in run(settings).report.problems if problem.code in GUARD]


def content(folder: Path, cites: list[dict[str, Any]], claimed: str = "", **sources: dict[str, Any]) -> Settings:
    figure = {"figure": {"claimed": claimed}} if claimed else {}
    return content_of({"sources": sources, "cites": cites, "claim": {"verdict": "supported"}, **figure}, folder)


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({"paper": COPY}, ["supported-by-one-origin"]),
        ({}, []),
        ({"paper": COPY, "blog": UNTRACED}, []),
        ({"paper": COPY, "blog": {**AGENCY, "published": "2025-01-23"}}, []),
    ],
)
def test_one_origin_is_one_that_all_reports_are_traced_to(
    others: dict[str, Any], expected: list[str], tmp_path: Path
) -> None:
    cites = [{"source": source, **TWELVE} for source in ("agency", *others)]
    assert notices(content(tmp_path, cites, agency=AGENCY, **others)) == expected


def test_what_a_citation_itself_credits_counts(tmp_path: Path) -> None:
    cites: list[dict[str, Any]] = [{"source": "agency", **TWELVE}, {"source": "paper", **TWELVE, "credits": ["agency"]}]
    settings = content(tmp_path, cites, agency=AGENCY, paper={**AGENCY, "published": "2025-01-22"})
    assert notices(settings) == ["supported-by-one-origin"]


@pytest.mark.parametrize(("share", "expected"), [("0.05", ["verdict-against-figures"]), ("0.2", [])])
def test_what_a_claim_can_mean_is_read_as_its_page_reads_it(share: str, expected: list[str], tmp_path: Path) -> None:
    settings = content(tmp_path, [{"source": "agency", **TWELVE}], "nearly $14.0 billion", agency=AGENCY)
    assert notices(replace(settings, about_share=Fraction(share))) == expected
