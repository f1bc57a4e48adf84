"""How many reports there are and where they come from, in words that a reader can check against the list below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.rules.files import content_of

from factreport.pipeline import run

if TYPE_CHECKING:
    from pathlib import Path

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
