"""What the rest of the site shows of a claim or story: records small enough to hold for every claim at once.

Lists, the board, sources' pages, search and feeds are made of these, so that no full report has to be kept, or made
again, for a page that merely names its claim. They hold data only and depend on nothing but their claim's report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from factreport.evidence.proof import Proof
    from factreport.figures.comparison import Size
    from factreport.model.claim import Cause, Correction, Part
    from factreport.model.days import Days
    from factreport.model.scale import Grade
    from factreport.rules.finding import State


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Words by which a claim is found, besides those of its card."""

    in_short: tuple[str, ...]
    labels: tuple[str, ...]
    """Of its figures and relations."""
    printed: tuple[str, ...]
    """What sources print, each once."""
    publishers: tuple[str, ...]
    """Of its sources, sorted."""


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim in a list."""

    slug: str
    path: str
    """Its file, as problems name it."""
    claim: str
    verbatim: bool
    claimant: str
    claimant_url: str
    claimed: Days
    verdict: Grade
    answer: str
    checked: date
    modified: date
    """Latest of checked, updates and corrections."""
    retired: bool
    former_slugs: tuple[str, ...]
    topics: tuple[str, ...]
    story: str
    """Slug of the story that it names; empty for none."""
    sources: tuple[str, ...]
    """Slugs of the sources that have a row on its page, each once."""
    count: str
    """ "9 reports, 1 origin"."""
    reports: int
    differences: int
    """Findings that differ."""
    open: int
    explained: int
    words: SearchWords

    @property
    def address(self) -> str:
        """Address of the page below the site's root."""
        return f"claims/{self.slug}/"


@dataclass(frozen=True, slots=True)
class DifferenceSide:
    """One of what stands against each other."""

    name: str
    """Who prints it."""
    printed: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Findings that say the same, on the board."""

    claim: str
    """Slug of the claim on whose page it stands in full."""
    title: str
    """The claim in one sentence."""
    anchor: str
    label: str
    """What the figure or relation counts."""
    word: str
    sentence: str
    apart: str
    size: Size | None
    state: State
    cause: Cause | None
    same_origin: bool
    sides: tuple[DifferenceSide, ...]
    topics: tuple[str, ...]
    order: tuple[int, int, Fraction, int, str, str]
    """By this they are sorted; see `rules.order`."""

    @property
    def address(self) -> str:
        """Where it is shown in full."""
        return f"claims/{self.claim}/#{self.anchor}"


@dataclass(frozen=True, slots=True)
class Result:
    """How a source's statement stands to the one it is compared with."""

    word: str
    sentence: str
    size: Size | None
    state: State
    differs: bool


@dataclass(frozen=True, slots=True)
class SourceStatement:
    """What a source states for a figure of a claim, on the source's page."""

    source: str
    claim: str
    """Slug of the claim on whose page it stands."""
    title: str
    """That claim in one sentence."""
    anchor: str
    """The id of its row on that page."""
    label: str
    printed: str
    stated: bool
    """False: the source says nothing about it."""
    quote: str | None
    part: Part
    locator: str
    proof: Proof
    results: tuple[Result, ...]

    @property
    def address(self) -> str:
        """Where it stands in its claim's table."""
        return f"claims/{self.claim}/#{self.anchor}"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of a claim's own file, for counting."""

    source: str
    verified: bool
    """Whether its words were found in our copy."""


@dataclass(frozen=True, slots=True)
class Extract:
    """Everything that pages other than its own show of a claim."""

    card: ClaimCard
    differences: tuple[Difference, ...]
    statements: tuple[SourceStatement, ...]
    quotations: tuple[Quotation, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story in a list."""

    slug: str
    path: str
    """Its file, as problems name it."""
    title: str
    summary: str
    happened: Days
    topics: tuple[str, ...]
    claims: tuple[str, ...]
    """Slugs of its claims, in reading order."""
    count: str
    """ "9 reports, 1 origin"."""
    publishers: tuple[str, ...]
    """Of its sources, sorted."""

    @property
    def address(self) -> str:
        """Address of the page below the site's root."""
        return f"stories/{self.slug}/"
