"""How many of each piece one processor gets done in a second, by calling the rooms' functions on a generated site."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.exports.all_files import all_files

from factreport import pipeline
from factreport.assembly import with_exports
from factreport.evidence.examine import examine
from factreport.evidence.lock_reader import read_lock
from factreport.evidence.snapshots import Snapshots
from factreport.figures.rate_table import shipped_table
from factreport.figures.rates import Rates
from factreport.figures.read import read_figures
from factreport.language import speak
from factreport.pages import site as pages
from factreport.reading.content import read_content
from factreport.report.build import build_report
from factreport.rules.comparer import Comparer
from factreport.rules.judge import judge
from factreport.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factreport.model.content import Content
    from factreport.report.records import Report


@dataclass(frozen=True)
class Piece:
    """How often something was done, and how long it took."""

    name: str
    count: int
    seconds: float
    """Of one processor, user and system."""


class Clock:
    """Collects pieces in the order in which they were done."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.count = 0

    @contextmanager
    def measure(self, name: str) -> Iterator[None]:
        """Time what is done; `count` is set while it is done."""
        self.count = 0
        started = time.process_time()
        yield
        self.pieces.append(Piece(name, self.count, time.process_time() - started))


def measure(project: Path) -> list[Piece]:
    """Go through a generated project piece by piece; its own `mkdocs.yml` is not used."""
    settings = Settings(
        project=project,
        content=project / "content",
        evidence=project / "evidence",
        site_name="Figures checked",
        site_url="https://figures.example.org/",
    )
    speak(settings.language, settings.translations)
    clock = Clock()
    content = _read(clock, settings)
    report = _work_out(clock, settings, content)
    _write(clock, settings, report)
    return clock.pieces


def _read(clock: Clock, settings: Settings) -> Content:
    with clock.measure("claims read and checked, with their sources"):
        content = read_content(settings.content, root=settings.project)
        clock.count = len(content.claims)
    quotes = [citation.quote for claim in content.claims for citation in claim.citations if citation.quote]
    with clock.measure("figures read in quotations"):
        clock.count = sum(len(read_figures(quote)) for quote in quotes)
    return content


def _work_out(clock: Clock, settings: Settings, content: Content) -> Report:
    lock = read_lock(settings.content / pipeline.LOCK_NAME, pipeline.LOCK_NAME)
    with clock.measure("citations examined, one in ten against a snapshot"):
        evidence = examine(content, Snapshots(settings.evidence), lock)
        clock.count = len(evidence.proofs)
    conventions = pipeline.conventions_of(settings)
    with clock.measure("pairs of statements compared"):
        judgement = judge(content, evidence.origins, Comparer(Rates(shipped_table(), lock.fixings), conventions))
        clock.count = sum(len(case.pairs) for case in judgement.cases.values())
    with clock.measure("claims worked out for pages and exports"):
        report = build_report(content, evidence, judgement, (), conventions)
        clock.count = len(report.claims)
    return report


def _write(clock: Clock, settings: Settings, report: Report) -> None:
    site = with_exports(pages.Site(report, settings))
    types = (*site.family_types, *site.gathering_types)
    claims = next(page_type for page_type in types if page_type.name == "claim")
    with clock.measure("claims in the search index, with all else that is found"):
        clock.count = len(report.claims) if site.search_files else 0
    with clock.measure("claim pages rendered"):
        clock.count = sum(1 for plan in claims.plans(site) if pages.render(site, claims, plan).text)
    others = [page_type for page_type in types if page_type is not claims]
    with clock.measure("other pages rendered"):
        rendered = (pages.render(site, page_type, plan) for page_type in others for plan in page_type.plans(site))
        clock.count = sum(1 for page in rendered if page.text)
    with clock.measure("data files and feeds made, of claims and of the site"):
        clock.count = sum(1 for _ in all_files(report, settings))
