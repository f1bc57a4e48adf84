"""Small content made by hand: sources, claims and citations without files."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from factreport.evidence.snapshots import Snapshots
from factreport.model.claim import Citation, Claim, Statement
from factreport.model.content import Content
from factreport.model.days import UNKNOWN_DAYS
from factreport.model.place import Key, Place, Written
from factreport.model.scale import Scale
from factreport.model.source import Knows, Read, Source, SourceKind

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 3, 1)


class KeyLocator:
    """Gives every value a line of its own, so that tests see which one a problem points at."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.asked: dict[tuple[Key, ...], int] = {}

    def locate(self, keys: tuple[Key, ...]) -> Place:
        return Place(f"{self.path}#{'.'.join(map(str, keys))}")


def written(path: str) -> Written:
    return Written(path, KeyLocator(path))


class Factory:
    """Makes the nouns of the model; snapshots are files in a folder of the test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def source(self, slug: str, text: str | None = None, *, here: bool = True, **fields: Any) -> Source:
        """Make a source; with `text`, it names a snapshot with that text, which is at hand only if `here`."""
        digest = None
        if text is not None:
            data = text.encode("utf-8")
            digest = sha256(data).hexdigest()
            if here:
                (self.folder / f"{slug}.txt").write_bytes(data)
        source = Source(
            slug=slug,
            written=written(f"content/sources/{slug}.md"),
            publisher=slug.title(),
            kind=SourceKind.NEWS,
            knows=Knows.RE_REPORT,
            read=Read.WHOLE,
            published=UNKNOWN_DAYS,
            snapshot=digest,
        )
        return replace(source, **fields)

    def claim(self, slug: str, *citations: Citation, **fields: Any) -> Claim:
        claim = Claim(
            slug=slug,
            written=written(f"content/claims/{slug}.md"),
            claim="Something is so",
            claimant="Somebody",
            claimed=UNKNOWN_DAYS,
            checked=DAY,
            verdict="open",
            answer="Not known.",
            citations=tuple(
                replace(
                    citation,
                    claim=slug,
                    keys=("citations", number),
                    statements=tuple(
                        replace(statement, keys=("citations", number, "states", statement.figure.figure))
                        for statement in citation.statements
                    ),
                )
                for number, citation in enumerate(citations)
            ),
        )
        return replace(claim, **fields)

    def citation(self, source: str, quote: str | None = None, *statements: Statement, **fields: Any) -> Citation:
        citation = Citation(
            claim="", identity=f"{source}-figure", source=source, keys=(), quote=quote, statements=statements
        )
        return replace(citation, **fields)

    def content(self, *items: Source | Claim) -> Content:
        return Content(
            claims=tuple(item for item in items if isinstance(item, Claim)),
            sources=tuple(item for item in items if isinstance(item, Source)),
            stories=(),
            scale=Scale(written("content/scale.yml"), (), ()),
        )

    @property
    def snapshots(self) -> Snapshots:
        return Snapshots(self.folder)


@pytest.fixture
def make(tmp_path: Path) -> Factory:
    folder = tmp_path / "snapshots"
    folder.mkdir()
    return Factory(folder)
