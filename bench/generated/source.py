"""Generated sources: origins, and those that repeat them."""

from __future__ import annotations

import random
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from bench.generated import words
from bench.generated.numbering import SEED, SOURCES_IN_A_GROUP, origin_of, published, quoted, source_slug

if TYPE_CHECKING:
    from collections.abc import Iterable

COUNTRIES = ("GB", "MY", "DE", "US", "JP", "CH", "PL", "SE", "IN", "CN")


def source_text(number: int, snapshot: str | None = None, seed: int = SEED) -> str:
    """Give the file of a source: an origin, or one of four that repeat it; `snapshot` is its captured text, if any."""
    chance = random.Random(f"{seed} source {number}")  # noqa: S311 - the same on every run, nothing secret
    member, origin = number % SOURCES_IN_A_GROUP, origin_of(number)
    day, publisher = published(number), chance.choice(words.PUBLISHERS)
    lines = ["---", f"publisher: {quoted(publisher)}", f"short_name: {quoted(f'{publisher} ({number})')}"]
    hostile = words.HOSTILE[number % len(words.HOSTILE)] if number % 7 == 0 else "reported"
    title = f"{chance.choice(words.COMPANIES)} plans {chance.choice(words.OBJECTS)} for {chance.choice(words.PLACES)}"
    lines.append(f"{'address_suggests' if number % 11 == 3 else 'title'}: {quoted(f'{title}: {hostile}')}")
    lines.append(f"url: https://publisher-{number % 13}.example.org/{day:%Y/%m}/report-{number}?a=1&b=2")
    if member == 3:
        lines.append("link: no")
    if member == 2:
        lines.append(f"archived: https://archive.example.org/{day:%Y%m%d}/report-{number}")
    if number % 9 == 4:
        lines += [f"published: on or after {day}", "dated_by: It repeats a report of that day and shows no date."]
    else:
        lines.append(f"published: {day}")
    lines += [f"author: {chance.choice(words.PEOPLE)}", f"country: {chance.choice(COUNTRIES)}"]
    if number % 13 == 5:
        lines.append("language: de")
    lines += [f"usual_currency: {chance.choice(('USD', 'GBP', 'EUR'))}", "usual_rounding: one decimal"]
    if member == 0:
        kind, knows = chance.choice(
            (("agency", "own"), ("official", "official"), ("company", "own"), ("filing", "own"))
        )
        lines += [f"kind: {kind}", f"knows: {knows}", "credits_people: two people briefed on the matter"]
    else:
        kind = chance.choice(("news", "news", "aggregator", "broadcast", "post", "research"))
        lines += [f"kind: {kind}", "knows: re-report"]
        lines.append(f"{'probably_used' if member == 4 else 'credits'}: [{source_slug(origin)}]")
    lines += ["read: whole", "read_note: The page as it was shown without signing in."]
    if snapshot is None:
        lines.append("snapshot: none")
    else:
        lines += [
            f"snapshot: sha256:{sha256(snapshot.encode()).hexdigest()}",
            f"captured: {day + timedelta(days=9)}",
            "snapshot_published: yes",
        ]
    if number % 40 == 9:
        lines += ["corrections:", f"  - date: {day + timedelta(days=1)}", "    note: The outlet corrected the year."]
    if number % 15 == 2:
        lines += ["headlines:", f"  - title: {quoted(f'More on {title}')}", f"    publisher: {quoted(publisher)}"]
        lines += [f"    published: {day}", "    related: no"]
    lines += ["---", *chance.sample([one for one in words.SENTENCES if "{" not in one], 3), ""]
    return "\n".join(lines)


def snapshot_text(number: int, quotations: Iterable[str], seed: int = SEED) -> str:
    """Give the captured text of a source, which has all these words in it, each once."""
    chance = random.Random(f"{seed} snapshot {number}")  # noqa: S311 - the same on every run, nothing secret
    sentences = [one for one in words.SENTENCES if "{" not in one]
    paragraphs = (
        f"{' '.join(chance.sample(sentences, 3))}\n\n“{quotation}”\n\n" for quotation in dict.fromkeys(quotations)
    )
    return "".join(paragraphs)
