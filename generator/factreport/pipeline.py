"""The way of the data on one screen: content files, evidence, rules, report.

All of a site's content goes it at once (`run`); a build goes it family by family (`judge`, `reports`).
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.evidence.examine import examine_part, lock_problems
from factreport.evidence.lock_reader import read_lock
from factreport.evidence.problem_kinds import KINDS as EVIDENCE_KINDS
from factreport.evidence.snapshots import Snapshots
from factreport.figures.meaning import Conventions
from factreport.figures.rate_table import shipped_table
from factreport.figures.rates import Rates
from factreport.language import speak
from factreport.publication.compare import compare_claims, compare_pages
from factreport.publication.file import read_publication
from factreport.publication.problem_kinds import KINDS as PUBLICATION_KINDS
from factreport.reading import acknowledge as acknowledging
from factreport.reading.content import open_content, read_content
from factreport.reading.settings import ReadingSettings
from factreport.reading.text_file import shown_path
from factreport.report.build import build_report as report_of
from factreport.rules.comparer import Comparer
from factreport.rules.judge import judge as judge_statements
from factreport.rules.problem_kinds import KINDS as RULE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.evidence.examine import Evidence
    from factreport.evidence.lock import Lock
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.publication.file import PublicationFile
    from factreport.reading.overview import Overview
    from factreport.reading.portions import ContentReading
    from factreport.report.records import Report
    from factreport.rules.judge import Judgement
    from factreport.settings import Settings

LOCK_NAME = "evidence.lock"
PUBLICATION_NAME = "published.json"
KINDS = (*EVIDENCE_KINDS, *RULE_KINDS, *PUBLICATION_KINDS)
"""Kinds of problems that rooms after reading report."""


class Desk(Struct, frozen=True):
    """What all claims of a site are judged with."""

    settings: Settings
    conventions: Conventions
    lock: Lock
    snapshots: Snapshots
    rates: Rates
    """Knows which fixings the conversions used."""
    published: PublicationFile


class Judged(Struct, frozen=True):
    """What evidence and rules say of some content."""

    content: Content
    evidence: Evidence
    judgement: Judgement
    problems: tuple[Problem, ...]
    """Found after reading, none acknowledged yet."""


class Outcome(Struct, frozen=True):
    """Everything that was worked out on the way to a report."""

    content: Content
    lock: Lock
    evidence: Evidence
    judgement: Judgement
    report: Report
    rates: Rates
    """Knows which fixings the conversions used."""


@contextmanager
def collecting_no_circles() -> Iterator[None]:
    """Put off the search for values that refer to each other in a circle.

    None are made on the way, and going through all that is kept, again and again, takes a quarter of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # All that was made counts as old from now on: the next search would go through it otherwise.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def build_report(settings: Settings) -> Report:
    """Give the report of a site: everything its pages and exports say, and the problems of all its files."""
    return run(settings).report


@collecting_no_circles()
def run(settings: Settings) -> Outcome:
    """Go the whole way with all content, and keep what each step gave."""
    desk = open_desk(settings)
    content = read(settings)
    judged = judge(desk, content, complete=content.is_complete)
    found = (*content.problems, *judged.problems, *problems_of_all(desk, content, judged.evidence.unlocked))
    problems = acknowledge(found, content)
    report = report_of(content, judged.evidence, judged.judgement, problems, desk.conventions)
    return Outcome(content, desk.lock, judged.evidence, judged.judgement, report, desk.rates)


def open_desk(settings: Settings) -> Desk:
    """Read what all claims are judged with."""
    speak(settings.language, settings.translations)
    folder, root = settings.content, settings.project
    lock = read_lock(folder / LOCK_NAME, shown_path(folder / LOCK_NAME, root))
    published = read_publication(folder / PUBLICATION_NAME, shown_path(folder / PUBLICATION_NAME, root))
    return desk_of(settings, lock, published, Snapshots(settings.evidence))


def desk_of(settings: Settings, lock: Lock, published: PublicationFile, snapshots: Snapshots) -> Desk:
    """Give what all claims are judged with, of what was read already."""
    speak(settings.language, settings.translations)
    return Desk(
        settings=settings,
        conventions=conventions_of(settings),
        lock=lock,
        snapshots=snapshots,
        rates=Rates(shipped_table, lock.fixings),
        published=published,
    )


def read(settings: Settings) -> Content:
    """Read all content files."""
    return read_content(
        settings.content,
        root=settings.project,
        settings=ReadingSettings(quotation_words=settings.quotation_words),
        drafts=settings.preview,
    )


def open_reading(settings: Settings) -> ContentReading:
    """Find all content files, to be read portion by portion."""
    return open_content(
        settings.content,
        root=settings.project,
        settings=ReadingSettings(quotation_words=settings.quotation_words),
        drafts=settings.preview,
    )


def judge(desk: Desk, content: Content, *, complete: bool) -> Judged:
    """Hold content against its evidence, its statements against each other, and all against what was published.

    `content` may be a part of a site's, if it has everything that its claims refer to. `complete`: no record of the
    site was left out for an error.
    """
    evidence = examine_part(content, desk.snapshots, desk.lock)
    judgement = judge_statements(content, evidence.origins, Comparer(desk.rates, desk.conventions))
    findings = (finding for group in judgement.findings.values() for finding in group)
    promised = compare_claims(desk.published, content, findings, complete=complete)
    return Judged(content, evidence, judgement, (*evidence.problems, *judgement.problems, *promised))


def problems_of_all(desk: Desk, content: Content | Overview, unlocked: int) -> tuple[Problem, ...]:
    """Give the problems that only the whole content shows; so many proofs are not in the lock yet."""
    return (*lock_problems(desk.lock, unlocked), *compare_pages(desk.published, content))


def acknowledge(problems: Iterable[Problem], content: Content | Overview) -> tuple[Problem, ...]:
    """Give the problems that no file of the content acknowledges, sorted."""
    return acknowledging.acknowledge(problems, content, KINDS)


def conventions_of(settings: Settings) -> Conventions:
    """Give how figures are read on a site: by its configuration where that has a say, else as everywhere."""
    return Conventions(about=settings.about_share, rate_guard=settings.rate_guard)
