"""The exports of the project's own content, made once; and of reports with fields changed."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from tests.exports.all_files import all_files
from tests.pages.sites import own_report, settings

from factreport.report.build import whole_report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factreport.report.records import Report
    from factreport.settings import Settings


def files_of(report: Report, using: Settings | None = None) -> Mapping[str, bytes]:
    """Give the content of every exported file by its path."""
    return {file.path: file.content for file in all_files(report, using or settings())}


@cache
def own_files() -> Mapping[str, bytes]:
    return files_of(own_report())


def json_in(files: Mapping[str, bytes], path: str) -> Any:
    return json.loads(files[path])


def sheet(files: Mapping[str, bytes], path: str) -> list[dict[str, str]]:
    """Give the rows of a spreadsheet, by the names of its columns."""
    return list(csv.DictReader(io.StringIO(files[path].decode("utf-8"), newline="")))


def with_hostile_words(words: str) -> Report:
    """Give the project's report with these words wherever a claim's file takes any."""
    report = own_report()
    one, *others = report.claims
    claim = replace(
        one.claim,
        claim=words,
        claimant=words,
        basis=words,
        answer=words,
        in_short=(words, words),
        would_settle=words,
        body=words,
    )
    figures = tuple(
        replace(
            figure,
            figure=replace(figure.figure, label=words, note=words),
            summary=words,
            rows=tuple(replace(row, printed=words) for row in figure.rows),
        )
        for figure in one.figures
    )
    changed = (replace(one, claim=claim, figures=figures), *others)
    return whole_report(report.content, changed, report.stories, report.problems)
