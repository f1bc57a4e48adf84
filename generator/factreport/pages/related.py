"""Related news as pages show it: headlines by date; never evidence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.report.records import NewsReport


def dated_news(news: Iterable[NewsReport]) -> list[NewsReport]:
    """Give headlines that bear on the page, newest first, undated last."""
    related = [report for report in news if report.item.related]
    return sorted(related, key=lambda report: (-_latest(report).toordinal(), report.item.title))


def _latest(report: NewsReport) -> date:
    days = report.item.published
    return days.last or days.first or date.min
