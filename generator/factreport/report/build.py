"""The report put together: claims, then everything that gathers them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factreport.report.cards import ShownAtHand
from factreport.report.claims import claim_reports, newest_and_most_told
from factreport.report.extract import extract, story_card
from factreport.report.gatherings import claimants, topics
from factreport.report.records import LogEntry, Report, Summary
from factreport.report.sources import source_reports
from factreport.report.stories import story_reports
from factreport.rules.catalogue import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factreport.evidence.examine import Evidence
    from factreport.figures.meaning import Conventions
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.report.cards import ClaimCard, Extract, Shown, StoryCard
    from factreport.report.records import ClaimReport, SourceReport, StoryReport
    from factreport.rules.judge import Judgement


FOREMOST = 6
"""So many differences are shown on the home page."""


def build_report(
    content: Content,
    evidence: Evidence,
    judgement: Judgement,
    problems: tuple[Problem, ...],
    conventions: Conventions,
) -> Report:
    """Give everything the site says. `problems` are those of all rooms, sorted by place."""
    of_file = by_path(problems)
    claims = claim_reports(content, evidence, judgement, of_file, conventions)
    stories = story_reports(content, claims, evidence.origins, of_file)
    return whole_report(content, claims, stories, problems)


def whole_report(
    content: Content, claims: tuple[ClaimReport, ...], stories: tuple[StoryReport, ...], problems: tuple[Problem, ...]
) -> Report:
    """Give the report of a site from the finished reports of its claims and stories."""
    taken = [extract(claim, content.source_by_slug) for claim in claims]
    extracts = [one for one, _details in taken]
    shown = ShownAtHand({one.card.slug: details for one, details in taken})
    cards = tuple(story_card(story) for story in stories)
    return showing(gather(content, extracts, cards, problems, claims=claims, stories=stories), shown)


def gather(
    content: Content,
    extracts: Iterable[Extract],
    story_cards: tuple[StoryCard, ...],
    problems: tuple[Problem, ...],
    *,
    claims: tuple[ClaimReport, ...] = (),
    stories: tuple[StoryReport, ...] = (),
) -> Report:
    """Give what all claims make together, from what each gives to the rest of the site, in whatever order.

    Only what names claims and stories is gathered: pages of their own need `claims` and `stories`, and lists need the
    report to be `showing` more than that.
    """
    ordered = sorted(extracts, key=_in_order)
    cards = tuple(one.card for one in ordered)
    sources = source_reports(content, ordered, by_path(problems))
    differences = tuple(sorted((one for each in ordered for one in each.differences), key=attrgetter("order")))
    return Report(
        content=content,
        claims=claims,
        cards=cards,
        differences=differences,
        foremost=(),
        sources=sources,
        stories=stories,
        story_cards=story_cards,
        topics=topics(cards, dict(content.scale.topic_names)),
        claimants=claimants(cards),
        rules=all_rules(),
        log=_log(ordered),
        problems=problems,
        summary=_summary(cards, sources, story_cards),
        shown=ShownAtHand({}),
    )


def showing(report: Report, shown: Shown) -> Report:
    """Give the report with what lists show of its claims."""
    foremost = tuple(shown.difference(one) for one in report.differences[:FOREMOST])
    return replace(report, foremost=foremost, shown=shown)


def by_path(problems: Iterable[Problem]) -> Mapping[str, tuple[Problem, ...]]:
    """Give problems by the file in which they stand."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.place.path, []).append(problem)
    return {path: tuple(group) for path, group in found.items()}


def _in_order(one: Extract) -> tuple[int, int, str]:
    return newest_and_most_told(one.card.checked, one.card.reports, one.card.slug)


def _log(extracts: Iterable[Extract]) -> tuple[LogEntry, ...]:
    entries = [LogEntry(one.card, correction) for one in extracts for correction in one.corrections]
    return tuple(sorted(entries, key=lambda entry: (-entry.correction.date.toordinal(), entry.claim.slug)))


def _summary(cards: Sequence[ClaimCard], sources: Sequence[SourceReport], stories: Sequence[StoryCard]) -> Summary:
    return Summary(
        claims=len(cards),
        sources=len(sources),
        stories=len(stories),
        quotations=sum(source.quotations for source in sources),
        verified=sum(source.verified for source in sources),
        open=sum(card.open for card in cards),
        explained=sum(card.explained for card in cards),
    )
