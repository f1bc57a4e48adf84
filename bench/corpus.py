"""Generate a site of any size: claims, sources, stories, snapshots and configuration, the same bytes for the same seed.

`python bench/corpus.py FOLDER 10000` writes a project that `mkdocs build --strict` takes. A claim depends only on its
number and the seed, so 1,000 claims are the first 1,000 of 100,000; the number of sources grows with the claims (a
quarter of them, and 50), and each claim cites sources near its own. Files are written one by one; nothing is kept but
the quotations of the sources that later claims can still cite.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.generated.claim import Claim
from bench.generated.numbering import (
    SEED,
    has_snapshot,
    last_to_cite,
    source_count,
    source_slug,
    story_count,
    story_slug,
)
from bench.generated.site import CONFIGURATION, SCALE, page_texts
from bench.generated.source import snapshot_text, source_text
from bench.generated.story import story_text

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDERS = ("evidence", "content/claims", "content/sources", "content/stories", "content/pages")


def files(claims: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Give path below the project and text of every file."""
    yield "mkdocs.yml", CONFIGURATION
    yield "content/scale.yml", SCALE
    for name, text in page_texts():
        yield f"content/pages/{name}", text
    yield from _claims_and_sources(claims, seed)
    for number in range(story_count(claims)):
        yield f"content/stories/{story_slug(number)}.md", story_text(number, claims, seed)


def _claims_and_sources(claims: int, seed: int) -> Iterator[tuple[str, str]]:
    """Give each source as soon as no later claim can cite it; claims beyond the last are made for their words only.

    So a snapshot holds the same text whatever the size of the site.
    """
    quotations: dict[int, list[str]] = defaultdict(list)
    waiting = 0
    for number in count():
        claim = Claim(number, seed)
        for source, words in claim.quotations():
            quotations[source].append(words)
        if number < claims:
            yield f"content/claims/{claim.slug}.md", claim.text()
        while last_to_cite(waiting) <= number:
            if waiting == source_count(claims):
                return
            yield from _source(waiting, quotations.pop(waiting, []), seed)
            waiting += 1


def _source(number: int, quotations: list[str], seed: int) -> Iterator[tuple[str, str]]:
    snapshot = snapshot_text(number, quotations, seed) if has_snapshot(number) else None
    if snapshot is not None:
        yield f"evidence/{source_slug(number)}.txt", snapshot
    yield f"content/sources/{source_slug(number)}.md", source_text(number, snapshot, seed)


def write(folder: Path, claims: int, seed: int = SEED) -> None:
    """Write a project of so many claims."""
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for path, text in files(claims, seed):
        with (folder / path).open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the project is written; made if it is not there")
    parser.add_argument("claims", type=int)
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    write(arguments.folder, arguments.claims, arguments.seed)


if __name__ == "__main__":
    main()
