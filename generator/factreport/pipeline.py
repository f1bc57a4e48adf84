"""The way of the data on one screen: content files, evidence, rules, report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factreport.evidence.examine import examine
from factreport.evidence.lock_reader import read_lock
from factreport.evidence.problem_kinds import KINDS as EVIDENCE_KINDS
from factreport.evidence.snapshots import Snapshots
from factreport.figures.meaning import Settings as FigureSettings
from factreport.figures.rates import Rates, shipped_table
from factreport.language import speak
from factreport.publication.compare import compare_publication
from factreport.publication.file import read_publication
from factreport.publication.problem_kinds import KINDS as PUBLICATION_KINDS
from factreport.reading.acknowledge import acknowledge
from factreport.reading.content import read_content
from factreport.reading.settings import ReadingSettings
from factreport.reading.text_file import shown_path
from factreport.report.build import build_report as gather
from factreport.rules.comparer import Comparer
from factreport.rules.judge import judge
from factreport.rules.problem_kinds import KINDS as RULE_KINDS

if TYPE_CHECKING:
    from factreport.evidence.examine import Evidence
    from factreport.evidence.lock import Lock
    from factreport.model.content import Content
    from factreport.report.records import Report
    from factreport.rules.judge import Judgement
    from factreport.settings import Settings

LOCK_NAME = "evidence.lock"
PUBLICATION_NAME = "published.json"


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was worked out on the way to a report."""

    content: Content
    lock: Lock
    evidence: Evidence
    judgement: Judgement
    report: Report
    rates: Rates
    """Knows which fixings the conversions used."""


def build_report(settings: Settings) -> Report:
    """Give the report of a site: everything its pages and exports say, and the problems of all its files."""
    return run(settings).report


def run(settings: Settings) -> Findings:
    """Go the whole way, and keep what each step gave."""
    speak(settings.language, settings.translations)
    figures = figure_settings(settings)
    content = read_content(
        settings.content,
        root=settings.project,
        settings=ReadingSettings(quotation_words=settings.quotation_words),
        drafts=settings.preview,
    )
    lock = read_lock(settings.content / LOCK_NAME, shown_path(settings.content / LOCK_NAME, settings.project))
    evidence = examine(content, Snapshots(settings.evidence), lock)
    rates = Rates(shipped_table(), lock.fixings)
    judgement = judge(content, evidence.origins, Comparer(rates, figures))
    published = read_publication(
        settings.content / PUBLICATION_NAME, shown_path(settings.content / PUBLICATION_NAME, settings.project)
    )
    findings = (finding for group in judgement.findings.values() for finding in group)
    promised = compare_publication(published, content, findings)
    found = (*content.problems, *evidence.problems, *judgement.problems, *promised)
    known = (*EVIDENCE_KINDS, *RULE_KINDS, *PUBLICATION_KINDS)
    report = gather(content, evidence, judgement, acknowledge(found, content, known), figures)
    return Findings(content, lock, evidence, judgement, report, rates)


def figure_settings(settings: Settings) -> FigureSettings:
    """Give the constants of the engine of figures that a site's configuration sets."""
    return FigureSettings(about=settings.about_share, rate_guard=settings.rate_guard)
