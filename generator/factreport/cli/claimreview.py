"""`factreport claimreview`: check the ClaimReview and DataFeed markup of any site."""

from __future__ import annotations

import argparse
import io
import math
import sys

from factreport.claimreview.addresses import split
from factreport.claimreview.inputs import MEGABYTE
from factreport.claimreview.lint import lint
from factreport.claimreview.printing import as_github, as_json, as_text
from factreport.claimreview.problem import Profile, Severity
from factreport.claimreview.subjects import Options
from factreport.language import gettext as _

FORMATS = {"text": as_text, "json": as_json, "github": as_github}
_FAIL_ON = {"error": Severity.ERROR, "warning": Severity.WARNING}
_UNREADABLE = frozenset({"unreadable", "too-large"})
_USAGE = 2


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the program."""
    parser = commands.add_parser(
        "claimreview",
        help=_("check ClaimReview markup of any site"),
        description=_(
            "Check ClaimReview, MediaReview and DataFeed markup in web pages, JSON files and whole site folders. Needs "
            "no project. Exit 0 without errors, 1 with errors, 2 if something could not be read."
        ),
    )
    parser.add_argument("path", nargs="+", help=_("page, JSON file or folder of a built site; - is standard input"))
    parser.add_argument(
        "--profile",
        action="append",
        choices=[str(profile) for profile in Profile],
        help=_("whose requirements; may be given several times; default: google"),
    )
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help=_("form of the output; default: text"))
    parser.add_argument("--notices", action="store_true", help=_("print notices too, which stop nothing"))
    parser.add_argument("--fail-on", choices=tuple(_FAIL_ON), default="error", help=_("what gives exit code 1"))
    parser.add_argument("--site-url", type=_address, metavar="URL", help=_("where the folder is published"))
    parser.add_argument(
        "--label", action="append", default=[], help=_("a verdict of the published scale; repeat for each")
    )
    parser.add_argument(
        "--max-size",
        type=megabytes,
        default=32.0,
        metavar="MB",
        help=_("most of one file, in million bytes; default: 32"),
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the problems; give the exit code: 0, 1 for errors (or warnings, if asked), 2 for what cannot be read."""
    profiles = [Profile(name) for name in dict.fromkeys(arguments.profile or ["google"])]
    options = Options(site_url=arguments.site_url or "", labels=tuple(arguments.label))
    result = lint(arguments.path, profiles, options, limit=int(arguments.max_size * MEGABYTE))
    _write(FORMATS[arguments.format](result, profiles, notices=arguments.notices))
    if any(problem.code in _UNREADABLE for problem in result.problems):
        return _USAGE
    return int(any(problem.severity >= _FAIL_ON[arguments.fail_on] for problem in result.problems))


def _write(text: str) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.stdout.write(text)


def _address(text: str) -> str:
    if split(text) is None:
        raise argparse.ArgumentTypeError(_("“{text}” is not a full web address").format(text=text))
    return text.strip()


def megabytes(text: str) -> float:
    """Give a size in million bytes, above 0."""
    try:
        size = float(text)
    except ValueError:
        size = math.nan
    if not 0 < size <= 100_000:
        raise argparse.ArgumentTypeError(_("“{text}” is not a number of million bytes").format(text=text))
    return size
