"""What others copy to cite a page: the day of its version and the hash of the very data beside it."""

from __future__ import annotations

import hashlib
import json

from tests.pages.sites import own_report, settings, site

from factreport.assembly import with_exports
from factreport.exports.json_data import claim_json
from factreport.pages.cite_this import cite_claim

REPORT = own_report().claim_by_slug["china-chips"]


def test_all_forms_name_the_day_and_the_hash_of_the_data() -> None:
    cited = cite_claim(with_exports(site()), REPORT)
    digest = hashlib.sha256(claim_json(REPORT, settings()).content).hexdigest()[:16]
    assert f"version of 21 November 2026. data.json sha256 {digest}. https://" in cited.plain
    assert f"version of 2026-11-21, data.json sha256 {digest}" in cited.bibtex
    item = json.loads(cited.csl_json)[0]
    assert (item["version"], item["note"]) == ("2026-11-21", f"data.json sha256 {digest}")


def test_without_exports_there_is_no_hash() -> None:
    cited = cite_claim(site(), REPORT)
    assert "sha256" not in cited.plain + cited.bibtex + cited.csl_json
