"""A built site: its data, its map, and a correction that reaches every place it has to."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import feedparser
import pytest
from tests.exports.test_structured_data import extracted, reviews_in
from tests.host.conftest import Project, copy_of_example

ADDRESS = "https://facts.example/desk/"
CLAIM = "content/claims/chips.md"
CORRECTION = """corrections:
  - date: 2026-11-22
    said: It was called supported.
    says: It cannot be settled.
    why: We had misread the second source.
    prompted_by: a reader
    verdict_was: supported
"""


def factreport(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("factreport")), *arguments]
    return subprocess.run(command, cwd=project.folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a site that was published with another verdict than its content has now."""
    project = copy_of_example(tmp_path_factory.mktemp("published"))
    project.configure(f"site_url: {ADDRESS}\n")
    now = verdict_of(project)
    assert now != "supported"
    project.replace(CLAIM, f"verdict: {now}", "verdict: supported")
    run = factreport(project, "publish")
    assert run.returncode == 0, run.stdout + run.stderr
    project.replace(CLAIM, "verdict: supported", f"verdict: {now}")
    return project


@pytest.fixture(scope="module")
def corrected(published: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("corrected") / "project"
    shutil.copytree(published.folder, folder)
    project = Project(folder)
    project.replace(CLAIM, "citations:\n", f"{CORRECTION}citations:\n")
    run = project.build("--strict")
    assert run.code == 0, run.output
    return project


def verdict_of(project: Project) -> str:
    found = re.search(r"^verdict: (\S+)$", (project.folder / CLAIM).read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return found[1]


def test_a_strict_build_fails_without_the_entry_and_names_the_claim(published: Project) -> None:
    run = published.build("--strict")
    assert run.code != 0
    assert "changed-without-correction" in run.output
    assert "“chips”" in run.output
    assert CLAIM in run.output


def test_a_correction_is_in_all_seven_places(corrected: Project) -> None:
    said = "It was called supported."
    page = corrected.page("claims/chips")
    assert 0 < page.index(said) < page.index('id="judgement"'), "above the verdict"
    assert said in corrected.page("corrections"), "in the log"
    entries = feedparser.parse((corrected.site / "feeds/corrections.xml").read_bytes()).entries
    assert [said in entry.content[0].value for entry in entries] == [True], "in the feed of corrections"
    (review,) = reviews_in(extracted(page))
    assert said in review["correction"][0]["text"]
    assert review["dateModified"] == "2026-11-22"
    feed = json.loads((corrected.site / "data/claimreview.json").read_text(encoding="utf-8"))
    element = next(one for one in feed["dataFeedElement"] if one["item"][0]["url"] == f"{ADDRESS}claims/chips/")
    assert element["item"] == [review]
    assert element["dateModified"] == "2026-11-22"
    assert said in corrected.page("embed/chips"), "on the card for other sites"


def test_a_changed_verdict_is_news(corrected: Project) -> None:
    (entry,) = feedparser.parse((corrected.site / "feeds/verdicts.xml").read_bytes()).entries
    assert entry.title.startswith("From “")


def test_only_publish_moves_the_record(corrected: Project) -> None:
    record = corrected.folder / "content/published.json"
    before = record.read_bytes()
    assert factreport(corrected, "publish", "--check").returncode == 1
    assert record.read_bytes() == before
    assert factreport(corrected, "publish").returncode == 0
    assert record.read_bytes() != before
    assert factreport(corrected, "publish", "--check").returncode == 0
    record.write_bytes(before)


def test_the_map_lists_exactly_the_public_pages(corrected: Project) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (corrected.site / "sitemap.xml").read_text(encoding="utf-8"))
    public = set()
    for path in corrected.site.rglob("*.html"):
        if '<meta name="robots" content="noindex">' not in path.read_text(encoding="utf-8"):
            address = path.relative_to(corrected.site).as_posix().removesuffix("index.html")
            public.add(f"{ADDRESS}{address}")
    assert set(listed) == public
    assert len(listed) == len(public)


def test_two_builds_give_the_same_bytes(corrected: Project) -> None:
    before = files(corrected.site)
    assert corrected.build("--strict").code == 0
    assert files(corrected.site) == before
    assert "data/factreport.sqlite" in before


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_pages_announce_files_that_are_there(corrected: Project) -> None:
    page = corrected.page("claims/chips")
    links: list[Any] = re.findall(r'<link rel="(?:alternate|manifest|search)"[^>]* href="([^"]*)"', page)
    assert len(links) >= 8
    for link in links:
        assert (corrected.site / "claims/chips" / link).resolve().is_file(), link


def test_a_file_of_the_editors_own_stays(tmp_path: Path) -> None:
    project = copy_of_example(tmp_path)
    project.write("content/pages/robots.txt", "User-agent: *\nDisallow: /\n")
    assert project.build("--strict").code == 0
    assert (project.site / "robots.txt").read_text(encoding="utf-8").endswith("Disallow: /\n")
