"""Measure the search at the size of a large site: generated records in, time, memory and bytes out.

The records take their words from the project's own content, with names and figures that grow with the site. The bytes
of a query are those of the files that `js/search.js` fetches for it: words, and the records that are shown first.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import resource
import sys
import time
from pathlib import Path

from factreport.pages.search_index import FOLDER, index, words_of
from factreport.pages.search_records import Record

ROOT = Path(__file__).parents[1]
CLAIMS = (100, 1_000, 10_000)
SOURCES_FOR_A_CLAIM = 3
QUERIES = ("nvidia", "intel malaysia 860", "the", "billion", "china chips spending", "reuters")
VERDICTS = ("Supported", "Partly supported", "Disputed", "Not supported", "Contradicted", "Cannot be settled")
KINDS, SHOWN = 2, 5


def own_words() -> list[str]:
    """Give the words of the project's content in their order, so that frequent words are frequent."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "content").rglob("*.md")))
    return re.findall(r"[^\s|:\"]+", " ".join(texts))


def records(claims: int) -> list[Record]:
    """Give so many claims and three times as many sources."""
    words, chance = own_words(), random.Random(1)  # noqa: S311 - the same on every run, nothing secret

    def text(number: int) -> str:
        start = chance.randrange(len(words) - number)
        name = "".join(chance.choice("bcdfglmnprst") + chance.choice("aeiou") for _ in range(3))
        return " ".join([*words[start : start + number], name, f"{chance.randrange(1, 1000) / 10}bn"])

    publishers = [f"Publisher {text(1)}" for _ in range(claims // 10 + 10)]
    years = [str(year) for year in range(2016, 2027)]
    made = [
        Record(
            kind="Claims",
            address=f"claims/claim-{number}/",
            title=text(14),
            line=text(25),
            names=(text(2), f"Topic {chance.randrange(200)}"),
            texts=tuple(text(12) for _ in range(6)),
            note=chance.choice(VERDICTS),
            look="disputed",
            filters=(
                ("Verdict", chance.choice(VERDICTS)),
                ("Topic", f"Topic {chance.randrange(200)}"),
                *(("Source", name) for name in sorted(set(chance.choices(publishers, k=4)))),
                ("Year", chance.choice(years)),
            ),
        )
        for number in range(claims)
    ]
    made += [
        Record(
            kind="Sources",
            address=f"sources/source-{number}/",
            title=text(10),
            line="A publisher, 21 January 2025",
            names=(publisher := chance.choice(publishers),),
            filters=(("Source", publisher), ("Year", chance.choice(years))),
        )
        for number in range(SOURCES_FOR_A_CLAIM * claims)
    ]
    return made


def size(text: str) -> int:
    """Give the bytes that travel."""
    return len(gzip.compress(text.encode(), 6, mtime=0))


def cost(files: dict[str, str], query: str) -> tuple[int, int]:
    """Give the files and bytes that a query fetches beside `start.json`."""
    starts = json.loads(files["start.json"])["files"]
    names = set()
    for word in words_of(query):
        number = max([i for i, first in enumerate(starts) if first <= word], default=0)
        names.add(number)
        for following in (number + 1, number + 2):
            if len(word) > 2 and following < len(starts) and starts[following].startswith(word):
                names.add(following)
    fetched = [files[f"words-{number}.json"] for number in names]
    # At worst, every result that is shown stands in a file of its own.
    shown = sorted((size(text) for name, text in files.items() if name.startswith("records")), reverse=True)
    most = shown[: KINDS * SHOWN]
    return len(fetched) + len(most), sum(map(size, fetched)) + sum(most)


def measure(claims: int) -> None:
    """Print what the search of a site with so many claims costs."""
    made = records(claims)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    files = {address.removeprefix(FOLDER)[14:]: text for address, text in index(made).items()}
    seconds = time.process_time() - started
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    total = sum(len(text.encode()) for text in files.values()) / 2**20
    words = [size(text) for name, text in files.items() if name.startswith("words")]
    print(
        f"{claims} claims, {len(made)} records: {len(files)} files, {total:.1f} MiB, "
        f"{seconds:.1f} s of one processor, {grown:.0f} MiB more memory"
    )
    print(
        f"  start.json {size(files['start.json']) / 1024:.1f} KiB, file of words at most {max(words) / 1024:.1f} KiB, "
    )
    print(f"  spelling.json (only where a word is unknown) {size(files['spelling.json']) / 1024:.1f} KiB")
    for query in QUERIES:
        number, travels = cost(files, query)
        print(f"  {query!r}: {number} files, {travels / 1024:.0f} KiB")


def main() -> None:
    for claims in [int(one) for one in sys.argv[1:]] or CLAIMS:
        measure(claims)


if __name__ == "__main__":
    main()
