"""The report's records: one for each thing that a page or an export shows.

Longer than other modules: they name each other, and each line says what a page shows; there is no other code.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.wording import write_day
from factreport.model.claim import Cause
from factreport.model.kept_record import KeptRecord
from factreport.model.value import DateValue
from factreport.rules.order import order

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from factreport.evidence.proof import Proof
    from factreport.figures.interval import Interval
    from factreport.model.claim import Citation, Claim, ClaimFigure, Correction, Relation, Statement
    from factreport.model.content import Content
    from factreport.model.news import NewsItem, Story
    from factreport.model.problem import Problem
    from factreport.model.scale import Grade
    from factreport.model.source import Source
    from factreport.report.cards import ClaimCard, Difference, ListedDifference, Shown, StoryCard
    from factreport.rules.catalogue import Rule
    from factreport.rules.finding import Finding


class CitationReport(Struct, frozen=True):
    """A citation with its number on the claim's page and how its words were checked."""

    number: int
    """Counted from 1, in the order of the claim's file."""
    citation: Citation
    source: Source
    proof: Proof

    @property
    def anchor(self) -> str:
        """The id of the reference on the claim's page."""
        return f"cite-{self.citation.identity}"


class Measure(Struct, frozen=True):
    """What a printed figure can mean, on the scale of its chart."""

    unit: str
    """Unit of the chart: a currency code, "%", "count"..."""
    value: Interval | None
    """The printed number, a point (for a converted one, lowest to highest); None for ranges and limits."""
    range: Interval
    """What the text says if the writer rounded to nearest."""
    outer: Interval
    """What it can mean at most."""
    converted: bool = False
    """Whether we converted it."""
    working: tuple[str, ...] = ()
    """How it was converted, line by line."""


class Row(Struct, frozen=True):
    """One source's statement for a figure, ready for table and chart."""

    statement: Statement
    citation: CitationReport
    printed: str
    """As the source prints it; for replies, names, positions and wordings written out in words."""
    means: str
    """What a printed number can mean, in words ("4.4 can mean 4.35 to 4.45"); empty where it means itself only."""
    measure: Measure | None
    """For the chart; None where there is nothing to draw."""
    own_conversions: tuple[str, ...]
    """Conversions that the source itself prints."""
    own_rate: str
    """Exchange rate that the source itself prints; empty for none."""
    origins: tuple[str, ...]
    """Slugs of the origins it rests on."""
    copies: tuple[str, ...]
    """Slugs of the sources it repeats, declared; empty for an origin."""
    inferred: tuple[str, ...]
    """Slugs of sources it probably used."""
    is_reference: bool
    """Whether the others are compared with it."""
    findings: tuple[Finding, ...]
    """How it stands to the reference, worst first; and within its own source."""
    changed: bool = False
    """Whether it credits another source here and prints something else."""
    stated: bool = True
    """False: the source says nothing about it."""
    own: Measure | None = None
    """What it can mean in its own unit; None where it is no number and no date."""
    anchor: str = ""
    """The id of the row on the claim's page."""


class Group(Struct, frozen=True):
    """Sources that print the same."""

    printed: str
    rows: tuple[Row, ...]
    sentence: str
    """ "9 reports, all from the Financial Times"."""

    @property
    def has_reference(self) -> bool:
        """Whether the one that the others are compared with is among them."""
        return any(row.is_reference for row in self.rows)


def _rests_on_one(finding: Finding) -> bool:
    explanation = finding.explanation
    # Who names a wrong origin rests on another one for this.
    return finding.same_origin and not (explanation and explanation.cause is Cause.ATTRIBUTION)


class FindingGroup(Struct, frozen=True):
    """Findings that say the same of different sources, to be shown as one."""

    findings: tuple[Finding, ...]
    """In the order in which findings are shown; at least one."""
    sentence: str
    """The first one's sentence, or one for all where there are several."""

    @property
    def first(self) -> Finding:
        """The finding that stands for the others."""
        return self.findings[0]

    @property
    def same_origin(self) -> bool:
        """Whether several sources are compared here that all rest on one origin, and give it for what it says."""
        return not self.first.is_within and all(map(_rests_on_one, self.findings))

    @property
    def sources(self) -> tuple[str, ...]:
        """Slugs of the sources compared, each once, without the reference they share."""
        return tuple(dict.fromkeys(finding.sides[-1].source for finding in self.findings))


class OriginSummary(Struct, frozen=True):
    """How many reports and how many origins."""

    reports: int
    origins: int
    unknown: int
    """Reports whose origin is not known; together they count as one origin."""
    sentence: str
    """ "9 reports, 1 origin"."""


class FigureReport(Struct, frozen=True):
    """A figure with everything that sources state for it."""

    figure: ClaimFigure
    rows: tuple[Row, ...]
    """Independent origins first by date, copies after their origin, silent sources last."""
    groups: tuple[Group, ...]
    count: OriginSummary
    findings: tuple[Finding, ...]
    """Worst first."""
    summary: str
    """The finding as a sentence: title of chart and table."""
    chart_unit: str = ""
    """Unit in which the measures stand; empty where there is no chart."""
    claimed: Measure | None = None
    """What the claim says."""
    claimed_own: Measure | None = None
    """The same in its own unit, whether or not there is a chart."""
    overlap: Interval | None = None
    """Where the ranges of all independent origins meet; None where they do not, or there is one origin only."""
    differs: bool = False
    """Whether sources print different values; without that no chart is drawn."""
    alike: tuple[FindingGroup, ...] = ()
    """The same, those that say the same of different sources together."""

    @property
    def anchor(self) -> str:
        """The figure's id on its claim's page."""
        return f"fig-{self.figure.key}"

    @property
    def claimed_words(self) -> str:
        """What the claim says as readers see it, a day in words; empty where it names no figure."""
        value = self.figure.claimed
        if isinstance(value, DateValue) and not value.preposition and value.days.day is not None:
            return write_day(value.days.day)
        return self.figure.claimed_text

    @property
    def silent(self) -> tuple[Row, ...]:
        """The rows of sources that say nothing about it."""
        return tuple(row for row in self.rows if not row.stated)


class RelationReport(Struct, frozen=True):
    """Arithmetic between figures, worked out for each source."""

    relation: Relation
    findings: tuple[Finding, ...]
    summary: str
    alike: tuple[FindingGroup, ...] = ()
    """The same, those with the same result together."""

    @property
    def anchor(self) -> str:
        """The relation's id on its claim's page."""
        return f"fig-{self.relation.reference.figure}"


class Hop(Struct, frozen=True):
    """A source in the tree of who repeated whom."""

    source: Source
    how: str
    """ "credits", "credits and probably used", "probably used", or empty for an origin."""
    inferred: bool
    """Whether the link to its parent is our inference only."""
    known_only_through: tuple[str, ...]
    """Publishers that we know it from; empty where it was read itself."""
    changed: bool
    """Whether it prints something else than its parent for a figure of this claim."""
    repeats: tuple[Hop, ...]
    title: str = ""
    """Its title, where name and date alone would be another source's of the tree too; empty where they are enough."""
    uncounted: str = ""
    """Why it is none of the reports that are counted, in words; empty where it is one."""


class Provenance(Struct, frozen=True):
    """Who copied whom, among the sources of a claim or story."""

    origins: tuple[Hop, ...]
    unordered: tuple[Hop, ...]
    """Sources in a cycle, or whose origin is not known."""
    count: OriginSummary
    edges: tuple[tuple[str, str, bool], ...]
    """(from, to, inferred): `to` repeats `from`; slugs."""


class NewsReport(Struct, frozen=True):
    """A related headline and where it comes from."""

    item: NewsItem
    beside: Source | None = None
    """The source beside which the headline stood; None: chosen by the editors."""


class ClaimReport(Struct, frozen=True):
    """Everything on a claim's page."""

    claim: Claim
    verdict: Grade
    reporting: Grade | None
    story: Story | None
    first_seen: Source | None
    citations: tuple[CitationReport, ...]
    """All citations whose statements appear on the page; those of other claims' files come last."""
    figures: tuple[FigureReport, ...]
    relations: tuple[RelationReport, ...]
    findings: tuple[Finding, ...]
    """Of its figures and relations, open before explained, larger before smaller."""
    provenance: Provenance
    news: tuple[NewsReport, ...]
    problems: tuple[Problem, ...]
    """Problems in its file, for the preview."""
    modified: date
    """Latest of checked, updates and corrections."""
    names: Mapping[str, str]
    """Names of all sources that it may speak of, by slug."""
    alike: tuple[FindingGroup, ...] = ()
    """The same, those that say the same of different sources together."""
    signs: tuple[str, ...] = ()
    """What its sources share that a common origin would explain, a sentence for each."""

    @property
    def address(self) -> str:
        """Address of the page below the site's root."""
        return f"claims/{self.claim.slug}/"

    def cited(self, claim: str, identity: str) -> CitationReport:
        """Give the citation of that claim's file; KeyError if it is not on the page."""
        for report in self.citations:
            if (report.citation.claim, report.citation.identity) == (claim, identity):
                return report
        raise KeyError((claim, identity))


class SourceReport(Struct, frozen=True):
    """Everything on a source's page."""

    source: Source
    claims: tuple[str, ...]
    """Slugs of the claims in whose tables it stands, in the order of the report's cards."""
    statements: int
    """On all claims that stand, with those where it says nothing."""
    stated: int
    agree: int
    """Of those stated, without a difference from their reference."""
    explained: int
    open: int
    copies: tuple[tuple[Source, bool], ...]
    """Sources it repeats; True: inferred."""
    copied_by: tuple[tuple[Source, bool], ...]
    """Sources that repeat it; True: inferred."""
    verified: int
    """Quotations found in a copy."""
    quotations: int
    problems: tuple[Problem, ...]

    @property
    def address(self) -> str:
        """Address of the page below the site's root."""
        return f"sources/{self.source.slug}/"


class StoryReport(Struct, frozen=True):
    """Everything on a story's page."""

    story: Story
    claims: tuple[ClaimReport, ...]
    sources: tuple[Source, ...]
    """By date, undated last."""
    provenance: Provenance
    news: tuple[NewsReport, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]

    @property
    def address(self) -> str:
        """Address of the page below the site's root."""
        return f"stories/{self.story.slug}/"


class Gathering(Struct, frozen=True, dict=True):
    """Claims that share a topic or a claimant."""

    slug: str
    name: str
    claims: tuple[ClaimCard, ...]

    @cached_property
    def differences(self) -> int:
        """Findings that differ, of all its claims; asked for by each of its pages."""
        return sum(card.differences for card in self.claims)


class LogEntry(Struct, frozen=True):
    """A correction or update in the site's log."""

    claim: ClaimCard
    correction: Correction


class Summary(KeptRecord, frozen=True):
    """What a build found, in numbers."""

    claims: int
    sources: int
    stories: int
    quotations: int
    verified: int
    open: int
    explained: int


class Report(Struct, frozen=True, dict=True):
    """Everything the site says."""

    content: Content
    claims: tuple[ClaimReport, ...]
    """Newest check first, of one day most reports first, then by slug."""
    cards: tuple[ClaimCard, ...]
    """The same claims as lists show them, in the same order."""
    differences: tuple[ListedDifference, ...]
    """Of the whole site: open before explained, larger before smaller, then by name."""
    foremost: tuple[Difference, ...]
    """The first few of them in full, for the home page."""
    sources: tuple[SourceReport, ...]
    """By publisher, then slug."""
    stories: tuple[StoryReport, ...]
    """By slug."""
    story_cards: tuple[StoryCard, ...]
    """The same stories as lists show them, in the same order."""
    topics: tuple[Gathering, ...]
    claimants: tuple[Gathering, ...]
    rules: tuple[Rule, ...]
    """The catalogue, for the method page."""
    log: tuple[LogEntry, ...]
    """Newest first."""
    problems: tuple[Problem, ...]
    """Of all files, sorted by place."""
    summary: Summary
    shown: Shown
    """What lists show of claims beyond their cards."""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Of all claims: open before explained, larger before smaller, then by name."""
        return order(finding for report in self.claims for finding in report.findings)

    @cached_property
    def card_by_slug(self) -> Mapping[str, ClaimCard]:
        """Claims as lists show them, by slug."""
        return {card.slug: card for card in self.cards}

    @cached_property
    def story_card_by_slug(self) -> Mapping[str, StoryCard]:
        """Stories as lists show them, by slug."""
        return {card.slug: card for card in self.story_cards}

    @cached_property
    def claim_by_slug(self) -> Mapping[str, ClaimReport]:
        """Claims by slug."""
        return {report.claim.slug: report for report in self.claims}

    @cached_property
    def source_by_slug(self) -> Mapping[str, SourceReport]:
        """Sources by slug."""
        return {report.source.slug: report for report in self.sources}
