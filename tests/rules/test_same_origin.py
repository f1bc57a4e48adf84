"""When a difference is said to be one between sources of one origin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.rules.files import content_of

from factreport.pipeline import run

if TYPE_CHECKING:
    from pathlib import Path

AGENCY = {"knows": "own", "published": "2025-01-21"}
COPY = {"knows": "re-report", "credits": ["agency"], "published": "2025-01-22"}
UNTRACED = {"knows": "unknown", "published": "2025-01-22"}
ATTRIBUTION = {"why": {"cause": "attribution", "note": "It is another's figure."}}


@pytest.mark.parametrize(
    ("sources", "more", "expected"),
    [
        ({"agency": AGENCY, "paper": COPY}, {}, [True]),
        ({"agency": AGENCY, "paper": COPY, "weekly": COPY}, {}, [True]),
        ({"agency": AGENCY, "paper": COPY, "weekly": UNTRACED}, {}, [False]),
        ({"agency": AGENCY, "paper": COPY}, ATTRIBUTION, [False]),
    ],
    ids=["a copy", "two copies", "a copy and one untraced", "a copy that names a wrong origin"],
)
def test_one_origin_is_said_where_all_have_it(
    sources: dict[str, Any], more: dict[str, Any], expected: list[bool], tmp_path: Path
) -> None:
    cites = [
        {
            "source": slug,
            "noted": "$12 billion" if slug == "agency" else "$20 billion",
            **(more if slug != "agency" else {}),
        }
        for slug in sources
    ]
    report = run(content_of({"sources": sources, "cites": cites}, tmp_path)).report
    assert [group.same_origin for group in report.claims[0].alike if group.first.differs] == expected
