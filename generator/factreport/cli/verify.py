"""`factreport verify`: prove every quotation in the snapshots, and write the evidence lock."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factreport.cli.against import verify_against
from factreport.cli.configuration import ProjectError
from factreport.cli.files import reading, replace_file
from factreport.cli.project import add_project, read_settings
from factreport.evidence import problem_kinds as kinds
from factreport.evidence.lock_writer import write_lock
from factreport.evidence.proof import Proof, ProofState
from factreport.evidence.prove import percent
from factreport.figures.rates import Fixing
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.model.problem import Severity
from factreport.pipeline import run as run_pipeline
from factreport.reading.problem_kinds import KINDS as READING_KINDS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from factreport.model.claim import Citation
    from factreport.model.problem import Problem
    from factreport.pipeline import Outcome
    from factreport.settings import Settings

_USAGE = 2
_EVIDENCE = frozenset(kind.code for kind in kinds.KINDS)
_READING = frozenset(kind.code for kind in READING_KINDS)
_OF_LOCK = frozenset({kinds.DAMAGED_LOCK.code, kinds.EDITED_LOCK.code})
"""Errors that writing the lock mends."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the program."""
    parser = commands.add_parser(
        "verify",
        help=_("prove every quotation and write the evidence lock"),
        description=_(
            "Look for every quotation in the snapshot of its source, print how and where it was found, and write "
            "content/evidence.lock. Exit 1 if a quotation is not proved or the content has errors."
        ),
    )
    add_project(parser)
    parser.add_argument("--evidence", type=Path, metavar="FOLDER", help=_("folder of the snapshots"))
    parser.add_argument("--check", action="store_true", help=_("write nothing; exit 1 if the lock would change"))
    parser.add_argument(
        "--against", type=Path, metavar="FILE", help=_("check quotations in your own copy of an article")
    )
    parser.add_argument("--source", metavar="SLUG", help=_("with --against: the source that the file is a copy of"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the proofs and write the lock; give the exit code: 0, 1 for problems, 2 where it cannot begin."""
    if arguments.source is not None and not arguments.against:
        message = _("--source says which source the file of --against is a copy of: give both, or neither.")
        sys.stderr.write(f"factreport: {message}\n")
        return _USAGE
    try:
        settings = _settings(arguments)
    except ProjectError as error:
        sys.stderr.write(f"factreport: {error}\n")
        return _USAGE
    found = run_pipeline(settings)
    if arguments.against:
        return verify_against(arguments.against, arguments.source, found.content)
    problems = [problem for problem in found.report.problems if _counts(problem)]
    lock = _Lock(settings, found, date.today())
    said, failed = _settle(lock, problems, check=arguments.check)
    lines = [*_proof_lines(found), "", *map(str, problems), _summary(found), said]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return int(failed or bool(problems))


def _settings(arguments: argparse.Namespace) -> Settings:
    settings = read_settings(arguments.project.resolve())
    if arguments.evidence is None:
        return settings
    if not arguments.evidence.is_dir():
        raise ProjectError(_("There is no folder {folder}.").format(folder=arguments.evidence))
    return replace(settings, evidence=arguments.evidence)


def _counts(problem: Problem) -> bool:
    """Tell whether a problem is this command's business: what is not proved, and files that cannot be read at all."""
    if problem.code in _EVIDENCE:
        return problem.severity > Severity.NOTICE
    return problem.code in _READING and problem.severity is Severity.ERROR


class _Lock(Struct, frozen=True):
    """The lock file with what it holds and what it should hold."""

    settings: Settings
    found: Outcome
    today: date

    @property
    def path(self) -> Path:
        return self.settings.project / self.found.lock.path

    @property
    def name(self) -> str:
        return self.found.lock.path

    def is_current(self) -> bool:
        with reading(self.path):
            return self.path.exists() and self.path.read_bytes() == self.text().encode()

    def text(self) -> str:
        return write_lock(self.found.content, self.found.evidence, self.found.lock, self.today, self._fixings())

    def write(self) -> None:
        """Take the place of the lock that is there."""
        replace_file(self.path, self.text().encode())

    def _fixings(self) -> list[Fixing]:
        pinned = {(fixing.day, fixing.currency): fixing for fixing in self.found.lock.fixings}
        return [pinned.get(key, Fixing(*key, digits)) for key, digits in self.found.rates.used().items()]


def _settle(lock: _Lock, problems: list[Problem], *, check: bool) -> tuple[str, bool]:
    """Write the lock, or compare it; give what to say of it, and whether that is a failure."""
    if lock.is_current():
        return _("{lock} is up to date.").format(lock=lock.name), False
    if check:
        return _("{lock} is not up to date: run `factreport verify` and commit it.").format(lock=lock.name), True
    if lock.settings.evidence is None:
        message = _("No snapshots are here, so {lock} stays as it is. Name their folder with {option} or {variable}.")
        return message.format(lock=lock.name, option="--evidence", variable="FACTREPORT_EVIDENCE"), False
    if any(problem.severity is Severity.ERROR and problem.code not in _OF_LOCK for problem in problems):
        # What an error concerns is not proved now, and the day of its first proof would be lost.
        return _("{lock} stays as it is until the errors above are mended.").format(lock=lock.name), True
    lock.write()
    return _("{lock} is written: read its changes and commit it.").format(lock=lock.name), False


def _proof_lines(found: Outcome) -> Iterator[str]:
    """Give a line for each quotation and each search for omitted words, source by source."""
    by_source: dict[str, list[Citation]] = {}
    for claim in found.content.claims:
        for citation in claim.citations:
            if citation.noted is None:
                by_source.setdefault(citation.source, []).append(citation)
    for slug, citations in sorted(by_source.items()):
        yield _source_line(slug, [found.evidence.proof(citation) for citation in citations])
        for citation in citations:
            yield f"  {citation.claim}/{citation.identity}: {proof_words(found.evidence.proof(citation), citation)}"


def _source_line(slug: str, proofs: list[Proof]) -> str:
    snapshot = proofs[0].snapshot
    if snapshot is None:
        return _("{source} (no snapshot)").format(source=slug)
    return _("{source} (snapshot sha256:{hash}…)").format(source=slug, hash=snapshot[:12])


def proof_words(proof: Proof, citation: Citation) -> str:
    """Give in words how a citation was checked: "exact, 34% into the text"."""
    since = _(", proved {day}").format(day=proof.proved) if proof.proved and not proof.here else ""
    match proof.state:
        case ProofState.VERIFIED | ProofState.LOCKED:
            place = _("{match}, {share} into the text").format(match=proof.match, share=percent(proof.position or 0))
            return place + since
        case ProofState.OMISSION_PROVED:
            return _("not in the text: {terms}").format(terms=", ".join(citation.omits)) + since
        case ProofState.UNCHECKED:
            return _("NOT CHECKED since the last edit")
        case ProofState.FAILED:
            return _("FAILED, see below")
        case _:
            return _("not checked: we hold no copy")


def _summary(found: Outcome) -> str:
    proofs = found.evidence.proofs.values()
    states = [proof.state for proof in proofs]
    quoted = sum(citation.quote is not None for claim in found.content.claims for citation in claim.citations)
    absent, noted = states.count(ProofState.OMISSION_PROVED), states.count(ProofState.NOT_KEPT)
    parts = (
        _("{verified} of {quoted} quotations proved").format(
            verified=sum(proof.is_verified_quotation for proof in proofs), quoted=quoted
        ),
        ngettext("{n} omission proved", "{n} omissions proved", absent).format(n=absent),
        ngettext("{n} figure noted without words", "{n} figures noted without words", noted).format(n=noted),
    )
    return ", ".join(parts)
