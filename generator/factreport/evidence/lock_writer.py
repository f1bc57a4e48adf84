"""Make the text of the evidence lock from what was proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.evidence.lock import (
    ABSENT,
    NOT_KNOWN,
    Lock,
    LockedQuotation,
    LockedSource,
    lock_key,
    lock_text,
    quotation_hash,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from factreport.evidence.examine import Evidence
    from factreport.evidence.proof import Proof
    from factreport.figures.rates import Fixing
    from factreport.model.claim import Citation
    from factreport.model.content import Content
    from factreport.model.source import Source


def write_lock(
    content: Content, evidence: Evidence, previous: Lock, today: date, fixings: Iterable[Fixing] | None = None
) -> str:
    """Give the text of the lock after an examination.

    What was proved here is written anew and keeps its day while words and snapshot are the same; what only `previous`
    proves is kept; what nothing proves any more is gone. Fixings are those given, or the previous ones.
    """
    cited: dict[str, list[Citation]] = {}
    for claim in content.claims:
        for citation in claim.citations:
            cited.setdefault(citation.source, []).append(citation)
    blocks = (_block(source, cited.get(source.slug, []), evidence, today) for source in content.sources)
    return lock_text((block for block in blocks if block), previous.fixings if fixings is None else fixings)


def _block(source: Source, citations: list[Citation], evidence: Evidence, today: date) -> LockedSource | None:
    proved = [(citation, evidence.proof(citation)) for citation in citations]
    proved = [(citation, proof) for citation, proof in proved if proof.is_proved and proof.snapshot]
    if not proved or source.snapshot is None:
        return None
    return LockedSource(
        slug=source.slug,
        snapshot=source.snapshot,
        length=proved[0][1].length,
        captured=source.captured.text if source.captured else NOT_KNOWN,
        quotations=tuple(_entry(citation, proof, today) for citation, proof in proved),
    )


def _entry(citation: Citation, proof: Proof, today: date) -> LockedQuotation:
    return LockedQuotation(
        key=lock_key(citation),
        quotation=quotation_hash(citation),
        start=proof.start,
        end=proof.end,
        match=proof.match.value if proof.match else ABSENT,
        occurrences=proof.occurrences,
        proved=proof.proved or today,
    )
