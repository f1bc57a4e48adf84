"""The result in words, as JSON, and as annotations of a pull request."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factreport.claimreview.problem import Severity
from factreport.language import gettext as _
from factreport.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factreport.claimreview.lint import Result
    from factreport.claimreview.problem import Problem, Profile


def as_text(result: Result, profiles: Sequence[Profile], *, notices: bool) -> str:
    """Give one problem below the other, then what was read and which profile it meets."""
    lines = [*map(str, _shown(result, notices=notices)), _read(result), *_verdicts(result, profiles)]
    return "".join(f"{line}\n" for line in lines)


def as_json(result: Result, profiles: Sequence[Profile], *, notices: bool) -> str:
    """Give an object with `problems`, `profiles` and what was read."""
    data = {
        "problems": [_record(problem) for problem in _shown(result, notices=notices)],
        "profiles": {str(profile): _counts(result, profile) for profile in profiles},
        "read": {"documents": result.documents, "reviews": result.reviews, "feeds": result.feeds},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_github(result: Result, profiles: Sequence[Profile], *, notices: bool) -> str:
    """Give workflow commands that mark the lines in a pull request, then what was read."""
    lines = [*map(_annotation, _shown(result, notices=notices)), _read(result), *_verdicts(result, profiles)]
    return "".join(f"{line}\n" for line in lines)


def _shown(result: Result, *, notices: bool) -> list[Problem]:
    return [problem for problem in result.problems if notices or problem.severity > Severity.NOTICE]


def _read(result: Result) -> str:
    documents = ngettext("{n} document read", "{n} documents read", result.documents).format(n=result.documents)
    reviews = ngettext("{n} ClaimReview", "{n} ClaimReviews", result.reviews).format(n=result.reviews)
    feeds = ngettext("{n} DataFeed", "{n} DataFeeds", result.feeds).format(n=result.feeds)
    return _("{documents}: {reviews}, {feeds}").format(documents=documents, reviews=reviews, feeds=feeds)


def _verdicts(result: Result, profiles: Sequence[Profile]) -> list[str]:
    return [_verdict(profile, _counts(result, profile)) for profile in profiles]


def _verdict(profile: Profile, counts: dict[str, Any]) -> str:
    word = _("passes") if counts["passes"] else _("fails")
    parts = (
        ngettext("{n} error", "{n} errors", counts["errors"]).format(n=counts["errors"]),
        ngettext("{n} warning", "{n} warnings", counts["warnings"]).format(n=counts["warnings"]),
        ngettext("{n} notice", "{n} notices", counts["notices"]).format(n=counts["notices"]),
    )
    return f"{profile}: {word} ({', '.join(parts)})"


def _counts(result: Result, profile: Profile) -> dict[str, Any]:
    found = [dict(problem.levels).get(profile) for problem in result.problems]
    return {
        "passes": Severity.ERROR not in found,
        "errors": found.count(Severity.ERROR),
        "warnings": found.count(Severity.WARNING),
        "notices": found.count(Severity.NOTICE),
    }


def _record(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity.name.lower(),
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "sources": problem.sources,
        "profiles": {str(profile): severity.name.lower() for profile, severity in problem.levels},
    }


def annotation(severity: str, place: tuple[str, int, int], code: str, message: str, hint: str) -> str:
    """Give the workflow command that marks a line in a pull request; `place` is path, line and column.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    path, line, column = place
    where = f"file={_property(path)},line={line},col={column},title={_property(code)}"
    text = f"{message}\n{hint}" if hint else message
    return f"::{severity} {where}::{_data(text)}"


def _annotation(problem: Problem) -> str:
    place = (problem.path, problem.line, problem.column)
    return annotation(problem.severity.name.lower(), place, problem.code, problem.message, problem.hint)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
