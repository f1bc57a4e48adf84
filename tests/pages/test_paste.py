"""The text of a difference that an editor can paste."""

from __future__ import annotations

from tests.pages.sites import ROOT, document, own_report, site

from factreport.pages.differences import difference_view
from factreport.pages.paste import paste_text


def texts(slug: str, *, site_url: str = ROOT) -> list[str]:
    report = own_report().claim_by_slug[slug]
    views = [difference_view(group) for group in report.alike if group.first.differs]
    return [paste_text(site(site_url=site_url), report, view) for view in views]


def test_it_says_who_prints_what_how_it_stands_and_where() -> None:
    for report in own_report().claims:
        views = [difference_view(group) for group in report.alike if group.first.differs]
        for view, text in zip(views, texts(report.claim.slug), strict=True):
            said, address = text.rsplit(" — ", 1)
            for entry in view.entries:
                for side in entry.sides:
                    assert side.printed in said
                    assert report.names[side.source] in said
            assert said.count(view.group.sentence.rstrip(".")) == 1
            assert address == f"{ROOT}{report.address}#{view.finding.anchor}"
            assert "\n" not in text


def test_sources_that_print_the_same_are_named_together() -> None:
    every = [text for report in own_report().claims for text in texts(report.claim.slug)]
    assert any(" and " in text.partition(" print “")[0] for text in every if " print “" in text)


def test_its_address_leads_to_an_id_of_the_page() -> None:
    for report in own_report().claims:
        page = document(report.address)
        shown = [page.words(one) for one in page.parsed.iter() if one.get("class") == "copy"]
        for text in texts(report.claim.slug):
            assert text in shown
            assert text.rpartition("#")[2] in page.identities


def test_without_an_address_the_site_is_named() -> None:
    assert all(text.endswith(" — Fact desk") for text in texts("china-chips", site_url=""))
    assert texts("china-chips", site_url="")
