"""The page of a story."""

from __future__ import annotations

from msgspec.structs import replace
from tests.pages.sites import own_report, page_of


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
