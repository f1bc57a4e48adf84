"""Links between pages, checked with the standard library's own way of following them."""

from __future__ import annotations

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from factreport.pages.links import linking_from, relative

ROOT = "https://facts.example/desk/"

folders = st.lists(st.sampled_from("abc"), max_size=4).map(lambda names: "".join(f"{name}/" for name in names))
addresses = st.builds("{}{}".format, folders, st.sampled_from(["", "", "chart.svg", "data.json"]))
anchors = st.sampled_from(["", "#top"])


@given(addresses, addresses, anchors)
def test_a_link_leads_where_it_should_under_any_sub_path(origin: str, target: str, anchor: str) -> None:
    assert urljoin(f"{ROOT}{origin}", relative(origin, f"{target}{anchor}")) == f"{ROOT}{target}{anchor}"


@given(addresses, addresses)
def test_links_are_relative_and_never_empty(origin: str, target: str) -> None:
    link = relative(origin, target)
    assert link
    assert not link.startswith("/")


@given(addresses, addresses, st.sampled_from(["", "#", "#top"]))
def test_links_of_one_page_are_the_same_however_they_are_asked_for(origin: str, target: str, anchor: str) -> None:
    assert linking_from(origin)(f"{target}{anchor}") == relative(origin, f"{target}{anchor}")
