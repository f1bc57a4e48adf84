"""Several processes that share the documents find what one finds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.claimreview.examples import lay_out_site, review, script

from factreport.building.workers import each
from factreport.claimreview.lint import READ_AT_ONCE, Sharing, lint
from factreport.claimreview.problem import Profile

if TYPE_CHECKING:
    from pathlib import Path


def shared_by(workers: int) -> Sharing:
    return lambda work, pieces: each(pieces, work, workers)


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    pages = 2 * READ_AT_ONCE
    lay_out_site(tmp_path)
    for number in range(pages):
        changed = review("earth", {"claimReviewed": f"Claim {number % 40} of many", "url": None if number % 3 else "x"})
        (tmp_path / f"page-{number:03}.html").write_text(f"<html><p>{number}{script(changed)}", encoding="utf-8")
    (tmp_path / "redirect.html").write_text("<meta http-equiv=refresh content='0;url=/'>", encoding="utf-8")
    (tmp_path / "wrong.html").write_bytes(b"\xff" + script([{"@type": "MediaReview"}]).encode())
    (tmp_path / "feed.json").write_text(json.dumps(review("feed")), encoding="utf-8")
    alone = lint([str(tmp_path)], tuple(Profile))
    assert alone.documents > pages
    assert {"same-review-twice", "not-utf8", "url-relative"} <= {one.code for one in alone.problems}
    for workers in (1, 2, 3):
        assert lint([str(tmp_path)], tuple(Profile), sharing=shared_by(workers)) == alone


def test_a_link_to_corrections_counts_wherever_it_is(tmp_path: Path) -> None:
    for number in range(READ_AT_ONCE + 1):
        (tmp_path / f"page-{number:03}.html").write_text(f"<html><p>{number}{script(review())}", encoding="utf-8")
    last = tmp_path / "page-zzz.html"
    for link in ("", "<a href='/x'>Corr<!-- -->ections</a>", "<a href='/corrections/'>"):
        last.write_text(f"<html>{link}", encoding="utf-8")
        assert missed(tmp_path), link
    for link in (
        "<a href='/x'>Corre&#99;tions</a>",
        "<a href='/corrections/'></a>",
        "<a href=x><img alt=corrections></a>",
    ):
        last.write_text(f"<html>{link}", encoding="utf-8")
        assert not missed(tmp_path), link


def missed(folder: Path) -> bool:
    """Tell whether a link to corrections is missed, by one process as by two."""
    results = [lint([str(folder)], [Profile.STRICT], sharing=shared_by(workers)) for workers in (1, 2)]
    assert results[0] == results[1]
    return "no-corrections-policy" in {one.code for one in results[0].problems}
