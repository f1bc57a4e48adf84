"""Readers are told how to check a quotation themselves, where they would look for it."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.pages.sites import document, own_report

from factreport.evidence.snapshots import Snapshots

if TYPE_CHECKING:
    from pathlib import Path

CLAIM = "claims/china-chips/"
SOURCE = "sources/computing/"


def test_the_method_page_says_what_to_do_step_by_step() -> None:
    section = document("method/").one("check")
    words = document("method/").words(section)
    assert len([one for one in section.iter() if one.tag.endswith("li")]) >= 3
    for needed in ("original", "archived copy", "Compare", "fingerprint"):
        assert needed in words


def test_its_command_gives_the_fingerprint_that_pages_show(tmp_path: Path) -> None:
    if not shutil.which("sha256sum"):
        pytest.skip("sha256sum is not installed")
    section = document("method/").one("check")
    codes = ["".join(one.itertext()) for one in section.iter() if one.tag.endswith("code")]
    command = next(code for code in codes if code.startswith("sha256sum "))
    file = tmp_path / shlex.split(command)[1]
    file.write_bytes("ByteDance reportedly plans “£9.6bn”.\n".encode())
    said = subprocess.run(shlex.split(command), cwd=tmp_path, capture_output=True, text=True, check=True)
    digest = said.stdout.split()[0]
    assert re.fullmatch("[0-9a-f]{64}", digest)
    assert Snapshots(tmp_path).find(digest) is not None


def test_each_quotation_leads_there_and_no_note_does() -> None:
    report = own_report().claim_by_slug["china-chips"]
    page = document(CLAIM)
    for cited in report.citations:
        hrefs = [link.get("href") for link in page.one(cited.anchor).iter() if link.get("href")]
        assert ("../../method/#check" in hrefs) is (cited.citation.quote is not None), cited.anchor


@pytest.mark.parametrize("address", [CLAIM, SOURCE])
def test_pages_with_quotations_lead_there(address: str) -> None:
    assert "../../method/#check" in document(address).links
