"""The evidence lock: what was proved, when, and against which snapshot, as a text file that only the tool writes.

    sources:
      computing:
        snapshot: sha256:839f…
        length: 2016
        captured: unknown
        quotations:
          chips-in-china/computing-chips:
            quotation: sha256:51aa…
            start: 812
            end: 877
            match: exact
            occurrences: 1
            proved: 2026-11-21
            seal: 0f3b9d52c1aa
    fixings:
      2025-01-21 CNY: {rate: 7.5803, from: "ECB", seal: 77c0a9e1b2d4}

One line per value and everything sorted, so that its diff reads as a review and merges stay readable. A seal is
computed from an entry's other values: it shows slips and edits by hand, not malice, which the file's history shows.
"""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.model.kept_record import KeptRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.figures.rates import Fixing
    from factreport.model.claim import Citation
    from factreport.model.problem import Problem

VERSION = "1"
ABSENT = "absent"
"""Stands in place of the match class where words were searched and not found."""
NOT_KNOWN = "unknown"
"""Stands in place of the day on which a snapshot was captured."""
_SEAL_LENGTH = 12
_HEAD = """\
# Written by `factreport verify`: where each quotation stands in our copy of its source, and since when that is proved.
# Read its changes as a review; edit the claims and run the command, never this file.
"""


class LockedQuotation(KeptRecord, frozen=True):
    """A quotation, or a search for omitted words, as it was proved."""

    key: str
    """`<claim>/<citation>`."""
    quotation: str
    """SHA-256 of what was searched, see `quotation_hash`."""
    start: int
    end: int
    match: str
    """`exact`, `typographic`, or `absent` for omitted words."""
    occurrences: int
    proved: date
    """Day of the first proof with these two hashes."""


class LockedSource(KeptRecord, frozen=True):
    """The proofs against one snapshot."""

    slug: str
    snapshot: str
    """SHA-256 in hexadecimal."""
    length: int
    """Code points."""
    captured: str
    """When, as the source's file says it, or `unknown`."""
    quotations: tuple[LockedQuotation, ...]
    """Sorted by key."""


class Lock(Struct, frozen=True):
    """Everything that the lock file says and that fits its seals."""

    path: str = "content/evidence.lock"
    """Relative to the project, for problems."""
    sources: Mapping[str, LockedSource] = field(default_factory=dict)
    fixings: tuple[Fixing, ...] = ()
    """Exchange rates that conversions used, sorted."""
    problems: tuple[Problem, ...] = ()
    _by_key: dict[str, Mapping[str, LockedQuotation]] = field(default_factory=dict)
    """The quotations of sources that somebody asked for, by slug and key."""

    def entry(self, citation: Citation, snapshot: str) -> LockedQuotation | None:
        """Give the proof of exactly these words in exactly this snapshot, if there is one."""
        source = self.sources.get(citation.source)
        if source is None or source.snapshot != snapshot:
            return None
        locked = self._keyed_in(source).get(lock_key(citation))
        if locked is None or locked.quotation != quotation_hash(citation):
            return None
        return locked if (locked.match == ABSENT) == bool(citation.omits) else None

    def _keyed_in(self, source: LockedSource) -> Mapping[str, LockedQuotation]:
        if source.slug not in self._by_key:
            self._by_key[source.slug] = {locked.key: locked for locked in source.quotations}
        return self._by_key[source.slug]


def lock_key(citation: Citation) -> str:
    """Give the name of a citation in the lock."""
    return f"{citation.claim}/{citation.identity}"


def quotation_hash(citation: Citation) -> str:
    """Give the SHA-256 of what is searched for, in hexadecimal.

    Of the quotation as the claim's file has it, in UTF-8; with a prefix or suffix, of the three joined by line feeds;
    of omitted words, one a line.
    """
    searched = citation.quote or "\n".join(citation.omits)
    if citation.prefix or citation.suffix:
        searched = f"{citation.prefix}\n{searched}\n{citation.suffix}"
    return sha256(searched.encode("utf-8", "surrogatepass")).hexdigest()


def seal(*values: object) -> str:
    """Give the seal over an entry's values, in the order in which the lock has them."""
    return sha256("\n".join(str(value) for value in values).encode()).hexdigest()[:_SEAL_LENGTH]


def quotation_seal(source: LockedSource, locked: LockedQuotation) -> str:
    """Give the seal of a quotation's entry, which holds for its snapshot only."""
    return seal(
        source.slug, source.snapshot, source.length, locked.key, locked.quotation,
        locked.start, locked.end, locked.match, locked.occurrences, locked.proved,
    )  # fmt: skip


def fixing_seal(fixing: Fixing) -> str:
    """Give the seal of an exchange rate's entry."""
    return seal(fixing.day, fixing.currency, fixing.digits, fixing.source)


def lock_text(sources: Iterable[LockedSource], fixings: Iterable[Fixing]) -> str:
    """Give the text of the lock: the same bytes for the same entries in whatever order."""
    return _HEAD + "".join(f"{line}\n" for line in _lines(sources, fixings))


def _lines(sources: Iterable[LockedSource], fixings: Iterable[Fixing]) -> Iterator[str]:
    yield f"version: {VERSION}"
    yield "sources:"
    for source in sorted(sources, key=lambda source: source.slug):
        yield from _source_lines(source)
    yield "fixings:"
    for fixing in sorted(fixings):
        values = (
            f"rate: {fixing.digits}",
            f"from: {json.dumps(fixing.source, ensure_ascii=False)}",
            f"seal: {fixing_seal(fixing)}",
        )
        yield f"  {fixing.day} {fixing.currency}: {{{', '.join(values)}}}"


def _source_lines(source: LockedSource) -> Iterator[str]:
    yield f"  {source.slug}:"
    yield f"    snapshot: sha256:{source.snapshot}"
    yield f"    length: {source.length}"
    yield f"    captured: {source.captured}"
    yield "    quotations:"
    for locked in sorted(source.quotations, key=lambda locked: locked.key):
        yield f"      {locked.key}:"
        yield f"        quotation: sha256:{locked.quotation}"
        yield f"        start: {locked.start}"
        yield f"        end: {locked.end}"
        yield f"        match: {locked.match}"
        yield f"        occurrences: {locked.occurrences}"
        yield f"        proved: {locked.proved}"
        yield f"        seal: {quotation_seal(source, locked)}"
