"""What generated claims turn on beside an amount: a class for each kind of figure, and one for arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.generated import words
from bench.generated.numbering import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.generated.claim import Claim


class SecondFigure:
    """The lines of a figure, of the arithmetic with it, and of what the first two sources say; here: none."""

    def figure(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002 - the kinds need it
        yield from ()

    def relation(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002
        yield from ()

    def citation(self, claim: Claim, position: int) -> Iterator[str]:  # noqa: ARG002
        yield from ()


class Share(SecondFigure):
    """A percentage, rounded by the second report."""

    def figure(self, claim: Claim) -> Iterator[str]:
        yield f"  share: {{label: Share of the orders that goes abroad, claimed: {self._value(claim)}%}}"

    def _value(self, claim: Claim) -> float:
        return 20.3 + claim.number % 60

    def citation(self, claim: Claim, position: int) -> Iterator[str]:
        printed = f"{self._value(claim):.1f}%" if position == 0 else f"about {self._value(claim):.0f}%"
        yield "    figure: share"
        yield f"    quote: {quoted(f'{printed} of the orders go to suppliers abroad, said {claim.company}')}"


class Start(SecondFigure):
    """A date, which the second report moves by a year."""

    def figure(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002
        yield "  start:"
        yield "    label: Start of the building work"
        yield "    kind: date"

    def citation(self, claim: Claim, position: int) -> Iterator[str]:
        year = claim.day.year + 2 + position * (claim.number // 8 % 2)
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

    def citation(self, claim: Claim, position: int) -> Iterator[str]:
        names = self._names(claim)[: 3 - position]
        yield f"    quote: {quoted(' and '.join(names) + ' have handed in their bids')}"
        yield "    states:"
        yield f"      bidders: [{', '.join(names)}]"


class Replies(SecondFigure):
    """What companies answered, which the second report shortens."""

    def figure(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002
        yield "  replies:"
        yield "    label: What each company is said to have answered"
        yield "    kind: responses"

    def citation(self, claim: Claim, position: int) -> Iterator[str]:
        other = words.COMPANIES[(claim.number + 5) % len(words.COMPANIES)]
        said, second = ("did not reply at once", "no-immediate-response") if position else ("denied it", "denied")
        yield f"    quote: {quoted(f'{claim.company} declined to comment, and {other} {said}')}"
        yield "    states:"
        yield f"      replies: {{{claim.company}: declined, {other}: {second}}}"


class Stance(SecondFigure):
    """Whether a source says that the contract is signed."""

    def figure(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002
        yield "  signed:"
        yield "    label: Whether the contract is signed"
        yield "    kind: position"

    def citation(self, claim: Claim, position: int) -> Iterator[str]:
        said = ("the contract was signed in secret", "no contract was ever signed")[position]
        yield f"    quote: {quoted(f'{said}, people close to {claim.company} said')}"
        yield f"    states: {{signed: {('asserts', 'denies')[position]}}}"


class Wording(SecondFigure):
    """A phrase, kept or reworded; the second report is in another language."""

    def figure(self, claim: Claim) -> Iterator[str]:  # noqa: ARG002
        yield "  phrase:"
        yield "    label: What the offer is called"
        yield "    kind: wording"

    def citation(self, claim: Claim, position: int) -> Iterator[str]:
        phrase = words.PHRASES[(claim.number // 8 + position) % len(words.PHRASES)]
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
        yield "  more-building:"
        yield "    label: How much more the building costs than the equipment"
        yield "    difference: [building, equipment]"
        yield "  building-share:"
        yield "    label: How much of it is building"
        yield "    share: [building, amount]"

    def citation(self, claim: Claim, position: int) -> Iterator[str]:
        whole = round(claim.amount.number * 10)
        building = whole * 3 // 5
        equipment = whole - building + position * 40
        printed = [claim.amount.printed(number=part / 10) for part in (building, equipment)]
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

    def citation(self, claim: Claim, position: int) -> Iterator[str]:
        if position:
            yield "    figure: jobs"
            yield "    omits: [vacancies, positions]"
            return
        jobs = self._jobs(claim)
        before = claim.before()
        yield f"    quote: {quoted(f'it would bring more than {jobs:,} jobs, after {before} for the plan before')}"
        yield "    states:"
        yield f"      claim-{claim.number - 1:06}.amount: {before}"
        yield f"      jobs: more than {jobs:,}"


SECOND_FIGURES = (Share(), Start(), Makers(), Replies(), Stance(), Wording(), Parts(), Elsewhere())
