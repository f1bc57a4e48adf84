"""`factreport publish`: remember what is published now, so that later builds can tell what readers must be told."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from factreport.cli.configuration import ProjectError
from factreport.cli.files import reading, replace_file
from factreport.cli.project import add_project, read_settings
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.model.problem import Severity
from factreport.pipeline import PUBLICATION_NAME
from factreport.pipeline import run as run_pipeline
from factreport.publication import problem_kinds as kinds
from factreport.publication.compare import compare_publication
from factreport.publication.file import read_publication, write_publication
from factreport.publication.record import Publication, publication_of
from factreport.reading.record import did_you_mean
from factreport.reading.text_file import shown_path

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from factreport.model.problem import Problem
    from factreport.pipeline import Outcome
    from factreport.publication.file import PublicationFile
    from factreport.rules.finding import Finding

_USAGE = 2
_OF_PUBLICATION = frozenset(kind.code for kind in kinds.KINDS)


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the program."""
    parser = commands.add_parser(
        "publish",
        help=_("remember what is published, once it is"),
        description=_(
            "Write content/published.json: addresses, ids, verdicts and answers as readers find them now. Run it when "
            "the site has been published, and commit the file. Exit 1 if readers would not be told of a change."
        ),
    )
    add_project(parser)
    parser.add_argument("--check", action="store_true", help=_("write nothing; exit 1 if the file would change"))
    parser.add_argument(
        "--let-go",
        action="append",
        default=[],
        metavar="PAGE",
        help=_("give up the address of a page that is gone (sources/name); may be repeated"),
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the record; give the exit code: 0, 1 for what stands against it, 2 without a project or such a page."""
    try:
        settings = read_settings(arguments.project.resolve())
    except ProjectError as error:
        sys.stderr.write(f"factreport: {error}\n")
        return _USAGE
    found = run_pipeline(settings)
    path = settings.content / PUBLICATION_NAME
    before = read_publication(path, shown_path(path, settings.project))
    unknown = _unknown_pages(arguments.let_go, before)
    if unknown:
        sys.stderr.write("".join(f"factreport: {line}\n" for line in unknown))
        return _USAGE
    against = [str(problem) for problem in _against(found, before, frozenset(arguments.let_go))]
    if against:
        sys.stdout.write("".join(f"{line}\n" for line in (*against, _stays(before.path))))
        return 1
    now = publication_of(found.content, _all_findings(found))
    text = write_publication(now)
    if _is_current(path, text):
        sys.stdout.write(_("{path} is up to date.").format(path=before.path) + "\n")
        return 0
    if arguments.check:
        message = _("{path} is not up to date: run `factreport publish` when the site is published.")
        sys.stdout.write(message.format(path=before.path) + "\n")
        return 1
    replace_file(path, text.encode())
    sys.stdout.write(_written(before, now) + "\n")
    return 0


def _unknown_pages(let_go: Iterable[str], before: PublicationFile) -> list[str]:
    """Say of each page to be let go that was never published which one may be meant; nothing of a damaged record."""
    if before.problems:
        return []
    then = before.publication or Publication()
    folders = (("claims", then.claims), ("sources", then.sources), ("stories", then.stories))
    pages = [f"{folder}/{slug}" for folder, slugs in folders for slug in slugs]
    message = _("no page “{page}” was published, so none can be let go.")
    written = _("A page is written as in its address: {example}").format(example="sources/name")
    return [f"{message.format(page=page)} {did_you_mean(page, pages, written)}" for page in let_go if page not in pages]


def _is_current(path: Path, text: str) -> bool:
    with reading(path):
        return path.exists() and path.read_bytes() == text.encode()


def _all_findings(found: Outcome) -> Iterator[Finding]:
    return (finding for group in found.judgement.findings.values() for finding in group)


def _against(found: Outcome, before: PublicationFile, let_go: Collection[str]) -> list[Problem]:
    """Give all errors, and what readers would not be told of; pages that are let go are not missed."""
    missed = {str(one) for one in compare_publication(before, found.content, _all_findings(found), let_go=let_go)}
    return [
        problem
        for problem in found.report.problems
        if (problem.code != kinds.VANISHED_PAGE.code or str(problem) in missed)
        and (problem.severity is Severity.ERROR or _is_untold(problem))
    ]


def _is_untold(problem: Problem) -> bool:
    return problem.code in _OF_PUBLICATION and problem.severity is Severity.WARNING


def _stays(path: str) -> str:
    return _("{path} stays as it is until this is mended.").format(path=path)


def _written(before: PublicationFile, now: Publication) -> str:
    """Say what the file tells that it did not tell before."""
    then = before.publication.claims if before.publication else {}
    new = len(set(now.claims) - set(then))
    changed = sum(now.claims[slug] != then[slug] for slug in set(now.claims) & set(then))
    return _("{path} is written: {new}, {changed}. Commit it.").format(
        path=before.path,
        new=ngettext("{n} new claim", "{n} new claims", new).format(n=new),
        changed=ngettext("{n} changed", "{n} changed", changed).format(n=changed),
    )
