"""Generate a site of any size: claims, sources, stories, scale and configuration, the same bytes for the same seed.

`python bench/corpus.py FOLDER 10000` writes a project that `mkdocs build --strict` takes. A claim depends only on its
number and the seed, so 1,000 claims are the first 1,000 of 100,000; the number of sources grows with the claims (a
quarter of them, and 50), and each claim cites sources near its own. Files are written one by one; nothing is kept.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import corpus_words as words
from currency_converter import CurrencyConverter

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 1
FIRST_DAY, DAYS = date(2016, 3, 1), 2_900
CHECKED = date(2025, 6, 30)
FIRST_SOURCES, CLAIMS_FOR_A_SOURCE, SOURCES_IN_A_GROUP, NEAR = 50, 4, 5, 40
CLAIMS_IN_A_STORY = 20
MONEY = {
    "CNY": "{} yuan", "MYR": "RM{}", "GBP": "£{}", "EUR": "€{}", "USD": "${}", "JPY": "{} yen", "CHF": "CHF{}",
    "PLN": "{} zloty", "SEK": "{} Swedish kronor", "INR": "Rs {}",
}  # fmt: skip
NAMES = {"CNY": "yuan", "MYR": "ringgit", "GBP": "pounds", "EUR": "euros", "JPY": "yen", "CHF": "Swiss francs",
         "PLN": "zloty", "SEK": "kronor", "INR": "rupees", "USD": "dollars"}  # fmt: skip
COUNTRIES = ("GB", "MY", "DE", "US", "JP", "CH", "PL", "SE", "IN", "CN")


@cache
def converter() -> CurrencyConverter:
    return CurrencyConverter(fallback_on_missing_rate=True, fallback_on_missing_rate_method="last_known")


@cache
def rate(day: date, currency: str, other: str) -> float:
    """How much of the other currency one unit buys."""
    return float(converter().convert(1, currency, other, date=day))


def quoted(text: str) -> str:
    """Write a text as YAML takes it, whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def source_slug(number: int) -> str:
    return f"source-{number:05}"


def story_slug(number: int) -> str:
    return f"story-{number:05}"


def source_count(claims: int) -> int:
    return FIRST_SOURCES + -(-claims // CLAIMS_FOR_A_SOURCE)


def story_count(claims: int) -> int:
    return -(-claims // CLAIMS_IN_A_STORY)


def origin_of(source: int) -> int:
    """The source with knowledge of its own from which a source of its group has its news."""
    return source - source % SOURCES_IN_A_GROUP


def published(source: int) -> date:
    """A group of sources reports within a week; groups are scattered over the years."""
    group, member = divmod(source, SOURCES_IN_A_GROUP)
    return FIRST_DAY + timedelta(days=group * 613 % DAYS + member)


def is_retired(claim: int) -> bool:
    return claim % 250 == 113


@dataclass(frozen=True)
class Amount:
    """A sum of money as it is printed: digits and scale."""

    number: float
    scale: str
    currency: str

    def printed(self, places: int = 1, number: float | None = None) -> str:
        value = self.number if number is None else number
        return MONEY[self.currency].format(f"{value:.{places}f} {self.scale}")

    def converted(self, day: date) -> Amount:
        other = "EUR" if self.currency == "USD" else "USD"
        value, scale = self.number * rate(day, self.currency, other), self.scale
        if value < 1:
            value, scale = value * 1_000, "million" if scale == "billion" else "thousand"
        return Amount(value, scale, other)


class Claim:
    """One generated claim. All chances are drawn from its own generator, in a fixed order."""

    def __init__(self, number: int, seed: int = SEED) -> None:
        self.number = number
        self.chance = random.Random(f"{seed} claim {number}")  # noqa: S311 - the same on every run, nothing secret
        self.company = words.COMPANIES[number % len(words.COMPANIES)]
        self.place = self.chance.choice(words.PLACES)
        self.object = self.chance.choice(words.OBJECTS)
        currency = tuple(MONEY)[number % len(MONEY)]
        scale = "billion" if currency in {"JPY", "INR", "CNY"} or number % 3 == 0 else "million"
        self.amount = Amount(self.chance.randrange(120, 9_800) / 10, scale, currency)
        self.sources = self._sources()
        self.day = published(self.sources[0])
        self.second = SECOND_FIGURES[number % len(SECOND_FIGURES)]

    @property
    def slug(self) -> str:
        return f"claim-{self.number:06}"

    @property
    def hostile(self) -> str:
        """Characters that break careless generators, in every fifth claim."""
        return words.HOSTILE[self.number // 5 % len(words.HOSTILE)] if self.number % 5 == 0 else ""

    def _sources(self) -> list[int]:
        """Give an origin, its repetition that no earlier claim cites, and one to three others near them."""
        newest = FIRST_SOURCES + self.number // CLAIMS_FOR_A_SOURCE
        first = list(dict.fromkeys((origin_of(newest), newest)))
        others = self.chance.sample(range(max(0, newest - NEAR), newest), 5)
        return [*first, *(other for other in others if other not in first)][: self.chance.choice((3, 4, 4, 5))]

    @cached_property
    def markers(self) -> tuple[str, ...]:
        return tuple(f"[@{source_slug(source)}:amount]" for source in self.sources)

    def earlier(self) -> int | None:
        """Give a claim to link to: an earlier one that was not withdrawn."""
        if self.number == 0:
            return None
        other = self.chance.randrange(max(0, self.number - 5_000), self.number)
        return other - 1 if is_retired(other) else other

    def text(self) -> str:
        """Give the whole file."""
        lines = ["---", *self.head(), *self.figures(), *self.citations(), *self.later(), "---", *self.body(), ""]
        return "\n".join(lines)

    def head(self) -> Iterator[str]:
        number, amount = self.number, self.amount.printed()
        spend = f"{self.company} will spend {amount} on {self.object} in {self.place}"
        yield f"claim: {quoted(f'{spend} {self.hostile}'.strip())}"
        if number % 7 == 0:
            yield "verbatim: yes"
        if number % 4 == 0:
            yield f"claimant: {words.PEOPLE[number // 4 % len(words.PEOPLE)]}, {self.chance.choice(words.OFFICES)}"
            yield "claimant_is: person"
        else:
            yield f"claimant: {quoted(words.PUBLISHERS[number % len(words.PUBLISHERS)])}"
            yield f"claimant_url: https://publisher-{number % len(words.PUBLISHERS)}.example.org/"
        yield "basis: two unnamed people familiar with the plans"
        claimed = (str(self.day), f"on or after {self.day}", f"{self.day:%Y-%m}")[number % 3 if number % 9 < 3 else 0]
        yield f"claimed: {claimed}"
        yield f"first_seen: {source_slug(self.sources[0])}"
        yield f"checked: {self.checked}"
        yield f"story: {story_slug(number // CLAIMS_IN_A_STORY)}"
        yield f"topics: [{', '.join(self.chance.sample(words.TOPICS, 3))}]"
        yield f"verdict: {words.VERDICTS[number % 11 % len(words.VERDICTS)]}"
        yield f"reporting: {words.REPORTING[number % 13 % len(words.REPORTING)]}"
        yield f"answer: Use {amount}, as the announcement has it; the other figures are conversions or copies of it."
        yield "in_short:"
        yield f"  - All outlets that print the sum in {NAMES[self.amount.currency]} go back to the announcement."
        yield "  - The conversions fit the market rates of some day of that week."
        yield f"  - {quoted(f'One outlet leaves out a word {self.hostile}'.strip())}"
        yield "would_settle: The signed contract, or a filing by the company."

    @property
    def checked(self) -> date:
        return CHECKED - timedelta(days=self.number * 37 % 300)

    def figures(self) -> Iterator[str]:
        yield "figures:"
        yield "  amount:"
        yield f"    label: Investment in {self.object}"
        yield "    note: Building and equipment together, without taxes."
        yield f"    claimed: {self.amount.printed()}"
        yield f"    convert_on: {self.day}"
        yield f"    compared_with: {source_slug(self.sources[0])}"
        yield from self.second.figure(self)
        if self.number % 200 == 7:
            yield "  workers: People who build it"
        yield "relations:"
        yield "  implied-rate:"
        yield "    label: The exchange rate that each conversion implies"
        yield "    rate: [amount]"
        yield from self.second.relation(self)

    def citations(self) -> Iterator[str]:
        yield "citations:"
        ways = (self._original, self._converted, self._rounded, self._different, self._other_currency)
        for position, source in enumerate(self.sources):
            yield f"  - source: {source_slug(source)}"
            yield from ways[position]()
            if position in (0, 1):
                yield from self.second.citation(self, position, source_slug(source))
        if self.number % 6 == 2 and len(self.sources) > 3:
            yield from self._explanations()

    def _sentence(self, printed: str) -> str:
        pattern = words.QUOTED[self.chance.randrange(len(words.QUOTED))]
        return pattern.format(company=self.company, amount=printed, object=self.object, place=self.place)

    def _original(self) -> Iterator[str]:
        yield "    figure: amount"
        yield f"    quote: {quoted(self._sentence(self.amount.printed()))}"
        yield f"    where: {self.chance.choice(words.PARTS)}"
        yield f"    at: paragraph {self.chance.randrange(2, 30)}"

    def _converted(self) -> Iterator[str]:
        day = self.day + timedelta(days=self.chance.choice((0, 0, 0, 1, 2, 30)))
        other = self.amount.converted(day)
        printed = f"{self.amount.printed()} ({other.printed()})"
        yield f"    quote: {quoted(self._sentence(printed))}"
        yield "    states:"
        yield f"      amount: {printed}"
        if self.amount.currency not in {"USD", "EUR", "GBP"}:
            per_dollar = rate(day, "USD", self.amount.currency)
            yield f"    rate: {per_dollar:.4f} {NAMES[self.amount.currency]} per dollar"
        yield "    note: It converts at a rate of its own, which it prints at the foot of the page."

    def _rounded(self) -> Iterator[str]:
        word = self.chance.choice(("about ", "nearly ", "over ", "", "approximately "))
        yield "    figure: amount"
        yield f"    quote: {quoted(self._sentence(word + self.amount.printed(0)))}"
        if self.number % 8 == 3:
            yield f"    through: [{source_slug(self.sources[1])}]"

    def _different(self) -> Iterator[str]:
        yield "    figure: amount"
        yield f"    quote: {quoted(self._sentence(self.amount.printed(number=self.amount.number * 1.25)))}"
        if self.number % 6 < 2:
            yield "    why:"
            yield f"      cause: {('scope', 'period', 'transcription-error', 'definition')[self.number // 6 % 4]}"
            yield f"      sure: {'no' if self.number % 2 else 'yes'}"
            yield "      note: It counts the subsidy as part of the investment, as its own table shows."

    def _other_currency(self) -> Iterator[str]:
        yield "    figure: amount"
        yield f"    noted: about {self.amount.converted(self.day).printed()}"
        yield "    note: Only the conversion is printed; the original currency is nowhere on the page."

    def _explanations(self) -> Iterator[str]:
        one, other = sorted((source_slug(self.sources[0]), source_slug(self.sources[3])))
        yield "explanations:"
        yield f"  amount/{one}~{other}/conflict:"
        yield "    cause: later-information"
        yield "    sure: no"
        yield "    note: The later report may have the revised budget. Its page was changed without a note."

    def later(self) -> Iterator[str]:
        """Give what happened after the claim was made, and after the page was published."""
        number = self.number
        yield "updates:"
        yield f"  - date: {self.day + timedelta(days=40)}"
        yield f"    source: {source_slug(self.sources[-1])}"
        yield "    note: The council put off its decision until the next session."
        if number % 10 == 1:
            yield "corrections:"
            yield f"  - date: {self.checked}"
            yield f"    said: {self.amount.printed(number=self.amount.number + 1)}"
            yield f"    says: {self.amount.printed()}"
            yield "    why: We had copied the figure of the year before."
            yield "    prompted_by: a reader"
            yield "    verdict_was: disputed"
        if number % 50 == 21:
            yield f"former_slugs: [first-name-of-{number}]"
        if number % 200 == 7:
            yield "accept:"
            yield "  - code: unused-figure"
            yield "    because: We are still looking for a source."
        if is_retired(number):
            yield f"retired: {{date: {CHECKED}, why: The announcement turned out to be about another project.}}"

    def body(self) -> Iterator[str]:
        """Give four sections of reasoning: paragraphs, lists, a table, a quotation, links and markers."""
        markers = self.markers
        yield f"{self._prose(3)} {markers[0]}"
        yield ""
        yield "## Where the figure comes from"
        yield ""
        yield f"{self._prose(3)} **{self.amount.printed()}** is in the first report {markers[0]}."
        yield self._prose(2)
        yield ""
        yield f"1. {self._prose(1)}"
        yield f"2. {self._prose(1)} {markers[1]}"
        yield f"3. *{self._prose(1)}*"
        yield ""
        yield from self._links()
        yield "## How the amounts compare"
        yield ""
        yield "| who | prints | note |"
        yield "|---|---:|---|"
        yield f"| the announcement | {self.amount.printed()} | in the local currency |"
        yield f"| {words.PUBLISHERS[self.number % 5]} | {self.amount.printed(0)} | rounded |"
        yield f"| a copy | {self.amount.converted(self.day).printed()} | converted |"
        yield ""
        yield f"{self._prose(3)} {markers[2]}"
        yield ""
        yield f"> {self._prose(1)}"
        yield f"> {self._prose(1)}"
        yield ""
        yield "## What remains open"
        yield ""
        yield f"- {self._prose(1)}"
        yield f"- {self._prose(1)} The page calls itself `{self.hostile or 'index.html'}`."
        yield f"- [The publisher's page](https://publisher-{self.number % 13}.example.org/plans?id={self.number}&view=full)"
        yield ""
        yield self._prose(3)
        yield self._prose(2)
        yield ""
        yield self._prose(4)

    def _prose(self, sentences: int) -> str:
        chosen = self.chance.sample(words.SENTENCES, sentences)
        return " ".join(chosen).format(company=self.company, place=self.place)

    def _links(self) -> Iterator[str]:
        one, other = self.earlier(), self.earlier()
        if one is not None and other is not None:
            yield f"How much came before is on [an earlier page](claim:claim-{one:06}), and who pays on [another one](claim:claim-{other:06})."
        source = source_slug(self.sources[1])
        yield f"What [the second report](source:{source}) leaves out is in [the story](story:{story_slug(self.number // CLAIMS_IN_A_STORY)})."
        yield ""


class SecondFigure:
    """What a claim turns on beside the amount: nothing, here; each kind of figure has a class of its own."""

    def figure(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002 - the kinds need it
        yield from ()

    def relation(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002
        yield from ()

    def citation(self, claim: Claim, position: int, source: str) -> Iterator[str]:  # noqa: ARG002
        yield from ()


class Share(SecondFigure):
    """A percentage, rounded by the second report."""

    def figure(self, claim: Claim) -> Iterator[str]:
        yield f"  share: {{label: Share of the orders that goes abroad, claimed: {self._value(claim)}%}}"

    def _value(self, claim: Claim) -> float:
        return 20.3 + claim.number % 60

    def citation(self, claim: Claim, position: int, source: str) -> Iterator[str]:
        printed = f"{self._value(claim):.1f}%" if position == 0 else f"about {self._value(claim):.0f}%"
        yield f"  - source: {source}"
        yield "    figure: share"
        yield f"    quote: {quoted(f'{printed} of the orders go to suppliers abroad, said {claim.company}')}"


class Start(SecondFigure):
    """A date, which the second report moves by a year."""

    def figure(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002
        yield "  start:"
        yield "    label: Start of the building work"
        yield "    kind: date"

    def citation(self, claim: Claim, position: int, source: str) -> Iterator[str]:
        year = claim.day.year + 2 + position * (claim.number // 8 % 2)
        yield f"  - source: {source}"
        yield "    figure: start"
        yield f"    quote: {quoted(f'the building work will start in {year} at the earliest')}"


class Makers(SecondFigure):
    """A list of names, of which the second report drops the last."""

    def figure(self, claim: Claim) -> Iterator[str]:
        yield "  bidders:"
        yield "    label: Companies that bid"
        yield "    kind: names"
        yield f"    parties: [{', '.join(self._names(claim))}]"

    def _names(self, claim: Claim) -> list[str]:
        return [words.COMPANIES[(claim.number + step) % len(words.COMPANIES)] for step in (1, 4, 9)]

    def citation(self, claim: Claim, position: int, source: str) -> Iterator[str]:
        names = self._names(claim)[: 3 - position]
        yield f"  - source: {source}"
        yield f"    quote: {quoted(' and '.join(names) + ' have handed in their bids')}"
        yield "    states:"
        yield f"      bidders: [{', '.join(names)}]"


class Replies(SecondFigure):
    """What companies answered, which the second report shortens."""

    def figure(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002
        yield "  replies:"
        yield "    label: What each company is said to have answered"
        yield "    kind: responses"

    def citation(self, claim: Claim, position: int, source: str) -> Iterator[str]:
        other = words.COMPANIES[(claim.number + 5) % len(words.COMPANIES)]
        said, second = ("did not reply at once", "no-immediate-response") if position else ("denied it", "denied")
        yield f"  - source: {source}"
        yield f"    quote: {quoted(f'{claim.company} declined to comment, and {other} {said}')}"
        yield "    states:"
        yield f"      replies: {{{claim.company}: declined, {other}: {second}}}"


class Stance(SecondFigure):
    """Whether a source says that the contract is signed."""

    def figure(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002
        yield "  signed:"
        yield "    label: Whether the contract is signed"
        yield "    kind: position"

    def citation(self, claim: Claim, position: int, source: str) -> Iterator[str]:
        said = ("the contract was signed in secret", "no contract was ever signed")[position]
        yield f"  - source: {source}"
        yield f"    quote: {quoted(f'{said}, people close to {claim.company} said')}"
        yield f"    states: {{signed: {('asserts', 'denies')[position]}}}"


class Wording(SecondFigure):
    """A phrase, kept or reworded; the second report is in another language."""

    def figure(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002
        yield "  phrase:"
        yield "    label: What the offer is called"
        yield "    kind: wording"

    def citation(self, claim: Claim, position: int, source: str) -> Iterator[str]:
        phrase = words.PHRASES[(claim.number // 8 + position) % len(words.PHRASES)]
        yield f"  - source: {source}"
        if position:
            yield '    quote: "die Firma nannte es öffentlich ein Angebot"'
            yield f"    translation: the company publicly called it {phrase}"
            yield "    states:"
            yield f"      phrase: {{words: {phrase}, meaning: other}}"
        else:
            yield f"    quote: {quoted(f'{claim.company} called it {phrase} when asked')}"
            yield "    states:"
            yield f"      phrase: {{words: {phrase}}}"


class Parts(SecondFigure):
    """Two parts that make the amount, or miss it."""

    def figure(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002
        yield "  building: The part for building"
        yield "  equipment: The part for equipment"

    def relation(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002
        yield "  parts:"
        yield "    label: The two parts against the whole"
        yield "    sum: [building, equipment]"
        yield "    against: amount"
        yield "  building-share:"
        yield "    label: How much of it is building"
        yield "    share: [building, amount]"

    def citation(self, claim: Claim, position: int, source: str) -> Iterator[str]:
        whole = round(claim.amount.number * 10)
        building = whole * 3 // 5
        equipment = whole - building + position * 40
        printed = [claim.amount.printed(number=part / 10) for part in (building, equipment)]
        yield f"  - source: {source}"
        yield f"    quote: {quoted(f'of this {printed[0]} is for building and {printed[1]} is for equipment')}"
        yield "    states:"
        yield f"      building: {printed[0]}"
        yield f"      equipment: {printed[1]}"


class Elsewhere(SecondFigure):
    """The figure of the claim before, which the same report prints, and how it grew; and what a report leaves out."""

    def figure(self, claim: Claim) -> Iterator[str]:
        yield "  jobs:"
        yield "    label: Jobs in the building phase"
        yield f"    claimed: over {self._jobs(claim):,}"

    def _jobs(self, claim: Claim) -> int:
        return 1_050 + claim.number % 700 * 10

    def citation(self, claim: Claim, position: int, source: str) -> Iterator[str]:
        yield f"  - source: {source}"
        if position:
            yield "    figure: jobs"
            yield "    omits: [vacancies, positions]"
            return
        jobs = self._jobs(claim)
        before = Claim(claim.number - 1).amount.printed()
        yield f"    quote: {quoted(f'it would bring more than {jobs:,} jobs, after {before} for the plan before')}"
        yield "    states:"
        yield f"      jobs: more than {jobs:,}"
        yield f"      claim-{claim.number - 1:06}.amount: {before}"


SECOND_FIGURES = (Share(), Start(), Makers(), Replies(), Stance(), Wording(), Parts(), Elsewhere())


def source_text(number: int, seed: int = SEED) -> str:
    """Give the file of a source: an origin, or one of four that repeat it."""
    chance = random.Random(f"{seed} source {number}")  # noqa: S311 - as above
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
    lines += ["read: whole", "read_note: The page as it was shown without signing in.", "snapshot: none"]
    if number % 40 == 9:
        lines += ["corrections:", f"  - date: {day + timedelta(days=1)}", "    note: The outlet corrected the year."]
    if number % 15 == 2:
        lines += ["headlines:", f"  - title: {quoted(f'More on {title}')}", f"    publisher: {quoted(publisher)}"]
        lines += [f"    published: {day}", "    related: no"]
    lines += ["---", *chance.sample([one for one in words.SENTENCES if "{" not in one], 3), ""]
    return "\n".join(lines)


def story_text(number: int, claims: int, seed: int = SEED) -> str:
    """Give the file of a story that gathers its share of so many claims."""
    chance = random.Random(f"{seed} story {number}")  # noqa: S311 - as above
    first = number * CLAIMS_IN_A_STORY
    company, place = chance.choice(words.COMPANIES), chance.choice(words.PLACES)
    day = FIRST_DAY + timedelta(days=number * 613 % DAYS)
    lines = [
        "---",
        f"title: {quoted(f'The plans of {company} for {place}')}",
        "summary: One announcement, repeated by many outlets with small and large changes. We follow each figure to its origin.",
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


def page_texts() -> Iterator[tuple[str, str]]:
    """Give file name and text of the prose pages."""
    prose = "\n\n".join(one.format(company="a company", place="the region") for one in words.SENTENCES)
    for name, title in (
        ("index", "Figures checked"),
        ("method", "Method"),
        ("corrections", "Corrections"),
        ("about", "About"),
    ):
        yield f"{name}.md", f"---\ntitle: {title}\ndescription: A generated page.\n---\n{prose}\n"


SCALE = """verdicts:
  supported: {word: Supported, look: supported, rating: 5, means: Independent evidence agrees.}
  partly-supported: {word: Partly supported, look: partly-supported, rating: 3, means: One part of it holds.}
  disputed: {word: Disputed, look: disputed, means: Sources with knowledge of their own contradict each other.}
  not-supported: {word: Not supported, look: not-supported, rating: 2, means: We found no evidence for it.}
  contradicted: {word: Contradicted, look: contradicted, rating: 1, means: Evidence shows that it is not so.}
  cannot-be-settled: {word: Cannot be settled yet, look: cannot-be-settled, means: What would decide it is not public.}
reporting:
  repeated-right: {word: Repeated right, look: supported, means: The reports say what their origin says.}
  mostly-right: {word: Mostly repeated right, look: partly-supported, means: Most reports keep the figure.}
  differs: {word: Repeated differently, look: disputed, means: Reports of one origin give different things.}
  changed: {word: Changed in repetition, look: contradicted, means: A report says what its origin does not.}
  one-report: {word: One report only, look: cannot-be-settled, means: We found no repetition to judge.}
ratings: {worst: 1, best: 5}
topics: {chips-jobs: Jobs in chip making}
"""

CONFIGURATION = """site_name: Figures checked
site_description: A generated site.
site_url: https://figures.example.org/
docs_dir: content/pages
theme:
  name: factreport
plugins:
  - factreport:
      version: 1
      report_errors: desk@example.org
      license: Creative Commons Attribution 4.0
      license_url: https://creativecommons.org/licenses/by/4.0/
nav:
  - index.md
  - Method: method.md
  - Corrections: corrections.md
  - About: about.md
"""


def files(claims: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Give path below the project and text of every file."""
    yield "mkdocs.yml", CONFIGURATION
    yield "content/scale.yml", SCALE
    for name, text in page_texts():
        yield f"content/pages/{name}", text
    for number in range(claims):
        claim = Claim(number, seed)
        yield f"content/claims/{claim.slug}.md", claim.text()
    for number in range(source_count(claims)):
        yield f"content/sources/{source_slug(number)}.md", source_text(number, seed)
    for number in range(story_count(claims)):
        yield f"content/stories/{story_slug(number)}.md", story_text(number, claims, seed)


def write(folder: Path, claims: int, seed: int = SEED) -> None:
    """Write a project of so many claims."""
    for name in ("claims", "sources", "stories", "pages"):
        (folder / "content" / name).mkdir(parents=True, exist_ok=True)
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
