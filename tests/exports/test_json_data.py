"""JSON: every document keeps to its published schema, and says what pages say."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace
from tests.exports.exported import files_of, json_in, own_files, sheet, with_hostile_words
from tests.pages.sites import ROOT, document, own_pages, own_report, settings

from factreport.report.build import whole_report

HOSTILE = ("</script><script>alert(1)</script>", "\u2028\u2029\x00\x08", "=cmd|' /C calc'!A0", '"\\\n|`*_[x](y)')


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json_in(own_files(), f"data/schema/{name}.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_every_document_keeps_to_its_schema() -> None:
    claims = validator("claim")
    for path in own_files():
        if path.endswith("/data.json"):
            claims.validate(json_in(own_files(), path))
    validator("claims").validate(json_in(own_files(), "data/claims.json"))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_keep_to_it_too(words: str) -> None:
    report = with_hostile_words(words)
    files = files_of(report)
    told = json_in(files, f"{report.claims[0].address}data.json")
    validator("claim").validate(told)
    assert told["claim"]["answer"] == words


def test_the_schema_refuses_a_bare_point() -> None:
    told = json_in(own_files(), "claims/china-chips/data.json")
    for name in ("low", "high", "low_open", "high_open"):
        del told["figures"][0]["statements"][0][name]
    told["figures"][0]["statements"][0]["value"] = 40000000000
    errors: list[Any] = list(validator("claim").iter_errors(told))
    assert errors


def test_documents_say_what_the_page_says() -> None:
    told = json_in(own_files(), "claims/china-chips/data.json")
    page = document("claims/china-chips/").words()
    assert told["claim"]["answer"] in page
    assert told["claim"]["verdict_word"] in page
    for figure in told["figures"]:
        assert figure["summary"] in page
        for statement in figure["statements"]:
            assert statement["printed"] in page
    for citation in told["citations"]:
        assert citation["quote"] in page


def test_pages_named_in_documents_are_there() -> None:
    told = json_in(own_files(), "claims/china-chips/data.json")
    named = [one["page"] for part in ("figures", "findings", "citations") for one in told[part]]
    named += [one["page"] for figure in told["figures"] for one in figure["statements"]]
    identities = set(document("claims/china-chips/").identities)
    for address in named:
        page, _, anchor = address.removeprefix(ROOT).partition("#")
        assert page in own_pages()
        if page == "claims/china-chips/" and not anchor.startswith("diff-"):
            assert anchor in identities, address
    shown = {one["page"].partition("#")[2] for one in told["findings"] if one["differs"]}
    assert shown <= identities


def test_lists_agree_with_spreadsheets() -> None:
    listed = json_in(own_files(), "data/claims.json")["claims"]
    assert [one["claim"] for one in listed] == [row["claim"] for row in sheet(own_files(), "data/claims.csv")]
    assert [one["answer"] for one in listed] == [
        row["answer"].removeprefix("'") for row in sheet(own_files(), "data/claims.csv")
    ]


def test_an_empty_site() -> None:
    content = replace(own_report().content, claims=(), sources=(), stories=())
    empty = whole_report(content, (), (), ())
    files = files_of(empty)
    assert json_in(files, "data/claims.json")["claims"] == []
    assert json_in(files, "data/claims.json")["modified"] is None


def test_two_runs_give_the_same_bytes() -> None:
    assert files_of(own_report()) == own_files()


def test_without_an_address_nothing_pretends_to_one() -> None:
    files = files_of(own_report(), settings(site_url=""))
    assert {"feeds/claims.xml", "feeds/claims.json", "data/claimreview.json", "opensearch.xml"}.isdisjoint(files)
    for path, content in files.items():
        assert b"facts.example" not in content, path
    assert json_in(files, "claims/china-chips/data.json")["claim"]["page"] == "claims/china-chips/"
