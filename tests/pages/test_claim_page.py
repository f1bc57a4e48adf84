"""The claim page: its fixed order, what each part says, and its odd states."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from tests.pages.drawing.samples import source_of
from tests.pages.sites import HTML, Document, document, own_report, page_of, with_claim

from factreport.model.claim import Correction, Retirement, Update
from factreport.model.place import Place
from factreport.model.problem import Problem, Severity
from factreport.model.source import Read
from factreport.report.titles import silence

CLAIM = "china-chips"
ADDRESS = f"claims/{CLAIM}/"


def changed(**changes: object) -> Document:
    return page_of(with_claim(CLAIM, **changes), ADDRESS)


def test_parts_come_in_the_fixed_order() -> None:
    report = own_report().claim_by_slug[CLAIM]
    parts = ["claim", "judgement", "in-short", *(figure.anchor for figure in report.figures)]
    parts += [relation.anchor for relation in report.relations]
    parts += ["reasoning", "differences", "origins", "checking", "news", "citations", "history"]
    found = [identity for identity in document(ADDRESS).identities if identity in parts]
    assert found == parts


def test_the_answer_is_said_before_anything_else() -> None:
    page = document(ADDRESS)
    report = own_report().claim_by_slug[CLAIM]
    words = page.words(page.one("judgement"))
    assert words.index("Is it so?") < words.index(report.verdict.word) < words.index(report.claim.answer)
    assert "Checked 21 November 2026" in words
    assert report.provenance.count.sentence in words
    assert report.reporting is not None
    assert words.index("Was it repeated right?") < words.index(report.reporting.word)


def test_the_chart_comes_before_its_table() -> None:
    section = document(ADDRESS).one("fig-chips")
    tags = [element.tag.rpartition("}")[2] for element in section if element.tag.endswith(("figure", "table"))]
    assert tags == ["figure", "table"]


def test_every_source_that_prints_the_figure_has_a_row() -> None:
    page = document(ADDRESS)
    for row in own_report().claim_by_slug[CLAIM].figures[0].rows:
        words = page.words(page.one(row.anchor))
        assert row.citation.source.name in words
        assert row.printed in words


def test_links_to_sources_say_names_and_never_files() -> None:
    for report in own_report().claims:
        page = document(report.address)
        names = {source.slug: source.name for source in own_report().content.sources}
        for cited in report.citations:
            if cited.citation.through and cited.citation.claim == report.claim.slug:
                said = page.words(page.one(f"cite-{cited.citation.identity}"))
                assert f"Known to us through {', '.join(names[slug] for slug in cited.citation.through)}" in said
        for link in page.all("a"):
            slug = (link.get("href") or "").partition("/sources/")[2].strip("/")
            assert not slug or page.words(link) != slug or names[slug] == slug, (report.address, slug)


def test_every_marker_opens_words_and_is_led_back_to() -> None:
    page = document(ADDRESS)
    links = set(page.links)
    markers = [one for one in page.all("button") if one.get("class") == "marker"]
    assert markers
    assert [one.get("id") for one in markers if f"#{one.get('id')}" not in links] == []
    assert all((one.get("aria-label") or "").startswith("".join(one.itertext())) for one in markers)


def test_quoted_words_keep_their_language() -> None:
    page = document(ADDRESS)
    quoted = list(page.all("blockquote"))
    assert quoted
    assert all(one.get("lang") for one in quoted)


def test_a_verbatim_claim_stands_in_quotation_marks() -> None:
    page = changed(verbatim=True)
    assert page.words(next(page.all("h1"))) == f"“{own_report().claim_by_slug[CLAIM].claim.claim}”"


def test_a_withdrawn_page_says_so_and_offers_no_card() -> None:
    page = changed(retired=Retirement(date(2026, 11, 30), "It rested on a forged filing."))
    assert "Withdrawn on 30 November 2026. It rested on a forged filing." in page.words(page.one("claim"))
    assert "Embed the card" not in page.words()


def test_a_corrected_page_says_above_the_verdict_what_it_said_before() -> None:
    correction = Correction(date(2026, 12, 1), "40 million", "40 billion", "A slip of ours.", "a reader")
    page = changed(corrections=(correction,))
    assert "Corrected on 1 December 2026. This page said: “40 million”" in page.words(page.one("claim"))
    assert "Prompted by a reader." in page.words(page.one("history"))


def test_updates_are_dated() -> None:
    page = changed(updates=(Update(date(2026, 12, 2), "The company published its accounts."),))
    assert "2 December 2026: The company published its accounts." in page.words(page.one("history"))


def test_a_claim_without_figures_differences_or_news_still_makes_a_page() -> None:
    report = own_report()
    bare = replace(
        report.claim_by_slug[CLAIM],
        figures=(),
        relations=(),
        findings=(),
        alike=(),
        news=(),
        citations=(),
        first_seen=None,
    )
    bare = replace(bare, claim=replace(bare.claim, body="", in_short=(), would_settle=""))
    page = page_of(replace(report, claims=(bare,)), ADDRESS)
    assert "No differences that need a reason." in page.words(page.one("differences"))
    assert page.errors == ()


def with_problem(severity: Severity) -> Document:
    report = own_report()
    claim = report.claim_by_slug[CLAIM]
    line = claim.claim.place("figures", "chips").line
    problem = Problem(Place(claim.claim.written.path, line, 5), "loaded-word", "“Huge” is a loaded word.", severity)
    shown = replace(claim, problems=(problem,))
    return page_of(replace(report, claims=(shown,)), ADDRESS, preview=True)


@pytest.mark.parametrize("severity", Severity)
def test_the_preview_shows_a_problem_at_its_place(severity: Severity) -> None:
    page = with_problem(severity)
    assert "#fig-chips" in page.links
    assert "“Huge” is a loaded word." in page.words(page.one("fig-chips"))
    assert f"1 {severity.name.lower()}" in page.words(next(page.all("aside")))


def test_a_published_page_has_no_trace_of_problems() -> None:
    assert "wording-not-kept" not in document(ADDRESS).text
    assert not list(document(ADDRESS).parsed.iter(f"{HTML}aside"))


def test_the_preview_has_no_policy_since_its_host_adds_a_script() -> None:
    page = page_of(own_report(), ADDRESS, preview=True)
    assert "Content-Security-Policy" not in page.text


def test_a_figure_that_no_source_states_says_who_was_looked_at() -> None:
    page = document("claims/parts-and-total/")
    section = page.one("fig-printed-sum")
    assert page.words(page.one("fig-printed-sum-title")).startswith("Neither of the two sources states it")
    assert "no reports" not in page.words(section)


@pytest.mark.parametrize(
    ("slugs", "read", "said"),
    [
        ((), Read.WHOLE, "Nobody states a figure"),
        (("a",), Read.WHOLE, "The one source does not state it"),
        (("a", "b"), Read.WHOLE, "Neither of the two sources states it"),
        (("a", "b", "c"), Read.WHOLE, "None of the 3 sources states it"),
        (("a",), Read.PART, "We did not find it in the one source, which we did not read whole"),
        (("a", "b"), Read.PART, "We did not find it in 2 sources, some of which we did not read whole"),
    ],
)
def test_silence_is_said_of_what_was_looked_at(slugs: tuple[str, ...], read: Read, said: str) -> None:
    assert silence([source_of(slug, read=read) for slug in slugs]) == said
