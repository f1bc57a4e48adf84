"""Prove the words of a citation: in its snapshot where that is at hand, else by the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.evidence import problem_kinds as kinds
from factreport.evidence.likely_cause import likely_cause
from factreport.evidence.nearest_words import nearest_words
from factreport.evidence.omission import find_terms
from factreport.evidence.proof import Proof, ProofState
from factreport.evidence.quotation import Match, MatchClass, NoMatch, Reason, find_quotation
from factreport.figures.exact import Fraction
from factreport.language import gettext as _

if TYPE_CHECKING:
    from factreport.evidence.lock import LockedQuotation
    from factreport.evidence.snapshots import Snapshot
    from factreport.model.claim import Citation, Claim
    from factreport.model.problem import Problem, ProblemKind
    from factreport.model.source import Source

SHORT = 12
"""Code points; a shorter quotation can stand in many texts by chance."""


class Cited(Struct, frozen=True):
    """A citation with everything that its words can be held against."""

    claim: Claim
    citation: Citation
    source: Source
    snapshot: Snapshot | None
    """The copy of the source, where it is at hand."""
    locked: LockedQuotation | None
    """The lock's proof of these words in this snapshot."""
    locked_length: int = 0
    """Code points of the snapshot according to the lock."""

    def problem(self, kind: ProblemKind, message: str, hint: str = "") -> Problem:
        """Give a problem with the words of this citation, placed at them."""
        return kind.at(self.claim.place(*self.citation.keys, self.field), message, hint)

    @property
    def field(self) -> str:
        """The field that holds its words."""
        if self.citation.quote is not None:
            return "quote"
        return "noted" if self.citation.noted is not None else "omits"

    def proof(self, state: ProofState) -> Proof:
        """Give a proof without a place."""
        here = self.snapshot is not None
        length = len(self.snapshot.text) if self.snapshot else 0
        proved = self.locked.proved if self.locked and here else None
        citation = self.citation
        return Proof(
            citation.claim, citation.identity, citation.source, state,
            snapshot=self.source.snapshot, length=length, proved=proved, here=here,
        )  # fmt: skip


def prove(cited: Cited) -> tuple[Proof, tuple[Problem, ...]]:
    """Give the proof of a citation and the problems with its words, by the table of situations.

    | at hand | proof |
    | --- | --- |
    | snapshot with the words in it | verified |
    | snapshot without them | failed: an error |
    | no snapshot, but a fitting entry of the lock | as on the day it was proved |
    | neither, though the source names a snapshot | unchecked: a warning |
    | the source has no snapshot, or the wording was not kept | so said: a notice |
    """
    if cited.citation.noted is not None:
        return cited.proof(ProofState.NOT_KEPT), (_not_kept(cited),)
    if cited.source.snapshot is None:
        return _without_copy(cited)
    if cited.snapshot is not None:
        return _omission(cited, cited.snapshot) if cited.citation.omits else _quotation(cited, cited.snapshot)
    if cited.locked is not None:
        return _from_lock(cited, cited.locked), ()
    return cited.proof(ProofState.UNCHECKED), (_unchecked(cited),)


def _without_copy(cited: Cited) -> tuple[Proof, tuple[Problem, ...]]:
    state = ProofState.OMISSION_READ if cited.citation.omits else ProofState.NO_SNAPSHOT
    message = _("Words not checked: we hold no copy of {source}.").format(source=cited.source.publisher)
    return cited.proof(state), (cited.problem(kinds.NO_COPY, message),)


def _not_kept(cited: Cited) -> Problem:
    message = _("The figure of {source} is recorded, its wording was not kept.")
    return cited.problem(kinds.WORDING_NOT_KEPT, message.format(source=cited.source.publisher))


def _unchecked(cited: Cited) -> Problem:
    message = _(
        "Not checked since the last edit: the snapshot of {source} is not here, and the lock has no proof of this."
    )
    hint = _("Run `factreport verify` where the snapshot sha256:{hash}… is, and commit content/evidence.lock.")
    return cited.problem(
        kinds.QUOTATION_UNCHECKED,
        message.format(source=cited.source.publisher),
        hint.format(hash=(cited.source.snapshot or "")[:12]),
    )


def _from_lock(cited: Cited, locked: LockedQuotation) -> Proof:
    citation, absent = cited.citation, bool(cited.citation.omits)
    return Proof(
        citation.claim,
        citation.identity,
        citation.source,
        ProofState.OMISSION_PROVED if absent else ProofState.LOCKED,
        snapshot=cited.source.snapshot,
        length=cited.locked_length,
        match=None if absent else MatchClass(locked.match),
        start=locked.start,
        end=locked.end,
        occurrences=locked.occurrences,
        proved=locked.proved,
    )


def _omission(cited: Cited, snapshot: Snapshot) -> tuple[Proof, tuple[Problem, ...]]:
    found = find_terms(snapshot.text, cited.citation.omits)
    if not found:
        return cited.proof(ProofState.OMISSION_PROVED), ()
    message = _("“{term}” is said to be missing, but stands in the snapshot of {source}, {share} into the text.")
    hint = _("Delete the word from `omits`, or cite the words in a `quote`.")
    problems = tuple(
        cited.problem(
            kinds.OMITTED_WORDS_FOUND,
            message.format(term=one.term, source=cited.source.publisher, share=share_text(one.start, snapshot.text)),
            hint,
        )
        for one in found
    )
    return cited.proof(ProofState.FAILED), problems


def _quotation(cited: Cited, snapshot: Snapshot) -> tuple[Proof, tuple[Problem, ...]]:
    citation = cited.citation
    result = find_quotation(snapshot.text, citation.quote or "", prefix=citation.prefix, suffix=citation.suffix)
    if isinstance(result, NoMatch):
        return cited.proof(ProofState.FAILED), (_not_found(cited, snapshot, result),)
    return _verified(cited, snapshot, result), _short(cited)


def _verified(cited: Cited, snapshot: Snapshot, match: Match) -> Proof:
    citation = cited.citation
    return Proof(
        citation.claim,
        citation.identity,
        citation.source,
        ProofState.VERIFIED,
        snapshot=snapshot.sha256,
        length=len(snapshot.text),
        match=match.match,
        start=match.start,
        end=match.end,
        spans=match.spans,
        occurrences=match.occurrences,
        proved=cited.locked.proved if cited.locked else None,
        here=True,
    )


def _short(cited: Cited) -> tuple[Problem, ...]:
    length = len((cited.citation.quote or "").strip())
    if length >= SHORT:
        return ()
    message = _("The quotation has only {n} characters, so it can stand in many texts by chance.").format(n=length)
    return (cited.problem(kinds.SHORT_QUOTATION, message, _("Quote some words around it as well.")),)


def _not_found(cited: Cited, snapshot: Snapshot, result: NoMatch) -> Problem:
    source = cited.source.publisher
    if result.reason is Reason.SEVERAL:
        message = _("These words stand {n} times in the snapshot of {source}, so it is not clear which are meant.")
        hint = _("Add `prefix:` with the words directly before, or `suffix:` with those directly after.")
        return cited.problem(kinds.AMBIGUOUS_QUOTATION, message.format(n=result.occurrences, source=source), hint)
    if result.reason is Reason.CONTEXT:
        message = _("These words stand in the snapshot of {source}, but not between this prefix and suffix.")
        hint = _("Take the words directly before and after from the snapshot, or leave `prefix` and `suffix` out.")
        return cited.problem(kinds.WRONG_CONTEXT, message.format(source=source), hint)
    return cited.problem(
        kinds.QUOTATION_NOT_FOUND, _absence(result.reason).format(source=source), _nearest(cited, snapshot)
    )


def _absence(reason: Reason) -> str:
    if reason is Reason.PARAGRAPHS:
        return _("These words run over the end of a paragraph in the snapshot of {source}; a quotation may not.")
    if reason is Reason.PART_OF_WORD:
        return _("These words stand in the snapshot of {source} only as part of a longer word or number.")
    return _("These words are not in the snapshot of {source}.")


def _nearest(cited: Cited, snapshot: Snapshot) -> str:
    if cause := likely_cause(snapshot.text, cited.citation.quote or ""):
        return cause
    nearest = nearest_words(snapshot.text, cited.citation.quote or "")
    if nearest is None:
        return _("Nothing in the snapshot comes near; check that it is cited for the right source.")
    message = _("The nearest words, {share} into the text: “{words}”")
    return message.format(share=share_text(nearest.start, snapshot.text), words=nearest.words)


def share_text(start: int, text: str) -> str:
    """Give how far into a text an offset lies, in whole per cent: "34%"."""
    return percent(Fraction(start, max(1, len(text))))


def percent(share: Fraction | int) -> str:
    """Give a share of one in whole per cent, rounded down, so that only the very end is 100%."""
    return f"{int(share * 100)}%"
