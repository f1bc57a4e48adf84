"""How many reports there are and where they come from, in words that a reader can check against the list below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.pages.sites import document, own_report
from tests.rules.files import content_of

from factreport.pipeline import run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from factreport.report.records import Hop

OWN = {"knows": "own"}
COPY = {"knows": "re-report", "credits": ["agency"]}
LOST = {"knows": "unknown"}
SENTENCES: dict[str, list[dict[str, Any]]] = {
    "1 report": [OWN],
    "1 report, origin not known": [LOST],
    "2 reports, origin not known": [LOST, LOST],
    "3 reports, all from agency": [OWN, COPY, COPY],
    "4 reports, 2 from agency, 2 untraced": [OWN, COPY, LOST, LOST],
    "3 reports, 2 origins": [OWN, COPY, OWN],
    "4 reports, 2 origins, 1 untraced": [OWN, OWN, COPY, LOST],
}


@pytest.mark.parametrize(("sentence", "kinds"), SENTENCES.items(), ids=SENTENCES)
def test_reports_and_origins(sentence: str, kinds: list[dict[str, Any]], tmp_path: Path) -> None:
    slugs = ["agency", "paper", "weekly", "blog"][: len(kinds)]
    case = {
        "sources": {slug: {"published": "2025-01-21", **kind} for slug, kind in zip(slugs, kinds, strict=True)},
        "cites": [{"source": slug, "noted": "$12 billion"} for slug in slugs],
    }
    assert run(content_of(case, tmp_path)).report.claims[0].provenance.count.sentence == sentence


def test_who_is_no_report_is_marked_so_that_the_rest_is_as_many_as_counted() -> None:
    for tree in (*(one.provenance for one in own_report().claims), *(one.provenance for one in own_report().stories)):
        listed = list(below((*tree.origins, *tree.unordered)))
        assert len([hop for hop in listed if not hop.uncounted]) == tree.count.reports


def test_why_somebody_is_no_report_stands_beside_the_name() -> None:
    tree = next(one.provenance for one in own_report().claims if one.address == "claims/double/")
    why = {hop.source.name: hop.uncounted for hop in below(tree.origins)}
    assert why["Financial Times"] == ""
    assert (why["Computing"], why["Reuters"]) == ("says nothing about this", "not cited here")
    page = document("claims/double/")
    words = [page.words(item) for item in page.all("li")]
    assert any(item.startswith("Reuters, 21 January 2025 names it (not cited here)") for item in words)


def below(hops: Iterable[Hop]) -> Iterator[Hop]:
    for hop in hops:
        yield hop
        yield from below(hop.repeats)
