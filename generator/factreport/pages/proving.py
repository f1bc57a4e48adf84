"""How a citation's words were checked, as readers see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.evidence.proof import ProofState
from factreport.language import gettext as _
from factreport.language import mark
from factreport.pages import dates

if TYPE_CHECKING:
    from babel import Locale

    from factreport.report.cards import SourceStatement
    from factreport.report.records import CitationReport

HASH_DIGITS = 12
WORDS = {
    ProofState.VERIFIED: mark("Words found in our copy"),
    ProofState.LOCKED: mark("Words found in our copy"),
    ProofState.UNCHECKED: mark("Not checked since the last edit"),
    ProofState.FAILED: mark("Words not found in our copy"),
    ProofState.NO_SNAPSHOT: mark("Words not checked"),
    ProofState.NOT_KEPT: mark("Wording not kept"),
    ProofState.OMISSION_PROVED: mark("Searched in our copy, not there"),
    ProofState.OMISSION_READ: mark("Read whole, not there"),
}


class Proven(Struct, frozen=True):
    """The state of a proof in words."""

    is_proved: bool
    word: str
    """At most six words ("Words found in our copy")."""
    sentence: str
    """What that rests on; empty where the word says it all."""
    fingerprint: str
    """First digits of our copy's SHA-256; empty where we hold none."""


def proven(report: CitationReport | SourceStatement, locale: Locale) -> Proven:
    """Give how the words of a citation were checked."""
    proof = report.proof
    sentences = (_how(report), _checked(report, locale), _position(report))
    fingerprint = proof.snapshot[:HASH_DIGITS] if proof.snapshot else ""
    return Proven(proof.is_proved, _(WORDS[proof.state]), " ".join(filter(None, sentences)), fingerprint)


def _how(report: CitationReport | SourceStatement) -> str:
    if report.proof.state is ProofState.NOT_KEPT:
        return _("Our note, not a quotation.")
    without_copy = {ProofState.NO_SNAPSHOT, ProofState.OMISSION_READ}
    return _("We hold no copy.") if report.proof.state in without_copy else ""


def _checked(report: CitationReport | SourceStatement, locale: Locale) -> str:
    if report.proof.proved is None or not report.proof.is_proved:
        return ""
    return _("Checked {day}.").format(day=dates.day_words(report.proof.proved, locale))


def _position(report: CitationReport | SourceStatement) -> str:
    """Say how far into the text the words begin, in whole per cent rounded down."""
    position = report.proof.position
    if position is None:
        return ""
    return _("They begin {percent}% into the text.").format(percent=int(position * 100))
