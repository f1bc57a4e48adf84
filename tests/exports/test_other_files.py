"""Markdown twins, the guide for language models, and the small files that crawlers and browsers ask for."""

from __future__ import annotations

import json
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace
from tests.exports.all_files import all_files, all_parts
from tests.exports.exported import files_of, own_files, with_hostile_words
from tests.pages.sites import ROOT, Document, own_pages, own_report, settings, site

from factreport.assembly import with_exports
from factreport.exports.catalogue import all_exports, claim_files, site_files
from factreport.exports.credit import cite_site
from factreport.exports.markdown_twin import without_tags
from factreport.pages.site import pages


def test_a_twin_says_what_the_page_says() -> None:
    twin = own_files()["claims/china-chips/index.md"].decode()
    report = own_report().claim_by_slug["china-chips"]
    assert twin.startswith(f"# {report.claim.claim}\n")
    assert f"**{report.verdict.word}.** {report.claim.answer}" in twin
    for cited in report.citations:
        assert f"\n{cited.number}. {cited.source.name}" in twin
    assert "[@" not in twin


def test_links_between_twins_lead_to_twins() -> None:
    paths = set(own_files()) | {page.path for page in own_pages().values()}
    for path, content in own_files().items():
        if path.endswith("/index.md"):
            for part in content.decode().split("](../../")[1:]:
                target = part.split(")")[0].split("#")[0]
                assert target in paths or f"{target}index.html" in paths, (path, target)


@pytest.mark.parametrize("words", ["<script>x</script>", "a | b | c", "[x](javascript:alert(1))", "**b** _c_ `d`"])
def test_hostile_words_are_shown_as_they_are(words: str) -> None:
    report = with_hostile_words(words)
    twin = files_of(report)[f"{report.claims[0].address}index.md"].decode()
    html = MarkdownIt("commonmark").enable("table").render(twin)
    assert "<script>" not in html
    assert 'href="javascript' not in html
    assert html.count("<td>") % 4 == 0


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("</script><script>alert(1)</script>", r"\</script>\<script>alert(1)\</script>"),
        (r"\<b> and \\<b>", r"\<b> and \\\<b>"),
        ("`<b>` <b>\n\n```\n<i>\n```", "`<b>` \\<b>\n\n```\n<i>\n```"),
        ("a ` b\n\n<script>x</script>\n\nc `", "a ` b\n\n\\<script>x\\</script>\n\nc `"),
        ("<https://a.example> <a@b.example> 1 < 2 [x](<../>)", "<https://a.example> <a@b.example> 1 < 2 [x](<../>)"),
        ("<!-- x --> <?php ?>", r"\<!-- x --> \<?php ?>"),
        ("[x](<script>alert(1)</script>", r"[x](\<script>alert(1)\</script>"),
    ],
)
def test_tags_in_reasoning_are_shown(body: str, shown: str) -> None:
    assert without_tags(body) == shown


@given(st.text(st.sampled_from("<>/!?ab-` \n\\~[](:&*_")) | st.text())
def test_no_reasoning_has_tags(body: str) -> None:
    assert "html_" not in " ".join(
        one.type
        for token in MarkdownIt("commonmark").parse(without_tags(body))
        for one in (token, *(token.children or ()))
    )


def test_one_claim_is_counted_as_one() -> None:
    report = own_report()
    assert ", data on 1 claim, version of" in cite_site(replace(report, cards=report.cards[:1]), settings())
    assert f", data on {len(report.cards)} claims, version of" in cite_site(report, settings())


def test_the_guide_names_every_claim_with_its_answer() -> None:
    guide = own_files()["llms.txt"].decode()
    assert guide.startswith("# Fact desk\n\n> Numbers in the news, checked.\n")
    for report in own_report().claims:
        line = next(line for line in guide.splitlines() if f"({ROOT}{report.address}index.md)" in line)
        assert report.verdict.word in line


def test_robots_name_the_map_where_there_is_one() -> None:
    assert f"Sitemap: {ROOT}sitemap.xml" in own_files()["robots.txt"].decode()
    assert "Sitemap" not in files_of(own_report(), settings(site_url=""))["robots.txt"].decode()


def test_the_search_is_described() -> None:
    described = fromstring(own_files()["opensearch.xml"])  # noqa: S314 - our own file
    name = "{http://a9.com/-/spec/opensearch/1.1/}"
    short, url = described.find(f"{name}ShortName"), described.find(f"{name}Url")
    assert short is not None
    assert url is not None
    assert 0 < len(short.text or "") <= 16
    assert url.get("template") == f"{ROOT}search/?q={{searchTerms}}"


def test_the_manifest_names_files_that_are_there() -> None:
    manifest = json.loads(own_files()["site.webmanifest"])
    assert manifest["start_url"] == "./"
    assert [icon["src"] for icon in manifest["icons"]] == ["images/icon.svg"]


def test_no_two_exports_write_the_same_file_and_all_are_found() -> None:
    paths = [file.path for file in all_files(own_report(), settings())]
    assert len(paths) == len(set(paths))
    assert len(all_exports()) >= 11
    assert not any(path.startswith("/") or ".." in path for path in paths)


def test_files_of_one_claim_depend_on_that_claim_alone() -> None:
    one = own_report().claim_by_slug["china-chips"]
    alone = {file.path: file.content for file in claim_files(one, settings())}
    assert alone == {path: own_files()[path] for path in alone}
    assert {path for path in own_files() if path.startswith(one.address)} == set(alone)
    assert not any(
        file.path.startswith("claims/")
        for file in site_files(own_report(), all_parts(own_report(), settings()), settings())
    )


def test_the_page_of_the_data_offers_files_that_are_there() -> None:
    made = with_exports(site())
    page = next(page for page in pages(made) if page.address == "data/")
    read = Document(page.address, page.text)
    assert read.errors == ()
    linked = {target[0] for link in read.links if (target := read.inside(link))}
    offered = {file.path for file in made.data_files}
    assert offered <= linked & set(own_files())
    assert {path for path in own_files() if path.endswith((".csv", ".sqlite")) and path.startswith("data/")} <= offered


def test_without_exports_there_is_no_page_of_the_data() -> None:
    assert "data/" not in {page.address for page in pages(site())}
