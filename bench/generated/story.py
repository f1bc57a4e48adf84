"""Generated stories, which gather claims."""

from __future__ import annotations

import random
from datetime import timedelta

from bench.generated import words
from bench.generated.numbering import CLAIMS_IN_A_STORY, DAYS, FIRST_DAY, SEED, is_retired, quoted


def story_text(number: int, claims: int, seed: int = SEED) -> str:
    """Give the file of a story that gathers its share of so many claims."""
    chance = random.Random(f"{seed} story {number}")  # noqa: S311 - the same on every run, nothing secret
    first = number * CLAIMS_IN_A_STORY
    company, place = chance.choice(words.COMPANIES), chance.choice(words.PLACES)
    day = FIRST_DAY + timedelta(days=number * 613 % DAYS)
    lines = [
        "---",
        f"title: {quoted(f'The plans of {company} for {place}')}",
        "summary: One announcement, repeated by many outlets with small and large changes, each traced back.",
        f"happened: {day}",
        f"topics: [{', '.join(chance.sample(words.TOPICS, 3))}]",
        "claims:",
        *(
            f"  - claim-{claim:06}"
            for claim in range(first, min(first + CLAIMS_IN_A_STORY, claims))
            if not is_retired(claim)
        ),
        "news:",
    ]
    for item in range(3):
        lines += [
            f"  - title: {quoted(f'{company} and {chance.choice(words.OBJECTS)}, part {item + 1}')}",
            f"    publisher: {quoted(chance.choice(words.PUBLISHERS))}",
            f"    url: https://news.example.org/{number}/{item}",
            f"    published: {day + timedelta(days=30 * item)}",
            "    dated_by: The page's own date",
            "    subject: the wider plan",
            "    because: It tells what became of the plan.",
            f"    claims: [claim-{first:06}]",
        ]
    sentences = [one.format(company=company, place=place) for one in chance.sample(words.SENTENCES, 12)]
    lines += ["---", " ".join(sentences[:6]), "", "## Background", "", " ".join(sentences[6:]), ""]
    return "\n".join(lines)
