"""No page grows with the site: lists are in parts, and every entry is on one of them."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from tests.pages.growing import FEW, few_on_a_page, grown, logged, paged
from tests.pages.sites import HTML, Document, own_report, site
from tests.pages.test_every_page import problems_of

from factreport.pages import alphabet
from factreport.pages.prose import Prose
from factreport.pages.repeating import shortened
from factreport.pages.site import GATHERING_TYPES, pages, prose_page, render
from factreport.pages.story import PAGE_TYPE as STORY
from factreport.theme import theme_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factreport.pages.site import Site
    from factreport.report.records import Hop

LINK = re.compile(r' (?:href|src)="([^"]*)"')


def links_of(address: str) -> list[str]:
    """Give the files within the site that a page leads to."""
    page = Document.__new__(Document)
    object.__setattr__(page, "address", address)
    found = (page.inside(unescape(link)) for link in LINK.findall(paged()[address].text))
    return [inside[0] for inside in found if inside is not None]


def parts_of(base: str) -> list[str]:
    """Give the addresses of a list's pages by following the pager."""
    found = [base]
    while found[-1] in paged():
        after = re.search(r'rel="next" href="([^"]*)"', paged()[found[-1]].text)
        if after is None:
            return found
        number = len(found) + 1
        assert links_of(found[-1]).count(f"{base}page/{number}/index.html") >= 1
        found.append(f"{base}page/{number}/")
    raise AssertionError(found)


def entries(address: str, *, tag: str) -> list[str]:
    """Give where the headings or lines of a page's list lead, by the tag that begins an entry."""
    page = Document(address, paged()[address].text)
    found = []
    for element in next(page.all("main")).iter():
        if str(element.tag).endswith(f"}}{tag}") and (link := element.find(f"{HTML}a")) is not None:
            inside = page.inside(link.get("href", ""))
            found.append(inside[0].removesuffix("index.html") if inside else "")
    return found


def listed(base: str, *, tag: str, below: str) -> list[str]:
    """Give all entries of a list, part by part; no part has more than a few."""
    every = []
    for address in parts_of(base):
        # The pager leads to other parts.
        found = [one for one in entries(address, tag=tag) if one.startswith(below) and one not in parts_of(base)]
        assert 0 < len(found) <= FEW, address
        every += found
    return every


@pytest.mark.parametrize("kind", ["topics", "claimants"])
def test_gathered_claims_are_in_parts(kind: str) -> None:
    gatherings = own_report().topics if kind == "topics" else own_report().claimants
    most = sorted(gatherings, key=lambda one: -len(one.claims))[:3]
    assert len(most[0].claims) > FEW
    for one in most:
        assert listed(f"{kind}/{one.slug}/", tag="h2", below="claims/") == [card.address for card in one.claims]


def test_a_topic_names_the_stories_of_most_claims_once() -> None:
    with few_on_a_page():
        longest = max(own_report().topics, key=lambda one: len({card.story for card in one.claims}))
        stories = {card.story for card in longest.claims} - {""}
        assert len(stories) > FEW
        first, *others = parts_of(f"topics/{longest.slug}/")
    assert sum(link.startswith("stories/") and link != "stories/index.html" for link in links_of(first)) == FEW
    # The head of every page leads to all stories as well.
    assert links_of(first).count("stories/index.html") == 2
    assert all(links_of(one).count("stories/index.html") == 1 for one in others)


def test_topics_are_in_parts() -> None:
    assert listed("topics/", tag="li", below="topics/") == [f"topics/{one.slug}/" for one in own_report().topics]


def test_letters_are_in_parts() -> None:
    for letter in site().letters:
        found = [one for address in parts_of(letter.address) for one in entries(address, tag="li")]
        found = [one for one in found if not re.fullmatch(r"(search/.*|)", one)]
        assert [one for one in found if one in {entry.address for entry in letter.entries}] == [
            entry.address for entry in letter.entries
        ]


def test_letters_are_sorted_once_for_all_their_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Site] = []
    sort = alphabet.letters

    def letters(of: Site) -> tuple[alphabet.Letter, ...]:
        asked.append(of)
        return sort(of)

    monkeypatch.setattr(alphabet, "letters", letters)
    shown = site()
    for plan in alphabet.plans(shown):
        alphabet.view(shown, plan)
    assert len(asked) == 1


def test_the_log_of_corrections_is_in_parts_below_the_editors_text() -> None:
    addresses = [one.claim.address for one in logged().log]
    assert listed("corrections/", tag="h3", below="claims/") == addresses
    with few_on_a_page():
        first = prose_page(site(logged()), Prose("corrections/", "# Our mistakes\n\nWe say so."))
    assert "We say so." in first.text
    assert 'href="page/2/"' in first.text
    numbers = [
        int(one) for address in parts_of("corrections/") for one in re.findall(r'start="(\d+)"', paged()[address].text)
    ]
    assert numbers == list(range(len(addresses), 0, -FEW))


def test_home_names_the_stories_with_the_newest_claims() -> None:
    report = own_report()
    newest = {card.slug: place for place, card in enumerate(report.cards)}
    ordered = sorted(report.story_cards, key=lambda one: min(newest[slug] for slug in one.claims))
    assert len(ordered) > FEW
    assert [one for one in entries("", tag="li") if one.startswith("stories/") and one != "stories/"] == [
        one.address for one in ordered[:FEW]
    ]
    assert links_of("").count("stories/index.html") == 2


def test_a_sources_claims_are_in_parts_and_its_counts_are_of_all() -> None:
    most = max(own_report().sources, key=lambda one: len(one.claims))
    claims = [f"claims/{slug}/" for slug in most.claims]
    assert len(claims) > FEW
    assert listed(most.address, tag="h3", below="claims/") == claims
    for address in parts_of(most.address):
        assert f"on {len(claims)} claims" in paged()[address].text


def test_a_source_names_few_that_repeat_it_and_says_how_many_more() -> None:
    most = max(own_report().sources, key=lambda one: len(one.copied_by))
    assert len(most.copied_by) > FEW
    assert f"and {len(most.copied_by) - FEW} more</dd>" in paged()[most.address].text


def test_the_search_names_the_largest_topics() -> None:
    sizes = {f"topics/{one.slug}/": len(one.claims) for one in own_report().topics}
    found = [one for one in entries("search/", tag="li") if one in sizes]
    assert sorted((sizes[one] for one in found), reverse=True) == sorted(sizes.values(), reverse=True)[:FEW]
    assert links_of("search/").count("topics/index.html") == 2


def longest_story() -> str:
    return max(own_report().stories, key=lambda one: len(one.claims)).address


def test_a_storys_claims_news_and_sources_are_in_parts() -> None:
    report = max(own_report().stories, key=lambda one: len(one.claims))
    addresses = parts_of(report.address)
    claims = [one for address in addresses for one in entries(address, tag="h3")]
    assert claims == [one.address for one in report.claims]
    read = [Document(address, paged()[address].text) for address in addresses]
    shown = [one for page in read for one in page.all("ul") if one.get("class") == "news"]
    assert all(len(one) <= FEW for one in shown)
    assert sum(len(one) for one in shown) == sum(one.item.related for one in report.news)
    lines = [one for address in addresses for one in _last_list(address)]
    assert lines == [f"sources/{one.slug}/" for one in report.sources]
    assert all(len(_last_list(address)) <= FEW for address in addresses)


def _last_list(address: str) -> list[str]:
    page = Document(address, paged()[address].text)
    if "sources-title" not in page.identities:
        return []
    section = next(one for one in page.all("section") if one.get("aria-labelledby") == "sources-title")
    found = (page.inside(one.get("href", "")) for one in section.iter(f"{HTML}a"))
    return [one[0].removesuffix("index.html") for one in found if one and "/page/" not in one[0]]


def test_a_story_shows_the_most_stated_figures_and_says_so() -> None:
    page = Document(longest_story(), paged()[longest_story()].text)
    table = next(one for one in page.all("table") if one.get("class") == "matrix")
    assert len(list(table.iter(f"{HTML}tr"))) == FEW + 1
    assert len(list(table.iter(f"{HTML}td"))) == FEW * FEW
    said = page.words(next(page.all("main")))
    assert re.search(rf"Of \d+ figures, these are the {FEW} that most sources state\. ", said)
    assert re.search(rf"Of \d+ sources, these are the {FEW} that state most of them\. ", said)
    assert re.search(rf"Of \d+ sources, these are the {FEW} that print most figures\. ", said)
    assert re.search(r"\d+ more sources are not named here\. ", said)
    timeline = next(one for one in page.all("ol") if one.get("class") == "timeline")
    assert re.search(r"\d+ more figures", page.words(timeline))
    assert max(len(one) for one in timeline.iter(f"{HTML}ul")) == FEW + 1


def test_the_data_of_a_story_has_what_its_page_leaves_out() -> None:
    names = [f"{longest_story()}{name}.csv" for name in ("matrix", "timeline", "provenance")]
    whole = {page.address: page.text for page in pages(site()) if page.address in names}
    with few_on_a_page():
        cut = {page.address: page.text for page in pages(site()) if page.address in names}
    assert whole == cut
    assert len(whole) >= 2


def hops(found: Sequence[Hop]) -> Iterator[Hop]:
    for hop in found:
        yield hop
        yield from hops(hop.repeats)


@pytest.mark.parametrize("most", [1, 5, 20, 1000])
def test_a_shortened_tree_keeps_origins_before_what_repeats_them(most: int) -> None:
    whole = max((one.provenance for one in own_report().stories), key=lambda one: len(list(hops(one.origins))))
    short, hidden = shortened(whole, most)
    every, kept = (list(hops((*one.origins, *one.unordered))) for one in (whole, short))
    assert len(kept) == min(most, len(every))
    assert hidden == len(every) - len(kept)
    first = [one.source for one in (*whole.origins, *whole.unordered)]
    assert [one.source for one in (*short.origins, *short.unordered)] == first[:most]
    assert {one.source.slug for one in kept} <= {one.source.slug for one in every}


def test_no_link_between_parts_is_broken() -> None:
    files = {page.path for page in paged().values()}
    others = re.compile(r".*\.(svg|csv|json|css|js|xml|md|sqlite)")
    broken = {
        (address, path)
        for address in paged()
        for path in links_of(address)
        if path not in files and not (theme_folder() / path).is_file() and not others.fullmatch(path)
    }
    assert broken == set()


def test_no_part_is_an_orphan() -> None:
    by_path = {page.path: address for address, page in paged().items()}
    seen, edge = {"index.html"}, [""]
    while edge:
        for path in links_of(edge.pop()):
            if path in by_path and path not in seen:
                seen.add(path)
                edge.append(by_path[path])
    alone = {path for path in by_path if path not in seen and not path.startswith("embed/")}
    redirects = {page.path for page in paged().values() if 'http-equiv="refresh"' in page.text}
    assert alone - redirects == {"404.html"}


def test_only_first_parts_are_for_search_engines() -> None:
    further = {address: page for address, page in paged().items() if "/page/" in address}
    assert len(further) > 100
    assert not any(page.listed for page in further.values())
    assert all('content="noindex"' in page.text for page in further.values())


def test_no_address_is_made_twice_in_parts() -> None:
    with few_on_a_page():
        shown = site(logged())
        found = [plan.address for page_type in (*GATHERING_TYPES, STORY) for plan in page_type.plans(shown)]
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "address",
    ["topics/page/2/", "topics/ai-chips/page/2/", "corrections/page/2/", "search/b/page/2/", "search/", "corrections/"],
)
def test_parts_are_well_formed(address: str) -> None:
    assert problems_of(Document(address, paged()[address].text)) == []


def test_parts_of_a_story_and_of_a_source_are_well_formed() -> None:
    source = max(own_report().sources, key=lambda one: len(one.claims))
    for address in (*parts_of(longest_story()), *parts_of(source.address)):
        assert problems_of(Document(address, paged()[address].text)) == []


def test_no_page_grows_with_the_site() -> None:
    """Twice the claims on the same topics, claimants and sources: the largest page of each type stays as large.

    Links to parts with larger numbers, and counts with more digits, are all that may be added.
    """
    sizes = [_largest(times) for times in (3, 6)]
    assert sizes[0].keys() == sizes[1].keys()
    assert {name: (size, sizes[0][name]) for name, size in sizes[1].items() if size > 1.02 * sizes[0][name] + 200} == {}


def _largest(times: int) -> dict[str, int]:
    shown = site(grown(times))
    with few_on_a_page():
        return {
            page_type.name: max(
                (len(render(shown, page_type, plan).text) for plan in page_type.plans(shown)), default=0
            )
            for page_type in (*GATHERING_TYPES, STORY)
        }
