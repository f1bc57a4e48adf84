"""The page of a story."""

from __future__ import annotations

from babel import Locale
from msgspec.structs import replace
from tests.pages.sites import document, own_report, page_of

from factreport.pages.drawing.provenance_drawing import hop_sentence

LOCALE = Locale("en")


def test_a_topic_that_no_claim_has_is_named_and_leads_nowhere() -> None:
    report = own_report()
    first = report.stories[0]
    known = report.topics[0]
    story = replace(first.story, topics=(known.slug, "quiet-harbours"))
    changed = replace(report, stories=(replace(first, story=story), *report.stories[1:]))
    page = page_of(changed, first.address)
    assert f"{known.name}, Quiet harbours" in page.words()
    assert f"../../topics/{known.slug}/" in page.links
    assert not any("quiet-harbours" in link for link in page.links)


def test_of_one_day_the_origin_stands_before_those_that_may_be_of_a_later_day() -> None:
    page = document("stories/bytedance-12bn/")
    items = [page.words(item) for item in page.all("li")]
    listed = [item for item in items if "21 January 2025:" in item]
    assert listed[0] == "21 January 2025: Financial Times"
    first_open = next(number for number, item in enumerate(listed) if "on or after" in item)
    assert not [item for item in listed[first_open:] if item.startswith("21 January 2025:")]


def test_sources_of_one_name_are_told_apart_by_date_and_those_of_one_date_by_title() -> None:
    report = own_report()
    trees = {one.address: one.provenance for one in report.claims}
    trees |= {one.address: one.provenance for one in report.stories}
    for address, tree in trees.items():
        hops = [*tree.origins, *tree.unordered]
        for hop in hops:
            hops.extend(hop.repeats)
        told = [hop_sentence(replace(hop, how=""), locale=LOCALE) for hop in hops]
        assert len(set(told)) == len(told), address
    page = document("stories/bytedance-12bn/")
    words = page.words(page.parsed)
    assert "Devdiscourse, 22 January 2025 ByteDance Bets Big: A $12 Billion AI Infrastructure Investment" in words
    assert "probably used Reuters of 21 January 2025" in words
    rows = [page.words(cell) for cell in page.all("th") if cell.get("scope") == "row"]
    assert len(set(rows)) == len(rows)
