"""Feeds: whole, stable, and a correction is a new entry."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import canonicalize, fromstring, indent, tostring

import feedparser
import pytest
from msgspec.structs import replace
from tests.exports.exported import files_of, json_in, own_files, with_hostile_words
from tests.pages.sites import ROOT, own_report, with_claim

from factreport.model.claim import Correction, Retirement
from factreport.report.build import whole_report

if TYPE_CHECKING:
    from factreport.report.records import Report

CORRECTIONS = (
    Correction(date(2027, 2, 1), "30 billion", "40 billion", "We misread it.", verdict_was="supported"),
    Correction(date(2026, 11, 22), "20 billion", "30 billion", "A typing error.", "a reader", verdict_was="disputed"),
    Correction(date(2026, 11, 22), "A name", "Another name", "A wrong name."),
)


def parsed(files: Any, path: str) -> Any:
    feed = feedparser.parse(files[path])
    assert not feed.bozo, (path, feed.get("bozo_exception"))
    return feed


def feeds(files: Any) -> list[str]:
    return [path for path in files if path.startswith("feeds/") and path.endswith(".xml")]


def test_every_feed_parses_and_has_what_the_format_wants() -> None:
    for path in feeds(own_files()):
        feed = parsed(own_files(), path)
        assert feed.version == "atom10"
        assert feed.feed.id == ROOT + path
        assert {link.rel for link in feed.feed.links} == {"self", "alternate"}
        identities = [entry.id for entry in feed.entries]
        assert len(identities) == len(set(identities))
        for entry in feed.entries:
            assert entry.title
            assert entry.link.startswith(ROOT)
            assert entry.updated >= entry.published
            assert entry.content[0].type == "text/plain"


def test_entries_stand_in_a_feed_as_if_it_had_been_written_as_one() -> None:
    files = files_of(with_hostile_words('<b> & "it\'s"\n]]>'))
    for path in feeds(files):
        tree = fromstring(files[path])  # noqa: S314 - a file of our own
        indent(tree, " ")
        plain = tostring(tree, encoding="unicode")
        assert canonicalize(files[path].decode(), rewrite_prefixes=True) == canonicalize(plain, rewrite_prefixes=True)


def corrected(report: Report) -> list[Correction]:
    return [one for claim in report.claims for one in claim.claim.corrections]


def test_every_claim_topic_and_story_has_its_entries() -> None:
    report = own_report()
    assert len(parsed(own_files(), "feeds/claims.xml").entries) == len(report.claims) + len(corrected(report))
    for topic in report.topics:
        assert len(parsed(own_files(), f"feeds/topics/{topic.slug}.xml").entries) >= len(topic.claims)
    for story in report.stories:
        assert len(parsed(own_files(), f"feeds/stories/{story.story.slug}.xml").entries) >= len(story.claims)


def test_json_feeds_say_the_same() -> None:
    for path in feeds(own_files()):
        atom, told = parsed(own_files(), path), json_in(own_files(), path.removesuffix("xml") + "json")
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert told["feed_url"] == ROOT + path.removesuffix("xml") + "json"
        assert [(item["id"], item["title"], item["content_text"]) for item in told["items"]] == [
            (entry.id, entry.title, entry.content[0].value) for entry in atom.entries
        ]


def test_an_entry_stands_alone() -> None:
    entry = next(one for one in parsed(own_files(), "feeds/claims.xml").entries if one.id.endswith("/china-chips/"))
    text = entry.content[0].value
    report = own_report().claim_by_slug["china-chips"]
    assert report.verdict.word in text
    assert report.claim.answer in text
    for group in report.figures[0].groups:
        assert group.printed in text


def test_a_correction_is_a_new_entry_and_moves_the_claims_own() -> None:
    report = with_claim("china-chips", corrections=CORRECTIONS)
    report = replace(
        report,
        claims=tuple(
            replace(one, modified=date(2027, 2, 1)) if one.claim.slug == "china-chips" else one for one in report.claims
        ),
    )
    files = files_of(report)
    corrections = parsed(files, "feeds/corrections.xml").entries
    number = len(corrected(report))
    assert number == len(corrected(own_report())) + 3
    assert len({entry.id for entry in corrections}) == len(corrections) == number
    assert corrections[0].updated.startswith("2027-02-01")
    assert "We misread it." in corrections[0].content[0].value
    whole = parsed(files, "feeds/claims.xml").entries
    assert len(whole) == len(own_report().claims) + number
    claim = next(entry for entry in whole if entry.id.endswith("/china-chips/"))
    assert claim.updated.startswith("2027-02-01")


def test_the_order_of_corrections_in_the_file_changes_no_id() -> None:
    ids = [
        {
            entry.id
            for entry in parsed(files_of(with_claim("china-chips", corrections=order)), "feeds/corrections.xml").entries
        }
        for order in (CORRECTIONS, CORRECTIONS[::-1])
    ]
    assert ids[0] == ids[1]


def test_changed_verdicts_say_from_what_to_what() -> None:
    files = files_of(with_claim("china-chips", corrections=CORRECTIONS))
    titles = [entry.title for entry in parsed(files, "feeds/verdicts.xml").entries]
    assert [title.split(":")[0] for title in titles] == [
        "From “Supported” to “Cannot be settled yet”",
        "From “Disputed” to “Supported”",
    ]


def test_a_withdrawn_claim_says_so() -> None:
    files = files_of(with_claim("china-chips", retired=Retirement(date(2026, 11, 24), "It was a hoax.")))
    entry = next(one for one in parsed(files, "feeds/claims.xml").entries if one.id.endswith("/china-chips/"))
    assert entry.title.startswith("Withdrawn: ")
    assert "It was a hoax." in entry.content[0].value


@pytest.mark.parametrize("words", ["</content><script>", "]]>&amp;<", "\x00\x0b\ufffe\ud7ff", "\u2028 \U0001f600 é"])
def test_hostile_words_do_no_harm(words: str) -> None:
    files = files_of(with_hostile_words(words))
    for path in feeds(files):
        parsed(files, path)
    assert any("script" not in entry.id for entry in parsed(files, "feeds/claims.xml").entries)


def test_feeds_of_corrections_are_there_before_the_first() -> None:
    report = own_report()
    without = tuple(replace(one, claim=replace(one.claim, corrections=())) for one in report.claims)
    feed = parsed(
        files_of(whole_report(report.content, without, report.stories, report.problems)), "feeds/corrections.xml"
    )
    assert feed.entries == []
    assert feed.feed.updated
