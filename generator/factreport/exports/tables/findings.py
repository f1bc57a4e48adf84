"""The tables of findings: how statements stand to each other, and which ones."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factreport.exports.address import absolute
from factreport.exports.tables.table import Column, Kind, Reference, Table
from factreport.exports.tables.withdrawn import RETIRED, marked
from factreport.figures.decimals import exact_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.tables.table import Cells
    from factreport.report.records import ClaimReport
    from factreport.rules.finding import Finding
    from factreport.settings import Settings


def named(report: ClaimReport) -> Iterator[tuple[str, Finding]]:
    """Give a claim's findings in their order on the page, each by a name that no other of the claim has."""
    met: Counter[str] = Counter()
    for finding in report.findings:
        met[finding.name] += 1
        again = met[finding.name]
        yield (f"{finding.name}#{again}" if again > 1 else finding.name), finding


def finding_cells(report: ClaimReport, name: str, finding: Finding, settings: Settings) -> Cells:
    """Give the row of a finding."""
    comparison, reason = finding.comparison, finding.explanation
    # What agrees has no place of its own on the page: it is told with its figure.
    anchor = finding.anchor if finding.differs else f"fig-{finding.figure.figure}"
    return {
        "claim": report.claim.slug,
        "finding": name,
        "figure": finding.figure.figure,
        "rule": finding.rule,
        "word": finding.word,
        "sentence": finding.sentence,
        "differs": finding.differs,
        "state": finding.state.value,
        "size": finding.size.bars if finding.size else None,
        "apart": finding.apart,
        "gap": exact_string(comparison.gap) if comparison else None,
        "gap_share": exact_string(comparison.gap_share) if comparison else None,
        "same_origin": finding.same_origin,
        "cause": reason.cause.value if reason else None,
        "cause_sure": reason.sure if reason else None,
        "cause_note": reason.note if reason else "",
        "working": finding.working,
        "notes": finding.notes,
        "page": absolute(settings, f"{report.address}#{anchor}"),
    }


def _findings(report: ClaimReport, settings: Settings) -> Iterator[Cells]:
    return (finding_cells(report, name, finding, settings) for name, finding in named(report))


FINDINGS = Table(
    "findings",
    "How statements stand to each other: agreements and differences, each with its reason where one is known.",
    ("claim", "finding"),
    (
        Column("claim", Kind.SLUG, "Claim on whose page it stands."),
        Column("finding", Kind.TEXT, "Its stable name within the claim: figure/source~source/rule."),
        Column("figure", Kind.SLUG, "Figure or relation that it is about."),
        Column("rule", Kind.SLUG, "Name of the rule; the method page says what each means."),
        Column("word", Kind.TEXT, "What readers see in place of the rule's name."),
        Column("sentence", Kind.TEXT, "The finding in one sentence."),
        Column("differs", Kind.BOOLEAN, "Whether it is a difference; false where statements agree."),
        Column("state", Kind.SLUG, "settled (they agree), open (no reason known) or explained."),
        Column(
            "size",
            Kind.INTEGER,
            "How far they are apart, in bars of four: 0 agree, 1 ranges meet, 2 less than 5% apart, 3 up to 25%, "
            "4 more; missing where a difference has no size.",
            optional=True,
        ),
        Column("apart", Kind.TEXT, "The gap in words; empty where there is none."),
        Column("gap", Kind.NUMBER, "Distance between the two ranges, in the second one's unit.", optional=True),
        Column("gap_share", Kind.NUMBER, "The same as a share of the reference figure (0.05: 5%).", optional=True),
        Column("same_origin", Kind.BOOLEAN, "Whether both sources rest on one origin."),
        Column("cause", Kind.SLUG, "An editor's reason, from a fixed list.", optional=True),
        Column("cause_sure", Kind.BOOLEAN, "Whether the editor is sure of it.", optional=True),
        Column("cause_note", Kind.TEXT, "The reason in words; empty where there is none."),
        Column("working", Kind.LINES, "The arithmetic, line by line."),
        Column("notes", Kind.LINES, "What readers should see beside it."),
        RETIRED,
        Column("page", Kind.ADDRESS, "Address of the finding on the claim's page; of one that agrees, of its figure."),
    ),
    claim_rows=marked(_findings),
    references=(
        Reference(("claim",), "claims", ("claim",)),
        Reference(("claim", "figure"), "figures", ("claim", "figure")),
    ),
)


def side_cells(report: ClaimReport, name: str, finding: Finding) -> Iterator[Cells]:
    """Give the rows of the statements that a finding is about."""
    for number, side in enumerate(finding.sides, start=1):
        yield {
            "claim": report.claim.slug,
            "finding": name,
            "side": number,
            "source": side.source,
            "cited_in": side.claim,
            "citation": side.citation,
            "printed": side.printed,
        }


def _sides(report: ClaimReport, _settings: Settings) -> Iterator[Cells]:
    for name, finding in named(report):
        yield from side_cells(report, name, finding)


SIDES = Table(
    "finding_sides",
    "The statements that a finding is about, the reference first.",
    ("claim", "finding", "side"),
    (
        Column("claim", Kind.SLUG, "Claim on whose page the finding stands."),
        Column("finding", Kind.TEXT, "Finding."),
        Column("side", Kind.INTEGER, "Counted from 1; 1 is the reference."),
        Column("source", Kind.SLUG, "Source."),
        Column("cited_in", Kind.SLUG, "Claim whose file has the citation."),
        Column("citation", Kind.SLUG, "Citation within that claim."),
        Column("printed", Kind.TEXT, "What the source prints."),
        RETIRED,
    ),
    claim_rows=marked(_sides),
    references=(
        Reference(("claim", "finding"), "findings", ("claim", "finding")),
        Reference(("source",), "sources", ("source",)),
        Reference(("cited_in", "citation"), "citations", ("claim", "citation")),
    ),
)
