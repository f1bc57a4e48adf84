"""Examine the evidence of all content: prove every citation, hold statements against words, resolve origins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factreport.evidence import problem_kinds as kinds
from factreport.evidence.clipped import clipped_negation
from factreport.evidence.edges import cut_figures
from factreport.evidence.lock import NOT_KNOWN
from factreport.evidence.origins import Origins, resolve_origins
from factreport.evidence.proof import Proof, ProofState
from factreport.evidence.prove import Cited, prove
from factreport.evidence.snapshots import UnreadableSnapshotError
from factreport.evidence.stated import statement_problems
from factreport.figures.quoted import cut_qualifier
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.evidence.lock import Lock
    from factreport.evidence.snapshots import Snapshot, Snapshots
    from factreport.model.claim import Citation, Claim
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.model.source import Source


class Evidence(Struct, frozen=True):
    """What is proved of the content, and what is wrong with its evidence."""

    proofs: Mapping[tuple[str, str], Proof]
    """By slug of the claim and identity of the citation; one for every citation of a source that is there."""
    origins: Origins
    problems: tuple[Problem, ...]
    """Sorted by place; those of origins are among them, and in `examine` those of the lock."""

    @property
    def unlocked(self) -> int:
        """How many citations are proved here whose proof the lock does not hold yet."""
        return sum(proof.is_proved and proof.proved is None for proof in self.proofs.values())

    def proof(self, citation: Citation) -> Proof:
        """Give the proof of a citation of the content; KeyError for any other."""
        return self.proofs[citation.claim, citation.identity]


def examine(content: Content, snapshots: Snapshots, lock: Lock) -> Evidence:
    """Prove every citation by its snapshot or the lock, and check what it states against its words."""
    found = examine_part(content, snapshots, lock)
    problems = (*found.problems, *lock_problems(lock, found.unlocked))
    return replace(found, problems=tuple(sorted(problems, key=lambda problem: problem.sort_key())))


def examine_part(content: Content, snapshots: Snapshots, lock: Lock) -> Evidence:
    """Do the same for a part of a site's content; what concerns the lock as a whole is left to `lock_problems`."""
    origins = resolve_origins(content)
    problems: list[Problem] = [*origins.problems]
    proofs: dict[tuple[str, str], Proof] = {}
    # Source by source, so that no more than one snapshot is held at a time.
    for source, citations in _by_source(content):
        unread: list[Problem] = []
        snapshot = _read(source, snapshots, unread)
        unchecked: list[Problem] = []
        for claim, citation in citations:
            cited = _cited(claim, citation, source, snapshot, lock)
            proof, found = prove(cited)
            proofs[claim.slug, citation.identity] = proof
            (unchecked if proof.state is ProofState.UNCHECKED else problems).extend(found)
            problems += [*_around_the_words(cited, proof), *statement_problems(cited)]
        # Of a copy that cannot be read, or is not the one that is meant, it is enough to tell once, be its quotations
        # in the lock or not.
        problems += _captured_otherwise(source, lock)
        problems += unread or (_differing(source, snapshots) if snapshot is None else ()) or unchecked
    return Evidence(proofs, origins, tuple(sorted(problems, key=lambda problem: problem.sort_key())))


def _by_source(content: Content) -> Iterator[tuple[Source, list[tuple[Claim, Citation]]]]:
    found: dict[str, list[tuple[Claim, Citation]]] = {}
    for claim in content.claims:
        for citation in claim.citations:
            found.setdefault(citation.source, []).append((claim, citation))
    for source in content.sources:
        if source.slug in found:
            yield source, found[source.slug]


def _read(source: Source, snapshots: Snapshots, problems: list[Problem]) -> Snapshot | None:
    """Give the snapshot of a source where it is at hand, noting if it is no text or cannot be opened."""
    if source.snapshot is None:
        return None
    try:
        found = snapshots.find(source.snapshot)
    except UnreadableSnapshotError as error:
        message = _("The snapshot “{file}” is not text in UTF-8, so no quotation can be found in it.")
        hint = _("Save the captured text as UTF-8 and give its new SHA-256 here.")
        problems.append(kinds.UNREADABLE_SNAPSHOT.at(source.place("snapshot"), message.format(file=error), hint))
        return None
    if found is None and (closed := snapshots.closed(source.slug)):
        message = _("The snapshot “{file}” cannot be opened: {reason}.")
        filled = message.format(file=closed.name, reason=closed.reason)
        hint = _("Check that it is a file, and that you may read it.")
        problems.append(kinds.UNREADABLE_SNAPSHOT.at(source.place("snapshot"), filled, hint))
    return found


def _differing(source: Source, snapshots: Snapshots) -> tuple[Problem, ...]:
    """Say so where the file that is named like a source is another text than its snapshot."""
    other = snapshots.named(source.slug) if source.snapshot else None
    if other is None or other[1] == source.snapshot:
        return ()
    message = _("{file} is not this snapshot: its fingerprint is sha256:{digest}.")
    hint = _("If the file is what you captured, write that fingerprint here; if it was edited since, bring it back.")
    filled = message.format(file=other[0], digest=other[1])
    return (kinds.SNAPSHOT_DIFFERS.at(source.place("snapshot"), filled, hint),)


def _captured_otherwise(source: Source, lock: Lock) -> tuple[Problem, ...]:
    """Say so where the lock has another day of capture than the source's file: no seal is over that."""
    locked = lock.sources.get(source.slug)
    captured = source.captured.text if source.captured else NOT_KNOWN
    if locked is None or locked.snapshot != source.snapshot or locked.captured == captured:
        return ()
    message = _("The lock says that this snapshot was captured {locked}, and the source's file says {captured}.")
    hint = _("If the lock is right, write its date here; if not, run `factreport verify` and commit the lock.")
    filled = message.format(locked=locked.captured, captured=captured)
    return (kinds.LOCK_BEHIND.at(source.place("captured"), filled, hint),)


def _cited(claim: Claim, citation: Citation, source: Source, snapshot: Snapshot | None, lock: Lock) -> Cited:
    locked = lock.entry(citation, source.snapshot) if source.snapshot else None
    length = lock.sources[source.slug].length if locked else 0
    return Cited(claim, citation, source, snapshot, locked, length)


def _around_the_words(cited: Cited, proof: Proof) -> Iterator[Problem]:
    """Look at what the snapshot prints directly around a quotation and the quotation leaves out."""
    if cited.snapshot is None or proof.state is not ProofState.VERIFIED:
        return
    text = cited.snapshot.text
    yield from _cut_figures(cited, text, proof)
    negation = clipped_negation(text, proof.spans)
    if negation:
        message = _("The quotation may be clipped: “{word}” stands in the same sentence, outside the quotation.")
        hint = _("Read the whole sentence again; quote the word as well if it bears on these words.")
        yield cited.problem(kinds.CLIPPED_QUOTATION, message.format(word=negation), hint)


def _cut_figures(cited: Cited, text: str, proof: Proof) -> Iterator[Problem]:
    for cut in cut_figures(text, proof.spans):
        message = _("The quotation ends inside a figure: “{quoted}” is “{printed}” in the snapshot.")
        hint = _("Quote the whole figure.")
        yield cited.problem(kinds.FIGURE_CUT, message.format(quoted=cut.quoted, printed=cut.printed), hint)
    for start, end in proof.spans:
        qualifier = cut_qualifier(text, start, end)
        if qualifier:
            message = _("The quotation leaves out “{qualifier}”, which the snapshot prints with its figure.")
            hint = _("Quote “{qualifier}” as well.").format(qualifier=qualifier)
            yield cited.problem(kinds.QUALIFIER_CUT, message.format(qualifier=qualifier), hint)


def lock_problems(lock: Lock, unlocked: int) -> Iterator[Problem]:
    """Give what is wrong with the lock, and a notice where it lacks what was proved here.

    A copy of the site without snapshots would not know of those proofs.
    """
    yield from lock.problems
    if unlocked:
        message = ngettext(
            "{n} citation is proved here, but the lock does not hold it yet.",
            "{n} citations are proved here, but the lock does not hold them yet.",
            unlocked,
        )
        hint = _("Run `factreport verify` and commit the lock, so that they are proved everywhere.")
        yield kinds.LOCK_BEHIND.at(Place(lock.path), message.format(n=unlocked), hint)
