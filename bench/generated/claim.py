"""Generated claims, each about a hundred lines, from nothing but a number and a seed."""

from __future__ import annotations

import json
import random
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from bench.generated import words
from bench.generated.money import MONEY, NAMES, Amount, rate
from bench.generated.numbering import (
    CHECKED,
    CLAIMS_IN_A_STORY,
    NEAR,
    SEED,
    is_retired,
    newest_source,
    origin_of,
    published,
    quoted,
    source_slug,
    story_slug,
)
from bench.generated.second_figures import SECOND_FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


class Claim:
    """One generated claim. All chances are drawn from its own generator, in a fixed order."""

    def __init__(self, number: int, seed: int = SEED) -> None:
        self.number, self.seed = number, seed
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
        newest = newest_source(self.number)
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
        citations = [line for _, lines in self.citations for line in lines]
        lines = [*self.head(), *self.figures(), "citations:", *citations, *self.later(), "---", *self.body(), ""]
        return "\n".join(["---", *lines])

    def quotations(self) -> Iterator[tuple[int, str]]:
        """Give all words that are quoted, and the number of the source that they are from."""
        for source, lines in self.citations:
            for line in lines:
                field, _, value = line.strip().partition(": ")
                if field == "quote":
                    yield source, json.loads(value)

    def before(self) -> str:
        """Give the amount of the claim before this one."""
        return Claim(self.number - 1, self.seed).amount.printed()

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

    @cached_property
    def citations(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The lines of each citation with the number of its source, in the order of the file."""
        return tuple(self._citations())

    def _citations(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        ways = (self._original, self._converted, self._rounded, self._different, self._other_currency)
        for position, source in enumerate(self.sources):
            first = f"  - source: {source_slug(source)}"
            yield source, (first, *ways[position]())
            if position in (0, 1) and (second := tuple(self.second.citation(self, position))):
                yield source, (first, *second)

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
        if self.number % 8 == 5:
            yield f"    credits: [{source_slug(self.sources[0])}]"

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
        if self.number % 6 != 2 or len(self.sources) < 4:
            return
        one, other = sorted((source_slug(self.sources[0]), source_slug(self.sources[3])))
        yield "explanations:"
        yield f"  amount/{one}~{other}/conflict:"
        yield "    cause: later-information"
        yield "    sure: no"
        yield "    note: The later report may have the revised budget. Its page was changed without a note."

    def later(self) -> Iterator[str]:
        """Give what happened after the claim was made, and after the page was published."""
        number = self.number
        yield from self._explanations()
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
        address = f"https://publisher-{self.number % 13}.example.org/plans?id={self.number}&view=full"
        yield f"- [The publisher's page]({address})"
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
            yield f"How much came before is on [an earlier page](claim:claim-{one:06})."
            yield f"Who pays is on [another one](claim:claim-{other:06})."
        source, story = source_slug(self.sources[1]), story_slug(self.number // CLAIMS_IN_A_STORY)
        yield f"What [the second report](source:{source}) leaves out is in [the story](story:{story})."
        yield ""
