"""The index of the search: what it holds, and that it comes out the same."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.pages.sites import PROJECT, document, gzipped, own_report, site

from factreport.pages.alphabet import entries
from factreport.pages.page import Page
from factreport.pages.search import files, plans
from factreport.pages.search_index import FILTER_MARK, MOST_RECORDS, RECORDS_IN_FILE, folder_of, index, words_of
from factreport.pages.search_records import Record, records
from factreport.theme import theme_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

texts = st.text(st.characters(codec="utf-8", max_codepoint=0x3100), max_size=20)
any_records = st.lists(
    st.builds(
        Record,
        kind=st.sampled_from(["Claims", "Sources"]),
        address=st.just("claims/x/"),
        title=texts,
        line=texts,
        names=st.tuples(texts),
        texts=st.tuples(texts),
        filters=st.sampled_from([(), (("Year", "2025"),), (("Year", "2024"), ("Topic", "Chips"))]),
    ),
    max_size=2 * RECORDS_IN_FILE,
)


class Index:
    """An index read back."""

    def __init__(self, written: Mapping[str, str]) -> None:
        self.files = {address.removeprefix(folder_of(written)): json.loads(text) for address, text in written.items()}
        self.start = self.files["start.json"]
        self.entries = [entry for name in self._named("words") for entry in self.files[name]]
        self.records = [record for name in self._named("records") for record in self.files[name]]

    def _named(self, kind: str) -> list[str]:
        found = [name for name in self.files if name.startswith(f"{kind}-")]
        return sorted(found, key=lambda name: int(re.findall(r"\d+", name)[0]))

    def numbers(self, word: str) -> list[set[int]]:
        """Give the records that have a word, field by field."""
        _word, _count, *fields = next(entry for entry in self.entries if entry[0] == word)
        return [set(_sums(steps)) for steps in fields]

    def found(self, word: str) -> set[str]:
        """Give the addresses of the records that have a word."""
        return {self.records[number][0] for number in set().union(*self.numbers(word))}


def _sums(steps: list[int]) -> Iterator[int]:
    number = 0
    for step in steps:
        number += step
        yield number


@pytest.fixture(scope="module")
def own_index() -> Index:
    return Index(site().search_files)


def test_everything_that_has_a_page_is_a_record() -> None:
    assert {record.address for record in records(site())} == {entry.address for entry in entries(site())}


def test_a_claim_is_found_by_its_answer_claimant_figures_and_publishers(own_index: Index) -> None:
    report = own_report().claim_by_slug["china-chips"]
    printed = [row.printed for figure in report.figures for row in figure.rows if row.stated]
    publishers = [citation.source.publisher for citation in report.citations]
    said = [report.claim.claim, report.claim.answer, report.claim.claimant, *printed, *publishers]
    assert printed
    assert publishers
    for text in said:
        for word in words_of(text):
            assert report.address in own_index.found(word), word


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("£4.4bn", ("4.4", "billion")),
        ("$6.8 bn", ("6.8", "billion")),
        ("4.4billion", ("4.4", "billion")),
        ("US$500m", ("us", "500", "million")),
        ("$1tn or 5k", ("1", "trillion", "or", "5", "thousand")),
        ("32,000", ("32000",)),
        ("1,250.5mn", ("1250.5", "million")),
        ("1,00,000", ("100000",)),
        ("12,5 Mrd", ("12,5", "mrd")),
        ("in 2023,2024", ("in", "2023,2024")),
        ("a b, 3rd", ("a", "b", "3rd")),
    ],
)
def test_a_figure_is_the_same_words_however_it_is_printed(printed: str, words: tuple[str, ...]) -> None:
    assert words_of(printed) == words


def test_every_record_is_under_its_filters(own_index: Index) -> None:
    every = list(records(site()))
    assert {name for record in every for name, _value in record.filters} == {"Verdict", "Topic", "Source", "Year"}
    for number, record in enumerate(every):
        for name, value in record.filters:
            assert number in own_index.numbers(f"{FILTER_MARK}{name}{FILTER_MARK}{value}")[0]
    for name, values in own_index.start["filters"]:
        for value, count in values:
            assert count == len([record for record in every if (name, value) in record.filters]), (name, value)


def test_words_are_in_order_and_begin_each_file(own_index: Index) -> None:
    words = [entry[0] for entry in own_index.entries]
    assert words == sorted(words)
    assert own_index.start["files"] == [
        own_index.files[f"words-{number}.json"][0][0] for number in range(len(own_index.start["files"]))
    ]


@given(any_records)
def test_every_word_of_every_record_is_found(made: list[Record]) -> None:
    read = Index(index(made))
    assert len(read.records) == len(made)
    for number, record in enumerate(made):
        for place, said in enumerate(((record.title,), record.names, record.texts)):
            for text in said:
                for word in words_of(text):
                    assert number in read.numbers(word)[place]


def test_of_a_frequent_word_titles_are_kept_first_and_the_number_of_all_is_told() -> None:
    many = MOST_RECORDS + 10
    made = [
        Record("Claims", f"claims/{n}/", "titled" if n >= many - 5 else f"no {n}", "", texts=("titled",))
        for n in range(many)
    ]
    read = Index(index(made))
    entry = next(entry for entry in read.entries if entry[0] == "titled")
    assert entry[1] == many
    kept = set().union(*read.numbers("titled"))
    assert len(kept) == MOST_RECORDS
    assert kept >= set(range(many - 5, many))


PRINT_INDEX = """
import hashlib
from tests.pages.sites import site
print(hashlib.sha256("".join(f"{a}{t}" for a, t in site().search_files.items()).encode()).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_content_gives_the_same_bytes(seed: str) -> None:
    """Another process with another order of hashing; two seeds, so that one of them differs from this process's."""
    environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{PROJECT / 'generator'}:{PROJECT}"}
    made = subprocess.run(
        [sys.executable, "-c", PRINT_INDEX], env=environment, capture_output=True, text=True, check=True
    )
    here = "".join(f"{address}{text}" for address, text in site().search_files.items())
    assert made.stdout.strip() == hashlib.sha256(here.encode()).hexdigest()


def test_the_folder_changes_with_what_it_holds() -> None:
    first = Record("Claims", "claims/x/", "A claim", "")
    assert folder_of(index([first])) != folder_of(index([replace(first, line="An answer")]))
    assert folder_of(index([first])) == folder_of(index([first]))


def test_the_files_of_the_index_are_not_listed() -> None:
    assert all(not page.listed for plan in plans(site()) for page in files(site(), plan) if isinstance(page, Page))


def test_our_script_is_small_and_the_library_is_as_it_was_published() -> None:
    scripts = theme_folder() / "js"
    assert gzipped((scripts / "search.js").read_text(encoding="utf-8")) <= 10 * 1024
    noted = re.search(r"[0-9a-f]{64}", (scripts / "minisearch" / "README.md").read_text(encoding="utf-8"))
    assert noted
    assert noted[0] == hashlib.sha256((scripts / "minisearch" / "index.js").read_bytes()).hexdigest()
    assert "MIT" in (scripts / "minisearch" / "LICENSE.txt").read_text(encoding="utf-8")


def test_the_search_page_alone_has_a_script() -> None:
    assert [one.get("type") for one in document("search/").all("script")] == ["module"]
    assert list(document("search/b/").all("script")) == []
    assert "form" in [one.tag.rpartition("}")[2] for one in document("search/b/").parsed.iter()]
