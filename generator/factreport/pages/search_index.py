"""The index of the search: files of which a browser fetches the few that one query needs.

Words are sorted and cut into files of about equal size, records into files of a fixed number. The browser puts the
words that it fetched into MiniSearch, which ranks them. Nothing here depends on time, place or order of hashing: the
same records give the same bytes. The folder is named by what it holds, so that files of two builds never mix.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factreport.pages.search_records import Record

FOLDER = "search/index"
FILE_CHARACTERS = 24_000
"""A file of words ends with the word that makes it so long."""
RECORDS_IN_FILE = 16
MOST_RECORDS = 2_000
"""Of a word that more records have, the index keeps so many: titles first, then in the order of the records."""
MOST_WORDS = 4_000
"""So many words, the most frequent ones, are known to the spelling hint."""
MOST_VALUES = 500
"""So many values of a filter can be chosen, those of the most pages."""
SHORTEST_WORD = 4
"""Characters of the shortest word that the spelling hint knows."""
FILTER_MARK = "="
"""Begins the entries of filters, which no word can."""
SCALES = {
    "k": "thousand", "m": "million", "mn": "million", "mln": "million", "b": "billion", "bn": "billion",
    "bln": "billion", "t": "trillion", "tn": "trillion", "trn": "trillion",
}  # fmt: skip
"""What is written after a number, close to it or not, and the word by which it is found; in `js/search.js` too."""


@cache
def _word() -> re.Pattern[str]:
    # Numbers keep their decimals and what is written close to them; scripts without spaces are found sign by sign.
    # Sets of so many characters take long to compile, and most builds write no index.
    return re.compile(
        r"[\u3040-\u30ff\u3400-\u9fff]|\d+(?:[.,]\d+)*[^\W_\u3040-\u30ff\u3400-\u9fff]*|(?:(?![\u3040-\u30ff\u3400-\u9fff])[^\W_])+"
    )


@cache
def _figure() -> re.Pattern[str]:
    scales = "|".join(sorted({*SCALES, *SCALES.values()}))
    return re.compile(rf"(\d+(?:[.,]\d+)*)({scales})?")


@cache
def _grouped() -> re.Pattern[str]:
    return re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")


@lru_cache(maxsize=1 << 16)
def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text as the search compares them; `js/search.js` does the same to what readers type.

    A figure is found however an outlet prints it: "4.5bn" and "4.5 billion", "32,000" and "32000" are the same words.

    >>> words_of("Über £4.5bn, 1,000 chips")
    ('uber', '4.5', 'billion', '1000', 'chips')
    """
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "M")
    return tuple(_with_whole_figures(_word().findall(text.lower())))


def _with_whole_figures(words: Iterable[str]) -> Iterator[str]:
    after_number = False
    for word in words:
        figure = _figure().fullmatch(word) if word[0].isdecimal() else None
        if figure:
            yield figure[1].replace(",", "") if _grouped().fullmatch(figure[1]) else figure[1]
            if figure[2]:
                yield SCALES.get(figure[2], figure[2])
        else:
            yield SCALES.get(word, word) if after_number else word
        after_number = bool(figure and not figure[2])


class _Posting(Struct):
    """The records that have a word, by number: in the title, among the names, in other texts; in order, each once."""

    fields: tuple[list[int], list[int], list[int]] = field(default_factory=lambda: ([], [], []))

    def entry(self, word: str, most: int | None) -> list[object]:
        """Give word, number of records that have it, and for each field the numbers as steps from one to the next."""
        every = sorted(set().union(*self.fields))
        kept = self.fields if most is None or len(every) <= most else self._first(most)
        steps = [[numbers[0], *(b - a for a, b in pairwise(numbers))] if numbers else [] for numbers in kept]
        while not steps[-1]:
            steps.pop()
        return [word, len(every), *steps]

    def _first(self, most: int) -> tuple[list[int], ...]:
        chosen = set(list(dict.fromkeys(number for numbers in self.fields for number in numbers))[:most])
        return tuple([number for number in numbers if number in chosen] for numbers in self.fields)


def index(records: Iterable[Record]) -> Mapping[str, str]:
    """Give the files of the index: address below the site's root, and text."""
    ordered = tuple(records)
    postings = _postings(ordered)
    filters = _filters(ordered)
    shards = list(_shards(postings))
    files = {f"words-{number}.json": _json(shard) for number, shard in enumerate(shards)}
    blocks = range(0, len(ordered), RECORDS_IN_FILE)
    for number, first in enumerate(blocks):
        files[f"records-{number}.json"] = _json([_shown(one) for one in ordered[first : first + RECORDS_IN_FILE]])
    files["spelling.json"] = _json(_frequent(postings))
    files["start.json"] = _json(
        {
            "records": len(ordered),
            "in_file": RECORDS_IN_FILE,
            "most": MOST_RECORDS,
            "kinds": _kinds(ordered),
            "files": [shard[0][0] for shard in shards],
            "filters": filters,
            "says": says(),
        }
    )
    folder = f"{FOLDER}/{_name(files)}"
    return {f"{folder}/{name}": text for name, text in files.items()}


def folder_of(files: Mapping[str, str]) -> str:
    """Give the address of the folder in which the files of an index stand, with a slash at its end."""
    return f"{next(iter(files)).rpartition('/')[0]}/"


def says() -> dict[str, str]:
    """Give the words that the script shows, in the site's language."""
    return {
        "any": _("any"),
        "clear": _("Clear the filters"),
        "few": _("No page has all of these words; these have some of them."),
        "found": _("Pages found: {n}"),
        "hint": _("Did you mean:"),
        "kept": _("“{word}” stands on {n} pages; the first {most} were searched."),
        "more": _("Show more"),
        "none": _("Nothing found for “{query}”."),
        "none_filtered": _("Nothing found with these filters."),
        "stale": _("The site has been renewed since you opened this page. Please load it again."),
    }


def _postings(records: Sequence[Record]) -> dict[str, _Posting]:
    postings: dict[str, _Posting] = defaultdict(_Posting)
    for number, record in enumerate(records):
        for place, texts in enumerate(((record.title,), record.names, record.texts)):
            for word in {word for text in texts for word in words_of(text)}:
                postings[word].fields[place].append(number)
        for name, value in dict.fromkeys(record.filters):
            postings[f"{FILTER_MARK}{name}{FILTER_MARK}{value}"].fields[0].append(number)
    return postings


def _filters(records: Sequence[Record]) -> list[list[object]]:
    """Give the filters in the order in which they first appear, each with its values and their numbers of pages."""
    values: dict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        for name, value in record.filters:
            values[name][value] += 1
    return [[name, [[value, counts[value]] for value in _values(counts)]] for name, counts in values.items()]


def _values(counts: Mapping[str, int]) -> list[str]:
    """Give values as readers look them up; years, the latest first."""
    kept = sorted(counts, key=lambda value: (-counts[value], value))[:MOST_VALUES]
    ordered = sorted(kept, key=lambda value: (value.casefold(), value))
    return ordered[::-1] if all(value.isdecimal() for value in ordered) else ordered


def _shards(postings: Mapping[str, _Posting]) -> Iterator[list[list[object]]]:
    shard: list[list[object]] = []
    length = 0
    for word in sorted(postings):
        entry = postings[word].entry(word, None if word[0] == FILTER_MARK else MOST_RECORDS)
        shard.append(entry)
        length += len(_json(entry))
        if length >= FILE_CHARACTERS:
            yield shard
            shard, length = [], 0
    if shard:
        yield shard


def _frequent(postings: Mapping[str, _Posting]) -> list[str]:
    """Give the words that most records have, for the spelling hint."""
    known = [word for word in postings if len(word) >= SHORTEST_WORD and word.isalpha()]
    known.sort(key=lambda word: (-sum(map(len, postings[word].fields)), word))
    return sorted(known[:MOST_WORDS])


def _kinds(records: Iterable[Record]) -> list[list[object]]:
    counts: dict[str, int] = {}
    for record in records:
        counts[record.kind] = counts.get(record.kind, 0) + 1
    return [[kind, number] for kind, number in counts.items()]


def _shown(record: Record) -> list[str]:
    """Give what a result shows, without the empty values at the end."""
    shown = [record.address, record.title, record.line, record.note, record.look, record.language]
    while not shown[-1]:
        shown.pop()
    return shown


def _name(files: Mapping[str, str]) -> str:
    """Give a name for the files from what they say."""
    digest = hashlib.sha256()
    for name, text in sorted(files.items()):
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()[:12]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
