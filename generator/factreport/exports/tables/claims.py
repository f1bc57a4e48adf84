"""The tables of claims, and of what belongs to each: topics, corrections, later facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.exports.address import absolute
from factreport.exports.tables.cells import day, days_cells, days_columns
from factreport.exports.tables.table import Column, Kind, Reference, Table
from factreport.exports.tables.withdrawn import RETIRED, marked
from factreport.rules.finding import FindingState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.tables.table import Cells
    from factreport.report.records import ClaimReport, Report
    from factreport.settings import Settings


def claim_cells(report: ClaimReport, settings: Settings) -> Cells:
    """Give the row of a claim."""
    claim, count = report.claim, report.provenance.count
    states = [finding.state for finding in report.findings]
    return {
        "claim": claim.slug,
        "text": claim.claim,
        "verbatim": claim.verbatim,
        "claimant": claim.claimant,
        "claimant_is": claim.claimant_is.value,
        "claimant_address": claim.claimant_url,
        "basis": claim.basis,
        **days_cells("claimed", claim.claimed),
        "first_seen": report.first_seen.slug if report.first_seen else None,
        "checked": day(claim.checked),
        "modified": day(report.modified),
        "story": report.story.slug if report.story else None,
        "topics": claim.topics,
        "verdict": report.verdict.key,
        "verdict_word": report.verdict.word,
        "rating": report.verdict.rating,
        "reporting": report.reporting.key if report.reporting else None,
        "reporting_word": report.reporting.word if report.reporting else "",
        "answer": claim.answer,
        "in_short": claim.in_short,
        "would_settle": claim.would_settle,
        "reports": count.reports,
        "origins": count.origins,
        "unknown_origins": count.unknown,
        "open_findings": states.count(FindingState.OPEN),
        "explained_findings": states.count(FindingState.EXPLAINED),
        "corrections": len(claim.corrections),
        "retired": day(claim.retired.date) if claim.retired else None,
        "retired_because": claim.retired.why if claim.retired else "",
        "former_names": claim.former_slugs,
        "page": absolute(settings, report.address),
    }


def _claim(report: ClaimReport, settings: Settings) -> Iterator[Cells]:
    yield claim_cells(report, settings)


CLAIMS = Table(
    "claims",
    "What somebody said, with our verdict: one row per claim, the one checked last first.",
    ("claim",),
    (
        Column("claim", Kind.SLUG, "Name of the claim; part of its page's address."),
        Column("text", Kind.TEXT, "The claim in one sentence."),
        Column("verbatim", Kind.BOOLEAN, "Whether the text gives the claimant's own words."),
        Column("claimant", Kind.TEXT, "Who says it."),
        Column("claimant_is", Kind.SLUG, "organization or person."),
        Column("claimant_address", Kind.ADDRESS, "Page of, or about, the claimant; empty where not known."),
        Column("basis", Kind.TEXT, "On whose word the claimant said it; empty where nothing is said of that."),
        *days_columns("claimed", "When it was said"),
        Column("first_seen", Kind.SLUG, "Source in which it first appeared.", optional=True),
        Column("checked", Kind.DATE, "When we checked it."),
        Column("modified", Kind.DATE, "Last check, correction or withdrawal."),
        Column("story", Kind.SLUG, "Story that it belongs to.", optional=True),
        Column("topics", Kind.SLUGS, "Topics."),
        Column("verdict", Kind.SLUG, "Key of the verdict on the published scale: is it so?"),
        Column("verdict_word", Kind.TEXT, "The verdict as readers see it."),
        Column("rating", Kind.INTEGER, "Number of the verdict; missing where a number would mislead.", optional=True),
        Column("reporting", Kind.SLUG, "Key of the judgement how faithfully it was repeated.", optional=True),
        Column("reporting_word", Kind.TEXT, "The same as readers see it; empty where not judged."),
        Column("answer", Kind.TEXT, "The conclusion and the number to use, in one sentence."),
        Column("in_short", Kind.LINES, "Up to three points for readers in a hurry."),
        Column("would_settle", Kind.TEXT, "What would settle it; empty where nothing is said of that."),
        Column("reports", Kind.INTEGER, "Sources that report it."),
        Column("origins", Kind.INTEGER, "Origins that those reports rest on; unknown ones count as one."),
        Column("unknown_origins", Kind.INTEGER, "Reports whose origin is not known."),
        Column("open_findings", Kind.INTEGER, "Differences between sources without a known reason."),
        Column("explained_findings", Kind.INTEGER, "Differences with a likely reason."),
        Column("corrections", Kind.INTEGER, "Corrections of ours to the published page."),
        Column("retired", Kind.DATE, "Day on which the page was withdrawn; missing where it stands.", optional=True),
        Column("retired_because", Kind.TEXT, "Why it was withdrawn; empty where it stands."),
        Column("former_names", Kind.SLUGS, "Earlier names, which lead to the same page."),
        Column("page", Kind.ADDRESS, "Address of the claim's page."),
    ),
    claim_rows=_claim,
    references=(Reference(("first_seen",), "sources", ("source",)), Reference(("story",), "stories", ("story",))),
)


def _topics(report: Report, _settings: Settings) -> Iterator[Cells]:
    for topic in report.topics:
        for card in topic.claims:
            yield {"topic": topic.slug, "claim": card.slug, "name": topic.name}


TOPICS = Table(
    "claim_topics",
    "Which claim has which topic.",
    ("topic", "claim"),
    (
        Column("topic", Kind.SLUG, "Topic."),
        Column("claim", Kind.SLUG, "Claim."),
        Column("name", Kind.TEXT, "The topic as readers see it."),
    ),
    site_rows=_topics,
    references=(Reference(("claim",), "claims", ("claim",)),),
)


def correction_cells(report: ClaimReport) -> Iterator[Cells]:
    """Give the rows of a claim's corrections, in the order of its file."""
    for number, one in enumerate(report.claim.corrections, start=1):
        yield {
            "claim": report.claim.slug,
            "number": number,
            "date": day(one.date),
            "said": one.said,
            "says": one.says,
            "why": one.why,
            "prompted_by": one.prompted_by,
            "verdict_was": one.verdict_was,
        }


def _corrections(report: ClaimReport, _settings: Settings) -> Iterator[Cells]:
    return correction_cells(report)


CORRECTIONS = Table(
    "corrections",
    "What pages of ours said before, what they say now, and why.",
    ("claim", "number"),
    (
        Column("claim", Kind.SLUG, "Claim that was corrected."),
        Column("number", Kind.INTEGER, "Counted from 1 within the claim."),
        Column("date", Kind.DATE, "When it was corrected."),
        Column("said", Kind.TEXT, "What the page said before."),
        Column("says", Kind.TEXT, "What it says now."),
        Column("why", Kind.TEXT, "Why it was changed."),
        Column("prompted_by", Kind.TEXT, "Who pointed it out; empty where nothing is said of that."),
        Column("verdict_was", Kind.SLUG, "Key of the verdict before; missing where it stayed.", optional=True),
        RETIRED,
    ),
    claim_rows=marked(_corrections),
    references=(Reference(("claim",), "claims", ("claim",)),),
)


def update_cells(report: ClaimReport) -> Iterator[Cells]:
    """Give the rows of later facts that bear on a claim, in the order of its file."""
    for number, one in enumerate(report.claim.updates, start=1):
        yield {
            "claim": report.claim.slug,
            "number": number,
            "date": day(one.date),
            "note": one.note,
            "source": one.source,
        }


def _updates(report: ClaimReport, _settings: Settings) -> Iterator[Cells]:
    return update_cells(report)


UPDATES = Table(
    "updates",
    "Later facts that bear on a claim.",
    ("claim", "number"),
    (
        Column("claim", Kind.SLUG, "Claim."),
        Column("number", Kind.INTEGER, "Counted from 1 within the claim."),
        Column("date", Kind.DATE, "When it happened."),
        Column("note", Kind.TEXT, "What happened."),
        Column("source", Kind.SLUG, "Source for it.", optional=True),
        RETIRED,
    ),
    claim_rows=marked(_updates),
    references=(Reference(("claim",), "claims", ("claim",)), Reference(("source",), "sources", ("source",))),
)
