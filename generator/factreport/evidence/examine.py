"""Examine the evidence of all content: prove every citation, hold statements against words, resolve origins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factreport.evidence import problem_kinds as kinds
from factreport.evidence.clipped import clipped_negation
from factreport.evidence.edges import cut_figures
from factreport.evidence.origins import Origins, resolve_origins
from factreport.evidence.proof import Proof, ProofState
from factreport.evidence.prove import Cited, prove
from factreport.evidence.snapshots import Snapshot, Snapshots, UnreadableSnapshotError
from factreport.evidence.stated import statement_problems
from factreport.figures.quoted import cut_qualifier
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.evidence.lock import Lock
    from factreport.model.claim import Citation, Claim
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.model.source import Source


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is proved of the content, and what is wrong with its evidence."""

    proofs: Mapping[tuple[str, str], Proof]
    """By slug of the claim and identity of the citation; one for every citation, in the order of the content."""
    origins: Origins
    problems: tuple[Problem, ...]
    """Sorted by place; those of the lock and of origins are among them."""

    def proof(self, citation: Citation) -> Proof:
        """Give the proof of a citation of the content; KeyError for any other."""
        return self.proofs[citation.claim, citation.identity]


def examine(content: Content, snapshots: Snapshots, lock: Lock) -> Evidence:
    """Prove every citation by its snapshot or the lock, and check what it states against its words."""
    origins = resolve_origins(content)
    problems: list[Problem] = [*lock.problems, *origins.problems]
    copies = _Copies(snapshots)
    proofs: dict[tuple[str, str], Proof] = {}
    for claim in content.claims:
        for citation in claim.citations:
            source = content.source_by_slug.get(citation.source)
            if source is None:
                continue
            cited = _cited(claim, citation, source, copies.of(source), lock)
            proof, found = prove(cited)
            proofs[claim.slug, citation.identity] = proof
            problems.extend(found)
            problems.extend(_around_the_words(cited, proof))
            problems.extend(statement_problems(cited))
    problems.extend(copies.problems)
    problems.extend(_behind(proofs, lock))
    return Evidence(proofs, origins, tuple(sorted(problems, key=lambda problem: problem.sort_key())))


class _Copies:
    """The snapshots of sources, each read once."""

    def __init__(self, snapshots: Snapshots) -> None:
        self.problems: list[Problem] = []
        self._snapshots = snapshots
        self._found: dict[str, Snapshot | None] = {}

    def of(self, source: Source) -> Snapshot | None:
        if source.slug not in self._found:
            self._found[source.slug] = self._read(source)
        return self._found[source.slug]

    def _read(self, source: Source) -> Snapshot | None:
        if source.snapshot is None:
            return None
        try:
            return self._snapshots.find(source.snapshot)
        except UnreadableSnapshotError as error:
            message = _("The snapshot “{file}” is not text in UTF-8, so no quotation can be found in it.")
            hint = _("Save the captured text as UTF-8 and give its new SHA-256 here.")
            place = source.place("snapshot")
            self.problems.append(kinds.UNREADABLE_SNAPSHOT.at(place, message.format(file=error), hint))
            return None


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


def _behind(proofs: Mapping[tuple[str, str], Proof], lock: Lock) -> Iterator[Problem]:
    """Give a notice where the lock lacks what was proved here, so that a copy without snapshots would not know it."""
    number = sum(proof.is_proved and proof.proved is None for proof in proofs.values())
    if number:
        message = ngettext(
            "{n} citation is proved here, but the lock does not hold it yet.",
            "{n} citations are proved here, but the lock does not hold them yet.",
            number,
        )
        hint = _("Run `factreport verify` and commit the lock, so that they are proved everywhere.")
        yield kinds.LOCK_BEHIND.at(Place(lock.path), message.format(n=number), hint)
