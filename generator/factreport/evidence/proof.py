"""How the words of a citation were checked: the record that pages show and the lock remembers."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from factreport.evidence.quotation import MatchClass
from factreport.figures.exact import Fraction
from factreport.model.kept_record import KeptRecord


class ProofState(StrEnum):
    """What is known of a citation's words."""

    VERIFIED = "verified"
    """Found in the snapshot, here and now."""
    LOCKED = "locked"
    """Found in the same snapshot on the day it was proved; the snapshot is not here."""
    UNCHECKED = "unchecked"
    """The snapshot is not here, and no proof fits since the last edit."""
    FAILED = "failed"
    """The snapshot is here and says otherwise: an error."""
    NO_SNAPSHOT = "no-snapshot"
    """We hold no copy of the source."""
    NOT_KEPT = "not-kept"
    """A figure was recorded, its wording was not kept."""
    OMISSION_PROVED = "omission-proved"
    """The words were searched in the whole snapshot, here or on the day it was proved, and are not in it."""
    OMISSION_READ = "omission-read"
    """The source was read whole, and we saw none of the words; we hold no copy."""


_PROVED = frozenset({ProofState.VERIFIED, ProofState.LOCKED, ProofState.OMISSION_PROVED})


class Proof(KeptRecord, frozen=True):
    """How the words of one citation were checked."""

    claim: str
    """Slug of the claim."""
    citation: str
    """Identity of the citation within its claim."""
    source: str
    """Slug of the source."""
    state: ProofState
    snapshot: str | None = None
    """SHA-256 of the snapshot in hexadecimal; None: no copy held."""
    length: int = 0
    """Code points of the snapshot; 0 where nothing is proved."""
    match: MatchClass | None = None
    """None for omissions and whatever is not proved."""
    start: int = 0
    """Offset of the first code point in the snapshot."""
    end: int = 0
    """Offset after the last."""
    spans: tuple[tuple[int, int], ...] = ()
    """Half-open spans of the parts that an ellipsis separates; empty where the snapshot is not here."""
    occurrences: int = 0
    """How often these words stand in the snapshot."""
    proved: date | None = None
    """Day of the first proof of these words in this snapshot; None: no lock holds one yet."""
    here: bool = False
    """Whether the snapshot was at hand."""

    @property
    def key(self) -> str:
        """The name of the citation in the lock."""
        return f"{self.claim}/{self.citation}"

    @property
    def is_proved(self) -> bool:
        """Whether the snapshot bears the citation out, now or on the day it was proved."""
        return self.state in _PROVED

    @property
    def is_verified_quotation(self) -> bool:
        """Whether it is a quotation whose words were found."""
        return self.state in {ProofState.VERIFIED, ProofState.LOCKED}

    @property
    def position(self) -> Fraction | None:
        """How far into the text the words begin, from 0 (included) to 1 (not); None where no words were found."""
        return Fraction(self.start, self.length) if self.match and self.length else None
