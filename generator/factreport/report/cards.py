"""What the rest of the site shows of a claim or story: data only, which depend on nothing but their claim's report.

Lists, the board, sources' pages and search are made of these, so that no full report has to be kept, or made again, for
a page that merely names its claim. What sorts, groups and counts is small enough to hold for every claim at once
(`Extract`); what a list shows of the few entries of one page (`Details`) is read where that page is made (`Shown`).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from factreport.evidence.proof import Proof
from factreport.figures.comparison import Size
from factreport.model.claim import Cause, Correction, SourcePart
from factreport.model.days import Days
from factreport.model.kept_record import KeptRecord
from factreport.model.scale import Grade
from factreport.rules.finding import FindingState

if TYPE_CHECKING:
    from collections.abc import Mapping


class SearchWords(KeptRecord, frozen=True):
    """Words by which a claim is found, besides those of its card."""

    in_short: tuple[str, ...]
    labels: tuple[str, ...]
    """Of its figures and relations."""
    printed: tuple[str, ...]
    """What sources print, each once."""
    publishers: tuple[str, ...]
    """Of its sources, sorted."""


class ClaimCard(KeptRecord, frozen=True):
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

    @property
    def address(self) -> str:
        """Address of the page below the site's root."""
        return f"claims/{self.slug}/"


class ListedDifference(KeptRecord, frozen=True):
    """Findings that say the same, as lists sort and group them."""

    claim: str
    """Slug of the claim on whose page it stands in full."""
    place: int
    """Among the differences of the claim, counted from 0."""
    size: Size | None
    state: FindingState
    order: tuple[int, int, float, int, str, str]
    """By this they are sorted: `rules.order`, with the share to the precision of a float."""


class DifferenceSide(KeptRecord, frozen=True):
    """One of what stands against each other."""

    name: str
    """Who prints it."""
    printed: str


class Difference(KeptRecord, frozen=True):
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
    state: FindingState
    cause: Cause | None
    same_origin: bool
    sides: tuple[DifferenceSide, ...]

    @property
    def address(self) -> str:
        """Where it is shown in full."""
        return f"claims/{self.claim}/#{self.anchor}"


class Result(KeptRecord, frozen=True):
    """How a source's statement stands to the one it is compared with."""

    word: str
    sentence: str
    size: Size | None
    state: FindingState
    differs: bool


class SourceStatement(KeptRecord, frozen=True):
    """What a source states for a figure of a claim, on the source's page."""

    claim: str
    """Slug of the claim on whose page it stands."""
    anchor: str
    """The id of its row on that page."""
    label: str
    printed: str
    stated: bool
    """False: the source says nothing about it."""
    quote: str | None
    part: SourcePart
    locator: str
    proof: Proof
    results: tuple[Result, ...]

    @property
    def address(self) -> str:
        """Where it stands in its claim's table."""
        return f"claims/{self.claim}/#{self.anchor}"


class CitedSource(KeptRecord, frozen=True):
    """What a claim takes from one source, in numbers."""

    source: str
    statements: int
    """In its table, with those of a source that says nothing."""
    stated: int
    agree: int
    """Of those stated, without a difference from their reference."""
    explained: int
    open: int
    quotations: int
    """In the claim's own file."""
    verified: int
    """Quotations whose words were found in our copy."""


class Extract(KeptRecord, frozen=True):
    """What lists need of a claim to sort, group and count it, and how it stands in a list."""

    card: ClaimCard
    differences: tuple[ListedDifference, ...]
    """In the order of its page."""
    cited: tuple[CitedSource, ...]
    corrections: tuple[Correction, ...]


class Details(Struct, frozen=True):
    """What pages other than its own show of a claim beyond its card."""

    differences: tuple[Difference, ...]
    """In the order of its page."""
    statements: Mapping[str, tuple[SourceStatement, ...]]
    """By source, in the order of its tables."""
    words: SearchWords


class Shown(Protocol):
    """Details of all claims, wherever they lie."""

    def difference(self, listed: ListedDifference) -> Difference:
        """Give a difference as lists show it."""

    def statements(self, claim: str, source: str) -> tuple[SourceStatement, ...]:
        """Give what a source states on a claim, in the order of the claim's tables."""

    def words(self, claim: str) -> SearchWords:
        """Give the words by which a claim is found."""


class ShownAtHand(Struct, frozen=True):
    """Details of claims that are held in memory."""

    by_slug: Mapping[str, Details]

    def difference(self, listed: ListedDifference) -> Difference:
        """Give a difference as lists show it."""
        return self.by_slug[listed.claim].differences[listed.place]

    def statements(self, claim: str, source: str) -> tuple[SourceStatement, ...]:
        """Give what a source states on a claim, in the order of the claim's tables."""
        return self.by_slug[claim].statements.get(source, ())

    def words(self, claim: str) -> SearchWords:
        """Give the words by which a claim is found."""
        return self.by_slug[claim].words


class StoryCard(KeptRecord, frozen=True):
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
