"""`factreport check`: every problem of every file, with its place, in one run."""

from __future__ import annotations

import json
import posixpath
import sys
from typing import TYPE_CHECKING

from factreport.assembly import with_exports
from factreport.building import log
from factreport.building.checking import Checked, check
from factreport.building.workers import processors
from factreport.claimreview.printing import annotation
from factreport.cli.configuration import ProjectError
from factreport.cli.configuration_names import name_problems
from factreport.cli.project import CONFIGURATION, add_project, read_settings
from factreport.exports.address import address_problem
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.model.problem import Severity
from factreport.pages.own_templates import template_problems
from factreport.pages.site import Site
from factreport.pages.taken_addresses import address_of, address_problems
from factreport.pipeline import run as run_pipeline
from factreport.reading.known import known_in
from factreport.reading.prose import read_pages
from factreport.reading.text_file import shown_path

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from factreport.model.problem import Problem
    from factreport.pipeline import Outcome
    from factreport.settings import Settings

FORMATS = ("text", "json", "github")
_USAGE = 2


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the program."""
    parser = commands.add_parser(
        "check",
        help=_("find mistakes in the content"),
        description=_("Print every problem of every content file with line and column. Exit 1 if there is an error."),
    )
    add_project(parser)
    parser.add_argument("--strict", action="store_true", help=_("exit 1 on warnings too"))
    parser.add_argument("--drafts", action="store_true", help=_("check drafts too"))
    parser.add_argument("--notices", action="store_true", help=_("print notices too, which stop nothing"))
    parser.add_argument("--format", choices=FORMATS, default="text", help=_("form of the output; default: text"))
    parser.add_argument("--findings", action="store_true", help=_("list the findings by the names that explain them"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the problems; give the exit code: 0, 1 for errors (or warnings, if strict), 2 without a project."""
    try:
        settings = read_settings(arguments.project.resolve(), preview=arguments.drafts)
    except ProjectError as error:
        sys.stderr.write(f"factreport: {error}\n")
        return _USAGE
    found = run_pipeline(settings) if arguments.findings else None
    problems = all_problems(found, settings) if found else _checked(settings)
    shown = [problem for problem in problems if arguments.notices or problem.severity > Severity.NOTICE]
    print_as = {"text": as_text, "json": as_json, "github": as_github}[arguments.format]
    sys.stdout.write(print_as(shown, _summary(problems)))
    if found:
        sys.stdout.write(_as_findings(found))
    worst = max((problem.severity for problem in problems), default=Severity.NOTICE)
    return int(worst >= (Severity.WARNING if arguments.strict else Severity.ERROR))


def _checked(settings: Settings) -> tuple[Problem, ...]:
    try:
        return _with_others(check(settings, processors()))
    except OSError as error:
        # There is no room for what is read in portions.
        log.debug("everything is checked at once: %s", error)
        return all_problems(run_pipeline(settings), settings)


def all_problems(found: Outcome, settings: Settings) -> tuple[Problem, ...]:
    """Give the problems of records, prose pages, the project's own templates and the site's address, sorted."""
    site = with_exports(Site(found.report, settings))
    return _with_others(Checked(found.report.problems, known_in(found.content), site))


def _with_others(found: Checked) -> tuple[Problem, ...]:
    settings = found.site.settings
    of_site = address_problem(settings, CONFIGURATION)
    of_files = (*found.problems, *_of_prose(found, settings), *template_problems(settings))
    every = (*of_files, *((of_site,) if of_site else ()), *name_problems(settings.project))
    return tuple(sorted(every, key=lambda problem: problem.sort_key()))


def _of_prose(found: Checked, settings: Settings) -> Iterator[Problem]:
    if settings.pages is None:
        return
    folder = shown_path(settings.pages, settings.project)
    addresses: list[tuple[str, str]] = []
    for page in read_pages(settings.pages, root=settings.project, known=found.known):
        yield from page.problems
        addresses.append((page.path, address_of(posixpath.relpath(page.path, folder))))
    yield from address_problems(found.site, addresses)


def as_text(problems: Sequence[Problem], summary: str) -> str:
    """Give one problem below the other, and the line that counts them."""
    return "".join(f"{line}\n" for line in (*map(str, problems), summary))


def _summary(problems: Sequence[Problem]) -> str:
    count = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
    errors, warnings, notices = (count[one] for one in (Severity.ERROR, Severity.WARNING, Severity.NOTICE))
    return ", ".join(
        (
            ngettext("{n} error", "{n} errors", errors).format(n=errors),
            ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
            ngettext("{n} notice", "{n} notices", notices).format(n=notices),
        )
    )


def as_json(problems: Sequence[Problem], summary: str) -> str:  # noqa: ARG001 - whoever reads it can count
    """Give a list of objects, one for each problem."""
    entries = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity.name.lower(),
            "code": problem.code,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], summary: str) -> str:
    """Give workflow commands that mark the lines in a pull request, and the line that counts them."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems) + summary + "\n"


def _annotation(problem: Problem) -> str:
    place = (problem.place.path, problem.place.line, problem.place.column)
    return annotation(problem.severity.name.lower(), place, problem.code, problem.message, problem.hint)


def _as_findings(found: Outcome) -> str:
    lines = [
        f"{finding.figure.claim}  {finding.name}  {finding.state.value}: {finding.sentence}"
        for findings in found.judgement.findings.values()
        for finding in findings
        if finding.differs
    ]
    return "".join(f"{line}\n" for line in lines)
