"""What holds between files: drafts, one mistake reported once, acknowledgement, prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factreport.model.problem import Severity
from factreport.reading.acknowledge import acknowledge
from factreport.reading.body import Body, check_links, check_tags, links
from factreport.reading.broken_links import check_broken
from factreport.reading.known import Known, known_in
from factreport.reading.problem_kinds import KINDS
from factreport.reading.prose import read_prose

if TYPE_CHECKING:
    from tests.reading.conftest import Desk

CITED = "figures:\n  cost: Cost\ncitations:\n  - source: gazette\n    figure: cost\n    noted: $12 million\n"


def test_a_good_site_has_no_problems(desk: Desk) -> None:
    desk.claim(CITED)
    assert desk.codes() == []


def test_a_broken_source_is_reported_once_and_what_rests_on_it_goes_quietly(desk: Desk) -> None:
    desk.claim(CITED + "first_seen: gazette\n")
    desk.write("sources/gazette.md", "---\nkind: [\n---\n")
    content = desk.read()
    assert [problem.code for problem in content.problems if problem.severity is Severity.ERROR] == ["broken-yaml"]
    assert content.claims[0].citations == ()
    assert content.claims[0].first_seen is None


def test_a_broken_claim_is_reported_once_though_others_use_its_figures(desk: Desk) -> None:
    desk.claim("figures:\n  cost: {label: Cost, kind: nothing}\n", slug="tunnel")
    desk.claim(CITED.replace("figure: cost", "states: {cost: $1 million, tunnel.cost: a lot}"))
    assert desk.codes() == ["unknown-choice"]
    desk.write("claims/tunnel.md", "---\nbroken\n---\n")
    assert desk.codes() == ["wrong-type"]


def test_a_broken_scale_is_reported_once(desk: Desk) -> None:
    desk.claim(CITED)
    desk.write("scale.yml", "verdicts: [\n")
    assert desk.codes() == ["broken-yaml"]
    assert desk.read().claims == ()


def test_a_draft_and_its_mistakes_are_in_the_preview_only(desk: Desk) -> None:
    desk.claim("draft: yes\nnonsense: yes\n", slug="tunnel")
    assert desk.codes() == []
    assert desk.read().claims == ()
    assert desk.codes(drafts=True) == ["unknown-field"]


def test_a_comma_within_braces_ends_a_value_and_the_message_says_so(desk: Desk) -> None:
    desk.claim(CITED.replace("figure: cost", "states: {cost: $12,000}"))
    (problem,) = (problem for problem in desk.read().problems if problem.code == "wrong-type")
    assert "“000”" in problem.message
    assert "comma" in problem.hint


@pytest.mark.parametrize(
    ("basis", "codes"),
    [("the plan #1", ["cut-text"]), ("the plan # a remark", []), ('"the plan #1"', []), ("plan#1", [])],
)
def test_a_value_that_loses_its_end_to_a_comment(desk: Desk, basis: str, codes: list[str]) -> None:
    desk.claim(f"{CITED}basis: {basis}\n")
    assert desk.codes() == codes


def test_names_that_differ_in_case_only_clash(desk: Desk) -> None:
    desk.claim(slug="bridge")
    desk.claim(slug="old/Bridge")
    assert desk.codes() == ["duplicate-slug"]


def test_an_accepted_warning_goes_and_an_idle_acceptance_is_one(desk: Desk) -> None:
    accept = "accept:\n  - {code: unused-figure, because: We look for a source.}\n"
    desk.claim("figures:\n  cost: Cost\n" + accept)
    content = desk.read()
    assert "unused-figure" in {problem.code for problem in content.problems}
    left = acknowledge(content.problems, content, KINDS)
    assert {problem.severity for problem in left} <= {Severity.NOTICE}
    desk.claim(CITED + accept)
    content = desk.read()
    left = acknowledge(content.problems, content, KINDS)
    assert [problem.code for problem in left if problem.severity is Severity.WARNING] == ["idle-acceptance"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](claim:x) and [b](source:y#part)", ["claim:x", "source:y"]),
        ("[a]: claim:x\n", ["claim:x"]),
        ("`[a](claim:x)`", []),
        ("```\n[a](claim:x)\n```\n[b](story:z)", ["story:z"]),
        ("~~~~\n[a](claim:x)\n~~~~\n", []),
        ("``code ` [a](claim:x)`` [b](claim:y)", ["claim:y"]),
        ("[a](https://example.org/claim:x)", []),
    ],
)
def test_links_in_texts(text: str, found: list[str]) -> None:
    assert [f"{link.noun}:{link.slug}" for link in links(Body("a.md", text, 1))] == found


@pytest.mark.parametrize(("begin", "piece", "count"), [("x", "`", 300_000), ("x", "``` ", 20_001), ("", "x `", 30_001)])
def test_a_run_of_backticks_that_nothing_closes_is_no_code(begin: str, piece: str, count: int) -> None:
    (link,) = links(Body("a.md", f"{begin}{piece * count}\n\n[x](claim:y)", 1))
    assert link.slug == "y"


def test_a_link_is_shown_where_it_stands() -> None:
    (problem,) = check_links(Body("a.md", "漢字\n𝄞 [x](claim:y)", 10), Known())
    assert (problem.place.line, problem.place.column) == (11, 7)


def test_a_link_that_runs_into_the_next_is_told() -> None:
    body = Body("a.md", "See [a](claim:x.[b](claim:y).", 1)
    assert [link.slug for link in links(body)] == ["y"]
    (problem,) = check_broken(body, Known(), is_claim=True)
    assert (problem.code, problem.place.column, problem.hint) == ("not-a-link", 5, "Write: [a](claim:x)")


@pytest.mark.parametrize("text", ["a < b and c > d", "<https://example.org>", "`<b>`", "x <- y", "</b>"])
def test_what_is_no_tag(text: str) -> None:
    assert check_tags(Body("a.md", text, 1)) == []


class Nothing:
    """No file is there."""

    def exists(self, _address: str) -> bool:
        return False

    def read(self, address: str) -> bytes:
        raise FileNotFoundError(address)


def test_prose(desk: Desk) -> None:
    desk.claim(CITED)
    known = known_in(desk.read())
    page = read_prose(b"---\ntitle: About\ndescription: Who we are\n---\n[x](claim:bridge)\n", "about.md", known)
    assert (page.title, page.description, page.body_line, page.problems) == ("About", "Who we are", 5, ())
    page = read_prose(b"# About\n\n[x](claim:brdge) [y](method.md)", "about.md", known, documents=Nothing())
    assert [problem.code for problem in page.problems] == ["unknown-claim", "dead-link"]
    page = read_prose(b"---\ntitle: About: us\n---\ntext", "about.md", known)
    assert [str(problem.place) for problem in page.problems] == ["about.md:2:13"]
    assert page.body == "text"


@pytest.mark.parametrize("path", ["sources/herald.txt", "sources/herald.md.txt", "claims/herald.md", "herald.md"])
def test_what_names_a_misplaced_source_goes_quietly(desk: Desk, path: str) -> None:
    source = "---\npublisher: Herald\npublished: 2025-01-20\nkind: news\nknows: own\nread: whole\nsnapshot: none\n---\n"
    desk.write(path, source)
    desk.claim(CITED.replace("gazette", "herald"), "See [the Herald](source:herald).")
    assert desk.codes() == ["misplaced-record"]


def test_what_names_a_misplaced_claim_goes_quietly(desk: Desk) -> None:
    desk.claim(CITED)
    (desk.root / "content/claims/bridge.md").rename(desk.root / "content/sources/bridge.md")
    desk.claim(
        "citations:\n  - source: gazette\n    states: {bridge.cost: $12 million}\n    noted: $12 million\n", slug="toll"
    )
    desk.write(
        "stories/riverton.md", "---\ntitle: Riverton\nsummary: It builds.\nclaims: [bridge]\n---\n[It](claim:bridge)."
    )
    assert desk.codes() == ["misplaced-record"]


def test_a_name_that_cannot_be_is_told_once_and_never_offered(desk: Desk) -> None:
    desk.write(
        "sources/The Herald.md",
        "---\npublisher: Herald\npublished: 2025\nkind: news\nknows: own\nread: whole\nsnapshot: none\n---\n",
    )
    desk.claim(CITED.replace("gazette", "the-herald"))
    assert desk.codes() == ["bad-slug"]
    desk.claim(CITED.replace("gazette", "the-heralds"))
    assert [one.hint for one in desk.read().problems if one.code == "unknown-source"] == [
        "Write the source first: sources/the-heralds.md in the content folder."
    ]
