"""What a build says to people: its problems, how long its steps took, what it found, why it stops."""

from __future__ import annotations

import logging
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factreport.building import log
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factreport.building.told import Told
    from factreport.model.problem import Problem
    from factreport.report.records import Summary

LEVELS = {Severity.NOTICE: logging.INFO, Severity.WARNING: logging.WARNING, Severity.ERROR: logging.ERROR}


@contextmanager
def timed(step: str) -> Iterator[None]:
    """Say how long a step took, to those who asked for more words."""
    begun = time.perf_counter()
    yield
    log.debug("%s: %.2f s", step, time.perf_counter() - begun)


def show(told: Told, counted: Callable[[], Iterable[Problem]] = tuple) -> None:
    """Show problems one by one, and of notices of other kinds the number; these too to those who asked for more words.

    What is only `counted` is asked for where it is shown.
    """
    for problem in told.shown:
        log.log(LEVELS[problem.severity], "%s", problem)
    if log.isEnabledFor(logging.DEBUG):
        for problem in counted():
            log.debug("%s", problem)
    for code, number in sorted(told.folded.items()):
        message = _("{number} notices {code}; the option --verbose lists them")
        log.info("%s", message.format(number=number, code=code))


def stopped_by(problems: Sequence[Problem]) -> str:
    """Give the last word of a build that errors stop; empty where none of the problems is an error."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if not errors:
        return ""
    count = ngettext("{n} error", "{n} errors", len(errors)).format(n=len(errors))
    paths = len({problem.place.path for problem in errors})
    where = ngettext("{n} file", "{n} files", paths).format(n=paths)
    return _("Aborted with {errors} in {files}; the site is as it was.").format(errors=count, files=where)


def stopped_by_markup(number: int) -> str:
    """Give the last word of a build that so many errors in its structured data stop."""
    message = ngettext(
        "Aborted with {n} error in the structured data; the site is as it was.",
        "Aborted with {n} errors in the structured data; the site is as it was.",
        number,
    )
    return message.format(n=number)


def stopped_by_another(process: str) -> str:
    """Give the last word of a build that another one of the same site stops; its process is "" if it is not known."""
    message = _("Another build of this site is under way (process {number}). Build again when it has ended.")
    return message.format(number=process or _("unknown"))


def stopped_by_server(host: str, port: int) -> str:
    """Give the last word of a preview that finds its address in use."""
    message = _("Another program, such as a preview, serves {address} already. Choose a free number: {example}")
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return message.format(address=address, example=f"mkdocs serve -a {address.removesuffix(str(port))}{port + 1}")


def found(summary: Summary) -> str:
    """Give what a build found, in one sentence."""
    claims = ngettext("{n} claim", "{n} claims", summary.claims).format(n=summary.claims)
    sources = ngettext("{n} source", "{n} sources", summary.sources).format(n=summary.sources)
    quotations = _("{verified} of {quotations} quotations verified")
    findings = _("findings: {explained} explained, {open} open")
    return ", ".join(
        (
            claims,
            sources,
            quotations.format(verified=summary.verified, quotations=summary.quotations),
            findings.format(explained=summary.explained, open=summary.open),
        )
    )


def site_is_in(folder: Path) -> str:
    """Say where the finished site is, from where the command was typed."""
    page = folder / "index.html"
    shown = page.relative_to(Path.cwd()) if page.is_relative_to(Path.cwd()) else page
    return _("The site is in {path}").format(path=shown)


def not_translated(language: str) -> str:
    """Say that the interface is not in the site's language."""
    message = _("There is no translation into “{language}”: words of the interface stay English.")
    return message.format(language=language)
